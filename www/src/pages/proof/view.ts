/** The page "Uji": a summary and one row a published budget. */
import { html, nothing, type TemplateResult } from "lit-html";
import { toDraft } from "../../plan/draft.js";
import { linkTo } from "../../plan/link.js";
import { type Cell, numeric, type Row, table } from "../../ui/table.js";
import { language } from "../../words/current.js";
import { number } from "../../words/format.js";
import type { Standing, Tried } from "./cases.js";
import { reasons } from "./reasons.js";
import { proofWords } from "./words.js";

export interface Proof {
  readonly engine: string;
  readonly law: string;
  readonly cases: readonly Tried[];
}

const STANDINGS: readonly Standing[] = ["fails", "equal", "rounded", "cut", "byHand", "different"];

export function proofView({ engine, law, cases }: Proof): TemplateResult {
  const w = proofWords();
  const of = (standing: Standing) => cases.filter((one) => one.standing === standing);
  return html`
    <section class="proof" aria-labelledby="proof">
      <h2 id="proof" tabindex="-1">
        ${of("fails").length ? html`<strong class="bad">${summary(cases)}</strong>` : summary(cases)}
      </h2>
      <p class="hint">${w.counts(engine, law)}</p>
      <ul class="standings">
        ${STANDINGS.map((standing) =>
          of(standing).length ? html`<li>${number(of(standing).length)} ${w.standings[standing]}</li>` : nothing,
        )}
      </ul>
      <p>${w.explain}</p>
      ${table(
        w.caption,
        w.region,
        [...numeric(w.printed, w.byHand, w.computed), { text: w.standing, numeric: false }],
        STANDINGS.filter((standing) => of(standing).length > 0).map((standing) => ({ rows: of(standing).map(rowOf) })),
        "result cards lists",
      )}
      <p class="hint">${w.more}</p>
    </section>`;
}

/** Whether this build gives what it should. */
export function summary(cases: readonly Tried[]): string {
  const w = proofWords();
  const faults = cases.filter(({ standing }) => standing === "fails").length;
  return faults ? w.some(number(faults), number(cases.length)) : w.all(number(cases.length));
}

function rowOf(one: Tried): Row {
  const w = proofWords();
  const amount = (rupiah: number | null) => (rupiah === null ? w.none : number(rupiah));
  return {
    head: html`${one.region}, ${one.year}
      <span class="about">${one.about}. ${one.sources.map(
        (address, place) => html`<a href=${address} rel="noreferrer">${w.source(place + 1)}</a> `,
      )}<a href=${linkTo(toDraft(one.scenario))}>${w.open}</a></span>`,
    cells: [amount(one.printed), amount(one.byHand), amount(one.computed), standingCell(one)],
  };
}

function standingCell({ id, standing }: Tried): Cell {
  const text = proofWords().standings[standing];
  if (standing === "fails") return html`<strong class="bad">${text}</strong>`;
  const reason = standing === "different" || standing === "cut" ? reasons[id]?.[language.value] : undefined;
  return reason ? html`${text}: ${reason}` : text;
}
