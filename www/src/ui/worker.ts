/** Workers under a policy that lets a script run only from an address that is vouched for. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** A worker of the page's own: `address` comes from the build. */
export function workerAt(address: string): Worker {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const policy = policies?.createPolicy("cakupan-worker", { createScriptURL: (url) => url });
  return new Worker(policy ? policy.createScriptURL(address) : address, { type: "module" });
}
