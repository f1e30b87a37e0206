/** The sections of the answer: what each is given to show, read here from the state of the page, and its view. */
import { computed, effect, signal } from "@preact/signals-core";
import type { Amounts, Notice, Scenario, Year } from "cakupan";
import { html, nothing } from "lit-html";
import {
  type AnswerStanding,
  lead,
  notesView,
  resultBar,
  type Subject,
  standing,
  statusText,
  subjectsView,
  unchangedView,
} from "../answer/answer.js";
import { coverageTable } from "../answer/coverage.js";
import { later } from "../answer/later.js";
import { asideText, type FromOutside, type NamedFault, staleText } from "../answer/problems.js";
import { question } from "../answer/question.js";
import { isBeside, isPublished } from "../answer/remarks.js";
import type { Parts, Shown } from "../answer/shown.js";
import { fundTables, lawTable, segmentTable } from "../answer/tables.js";
import { engine } from "../engine/current.js";
import { later as laterOfForm } from "../form/later.js";
import { nameOf } from "../form/names.js";
import { answer, faults, unchanged } from "../plan/answer.js";
import { draft, foreign } from "../plan/current.js";
import type { Named } from "../plan/draft.js";
import { keeping, trouble } from "../plan/storage/standing.js";
import { byContent, section } from "../ui/section.js";
import { words } from "../words/current.js";

/** The sections that are loaded after the first answer; `null` until `later.ts` has loaded them. */
export const laterSections = signal<typeof import("./later-sections.js") | null>(null);

// ───────────────────────────── what sections are given ─────────────────────────────

/** What a field of the form is called now. */
export const nameNow = (path: string) => nameOf(path, { plan: draft.value, later: laterOfForm.value });

const namedFaults = byContent<readonly NamedFault[]>(() =>
  faults.value.map((fault) => ({ ...fault, name: nameNow(fault.path) })),
);

/** Why the figures are not of the whole current form, as a sentence; `""` where they are. */
export const caveat = computed(() => {
  const { fresh, aside } = answer.value;
  if (!fresh) return staleText(namedFaults.value);
  return aside.length ? asideText(aside.map(nameNow)) : "";
});

export const named = (items: readonly Named[]): readonly Named[] => items.map(({ id, name }) => ({ id, name }));

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[] = []): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}

type Keys<P extends Parts> = { readonly [name in keyof P]: readonly NonNullable<P[name]>[] };

/** These parts of the last answer; `null` while there is none. */
export function shown<const P extends Parts>(parts: Keys<P>): Shown<P> | null {
  const { last, fresh } = answer.value;
  if (!last) return null;
  const { years, total, monthly } = last.projection;
  const projection = {
    ...pick(last.projection, parts.projection),
    years: years.map((year) => pick(year, parts.years)),
    total: pick(total, parts.total),
    monthly: pick(monthly, parts.monthly),
  };
  return { projection, fresh } as unknown as Shown<P>;
}

/** The names of the funds in the last answer, and of the groups. */
const fundNames = () => ({ funds: named(answer.value.last?.scenario.funds ?? []) });
const segmentNames = () => ({ segments: named(answer.value.last?.scenario.segments ?? []) });

/** The same part with these notices only. */
function withNotices<T extends Shown<{ projection: "notices" }>>(part: T, isShown: (notice: Notice) => boolean): T {
  return { ...part, projection: { ...part.projection, notices: part.projection.notices.filter(isShown) } };
}

/** The chart shows what each fund pays: a change of a ceiling alone does not draw it. */
function withoutCeilings<T extends { readonly years: readonly Pick<Year, "year" | "funds">[] }>(projection: T) {
  const years = projection.years.map(({ year, funds }) => ({
    year,
    funds: funds.map((fund) => pick(fund, ["fund", "rupiah"])),
  }));
  return { ...projection, years };
}

const AMOUNTS = [
  "segments",
  "programmes",
  "rupiah",
  "personMonths",
  "heads",
  "headsMonth",
] as const satisfies readonly (keyof Amounts)[];

