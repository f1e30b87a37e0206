/** In which inputs plans differ from the one they are compared with: a sentence for each plan, and one table. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Later } from "../form/later.js";
import { nameOf } from "../form/names.js";
import type { ComparedPlan } from "../plan/comparison.js";
import type { Draft, Json } from "../plan/draft.js";
import { changedPaths, isCounted } from "../plan/no-effect.js";
import { type Cell, numeric, type Row, table } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import { compareWords } from "./compare-words.js";
import { inputText } from "./input-text.js";

/** Inputs that are listed; the rest is a number. */
const MOST = 12;

/** Inputs of one name: counts by date have the same, and stand in one cell. */
interface Input {
  readonly name: string;
  readonly paths: readonly string[];
}

/** The first plan is the one that the others are compared with. */
export function differingView(plans: readonly ComparedPlan[], later: Later | null): View {
  const [first, ...others] = plans;
  if (!first) return nothing;
  const changes = others.map((plan) => ({ plan, paths: pathsOf(first, plan) }));
  const names = new Map<string, Set<string>>();
  for (const { plan, paths } of changes)
    for (const path of paths) {
      const name = nameIn(plan, first, path, later);
      names.set(name, (names.get(name) ?? new Set()).add(path));
    }
  if (names.size === 0) return nothing;
  const inputs = [...names].map(([name, paths]): Input => ({ name, paths: [...paths] }));
  return html`
    ${changes.map(({ plan, paths }) => sentence(plan, first, [...new Set(paths.map((path) => nameIn(plan, first, path, later)))]))}
    ${inputTable(
      inputs.slice(0, MOST),
      plans,
      changes.map(({ paths }) => new Set(paths)),
      later,
    )}`;
}

function pathsOf(first: ComparedPlan, plan: ComparedPlan): readonly string[] {
  return changedPaths(first.scenario as unknown as Json, plan.scenario as unknown as Json).filter(isCounted);
}

/** A row that only the first plan has bears the name that it has there. */
function nameIn(plan: ComparedPlan, first: ComparedPlan, path: string, later: Later | null): string {
  const row = /^[a-zA-Z.]+\[\d+\]/.exec(path)?.[0];
  const has = (of: ComparedPlan) =>
    row === undefined || inputText(of.scenario as unknown as Json, `${row}.name`) !== words.value.tables.none;
  const holder = has(plan) ? plan : first;
  return nameOf(path, { plan: holder.scenario as unknown as Draft, later });
}

function sentence(plan: ComparedPlan, first: ComparedPlan, names: readonly string[]): View {
  if (!names.length) return nothing;
  const w = words.value.compare;
  const more = names.length - MOST;
  const shown = names.slice(0, MOST).join(", ") + (more > 0 ? w.more(number(more)) : "");
  return html`<p>${w.differing(plan.letter, first.letter)} ${shown}.</p>`;
}

/** `changed`: of each plan after the first, which inputs differ. A sign and a word mark them, no colour alone. */
function inputTable(
  inputs: readonly Input[],
  plans: readonly ComparedPlan[],
  changed: readonly ReadonlySet<string>[],
  later: Later | null,
): TemplateResult {
  const w = compareWords();
  const text = (plan: ComparedPlan, { paths }: Input) =>
    paths.map((path) => inputText(plan.scenario as unknown as Json, path, later)).join("; ");
  const rows = inputs.map(
    (input): Row => ({
      head: input.name,
      cells: plans.map((plan, place): Cell => {
        const differs = place > 0 && input.paths.some((path) => changed[place - 1]?.has(path));
        return differs
          ? html`<strong class="differs"><span aria-hidden="true">≠ </span>${text(plan, input)}<span class="quiet"> (${w.differs})</span></strong>`
          : text(plan, input);
      }),
    }),
  );
  return table(
    w.inputs(plans[0]?.letter ?? ""),
    w.input,
    numeric(...plans.map(({ letter }) => letter)),
    [{ rows }],
    "result",
  );
}
