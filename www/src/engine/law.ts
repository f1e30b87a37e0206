/** The law as data of the package (170 kB): imported only by parts that show or replace its values. */
import {
  law as lawWith,
  lawIn,
  type Month,
  type NewWage,
  type Parameter,
  type Relief,
  type Standing,
} from "cakupan/slim";

export { lawIn };

export const law = lawWith();

/** Law packs of a plan, as far as their minimum wages and the months of their values are looked at. */
export type Packs = readonly {
  readonly minimumWages?: readonly NewWage[] | null;
  readonly values: readonly { readonly parameter: string; readonly from: string; readonly to?: string | null }[];
}[];

/** The parameter of a key: of the law, or a minimum wage that a law pack of the plan brings. */
export function parameterOf(key: unknown, packs?: Packs | null): Parameter | undefined {
  const is = (parameter: Parameter) => parameter.key === key;
  return law.parameters.find(is) ?? broughtBy(packs).find(is);
}

/** The value or relief of a key. */
export function named(key: unknown, packs?: Packs | null): Parameter | Relief | undefined {
  return parameterOf(key, packs) ?? law.reliefs.find((relief) => relief.key === key);
}

const brought = new WeakMap<Packs, readonly Parameter[]>();

/** The minimum wages that law packs bring beside those of the law; their values stay in the packs. */
export function broughtBy(packs: Packs | null | undefined): readonly Parameter[] {
  if (!packs) return [];
  // Every row of a table asks for them.
  const before = brought.get(packs);
  if (before) return before;
  const minimumWages = packs.flatMap((pack) => (pack.minimumWages ?? []).filter(isWhole));
  const all = minimumWages.length > 0 ? lawWith([{ name: "", version: "", minimumWages, values: [] }]) : law;
  const own = all.parameters.slice(law.parameters.length);
  brought.set(packs, own);
  return own;
}

/** The engine tells what is wrong with any other. */
function isWhole({ parameter, title, region }: NewWage): boolean {
  const isText = (value: unknown) => typeof value === "string";
  return isText(parameter) && isText(title?.id) && (region == null || isText(region));
}

/** What is the same of every minimum wage that a pack may bring, whatever its title. */
export function newWage(key: unknown): Pick<Parameter, "key" | "beyond"> | undefined {
  if (typeof key !== "string" || !key.startsWith("minimumWage.")) return undefined;
  return broughtBy([{ minimumWages: [{ parameter: key, title: { id: key } }], values: [] }])[0];
}

export function minimumWages(packs?: Packs | null): readonly Parameter[] {
  return [...law.parameters.filter(({ key }) => key.startsWith("minimumWage.")), ...broughtBy(packs)];
}

/**
 * The minimum wage of a region in a month: its own, else that of the province it lies in. By its Kemendagri code, or
 * where that is not given by its name. Of the law, or of a law pack of the plan that has a value in that month.
 */
export function ownWage({ code, name }: WageOf, month: string, packs?: Packs | null): Parameter | undefined {
  const inForce = new Set(standingsIn(month).flatMap((standing) => (standing.inForce ? [standing.key] : [])));
  for (const { values } of packs ?? [])
    for (const { parameter, from, to } of values) if (from <= month && (!to || month <= to)) inForce.add(parameter);
  return wageOf({ code, name }, ({ key }) => inForce.has(key), packs);
}

/** The same of any month: where none is set for the month of a plan, the last one says what is known. */
export function anyWage(of: WageOf): Parameter | undefined {
  return wageOf(of, () => true);
}

function wageOf(
  { code, name }: WageOf,
  isWanted: (wage: Parameter) => boolean,
  packs?: Packs | null,
): Parameter | undefined {
  const holds = minimumWages(packs).filter((wage) => wage.region !== null && isWanted(wage));
  const digits = (text: string) => text.replace(/\D/g, "");
  const by = (length: number) =>
    holds.find(({ region }) => region !== null && digits(region) === digits(code).slice(0, length));
  if (code) return by(4) ?? by(2);
  return holds.find(({ title }) => plain(title.id) !== "" && plain(title.id) === plain(name));
}

interface WageOf {
  readonly code: string;
  readonly name: string;
}

/** "UMK Kota Makassar" and "Kota Makassar" are one place, "Provinsi Sulawesi Selatan" and "UMP Sulawesi Selatan" too. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/^um[pk] /, "")
    .replace(/^(provinsi|prov\.?) /, "")
    .trim();
}

/** The entry of a value or relief in a month; `undefined` while the month is not fully typed. */
export function standingOf(key: string, month: string): Standing | undefined {
  return standingsIn(month).find((standing) => standing.key === key);
}

function standingsIn(month: string): readonly Standing[] {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? lawIn(month as Month) : [];
}
