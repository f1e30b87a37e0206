/** Default kind and name of a fund. */
import type { Draft, FundDraft } from "./draft.js";

type Kind = FundDraft["kind"];
type Level = Draft["region"]["level"];

/** As budget documents write them, in every language of the page. */
const NAMES: { readonly [kind in Kind]: string } = {
  apbn: "APBN",
  apbdProvince: "APBD provinsi",
  apbdRegency: "APBD",
  dbhSawit: "DBH sawit",
  dbhCht: "DBH CHT",
  otsus: "Dana otonomi khusus",
  add: "ADD",
  danaDesa: "Dana Desa",
  pades: "PADes",
  bhpr: "BHPR",
  csr: "CSR/TJSL",
  baznas: "Baznas",
  employer: "Pemberi kerja",
  self: "Pekerja sendiri",
};

/** The budget that a region of this level decides on. */
const KINDS: { readonly [level in Level]: Kind } = {
  province: "apbdProvince",
  regency: "apbdRegency",
  city: "apbdRegency",
  village: "add",
};

/** A plan from elsewhere may have no level yet. */
export const usualKind = (level: Level | undefined): Kind => KINDS[level ?? "regency"] ?? "apbdRegency";

/** The name of the kind, with a number where another fund has it: "Dana Desa 2". */
export function usualName(kind: Kind, others: readonly FundDraft[]): string {
  const taken = new Set(others.map(({ name }) => name));
  const stem = NAMES[kind];
  let name = stem;
  for (let number = 2; taken.has(name); number++) name = `${stem} ${number}`;
  return name;
}

/** Whether the name is the planner's own: any but that of the kind. */
export function isNamed({ name, kind }: FundDraft): boolean {
  const stem = NAMES[kind] ?? "";
  return name !== "" && !(name.startsWith(stem) && /^( \d+)?$/.test(name.slice(stem.length)));
}
