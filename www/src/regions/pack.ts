// The register of regions as its packs hold it: provinces, kabupaten and kota in one list, and one pack for each kabupaten
// or kota with its districts and villages.

export type Level = "province" | "regency" | "city";

export interface Region {
  /** Kemendagri code: `73`, `73.14`. */
  code: string;
  name: string;
  level: Level;
}

/** A desa and a desa adat have a budget of their own (APBDes); a kelurahan is paid for by its kota or kabupaten. */
export type VillageKind = "desa" | "desaAdat" | "kelurahan";

export interface Village {
  /** `73.14.03.2005`. */
  code: string;
  name: string;
  kind: VillageKind;
  district: string;
}

export interface District {
  code: string;
  name: string;
  villages: Village[];
}

/** As `scripts/regions.mjs` writes the list. */
export interface ListPack {
  source: string;
  provinces: [code: string, name: string][];
  regencies: [code: string, name: string][];
}

/** As `scripts/regions.mjs` writes a kabupaten or kota; codes are those of the last group. */
export interface RegencyPack {
  code: string;
  name: string;
  districts: [code: string, name: string, villages: [code: string, name: string][]][];
}

export function regionsOf(pack: ListPack): Region[] {
  const regency = ([code, name]: [string, string]): Region => ({
    code,
    name,
    level: name.startsWith("Kota ") ? "city" : "regency",
  });
  return [
    ...pack.provinces.map(([code, name]): Region => ({ code, name, level: "province" })),
    ...pack.regencies.map(regency),
  ];
}

export function districtsOf(pack: RegencyPack): District[] {
  return pack.districts.map(([last, name, villages]) => {
    const code = `${pack.code}.${last}`;
    const village = ([own, name]: [string, string]): Village => ({
      code: `${code}.${own}`,
      name,
      kind: kindOf(own),
      district: code,
    });
    return { code, name, villages: villages.map(village) };
  });
}

/** By the first digit of the last group of the code: 1 kelurahan, 2 desa, 3 desa adat. */
export function kindOf(code: string): VillageKind {
  const [first] = code.slice(code.lastIndexOf(".") + 1);
  if (first === "1") return "kelurahan";
  if (first === "2") return "desa";
  if (first === "3") return "desaAdat";
  throw new Error(`${code} is no code of a village`);
}
