/** Who signs: kept on this device only where the planner asks for it. */
import type { Signer, Signing } from "../../report/data.js";

const KEY = "cakupan.signers";
export const MOST_SIGNERS = 3;
export const nobody: Signer = { office: "", name: "", nip: "" };
const blank: Signing = { place: "", signers: [nobody], acknowledging: null };

/** What was remembered; a stored value of any other shape is none. */
export function remembered(): Signing | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    return isSigning(found) ? found : null;
  } catch {
    return null;
  }
}

export const signingAtFirst = (): Signing => remembered() ?? blank;

/** False where the browser refuses. `null` forgets. */
export function remember(signing: Signing | null): boolean {
  try {
    if (signing) localStorage.setItem(KEY, JSON.stringify(signing));
    else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

const has = (value: unknown, names: readonly string[]): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && names.every((name) => name in value);

const isSigner = (value: unknown): value is Signer =>
  has(value, ["office", "name", "nip"]) && ["office", "name", "nip"].every((name) => typeof value[name] === "string");

const isSigning = (value: unknown): value is Signing =>
  has(value, ["place", "signers", "acknowledging"]) &&
  typeof value["place"] === "string" &&
  Array.isArray(value["signers"]) &&
  value["signers"].length >= 1 &&
  value["signers"].length <= MOST_SIGNERS &&
  value["signers"].every(isSigner) &&
  (value["acknowledging"] === null || isSigner(value["acknowledging"]));
