/** The sections of the answer that are loaded after the first one: what each is given to show, and its view. */
import { signal } from "@preact/signals-core";
import { html } from "lit-html";
import type { Subject } from "../answer/answer.js";
import type { Term } from "../answer/glossary.js";
import { later } from "../answer/later.js";
import { question } from "../answer/question.js";
import { engine } from "../engine/current.js";
import { withAccountNamed } from "../form/account-names.js";
import { nameOf } from "../form/names.js";
import { later as laterOfForm } from "../form/later.js";
import { type Answer, answer } from "../plan/answer.js";
import { type Checked, checked } from "../plan/self-check.js";
import { base, compared, plans } from "../plan/comparison.js";
import { draft, following } from "../plan/current.js";
import { withPart } from "../plan/save.js";
import { savedPlans, taken } from "../plan/put-aside.js";
import { asked, inputs, tried } from "../plan/what-if.js";
import { ask, found, wanted } from "../plan/way-back.js";
import { byContent, section } from "../ui/section.js";
import { language } from "../words/current.js";
import { benefitSection } from "./benefit-section.js";
import { budgetSection as budgetFiles } from "./budget-sections.js";
import { caveat, named, nameNow, whenThere, withLater } from "./answer-sections.js";
import { rangesSection, retentionSection } from "./chances.js";

const namedFile = () => {
  const { region, period } = answer.value.last?.scenario ?? draft.value;
  return { region: region.name ?? "", year: period.firstMonth.slice(0, 4) };
};
// The answer works without it.
void import("./copy.js").then(
  ({ copyTables }) => copyTables(namedFile),
  () => undefined,
);

following.value = withAccountNamed;

/** What a budget office hands in, and below it what members receive, how sure the plan is, and what comes after it. */
export const budgetSection = section(
  language,
  () => html`${budgetFiles}${benefitSection}${rangesSection}${retentionSection}`,
);
export { monitorAnswerSection, monitorSection } from "./monitor.js";
export { villageAnswerSection, villagesSection } from "./villages.js";

export { placeSection } from "./place-section.js";

/** How many people the ceilings pay for; `null` before the first answer. */
function wayBack() {
  const { last, fresh } = answer.value;
  if (!last) return null;
  const result = found.value;
  return {
    fresh,
    request: wanted.value,
    // The groups are shown only once the reader asks.
    segments: wanted.value ? named(last.scenario.segments) : [],
    found: result && foundOf(result),
    caveat: caveat.value,
  };
}

function foundOf({ input, output }: NonNullable<(typeof found)["value"]>) {
  if (!("segments" in output)) return output.map((problem) => ({ problem, name: nameNow(problem.path) }));
  const { funds, segments } = input.last.scenario;
  const leaving = segments.filter(({ flows }) => (flows ?? null) !== null).map(({ id }) => id);
  return { reach: output, names: { funds: named(funds), segments: named(segments) }, leaving };
}

function comparing() {
  const { last, fresh } = answer.value;
  if (!last) return null;
  const result = compared.value;
  return {
    fresh,
    plans: plans.value,
    base: base.value,
    saved: savedPlans.value.length,
    canPutBack: taken.value !== null,
    compared: result && { plans: result.input.plans, output: result.output },
    caveat: caveat.value,
    names: laterOfForm.value,
  };
}

function tryingOneInput() {
  const { last, fresh } = answer.value;
  if (!last) return null;
  const now = { plan: draft.value, later: laterOfForm.value };
  const result = tried.value;
  return {
    fresh,
    asked: asked.value,
    // Named only once the reader asks: a plan may have hundreds.
    inputs: inputs.value.map((path) => ({ path, name: asked.value ? nameOf(path, now) : "" })),
    tried: result && { path: result.input.asked.path, steps: result.output },
  };
}

export const laterData = {
  reach: byContent(() => withLater(wayBack())),
  compare: byContent(() => withLater(comparing())),
  whatIf: byContent(() => withLater(tryingOneInput())),
};

export const reachSection = section(
  laterData.reach,
  whenThere((part) => part.later.reachView(part, ask)),
);

export const compareSection = section(
  laterData.compare,
  whenThere((part) => part.later.compareView(part)),
);

const actions = {
  show: () => void withPart(import("./projector/show.js"), (parts) => parts.showProjector()),
  summarise: () => void withPart(import("./summary/show.js"), (parts) => parts.showSummary()),
};

export const actionsSection = section(
  byContent(() => withLater(answer.value.last && {})),
  whenThere((part) => part.later.actionsView(actions)),
);

/** `null` until the reader opens the words of a part. */
const terms = signal<readonly Term[] | null>(null);

const askTerms = () => {
  if (!terms.peek()) void withPart(import("./glossary/terms.js"), (parts) => (terms.value = parts.terms));
};

/** What the words of a part of the answer mean. */
export const glossarySection = (subject: Subject) =>
  section(
    byContent(() => withLater({ terms: terms.value })),
    whenThere((part) => part.later.glossaryView(subject, part.terms, askTerms)),
  );

/** The answer that was checked last, and what came of it. */
const selfCheck = signal<{ readonly of: Answer; readonly checks: readonly Checked[] } | null>(null);

function checkNow(): void {
  const { last } = answer.value;
  const running = engine.value;
  if (!last || typeof running === "string") return;
  selfCheck.value = { of: last, checks: checked(last, running) };
  // Read out from there: the short result alone is a live region.
  document.getElementById("self-check")?.focus();
}

export const selfCheckSection = section(
  byContent(() => {
    const { last } = answer.value;
    const done = selfCheck.value;
    return withLater(last && { checks: done && done.of === last ? done.checks : null });
  }),
  whenThere((part) => part.later.selfCheckView(part.checks, checkNow)),
);

export const whatIfSection = section(
  laterData.whatIf,
  whenThere((part) => part.later.whatIfView(part)),
);

// ───────────────────────────── the dialog ─────────────────────────────

const isBrief = signal(false);

const explaining = byContent(() => {
  const parts = later.value;
  if (!parts) return null;
  const asked = question.value;
  const running = engine.value;
  const { last } = answer.value;
  const brief = isBrief.value;
  if (!asked || !last || typeof running === "string") return { parts, brief, asked: null };
  const explained = running.explain(last.scenario, { ...asked.ask, brief });
  const form = { plan: draft.value, later: laterOfForm.value };
  return { parts, brief, asked: { about: asked.about, explained, last, form } };
});

const explainActions = {
  setBrief: (brief: boolean) => {
    isBrief.value = brief;
  },
  onClose: () => {
    question.value = null;
  },
};

export const explainSection = section(
  explaining,
  whenThere((now) => now.parts.explainDialog(now, explainActions)),
);
