/** What is paid when: by month, quarter or half year, in all and by group, programme and fund. */
import type { CashEvery, CashPlan } from "cakupan/sheets";
import { html, nothing, type TemplateResult } from "lit-html";
import { type Group, money } from "../ui/table.js";
import { language } from "../words/current.js";
import { list, number, rupiah, shortMonth } from "../words/format.js";
import { budgetWords } from "./budget-words.js";
import { resultTable } from "./figure.js";
import type { Standing } from "./shown.js";

export interface CashShown extends Standing {
  readonly plan: CashPlan;
  readonly every: CashEvery;
  /** What each budget year costs. */
  readonly years: readonly { readonly year: number; readonly rupiah: number }[];
}

export const LENGTHS: readonly CashEvery[] = ["month", "quarter", "halfYear"];
const BY = ["total", "segment", "programme", "fund"] as const;

export function cashView(shown: CashShown, choose: (every: CashEvery) => void): TemplateResult {
  const w = budgetWords().cash;
  const { plan, every, years } = shown;
  const groups = BY.map(
    (by): Group => ({
      heading: w.by[by],
      rows: plan.rows
        .filter((row) => row.by === by)
        .map((row) => ({
          head: by === "total" ? w.all : row.name,
          total: by === "total",
          cells: [number(row.total), ...row.rupiah.map(number)],
        })),
    }),
  );
  const labels = plan.columns.map(({ label, from }) => (every === "month" ? shortMonth(from, language.value) : label));
  const read = (event: Event) => {
    const chosen = LENGTHS.find((one) => one === (event.currentTarget as HTMLSelectElement).value);
    if (chosen) choose(chosen);
  };
  const told = years.map(({ year, rupiah: amount }) => `${year} ${rupiah(amount)}`);
  return html`
    <div class="field">
      <label class="name" for="cash-every">${w.every}</label>
      <select id="cash-every" @change=${read}>
        ${LENGTHS.map((one) => html`<option value=${one} ?selected=${one === every}>${w.lengths[one]}</option>`)}
      </select>
    </div>
    ${years.length > 1 ? html`<p class="hint">${w.crosses(list(told, language.value))}</p>` : nothing}
    ${resultTable(shown, w.caption[every], w.what, money(w.total, ...labels), groups)}`;
}
