/** Ranges of the plan: what the form and the answer are given to show, and what their buttons do. */
import { batch, computed } from "@preact/signals-core";
import type { Scenario } from "cakupan";
import { type RiskRequest, type UnsureNumber, unsure } from "cakupan/monitor";
import { html, nothing } from "lit-html";
import { type RiskShown, riskView } from "../answer/risk.js";
import { type RangeRow, type RiskActions, type RiskFormShown, riskFormView } from "../answer/risk-form.js";
import { riskWords } from "../answer/risk-words.js";
import { answer } from "../plan/answer.js";
import { done } from "../plan/current.js";
import { kindOf } from "../plan/draft.js";
import { type NumberKind, tidyNumber, writeNumber } from "../plan/numbers.js";
import {
  type AskedRange,
  cancel,
  draws,
  entriesOn,
  failed,
  keyOf,
  progress,
  type RangeText,
  ranges,
  refused,
  requestOf,
  seed,
  work,
  worked,
} from "../plan/risk.js";
import { focusSoon } from "../ui/focus.js";
import { byContent, section } from "../ui/section.js";
import type { FieldFault } from "../ui/typed-field.js";
import { language, words } from "../words/current.js";
import { monthYear } from "../words/format.js";
import { named, nameNow } from "./answer-sections.js";

/** A number that the engine offers, with the name of its row and the month, year or cause of its entry. */
interface Offer extends UnsureNumber {
  readonly key: string;
  readonly kind: NumberKind;
  readonly name: string;
}

function nameIn(path: string, scenario: Scenario): string {
  const name = nameNow(path);
  const entries = entriesOn(path, scenario);
  const { causes } = words.value.flows;
  const last = entries.at(-1) ?? "";
  if (/^\d{4}-\d{2}$/.test(last)) return `${name}, ${monthYear(last, language.value)}`;
  if (/^\d{4}$/.test(last)) return `${name}, ${last}`;
  const cause = (causes as { readonly [cause: string]: string })[last];
  return entries.length > 1 && cause ? `${name}: ${cause}` : name;
}

const scenario = computed(() => answer.value.last?.scenario ?? null);
const numbers = computed(() => (scenario.value ? unsure(scenario.value) : []));

const offers = computed<readonly Offer[]>(() => {
  const plan = scenario.value;
  if (!plan) return [];
  return numbers.value.map(({ path, value }) => ({
    path,
    value,
    key: keyOf(path, plan),
    kind: kindOf(path) ?? "decimal",
    name: nameIn(path, plan),
  }));
});

/** The ranges whose number is in the plan now, in the order in which they were added. */
const asked = computed<readonly (AskedRange & Offer)[]>(() =>
  ranges.value.flatMap((range) => {
    const offer = offers.value.find(({ key }) => key === range.key);
    return offer ? [{ ...offer, ...range }] : [];
  }),
);

const wanted = computed(() => requestOf(asked.value, { draws: draws.value, seed: seed.value }));

const isSame = (one: RiskRequest, other: RiskRequest) => JSON.stringify(one) === JSON.stringify(other);

/** By the place that the engine names. What was changed since is not marked any more. */
const faults = computed<ReadonlyMap<string, readonly FieldFault[]>>(() => {
  const found = new Map<string, FieldFault[]>();
  const last = refused.value;
  if (last === null || !isSame(last.request, wanted.value.request)) return found;
  const add = (path: string, fault: FieldFault) => found.set(path, [...(found.get(path) ?? []), fault]);
  for (const { path, typed, why, choices } of wanted.value.unclear) {
    const place = Number(/\d+/.exec(path)?.[0] ?? -1);
    const kind = asked.value[place]?.kind ?? "people";
    const written = choices.map((choice) => writeNumber(choice, kind));
    add(path, { text: words.value.problems.unclear[why](typed), choices: written });
  }
  for (const problem of last.problems) add(problem.path, { text: problem.message[language.value], choices: [] });
  return found;
});

const UNITS: { readonly [kind in NumberKind]?: { readonly prefix?: string; readonly suffix?: string } } = {
  money: { prefix: "Rp" },
  percent: { suffix: "%" },
  part: { suffix: "%" },
};

function row(range: AskedRange & Offer, place: number): RangeRow {
  const { key, name, value, kind, low, high, shape, path } = range;
  const { prefix = "", suffix = "" } = UNITS[kind] ?? (path.endsWith(".rupiah") ? { prefix: "Rp" } : {});
  const at = (end: "low" | "high") => faults.value.get(`inputs[${place}].${end}`) ?? [];
  const written = [prefix, writeNumber(value, kind), suffix].filter(Boolean).join("\u00a0");
  return { key, name, value: written, low, high, shape, prefix, suffix, faults: { low: at("low"), high: at("high") } };
}

const form = byContent<RiskFormShown>(() => {
  const taken = new Set(ranges.value.map(({ key }) => key));
  const known = /^(inputs\[\d+\]\.(low|high)|draws|seed)$/;
  return {
    rows: asked.value.map(row),
    offers: offers.value.filter(({ key }) => !taken.has(key)).map(({ key, name }) => ({ key, name })),
    draws: draws.value,
    seed: seed.value,
    faults: { draws: faults.value.get("draws") ?? [], seed: faults.value.get("seed") ?? [] },
    others: [...faults.value].flatMap(([path, all]) => (known.test(path) ? [] : all.map(({ text }) => text))),
    progress: progress.value,
    failed: failed.value,
  };
});

const change = (key: string, part: Partial<RangeText>) => {
  ranges.value = ranges.value.map((range) => (range.key === key ? { ...range, ...part } : range));
};

const actions: RiskActions = {
  add(key) {
    ranges.value = [...ranges.value, { key, low: "", high: "", shape: "triangular" }];
    focusSoon(`range-${asked.value.length - 1}-low`);
  },
  remove(key, place) {
    ranges.value = ranges.value.filter((range) => range.key !== key);
    focusSoon(ranges.value.length > 0 ? `range-${Math.min(place, ranges.value.length - 1)}-low` : "range-offer");
  },
  setRange: change,
  set(field, text) {
    (field === "draws" ? draws : seed).value = text;
  },
  leave() {
    batch(() => {
      const tidy = new Map(asked.value.map(({ key, kind }) => [key, kind]));
      ranges.value = ranges.value.map((range) => {
        const kind = tidy.get(range.key);
        return kind ? { ...range, low: tidyNumber(range.low, kind), high: tidyNumber(range.high, kind) } : range;
      });
      draws.value = tidyNumber(draws.value, "people");
      seed.value = tidyNumber(seed.value, "people");
    });
  },
  run() {
    const plan = scenario.value;
    const { request, unclear } = wanted.value;
    if (!plan || request.inputs.length === 0) return;
    if (unclear.length > 0) refused.value = { request, problems: [] };
    else void work(plan, request);
  },
  cancel() {
    cancel();
    done.value = riskWords().cancelled;
    focusSoon("range-run");
  },
};

const shown = byContent<RiskShown | null>(() => {
  const last = worked.value;
  if (last === null) return null;
  const { scenario: plan, request, uncertainty } = last;
  const names = Object.fromEntries(request.inputs.map(({ path }) => [path, nameIn(path, plan)]));
  const fresh = answer.value.fresh && plan === scenario.value && isSame(request, wanted.value.request);
  return { uncertainty, names, funds: named(plan.funds), fresh };
});

export const chancesSection = html`
  ${section(form, (now) => riskFormView(now, actions))}
  <div id="range-answer">${section(shown, (now) => (now === null ? nothing : riskView(now)))}</div>`;
