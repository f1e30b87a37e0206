/** What a budget office hands in: what its sections are given to show. The module of files is fetched when one is opened. */
import { computed, effect, signal } from "@preact/signals-core";
import type { Scenario } from "cakupan";
import type { CashEvery, RkaTable } from "cakupan/sheets";
import { html, nothing, type TemplateResult } from "lit-html";
import { auditView } from "../answer/audit.js";
import { budgetWords } from "../answer/budget-words.js";
import { cashView } from "../answer/cash.js";
import { reproduceView } from "../answer/reproduce.js";
import { type CodeMark, type RkaActions, rkaView, type Suggestion } from "../answer/rka.js";
import { type Kind, snippetsOf } from "../answer/snippets.js";
import { law } from "../engine/law.js";
import { answer } from "../plan/answer.js";
import { plans } from "../plan/comparison.js";
import { done, draft, put, update } from "../plan/current.js";
import type { Draft, Json } from "../plan/draft.js";
import { itemsAt } from "../form/items.js";
import { knownActivity } from "../form/office.js";
import { savedPlans } from "../plan/put-aside.js";
import { byContent, section } from "../ui/section.js";
import type { View } from "../ui/view.js";
import "./budget.css";

const PARTS = ["rka", "cash", "audit", "reproduce"] as const;
type Part = (typeof PARTS)[number];

const opened = signal<readonly Part[]>([]);
type Sheets = typeof import("cakupan/sheets");
const sheets = signal<Sheets | "idle" | "loading" | "failed">("idle");

/** Fetched once; after a failure again with the next part that is opened. */
async function load(): Promise<void> {
  if (typeof sheets.peek() === "object" || sheets.peek() === "loading") return;
  sheets.value = "loading";
  try {
    const module = await import("cakupan/sheets");
    await module.start();
    sheets.value = module;
  } catch {
    sheets.value = "failed";
  }
}

/** Made of the last answer while one of these parts is open. */
function whileOpen<T>(parts: readonly Part[], make: (module: Sheets, scenario: Scenario) => T) {
  return computed<T | "loading" | "failed" | "refused" | null>(() => {
    if (!parts.some((part) => opened.value.includes(part))) return null;
    const module = sheets.value;
    const { last } = answer.value;
    if (module === "failed") return "failed";
    if (typeof module === "string" || !last) return "loading";
    try {
      return make(module, last.scenario);
    } catch {
      return "refused";
    }
  });
}

type Made<T> = T | "loading" | "failed" | "refused" | null;

/** A view of what was made, or the sentence why there is nothing yet. */
const orSaid =
  <T extends object>(view: (shown: T) => View) =>
  (made: Made<T>): View => {
    if (made === null) return nothing;
    return typeof made === "string" ? html`<p class="hint">${budgetWords()[made]}</p>` : view(made);
  };

const part = (of: Part, content: unknown): TemplateResult => html`
  <details class="more budget" id=${`budget-${of}`} @toggle=${(event: Event) => toggled(of, event)}>
    <summary>${budgetWords()[of].heading}</summary>
    <div>${content}</div>
  </details>`;

function toggled(of: Part, { currentTarget }: Event): void {
  const { open } = currentTarget as HTMLDetailsElement;
  opened.value = [...opened.value.filter((one) => one !== of), ...(open ? [of] : [])];
  if (open && of !== "reproduce") void load();
}

// ───────────────────────────── RKA ─────────────────────────────

const tables = whileOpen(["rka", "audit"], (module, scenario) => module.rkaTables(scenario));

const chosen = signal<number | null>(null);
/** The saved plans of the comparison; the plan of the form itself is no base. */
const bases = computed(() => plans.value.slice(0, savedPlans.value.length));

const change = whileOpen(["rka"], (module, scenario) => {
  const base = chosen.value === null ? undefined : bases.value[chosen.value];
  return { rows: base ? module.rkaChangeTables(base.scenario, scenario) : null };
});

function markOf(code: string): CodeMark {
  const known = law.accounts.find((account) => account.code === code);
  if (!known) return "foreign";
  return known.status === "enacted" ? null : "unconfirmed";
}

/** Positions of the funds in the form, by the names that the answer has; blank ones are in no answer. */
function places(): { readonly [name: string]: number } {
  const { last } = answer.value;
  const of = (id: string) => draft.value.funds.findIndex((fund) => fund.id === id);
  return Object.fromEntries((last?.scenario.funds ?? []).map(({ id, name }) => [name, of(id)]));
}

/**
 * Known accounts for what a fund pays of a group without an account: those of its own group, else those of non-ASN, whose
 * note says that practice uses them. Accounts of no group are parents, or of ASN, whose contributions go to Taspen.
 */