/** What was lost of a plan from outside, and who made it; `null` once the plan was changed. */
function fromOutside(): FromOutside | null {
  const { lost, made, draft: plan } = foreign.value;
  if (plan !== draft.value) return null;
  const running = engine.value;
  const version = typeof running === "string" ? null : running.version();
  const { last, fresh } = answer.value;
  return {
    // Named by their numbers: rows may have moved when parts were removed.
    lost: lost.map((problem) => ({
      name: nameOf(problem.path, { plan: null, later: laterOfForm.value }),
      problem,
    })),
    made,
    running: version && { engine: version.engine, law: version.law },
    now: fresh && last ? { input: last.projection.input, rupiah: last.projection.total.rupiah } : null,
  };
}

function standingNow(): AnswerStanding {
  const running = engine.value;
  return {
    engine: typeof running === "string" ? running : "running",
    isKept: keeping.value && trouble.value === null,
    hasAnswer: answer.value.last !== null,
    fromOutside: fromOutside(),
    faults: namedFaults.value,
    later: laterOfForm.value,
  };
}

/** Ids of the groups with movements to show. A group of given counts without leavers has none. */
function movingGroups({ segments }: Scenario): readonly string[] {
  return segments
    .filter(
      ({ enrolment, flows }) =>
        (enrolment.kind !== "fixed" && enrolment.kind !== "villages") ||
        (enrolment.eligible ?? null) !== null ||
        (flows ?? null) !== null,
    )
    .map(({ id }) => id);
}

// ───────────────────────────── the sections, in the order of the answer ─────────────────────────────

/** Adds the parts of the page that are loaded after the first answer; `null` before. */
export const withLater = <T extends object>(data: T | null) => data && later.value && { ...data, later: later.value };

export const answerData = {
  standing: byContent(standingNow),
  unchanged,
  lead: byContent(() => {
    const part = shown({
      projection: ["months", "lawDate", "parameters", "notices"],
      years: ["year", "months", "rupiah", "coverage"],
      total: ["rupiah", "budgetRupiah", "heads", "headsMonth", "personMonths", "funds"],
      monthly: ["rupiah"],
    });
    return part && { ...withNotices(part, isBeside), ...fundNames(), caveat: caveat.value };
  }),
  funds: byContent(() => {
    const part = shown({
      projection: ["parameters"],
      years: ["year", "funds", "rupiah", "unpaidRupiah"],
      total: ["funds", "rupiah"],
    });
    return part && { ...part, ...fundNames() };
  }),
  meter: byContent(() => {
    const part = shown({ years: ["year", "funds"] });
    return withLater(part && { ...part, ...fundNames() });
  }),
  chart: byContent(() => {
    const part = shown({
      projection: ["months", "parameters"],
      years: ["year", "funds"],
      total: ["funds"],
      monthly: ["funds"],
    });
    return withLater(part && { ...part, projection: withoutCeilings(part.projection), ...fundNames() });
  }),
  coverage: byContent(() => shown({ years: ["year", "coverage"] })),
  targets: byContent(() => {
    const part = shown({
      projection: ["months", "crossings"],
      years: ["year", "coverage", "rivals", "classes"],
      monthly: ["coverage"],
    });
    const denominator = answer.value.last?.scenario.workforce?.denominator ?? null;
    return withLater(part && { ...part, denominator });
  }),
  segments: byContent(() => {
    const part = shown({
      projection: ["parameters"],
      years: ["year", ...AMOUNTS],
      total: AMOUNTS,
    });
    return part && { ...part, ...segmentNames() };
  }),
  people: byContent(() => {
    const part = shown({ years: ["year", "segments"] });
    const { last } = answer.value;
    return withLater(part && last && { ...part, ...segmentNames(), moving: movingGroups(last.scenario) });
  }),
  published: byContent(() => {
    const part = shown({ projection: ["published", "notices"] });
    return withLater(part && { ...withNotices(part, isPublished), ...segmentNames() });
  }),
  burden: byContent(() => {
    const part = shown({ projection: ["months"], years: ["year", "budgetRupiah", "burden", "funds"] });
    return withLater(part && { ...part, ...fundNames(), stage: answer.value.last?.scenario.stage ?? null });
  }),
  accounts: byContent(() =>
    withLater(shown({ projection: ["parameters"], years: ["year", "accounts"], total: ["accounts"] })),
  ),
  months: byContent(() => {
    const part = shown({
      projection: ["months", "parameters"],
      years: ["year", "months", "rupiah"],
      monthly: ["heads", "rupiah", "funds"],
    });
    const coverage = answer.value.last?.projection.monthly.coverage?.percent ?? null;
    return withLater(part && { ...part, ...fundNames(), coverage });
  }),
  law: byContent(() => shown({ projection: ["parameters"] })),
  notes: byContent(() =>
    shown({
      projection: ["notices", "engine", "law", "lawPacks", "input", "notCounted", "missing", "unused", "grounds"],
      total: ["rupiah"],
    }),
  ),
  bar: byContent(() => {
    const part = shown({ projection: ["months"], years: ["year", "coverage", "unpaidRupiah"], total: ["rupiah"] });
    return part && { ...part, caveat: caveat.value, isUnchanged: unchanged.value !== null };
  }),
};

