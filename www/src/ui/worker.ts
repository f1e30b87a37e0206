/** Scripts of our own beside the page, under a policy that lets a script run only from an address that is vouched for. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The address of a script of the page's own, which comes from the build. */
export function vouched(url: string): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  return policies ? policies.createPolicy("cakupan-worker", { createScriptURL: () => url }).createScriptURL(url) : url;
}

export const workerAt = (url: string): Worker => new Worker(vouched(url), { type: "module" });
