/** The published budgets of the page "Uji", and how the engine's answer stands to each. */
import type { PublishedVerdict, Scenario } from "cakupan";
import published from "virtual:published-cases";
import type { Engine } from "../../engine/start.js";
import type { Reasons } from "./reasons.js";

export interface PublishedCase {
  readonly id: string;
  readonly region: string;
  readonly year: number;
  /** The groups of the plan. */
  readonly about: string;
  /**
   * A: printed to the rupiah and right; B: right as far as it was printed; C: does not follow from its own heads, rate
   * and months; N: no total was printed that could be compared.
   */
  readonly grade: string;
  readonly printed: number | null;
  /** Heads × rate × months of the publication, calculated by hand. */
  readonly byHand: number | null;
  readonly sources: readonly string[];
  readonly scenario: Scenario;
}

export const publishedList: readonly PublishedCase[] = published;

/** What a case came to. `different`: the printed total differs for a known reason; `fails`: this build is wrong. */
export type Standing = "equal" | "rounded" | "cut" | "different" | "byHand" | "fails";

export interface Tried extends PublishedCase {
  /** `null` where the engine refused the plan. */
  readonly computed: number | null;
  readonly standing: Standing;
}

/** The plan's answer of each case. */
export const tried = (engine: Engine, reasons: Reasons, list = publishedList): readonly Tried[] =>
  list.map((one) => {
    const outcome = engine.run(one.scenario);
    if (!("projection" in outcome)) return { ...one, computed: null, standing: "fails" };
    const { total, published } = outcome.projection;
    const computed = total.budgetRupiah;
    return { ...one, computed, standing: judged(one, computed, published[0]?.verdict, one.id in reasons) };
  });

/** A case stands only as its publication was graded: a C that suddenly agrees is a fault as well. */
export function judged(
  { grade, printed, byHand }: Pick<PublishedCase, "grade" | "printed" | "byHand">,
  computed: number,
  verdict: PublishedVerdict | undefined,
  isReasonKnown: boolean,
): Standing {
  if (byHand !== null && byHand !== computed) return "fails";
  if (printed === null) return "byHand";
  if (verdict === "equal") return grade === "A" ? "equal" : "fails";
  if (verdict === "rounded" || verdict === "cut") return grade === "C" && !isReasonKnown ? "fails" : verdict;
  return isReasonKnown && grade !== "A" && grade !== "B" ? "different" : "fails";
}
