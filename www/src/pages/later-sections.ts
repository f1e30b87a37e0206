/** The sections of the answer that are loaded after the first one: what each is given to show, and its view. */
import { signal } from "@preact/signals-core";
import { html } from "lit-html";
import { later } from "../answer/later.js";
import { question } from "../answer/question.js";
import { engine } from "../engine/current.js";
import { withAccountNamed } from "../form/account-names.js";
import { later as laterOfForm } from "../form/later.js";
import { answer } from "../plan/answer.js";
import { compared, plans } from "../plan/comparison.js";
import { draft, following } from "../plan/current.js";
import { savedPlans, taken } from "../plan/put-aside.js";
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
    saved: savedPlans.value.length,
    canPutBack: taken.value !== null,
    compared: result && { plans: result.input.plans, output: result.output },
    caveat: caveat.value,
    names: laterOfForm.value,
  };
}

export const laterData = {
  reach: byContent(() => withLater(wayBack())),
  compare: byContent(() => withLater(comparing())),
};

export const reachSection = section(
  laterData.reach,
  whenThere((part) => part.later.reachView(part, ask)),
);

export const compareSection = section(
  laterData.compare,
  whenThere((part) => part.later.compareView(part)),
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
