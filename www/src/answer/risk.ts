/** How far the cost and the coverage of the plan may differ: what matters most, the spread of the draws, and chances. */
import type { Draws, TornadoBar, Uncertainty } from "cakupan/monitor";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import type { Named } from "../plan/draft.js";
import { type Span, spans } from "../ui/span-shape.js";
import { type Column, money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { coverage, decimal, number, percent2, rupiah } from "../words/format.js";
import { resultTable } from "./figure.js";
import { riskWords } from "./risk-words.js";
import type { Standing } from "./shown.js";

export interface RiskShown extends Standing {
  readonly uncertainty: Uncertainty;
  /** Names of the numbers by their paths. */
  readonly names: { readonly [path: string]: string };
  readonly funds: readonly Named[];
}

export function riskView(shown: RiskShown): TemplateResult {
  const w = riskWords();
  const { uncertainty } = shown;
  const { draws, guesses, method } = uncertainty;
  const resting =
    guesses.rupiah > 0 && guesses.percent !== null
      ? w.guesses(rupiah(guesses.rupiah), coverage(guesses.percent))
      : w.noGuesses;
  return html`
    ${shown.fresh ? nothing : html`<p class="stale">${w.stale}</p>`}
    ${tornado(shown)}
    ${draws ? html`${spreadTable(shown, draws)}${chances(shown, draws)}` : nothing}
    <p><strong>${resting}</strong></p>
    <p class="hint">${w.guessesHint}</p>
    <p class="hint">${method[language.value === "en" ? "en" : "id"]}</p>`;
}

function tornado(shown: RiskShown): TemplateResult {
  const w = riskWords();
  const { plan, tornado } = shown.uncertainty;
  const shapes = spans(
    plan.rupiah,
    tornado.map(({ low, high }) => [low.rupiah, high.rupiah]),
  );
  const hasMembers = tornado.some(({ swingMembers }) => swingMembers !== null);
  const rows = tornado.map((bar, place): Row => {
    const shape = shapes.bars[place];
    return {
      head: shown.names[bar.path] ?? bar.path,
      cells: [
        decimal(bar.low.value),
        number(bar.low.rupiah),
        decimal(bar.high.value),
        number(bar.high.rupiah),
        number(bar.swingRupiah),
        ...(hasMembers ? [members(bar)] : []),
        shape ? barView(shape, shapes.middle) : "",
      ],
    };
  });
  const columns: readonly Column[] = [
    ...numeric(w.atLow),
    ...money(w.costAtLow),
    ...numeric(w.atHigh),
    ...money(w.costAtHigh, w.swing),
    ...(hasMembers ? numeric(w.swingMembers) : []),
    { text: w.bar, numeric: false },
  ];
  return html`
    ${resultTable(shown, w.tornado, w.number, columns, [{ rows }])}
    <p class="hint">${w.barHint}</p>`;
}

const members = ({ swingMembers }: TornadoBar) => (swingMembers === null ? "–" : number(swingMembers));

/** The numbers beside it say the same. */
function barView({ start, width }: Span, middle: number): TemplateResult {
  return html`
    <svg viewBox="0 0 120 14" class="bar-of" aria-hidden="true">
      ${svg`<rect class="s0" x=${start} y="3" width=${width} height="8"></rect>`}
      <line class="grid" x1=${middle} x2=${middle} y1="0" y2="14"></line>
    </svg>`;
}

function spreadTable(shown: RiskShown, draws: Draws): TemplateResult {
  const w = riskWords();
  const { plan } = shown.uncertainty;
  const row = (
    head: string,
    own: number | null,
    spread: Draws["rupiah"] | null,
    write: (value: number) => string,
  ): readonly Row[] => {
    if (spread === null || own === null) return [];
    const { least, p10, p50, p90, most } = spread;
    return [{ head, cells: [own, least, p10, p50, p90, most].map(write) }];
  };
  const rows = [
    ...row(w.cost, plan.rupiah, draws.rupiah, number),
    ...row(w.members, plan.members, draws.members, number),
    ...row(w.coverage, plan.coveragePercent, draws.coveragePercent, coverage),
  ];
  const caption = w.spread(number(draws.number), String(draws.seed));
  const columns = numeric(w.plan, w.least, w.p10, w.p50, w.p90, w.most);
  return html`
    ${resultTable(shown, caption, w.figure, columns, [{ rows }])}
    <p class="hint">${w.spreadHint}</p>`;
}

function chances(shown: RiskShown, { ceilings, withinCeilings, targetReached }: Draws): View {
  const w = riskWords();
  const name = (id: string) => shown.funds.find((fund) => fund.id === id)?.name ?? id;
  const row = (head: string, ceiling: string, { draws, percent }: { draws: number; percent: number }): Row => ({
    head,
    cells: [ceiling, number(draws), percent2(percent)],
  });
  const rows = [
    ...ceilings.map((one) => row(w.within(name(one.fund), String(one.year)), number(one.ceilingRupiah), one)),
    // Of one ceiling it is the same again.
    ...(withinCeilings && ceilings.length > 1 ? [row(w.withinAll, "–", withinCeilings)] : []),
    ...(targetReached ? [row(w.target, "–", targetReached)] : []),
  ];
  if (rows.length === 0) return html`<p class="hint">${w.noChances}</p>`;
  const columns = [...money(w.ceiling), ...numeric(w.drawsHold, w.chance)];
  return resultTable(shown, w.chances, w.holds, columns, [{ rows }]);
}
