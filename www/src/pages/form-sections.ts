/** The sections of the form: what each is given to show, read here from the state of the page, and its view. */
import { computed, effect, signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { fundsView } from "../form/funds.js";
import { historyBar } from "../form/history.js";
import { type Kept, type KeptActions, keptView } from "../form/kept.js";
import { later } from "../form/later.js";
import type { FormPart, SegmentsPart } from "../form/part.js";
import { regionView } from "../form/region.js";
import { rulesView } from "../form/rules.js";
import { segmentsView } from "../form/segments.js";
import { sourced } from "../form/sourced.js";
import { targetView } from "../form/target.js";
import { workforceView } from "../form/workforce.js";
import { answer } from "../plan/answer.js";
import { before, canRedo, canUndo, done, draft, editable } from "../plan/current.js";
import { type Draft, evidencePath, type Named } from "../plan/draft.js";
import { isUnder, notes, notesUnder } from "../plan/notes.js";
import { openLawOf } from "../plan/open-law.js";
import { pasted } from "../plan/paste.js";
import { copies, discarded, savedAt, trouble } from "../plan/storage/standing.js";
import { byContent, section } from "../ui/section.js";
import { language } from "../words/current.js";
import { laterSections } from "./answer-sections.js";
import { groupsSection, showAsTable } from "./groups.js";

// ───────────────────────────── what sections are given ─────────────────────────────

/** The parts of the plan with these names, their sources and their notes. */
export function formPart(...names: readonly (keyof Draft)[]): FormPart {
  const plan = draft.value;
  const picked = Object.fromEntries(names.map((name) => [name, plan[name]])) as Partial<Draft>;
  const evidence = Object.fromEntries(
    Object.entries(plan.evidence ?? {}).filter(([name]) => (names as readonly string[]).includes(name)),
  );
  return { plan: { ...picked, evidence }, ...notesOf(names) };
}

function notesOf(names: readonly string[]): Omit<FormPart, "plan"> {
  const offer = pasted.value;
  // An offer to spread pasted cells ends with the next change of the plan.
  const here = offer !== null && offer.draft === draft.value && names.some((name) => isUnder(offer.path, name));
  return { notes: notesUnder(notes.value, names), pasted: here ? offer : null, later: later.value };
}

const named = (items: readonly Named[]): readonly Named[] => items.map(({ id, name }) => ({ id, name }));

/** The law is searched for the minimum wage only when the place or the first month of the plan has changed. */
const placeAndTime = byContent(() => {
  const { region, period } = draft.value;
  return { code: region.code ?? "", name: region.name, month: period.firstMonth };
});
const packs = computed(() => draft.value.lawPacks);

const ownWage = computed(() => later.value?.ownWage(placeAndTime.value, placeAndTime.value.month, packs.value));

/** The groups, and what their rows show of other parts of the plan. */
export function segmentsPart(): SegmentsPart {
  const { funds, target } = draft.value;
  const wage = ownWage.value;
  return {
    ...formPart("segments", "lawPacks"),
    funds: named(funds),
    spread: target?.spread,
    wage: wage && { value: wage.key, text: wage.title[language.value] },
  };
}

/** The population of the region is asked in the section of the budget. */
function regionPart(): FormPart {
  const part = formPart("name", "region", "period", "rounding", "note");
  return { ...part, plan: { ...part.plan, region: { ...draft.value.region, population: null } } };
}

/** Of the region only the population is shown; without its name, typing that draws nothing here. */
function budgetPart(): FormPart {
  const part = formPart("stage", "region", "totals", "published");
  return { ...part, plan: { ...part.plan, region: { ...draft.value.region, name: "" } } };
}

const isTaking = signal(false);

const keptHere = byContent(
  (): Kept => ({
    editable: editable.value,
    taking: isTaking.value,
    trouble: trouble.value,
    copies: copies.value,
    canPutBack: discarded.value !== null,
  }),
);

const keptActions: KeptActions = {
  takeOver: async () => {
    isTaking.value = true;
    // Loaded where a plan is stored; a calculator in another page that stores nothing never needs it.
    await (await import("../plan/storage/workspace.js")).takeOver();
    isTaking.value = false;
  },
  closeTrouble: () => {
    trouble.value = null;
  },
};

const historyNow = byContent(() => ({
  canUndo: canUndo.value,
  canRedo: canRedo.value,
  canRestore: before.value !== null,
  done: done.value,
  savedAt: savedAt.value,
}));

// ───────────────────────────── the sections, in the order of the form ─────────────────────────────

export const formData = {
  region: byContent(regionPart),
  workforce: byContent(() => ({
    form: formPart("workforce"),
    stops: draft.value.segments.some(({ billed }) => billed?.length),
  })),
  segments: byContent(segmentsPart),
  target: byContent(() => formPart("target", "otherTargets")),
  funds: byContent(() => formPart("funds")),
  budget: byContent(() => ({ form: budgetPart(), groups: named(draft.value.segments) })),
  rules: byContent(() => ({
    form: formPart("lawDate", "reliefs", "permissions", "lawPacks", "overrides", "assumptions"),
    open: openLawOf(answer.value.last),
  })),
};

export const formSections = [
  section(formData.region, (form) =>
    regionView(
      form,
      section(laterSections, (parts) => parts?.placeSection ?? nothing),
    ),
  ),
  section(formData.workforce, ({ form, stops }) => workforceView(form, stops)),
  groupsSection(section(formData.segments, (form) => segmentsView(form, () => void showAsTable(true)))),
  section(laterSections, (parts) => parts?.villagesSection ?? nothing),
  section(formData.target, targetView),
  section(formData.funds, fundsView),
  section(formData.budget, ({ form, groups }) => form.later?.budgetView(form, groups) ?? nothing),
  section(laterSections, (parts) => parts?.monitorSection ?? nothing),
  section(formData.rules, ({ form, open }) => rulesView(form, open)),
];

export const keptSection = section(keptHere, (now) => keptView(now, keptActions));
export const historySection = section(historyNow, historyBar);

const sourceAsked = byContent(() => {
  const asked = sourced.value;
  return {
    // A closed dialog shows nothing of the plan.
    form: asked ? { plan: draft.value, ...notesOf([evidencePath(asked.path)]) } : formPart(),
    sourced: asked,
    editable: editable.value,
    onClose: closeSource,
  };
});

function closeSource(): void {
  sourced.value = null;
}

export const sourceDialogSection = section(sourceAsked, (asked) => asked.form.later?.sourceDialog(asked) ?? nothing);

/** Opens the dialog when a source is asked for, after it is drawn; `opened` is called then. */
export function openSourceWhenAsked(opened: () => void = () => undefined): void {
  effect(() => {
    if (sourced.value && later.value) queueMicrotask(() => later.value?.openSource() && opened());
  });
}
