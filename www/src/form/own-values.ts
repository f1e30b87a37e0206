/** The planner's own statutory values: what is put into the draft for a key of the law. */
import type { Row } from "cakupan";
import { named, newWage, parameterOf, standingOf } from "../engine/law.js";
import { update } from "../plan/current.js";
import { type Json, setAt } from "../plan/draft.js";
import { writeNumber } from "../plan/numbers.js";
import { focusSoon } from "../ui/focus.js";
import { addItem, itemsAt } from "./items.js";

/**
 * Puts a replacement of this value or relief into the form. What is neither of the law nor a minimum wage, which a pack of the
 * plan may bring, is ignored.
 */
export function addOverride(key: string, month?: string): void {
  if (!named(key) && !newWage(key)) return;
  addItem("overrides", ({ period }) => {
    const from = month ?? period.firstMonth;
    return { parameter: key, from, to: "", ...asked(key, from), note: "" };
  });
}

/** A replaced table starts with the rows of the law, a single number empty. */
export function asked(key: string, month: string): { readonly value: string | null; readonly rows: Json } {
  const standing = standingOf(key, month);
  if (standing?.unit !== "table") return { value: "", rows: null };
  return { value: null, rows: (standing.inForce?.rows ?? [{ fromRupiah: 0, value: 0 }]).map(typedRow) };
}

function typedRow({ fromRupiah, value }: Row): Json {
  return { fromRupiah: writeNumber(fromRupiah, "money"), value: writeNumber(value, "decimal") };
}

export function addAssumption(key: string): void {
  const kind = (parameterOf(key) ?? newWage(key))?.beyond?.kinds[0];
  if (!kind) return;
  update((plan) => {
    const items = itemsAt(plan, "assumptions");
    const place = items.findIndex((item) => item.parameter === key);
    focusSoon(`assumptions[${place < 0 ? items.length : place}]`);
    return place < 0 ? setAt(plan, "assumptions", [...items, newAssumption(key, kind)]) : plan;
  });
}

export function newAssumption(parameter: string, kind: string, note = ""): Json {
  return kind === "growth"
    ? { kind, parameter, percent: "", note }
    : { kind, parameter, inflationPercent: "", alpha: "", growthPercent: "", note };
}
