/**
 * Codes of villages by BPS: ten digits too, but two for the province, two for the kabupaten, three for the kecamatan and
 * three for the village (`7314010001`). Those of Kemendagri have two for the kecamatan and four for the village, of which
 * the first is never 0.
 */
import type { Places } from "./places.js";
import { keyOf } from "./village.js";

const digitsOf = (text: string) => text.replace(/[\s.-]/g, "");

/** Whether a column of codes holds those of BPS. `names` stand in the same rows. */
export function areBps(codes: readonly string[], names: readonly string[], places: Places): boolean {
  const all = codes.map(digitsOf);
  const ten = all.filter((code) => /^\d{10}$/.test(code)).length;
  const zeros = all.filter((code) => /^\d{6}0\d{3}$/.test(code)).length;
  if (zeros * 2 > ten) return true;
  // Where kecamatan were divided, their codes end in other digits, and some look like those of Kemendagri.
  const known = all.filter((code, at) => {
    const [, ...groups] = /^(\d\d)(\d\d)(\d\d)(\d{4})$/.exec(code) ?? [];
    const placed = places.byCode(groups.join("."));
    return placed && keyOf(placed.village.name) === keyOf(names[at] ?? "");
  }).length;
  return places.isKnown && zeros > known;
}

/** A kecamatan above its villages has the first seven digits. */
export const isBpsDistrict = (code: string) => /^\d{7}$/.test(digitsOf(code));
