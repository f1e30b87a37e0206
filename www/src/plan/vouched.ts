/** Addresses of our own scripts for workers. */

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string };
}

/** The page's policy lets a script run only from an address that is vouched for: this one is our own file. */
export function vouched(url: string): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  return policies ? policies.createPolicy("cakupan-worker", { createScriptURL: () => url }).createScriptURL(url) : url;
}
