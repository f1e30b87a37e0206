/** How many people the ceilings pay for: calculated once asked, and again after each change of the plan. */
import { signal } from "@preact/signals-core";
import type { Reach, ReachRequest } from "cakupan";
import { engine } from "../engine/current.js";
import { debounced } from "../engine/debounced.js";
import { words } from "../words/current.js";
import { answer } from "./answer.js";
import { change, draft } from "./current.js";
import { setAt } from "./draft.js";
import { writeNumber } from "./numbers.js";

/** `null` while nothing is asked. */
export const wanted = signal<ReachRequest | null>(null);

export function ask(request: ReachRequest | null): void {
  wanted.value = request;
}

export const found = debounced(
  () => {
    const { last } = answer.value;
    const request = wanted.value;
    return last && request && typeof engine.value !== "string" ? { last, request, running: engine.value } : null;
  },
  ({ last, request, running }) => running.reach(last.scenario, request),
);

/** Puts the people of an answer into the plan as fixed counts from its first month on; one step back takes it off. */
export function putPeople(segments: Reach["splits"][number]["segments"]): void {
  const from = draft.value.period.firstMonth;
  const next = segments.reduce((plan, { segment, people }) => {
    const place = plan.segments.findIndex(({ id }) => id === segment);
    const eligible = plan.segments[place]?.enrolment.eligible ?? "";
    const counts = [{ from, people: writeNumber(people, "people") }];
    return place < 0 ? plan : setAt(plan, `segments[${place}].enrolment`, { kind: "fixed", counts, eligible });
  }, draft.value);
  change(next, words.value.reach.taken);
}
