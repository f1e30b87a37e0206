/** What the planner assumes of the time after the budget stops, as it is typed. */
import { signal } from "@preact/signals-core";
import type { ExitCause, RetentionRequest } from "cakupan/monitor";
import { type Doubt, type NumberKind, readNumber } from "./numbers.js";

export const CAUSES = ["age", "death", "ableToPay", "decree", "lapse"] as const satisfies readonly ExitCause[];

export interface ExitText {
  readonly percentAYear: string;
  readonly replacedPercent: string;
}

export interface RetentionText {
  /** Ids of groups that are left out. */
  readonly without: readonly string[];
  readonly months: string;
  readonly stayPercent: string;
  readonly rejoinPercent: string;
  readonly rejoinAfterMonths: string;
  readonly exits: { readonly [cause in ExitCause]: ExitText };
}

const NONE: ExitText = { percentAYear: "", replacedPercent: "" };

/** How many stay has been measured nowhere: the planner must say it, and nothing stands in its place. */
export const assumed = signal<RetentionText>({
  without: [],
  months: "36",
  stayPercent: "",
  rejoinPercent: "",
  rejoinAfterMonths: "",
  exits: { age: NONE, death: NONE, ableToPay: NONE, decree: NONE, lapse: NONE },
});

/** What kind of number each field holds. */
export const KINDS = {
  months: "months",
  stayPercent: "part",
  rejoinPercent: "part",
  rejoinAfterMonths: "months",
  percentAYear: "percent",
  replacedPercent: "part",
} as const satisfies { readonly [field: string]: NumberKind };

export interface UnclearField {
  /** As the engine names it: `exits[0].percentAYear`. */
  readonly path: string;
  readonly typed: string;
  readonly why: Doubt;
  readonly choices: readonly number[];
}

/** What the engine is asked about these groups; causes of which something is typed are in the order of [`CAUSES`]. */
export function requestOf(
  text: RetentionText,
  groups: readonly string[],
): {
  readonly request: RetentionRequest;
  readonly causes: readonly ExitCause[];
  readonly unclear: readonly UnclearField[];
} {
  const unclear: UnclearField[] = [];
  const read = (path: string, typed: string, kind: NumberKind) => {
    const reading = readNumber(typed, kind);
    if (reading.is === "unclear") unclear.push({ path, typed, why: reading.why, choices: reading.choices });
    return reading.is === "number" ? reading.value : reading.is === "text" ? reading.raw : null;
  };
  const of = (field: "months" | "stayPercent" | "rejoinPercent" | "rejoinAfterMonths") =>
    read(field, text[field], KINDS[field]);
  const causes = CAUSES.filter((cause) => {
    const { percentAYear, replacedPercent } = text.exits[cause];
    return percentAYear.trim() !== "" || replacedPercent.trim() !== "";
  });
  const exits = causes.map((cause, place) => {
    const { percentAYear, replacedPercent } = text.exits[cause];
    return {
      cause,
      percentAYear: read(`exits[${place}].percentAYear`, percentAYear, KINDS.percentAYear),
      replacedPercent: read(`exits[${place}].replacedPercent`, replacedPercent, KINDS.replacedPercent),
    };
  });
  const segments = groups.filter((id) => !text.without.includes(id));
  const request = {
    segments: text.without.length > 0 ? segments : null,
    months: of("months"),
    stayPercent: of("stayPercent"),
    rejoinPercent: of("rejoinPercent"),
    rejoinAfterMonths: of("rejoinAfterMonths"),
    exits: exits.length > 0 ? exits : null,
  };
  return { request: request as unknown as RetentionRequest, causes, unclear };
}
