/** Who stays when the budget stops: what form and answer are given to show, and what their fields do. */
import { computed } from "@preact/signals-core";
import { CakupanError, type ExitCause, retention } from "cakupan/monitor";
import { html } from "lit-html";
import {
  type RetentionActions,
  type RetentionForm,
  retentionFormView,
  type RetentionShown,
  retentionView,
} from "../answer/retention.js";
import { engine } from "../engine/current.js";
import { answer } from "../plan/answer.js";
import { type NumberKind, tidyNumber, writeNumber } from "../plan/numbers.js";
import { assumed, CAUSES, type ExitText, KINDS, requestOf } from "../plan/retention.js";
import { byContent, section } from "../ui/section.js";
import type { FieldFault } from "../ui/typed-field.js";
import { language, words } from "../words/current.js";
import { named } from "./answer-sections.js";

const scenario = computed(() => answer.value.last?.scenario ?? null);

/** The groups that the engine asks about: it refuses others. */
const groups = byContent(() => named((scenario.value?.segments ?? []).filter((segment) => segment.class === "BPU")));

const wanted = computed(() => {
  const ids = groups.value.map(({ id }) => id);
  // A group that is in the plan no more is left out of nothing.
  const without = assumed.value.without.filter((id) => ids.includes(id));
  return requestOf({ ...assumed.value, without }, ids);
});

const found = computed(() => {
  const plan = scenario.value;
  const { request, unclear } = wanted.value;
  if (!plan || groups.value.length === 0 || unclear.length > 0 || assumed.value.stayPercent.trim() === "")
    return { retention: null, problems: [] };
  try {
    return { retention: retention(plan, request), problems: [] };
  } catch (error) {
    if (error instanceof CakupanError && error.problems.length > 0)
      return { retention: null, problems: error.problems };
    throw error;
  }
});

/** The field that the engine means by a path; `null`: it means none. */
function fieldAt(
  path: string,
  causes: readonly ExitCause[],
): { readonly id: string; readonly kind: NumberKind } | null {
  const [, place, name = path] = /^exits\[(\d+)\]\.(\w+)$/.exec(path) ?? [];
  const kind = Object.entries(KINDS).find(([field]) => field === name)?.[1];
  const cause = place === undefined ? "" : causes[Number(place)];
  if (kind === undefined || cause === undefined) return null;
  return { id: cause ? `retention-${cause}-${name}` : `retention-${name}`, kind };
}

const form = byContent<RetentionForm>(() => {
  const { causes, unclear } = wanted.value;
  const faults: { [id: string]: readonly FieldFault[] } = {};
  const others: string[] = [];
  const add = (path: string, text: string, choices: readonly number[] = []) => {
    const field = fieldAt(path, causes);
    if (!field) others.push(text);
    else {
      const written = choices.map((choice) => writeNumber(choice, field.kind));
      faults[field.id] = [...(faults[field.id] ?? []), { text, choices: written }];
    }
  };
  for (const { path, typed, why, choices } of unclear) add(path, words.value.problems.unclear[why](typed), choices);
  for (const problem of found.value.problems) add(problem.path, problem.message[language.value]);
  const { without, months, stayPercent, rejoinPercent, rejoinAfterMonths, exits } = assumed.value;
  return {
    groups: groups.value,
    without,
    fields: { months, stayPercent, rejoinPercent, rejoinAfterMonths },
    exits: CAUSES.map((cause) => ({ cause, fields: exits[cause] })),
    faults,
    others,
  };
});

const setExit = (cause: ExitCause, part: Partial<ExitText>) => {
  const { exits } = assumed.value;
  assumed.value = { ...assumed.value, exits: { ...exits, [cause]: { ...exits[cause], ...part } } };
};

const actions: RetentionActions = {
  toggle(id, on) {
    const others = assumed.value.without.filter((other) => other !== id);
    assumed.value = { ...assumed.value, without: on ? others : [...others, id] };
  },
  set(field, text) {
    assumed.value = { ...assumed.value, [field]: text };
  },
  setExit: (cause, field, text) => setExit(cause, { [field]: text }),
  leave() {
    const now = assumed.value;
    const tidy = (field: keyof typeof KINDS, text: string) => tidyNumber(text, KINDS[field]);
    const exits = CAUSES.map((cause) => {
      const { percentAYear, replacedPercent } = now.exits[cause];
      const written: ExitText = {
        percentAYear: tidy("percentAYear", percentAYear),
        replacedPercent: tidy("replacedPercent", replacedPercent),
      };
      return [cause, written] as const;
    });
    assumed.value = {
      ...now,
      months: tidy("months", now.months),
      stayPercent: tidy("stayPercent", now.stayPercent),
      rejoinPercent: tidy("rejoinPercent", now.rejoinPercent),
      rejoinAfterMonths: tidy("rejoinAfterMonths", now.rejoinAfterMonths),
      exits: Object.fromEntries(exits) as typeof now.exits,
    };
  },
};

/** What a year's delay costs; the way back has it. */
const waiting = computed(() => {
  const running = engine.value;
  if (scenario.value === null || typeof running === "string") return null;
  const reached = running.reach(scenario.value, {});
  return "waiting" in reached ? reached.waiting : null;
});

const shown = byContent<RetentionShown | null>(() => {
  if (scenario.value === null || groups.value.length === 0) return null;
  return {
    retention: found.value.retention,
    segments: groups.value,
    waiting: waiting.value,
    fresh: answer.value.fresh,
  };
});

export const retentionSection = html`
  ${section(form, (now) => retentionFormView(now, actions))}
  <div id="retention-answer">${section(shown, (now) => (now === null ? "" : retentionView(now)))}</div>`;
