/** A village of a file: as the draft of a plan has it, with every number as its text, and absent what is not given. */
import { wordsOf } from "../../regions/search.js";
import type { VillageDraft } from "../villages.js";

export interface Village extends VillageDraft {
  /** `"73.14.03.2005"`. */
  readonly code?: string;
  /** Its kecamatan. */
  readonly district?: string;
  readonly residents?: string;
  readonly counts: NonNullable<VillageDraft["counts"]>;
  readonly ceilings: NonNullable<VillageDraft["ceilings"]>;
  /** `"2026-01"`. */
  readonly firstMonth?: string;
  readonly lastMonth?: string;
}

/** The last of so many months from the first on; `null`: none of them. */
export function countedMonths(first: string, months: string): string | null {
  const count = Number(months);
  if (!Number.isInteger(count) || count < 1) return null;
  const place = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + count - 1;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, "0")}`;
}

/** Letters and digits of a name, without the word before it: "Ds. Suka-Maju" and "SUKAMAJU" are one. */
export function keyOf(name: string): string {
  const words = wordsOf(name);
  const isTitle = words.length > 1 && /^(desa|ds|kelurahan|kel|kecamatan|kec|distrik)$/.test(words[0] ?? "");
  return words.slice(isTitle ? 1 : 0).join("");
}

/** The digits of a code, which planners write with and without dots. */
export const digitsOf = ({ code }: VillageDraft): string => (code ?? "").replace(/\D/g, "");

/** Name and kecamatan, as far as they tell villages apart. */
export const placeKeyOf = ({ name, district }: VillageDraft): string => `${keyOf(name)} | ${keyOf(district ?? "")}`;
