/** The law as data, as the package carries it; only what shows its values or replaces them loads it. */
import { type Month, type Parameter, type Relief, type Standing, law as copyOfLaw, lawIn } from "cakupan/slim";

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

/** How a value or relief stands in the law in a month that may still be half typed. */
export function standingOf(key: string, month: string): Standing | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) return undefined;
  return lawIn(month as Month).find((standing) => standing.key === key);
}