/** A view that shows nothing while its data is `null`. */
export const whenThere =
  <T, V>(view: (shown: T) => V) =>
  (shown: T | null) =>
    shown === null ? nothing : view(shown);

export const standingSection = section(answerData.standing, standing);

export const leadSection = section(
  answerData.lead,
  whenThere((part) => lead(part, part.caveat)),
);

const costSections = [
  section(
    answerData.segments,
    whenThere((part) => html`<p class="hint">${words.value.tables.rupiahHint}</p>${segmentTable(part)}`),
  ),
  section(
    answerData.chart,
    whenThere((part) => part.later.chartView(part)),
  ),
  section(
    answerData.months,
    whenThere((part) => part.later.monthView(part, part.coverage)),
  ),
  section(
    answerData.published,
    whenThere((part) => part.later.publishedView(part)),
  ),
  section(laterSections, (parts) => parts?.villageAnswerSection ?? nothing),
  section(laterSections, (parts) => parts?.monitorAnswerSection ?? nothing),
  section(laterSections, (parts) => parts?.compareSection ?? nothing),
  section(laterSections, (parts) => parts?.whatIfSection ?? nothing),
];

const coverageSections = [
  section(answerData.coverage, whenThere(coverageTable)),
  section(
    answerData.targets,
    whenThere((part) => part.later.targetsView(part, part.denominator)),
  ),
  section(
    answerData.people,
    whenThere((part) => part.later.peopleTable(part, part.moving)),
  ),
];

const fundSections = [
  section(
    answerData.meter,
    whenThere((part) => part.later.meterView(part)),
  ),
  section(answerData.funds, whenThere(fundTables)),
  section(
    answerData.burden,
    whenThere((part) => part.later.burdenView(part, part.stage)),
  ),
  section(laterSections, (parts) => parts?.reachSection ?? nothing),
  section(
    answerData.accounts,
    whenThere((part) => part.later.accountTable(part)),
  ),
  section(laterSections, (parts) => parts?.budgetSection ?? nothing),
];

const glossaryOf = (subject: Subject) => section(laterSections, (parts) => parts?.glossarySection(subject) ?? nothing);

const hasAnswer = computed(() => answer.value.last !== null);

/** Without an answer there is nothing to point at. */
const subjectsSection = section(hasAnswer, (there) =>
  there
    ? subjectsView({
        cost: [costSections, glossaryOf("cost")],
        coverage: [coverageSections, glossaryOf("coverage")],
        funds: [fundSections, glossaryOf("funds")],
        law: [section(answerData.law, whenThere(lawTable)), glossaryOf("law")],
        notes: [
          section(answerData.notes, whenThere(notesView)),
          section(laterSections, (parts) => parts?.selfCheckSection ?? nothing),
          glossaryOf("notes"),
        ],
      })
    : nothing,
);

export const answerSections = [
  standingSection,
  section(answerData.unchanged, unchangedView),
  leadSection,
  section(laterSections, (parts) => parts?.actionsSection ?? nothing),
  subjectsSection,
];

export const resultBarSection = section(
  answerData.bar,
  whenThere((part) => resultBar(part, part.caveat, part.isUnchanged)),
);

/** The answer for the status line of screen readers. */
export function statusNow(): string {
  const part = shown({ projection: ["months"], years: ["coverage"], total: ["rupiah"] });
  return part ? statusText(part, faults.value.length, caveat.value, unchanged.value) : "";
}

/** Where a figure comes from, in a dialog. */
export const explainSection = section(laterSections, (parts) => parts?.explainSection ?? nothing);

/** Opens the dialog when a figure is asked for, after it is drawn; `opened` is called then. */
export function openExplanationWhenAsked(opened: () => void = () => undefined): void {
  effect(() => {
    if (question.value && later.value) queueMicrotask(() => later.value?.openDialog() && opened());
  });
}
