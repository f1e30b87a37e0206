/** Villages of a file in the register of regions: by code, else by name and kecamatan, as people write them. */
import type { District, Village } from "../../regions/pack.js";
import { find } from "../../regions/search.js";
import { keyOf } from "./village.js";

export interface Placed {
  readonly village: Village;
  readonly district: District;
}

export interface Places {
  /** Whether there is a register to compare with. */
  readonly isKnown: boolean;
  byCode(code: string): Placed | undefined;
  districtOf(name: string): District | undefined;
  /** All villages of this name, in the district where that is given. */
  named(name: string, district: string): readonly Placed[];
  /** The only one of them. */
  exact(name: string, district: string): Placed | undefined;
  /** The only one of `free` whose name is near. */
  near(name: string, district: string, isFree: (code: string) => boolean): Placed | undefined;
  isNamed(name: string): boolean;
}

export function placesOf(districts: readonly District[]): Places {
  const all = districts.flatMap((district) => district.villages.map((village): Placed => ({ village, district })));
  const codes = new Map(all.map((placed) => [placed.village.code, placed]));
  const names = new Map<string, Placed[]>();
  for (const placed of all) {
    const key = keyOf(placed.village.name);
    names.set(key, [...(names.get(key) ?? []), placed]);
  }
  const districtNames = new Map(districts.map((district) => [keyOf(district.name), district]));
  const nearDistricts = new Map<string, District | undefined>();
  const districtOf = (name: string): District | undefined => {
    const key = keyOf(name);
    const own = districtNames.get(key);
    if (own || key === "") return own;
    if (!nearDistricts.has(key)) nearDistricts.set(key, only(find(districts, key)));
    return nearDistricts.get(key);
  };
  const named = (name: string, district: string): readonly Placed[] => {
    const all = names.get(keyOf(name)) ?? [];
    const within = district === "" ? null : districtOf(district);
    return within ? all.filter((placed) => placed.district === within) : all;
  };
  return {
    isKnown: all.length > 0,
    byCode: (code) => codes.get(code),
    districtOf,
    named,
    exact: (name, district) => only(named(name, district)),
    near(name, district, isFree) {
      const within = district === "" ? null : districtOf(district);
      // In a kecamatan that the register does not have, a near name says nothing.
      if (within === undefined) return undefined;
      const villages = (within ? within.villages : all.map(({ village }) => village)).filter(({ code }) =>
        isFree(code),
      );
      const found = only(find(villages, keyOf(name)));
      return found && codes.get(found.code);
    },
    isNamed: (name) => names.has(keyOf(name)),
  };
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);