function suggestionsOf(scenario: Scenario, made: readonly RkaTable[]): readonly Suggestion[] {
  const found = made.flatMap(({ rows }) => rows).filter(({ code }) => code === null);
  const all = found.flatMap((row) => {
    const fund = scenario.funds.find(({ name }) => name === row.fund);
    const place = places()[row.fund] ?? -1;
    const group = scenario.segments.find(({ name }) => name === row.segment)?.group ?? null;
    if (fund === undefined || place < 0) return [];
    const fits = law.accounts.filter(
      ({ funds, programme }) => funds.includes(fund.kind) && (programme === null || programme === row.programme),
    );
    const ofGroup = (wanted: string) => fits.filter((known) => known.group === wanted && wanted !== "pppk");
    const own = group === null ? [] : ofGroup(group);
    return (own.length > 0 ? own : ofGroup("nonAsn")).map(({ code, description, note }): Suggestion => {
      return { fund: row.fund, place, programme: row.programme, code, description, note };
    });
  });
  const key = ({ fund, programme, code }: Suggestion) => `${fund} ${programme} ${code}`;
  return [...new Map(all.map((one) => [key(one), one])).values()];
}

const rkaData = byContent(() => {
  const made = tables.value;
  const changed = change.value;
  const { last, fresh } = answer.value;
  if (made === null || changed === null || !last) return null;
  if (typeof made === "string") return made;
  if (typeof changed === "string") return changed;
  const codes = made.flatMap(({ rows }) => rows.flatMap(({ code }) => code ?? []));
  return {
    fresh,
    tables: made,
    marks: Object.fromEntries(codes.map((code) => [code, markOf(code)])),
    places: places(),
    suggestions: suggestionsOf(last.scenario, made),
    activity: last.scenario.segments.some(({ subActivity }) => subActivity) ? null : knownActivity(),
    bases: bases.value.map(({ name }) => name),
    base: chosen.value,
    changes: changed.rows,
  };
});

const rkaActions: RkaActions = {
  choose(base) {
    chosen.value = base;
  },
  take({ place, programme, code, description }) {
    const path = `funds[${place}].accounts`;
    const accounts: Json = [...itemsAt(draft.value, path), { programme, code, description }];
    put(path, accounts, budgetWords().rka.taken(code));
  },
  takeActivity(subActivity) {
    const named = (segments: Draft["segments"]) =>
      segments.map((segment) => (segment.subActivity ? segment : { ...segment, subActivity }));
    update((plan) => ({ ...plan, segments: named(plan.segments) }), budgetWords().rka.activityTaken(subActivity));
  },
};

// A base that was taken off is no base any more.
effect(() => {
  if (chosen.value !== null && chosen.value >= bases.value.length) chosen.value = null;
});

// ───────────────────────────── cash plan and audit ─────────────────────────────

const every = signal<CashEvery>("month");
const cashPlan = whileOpen(["cash"], (module, scenario) => module.cash(scenario, every.value));

const cashData = byContent(() => {
  const plan = cashPlan.value;
  const { last, fresh } = answer.value;
  if (plan === null || typeof plan === "string" || !last) return plan as "loading" | null;
  const years = last.projection.years.map(({ year, rupiah }) => ({ year, rupiah }));
  return { fresh, plan, every: every.value, years };
});

const auditData = byContent(() => {
  const made = opened.value.includes("audit") ? tables.value : null;
  const { last, fresh } = answer.value;
  if (made === null || typeof made === "string" || !last) return made as "loading" | null;
  const { input: code, engine, law } = last.projection;
  return { fresh, tables: made, code, engine, law };
});

// ───────────────────────────── reproduce ─────────────────────────────

const reproduceData = byContent(() => {
  const { last } = answer.value;
  if (!last || !opened.value.includes("reproduce")) return null;
  const { rupiah } = last.projection.total;
  return { snippets: snippetsOf(last.scenario, rupiah), rupiah };
});

/** Where the browser refuses the clipboard, the text is selected, to be copied by keyboard. */
async function copy(kind: Kind, text: string): Promise<void> {
  const w = budgetWords().reproduce;
  // Cleared first: a status line is spoken only when its text changes.
  done.value = null;
  try {
    await navigator.clipboard.writeText(text);
    done.value = w.copied(w.kinds[kind]);
  } catch {
    const place = document.getElementById(`reproduce-${kind}`);
    if (place) getSelection()?.selectAllChildren(place);
    place?.focus();
    done.value = w.selected;
  }
}

// ───────────────────────────── the section ─────────────────────────────

const rkaSection = section(
  rkaData,
  orSaid((shown) => rkaView(shown, rkaActions)),
);
const cashSection = section(
  cashData,
  orSaid((shown) =>
    cashView(shown, (chosenLength) => {
      every.value = chosenLength;
    }),
  ),
);
const auditSection = section(auditData, orSaid(auditView));
const reproduceSection = section(
  reproduceData,
  orSaid((shown) => reproduceView(shown, (kind, text) => void copy(kind, text))),
);

const hasAnswer = computed(() => answer.value.last !== null);

export const budgetSection = section(hasAnswer, (there) =>
  there
    ? html`${part("rka", rkaSection)}${part("cash", cashSection)}${part("audit", auditSection)}${part(
        "reproduce",
        reproduceSection,
      )}`
    : nothing,
);
