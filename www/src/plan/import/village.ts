/** A village as it is being typed: the shape of the scenario, with every number held as its text. */
import { wordsOf } from "../../regions/search.js";

export interface Village {
  /** `"73.14.03.2005"`. */
  readonly code?: string;
  readonly name: string;
  /** Its kecamatan. */
  readonly district?: string;
  readonly residents?: string;
  readonly counts: readonly { readonly segment: string; readonly people: string }[];
  readonly ceilings: readonly { readonly fund: string; readonly year: string; readonly rupiah: string }[];
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

/** The village that a row is: by its code, else by name and kecamatan. */
export const identityOf = ({ code, name, district = "" }: Village): string =>
  code ?? `${keyOf(name)} | ${keyOf(district)}`;
