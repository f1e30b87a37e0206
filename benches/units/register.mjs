// The villages of the register, which are the units of the race.
import { packs } from "../../scripts/regions.mjs";

/** Codes of all desa of the register: kelurahan, whose own part begins with 1, have no budget of their own. */
export function villages() {
  const regencies = [...packs().values()].filter(({ districts }) => districts);
  return regencies.flatMap(({ code, districts }) =>
    districts.flatMap(([district, , of]) =>
      of.filter(([own]) => own[0] !== "1").map(([own]) => `${code}.${district}.${own}`),
    ),
  );
}
