/** The law as data of the package (170 kB): imported only by parts that show or replace its values. */
import { law as copyOfLaw, lawIn, type Month, type Parameter, type Relief, type Standing } from "cakupan/slim";

export { lawIn };

export const law = copyOfLaw();

export function parameterOf(key: unknown): Parameter | undefined {
  return law.parameters.find((parameter) => parameter.key === key);
}

/** The value or relief of a key. */
export function named(key: unknown): Parameter | Relief | undefined {
  return parameterOf(key) ?? law.reliefs.find((relief) => relief.key === key);
}

export function minimumWages(): readonly Parameter[] {
  return law.parameters.filter(({ key }) => key.startsWith("minimumWage."));
}

/**
 * The minimum wage of a region in a month: its own, else that of the province it lies in. By its Kemendagri code, or
 * where that is not given by its name. `packed`: keys of which a law pack of the plan has a value in that month.
 */
export function ownWage({ code, name }: WageOf, month: string, packed: readonly string[]): Parameter | undefined {
  const inForce = new Set(standingsIn(month).flatMap((standing) => (standing.inForce ? [standing.key] : [])));
  return wageOf({ code, name }, ({ key }) => inForce.has(key) || packed.includes(key));
}

/** The same of any month: where none is set for the month of a plan, the last one says what is known. */
export function anyWage(of: WageOf): Parameter | undefined {
  return wageOf(of, () => true);
}

function wageOf({ code, name }: WageOf, isWanted: (wage: Parameter) => boolean): Parameter | undefined {
  const holds = minimumWages().filter((wage) => wage.region !== null && isWanted(wage));
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
