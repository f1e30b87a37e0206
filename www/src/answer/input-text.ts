/** An input of a plan as its field shows it: the words of a choice, the name of a fund, a number with its unit. */
import type { Later } from "../form/later.js";
import { getAt, type Json, kindOf, steps } from "../plan/draft.js";
import { language, words } from "../words/current.js";
import { decimal, monthYear, percent, rupiah } from "../words/format.js";
import { compareWords } from "./compare-words.js";

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** `later`: for the titles of statutory values; without it they go by their keys. */
export function inputText(plan: Json, path: string, later: Later | null = null): string {
  const value = getAt(plan as Parameters<typeof getAt>[0], path);
  if (value === null || value === undefined || value === "") return words.value.tables.none;
  if (typeof value === "boolean") return compareWords()[value ? "yes" : "no"];
  if (typeof value === "number") return numberText(value, path);
  if (typeof value !== "string") return words.value.tables.none;
  if (MONTH.test(value)) return monthYear(value as `${number}-${number}`, language.value);
  const title = path.endsWith(".parameter") ? later?.named(value)?.title[language.value] : undefined;
  return title ?? named(plan, path, value) ?? chosen(path, value) ?? value;
}

export function numberText(value: number, path: string): string {
  const kind = kindOf(path);
  if (kind === "year") return String(value);
  if (kind === "money") return rupiah(value);
  if (kind === "percent" || kind === "part") return percent(value);
  return decimal(value);
}

/** A fund is meant by its id. */
function named(plan: Json, path: string, value: string): string | null {
  if (!/\.(fund|next)$/.test(path)) return null;
  const { funds } = plan as { readonly funds?: readonly { readonly id: string; readonly name?: string }[] };
  return funds?.find(({ id }) => id === value)?.name ?? null;
}

/** The words of the choices of a field, by its name; of a kind also by what it is the kind of. */
function chosen(path: string, value: string): string | null {
  const { segments, target, workforce, region, funds } = words.value;
  const last = steps(path).at(-1);
  const names: { readonly [field: string]: { readonly [value: string]: string } | undefined } = {
    class: segments.classes,
    risk: segments.risks,
    sector: segments.sectors,
    group: segments.groups,
    shape: target.shapes,
    spread: target.spreads,
    denominator: workforce.denominators,
    afterLastBill: workforce.afterLastBills,
    level: region.levels,
    rounding: region.roundings,
    kind: kindsOf(path, {
      bases: segments.bases,
      enrolments: segments.enrolments,
      yearly: target.yearlyKinds,
      funds: funds.kinds,
    }),
  };
  return names[String(last)]?.[value] ?? null;
}

type Words = { readonly [value: string]: string };

function kindsOf(
  path: string,
  of: { readonly bases: Words; readonly enrolments: Words; readonly yearly: Words; readonly funds: Words },
) {
  if (path.endsWith(".base.kind")) return of.bases;
  if (path.endsWith(".enrolment.kind")) return of.enrolments;
  if (path.endsWith(".yearly.kind")) return of.yearly;
  return path.startsWith("funds[") ? of.funds : undefined;
}
