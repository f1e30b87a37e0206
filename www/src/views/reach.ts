/** The way back: how many people the ceilings pay for, with the proof that one more does not fit. */
import { type TemplateResult, html, nothing } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Outlook, Problem, Reach, ReachRequest, ReachSegment, ReachSplit } from "cakupan";
import { monthYear, number, rupiah, shortMonth } from "../format.js";
import { type Answer, answer, language, words } from "../state.js";
import { found, take, wanted } from "../way-back.js";
import type { View } from "./field.js";
import { fieldLink, staleText } from "./problems.js";
import { said } from "./said.js";
import { type Row, numeric, resultTable } from "./table.js";
import { namesOf, none } from "./tables.js";

export function reachView(): View {
  const w = words.value.reach;
  const { last } = answer.value;
  if (!last) return nothing;
  const open = wanted.value !== null;
  return html`
    <div class="panel" id="reach" role="region" aria-labelledby="reach-heading">
      <h3 id="reach-heading">${w.heading}</h3>
      <p class="hint">${w.why}</p>
      <button type="button" id="reach-run" aria-expanded=${open ? "true" : "false"}
        @click=${() => (wanted.value = open ? null : {})}>${open ? w.close : w.run}</button>
      ${open ? html`${request(last, wanted.value ?? {})}${outcome()}` : nothing}
    </div>`;
}

/** Which groups are filled and in which order; nothing ticked leaves the choice to the engine. */
function request({ scenario }: Answer, asked: ReachRequest): TemplateResult {
  const w = words.value.reach;
  const chosen = asked.segments ?? [];
  const toggle = (id: string) => (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    const segments = scenario.segments
      .map((segment) => segment.id)
      .filter((each) => (each === id ? on : chosen.includes(each)));
    wanted.value = { ...asked, segments: segments.length ? segments : null };
  };
  const order = (event: Event) =>
    (wanted.value = { ...asked, order: (event.target as HTMLSelectElement).value as "given" | "cheapest" });
  return html`
    <div class="fields">
      <div class="field wide">
        <label class="name" for="reach-order">${w.order}</label>
        <select id="reach-order" @change=${order}>
          ${(["given", "cheapest"] as const).map(
            (value) => html`
            <option value=${value} .selected=${live((asked.order ?? "given") === value)}>${w.orders[value]}</option>`,
          )}
        </select>
      </div>
    </div>
    ${
      scenario.segments.length < 2
        ? nothing
        : html`
      <details class="more">
        <summary>${w.which} <small>${chosen.length ? number(chosen.length) : w.automatic}</small></summary>
        <fieldset class="list">
          <legend class="quiet">${w.which}</legend>
          <p class="hint">${w.whichHint}</p>
          ${scenario.segments.map(
            ({ id, name }) => html`
            <label class="check">
              <input type="checkbox" id=${`reach-of-${id}`} @change=${toggle(id)} .checked=${live(chosen.includes(id))}>
              ${name}
            </label>`,
          )}
        </fieldset>
      </details>`
    }`;
}

function outcome(): View {
  const result = found.value;
  if (!result) return nothing;
  const {
    input: { last },
    output,
  } = result;
  if (Array.isArray(output)) return problems(output as readonly Problem[]);
  const reach = output as Reach;
  return html`
    ${answer.value.fresh ? nothing : html`<p class="stale">${staleText()}</p>`}
    <p class="lead">${lead(reach)}</p>
    ${people(last, reach)}
    ${funds(last, reach)}
    ${time(last, reach)}
    ${splits(last, reach)}
    ${prices(last, reach)}`;
}

function lead({ people, rupiah: cost, funds }: Reach): string {
  const w = words.value.reach;
  return (funds.length ? w.lead : w.noCeiling)(number(people), rupiah(cost));
}

function problems(items: readonly Problem[]): TemplateResult {
  return html`
    <ul class="warnings">
      ${items.map((item) => html`<li>${fieldLink(item.path)}: ${said(item, item.code)}</li>`)}
    </ul>
    <p class="hint">${words.value.reach.noLimitHint}</p>`;
}

// ───────────────────────────── people and their proofs ─────────────────────────────

function people(answer: Answer, { segments }: Reach): TemplateResult {
  const w = words.value.reach;
  const names = namesOf(answer);
  const filled = new Set(segments.map(({ segment }) => segment));
  const flowing = answer.scenario.segments.some(({ id, flows }) => filled.has(id) && (flows ?? null) !== null);
  const rows = segments.map(
    (item): Row => ({
      head: names.segment(item.segment),
      cells: [number(item.people), none(item.eligible, number), none(item.leftOut, number)],
    }),
  );
  return html`
    ${resultTable(w.people, words.value.tables.segment, numeric(words.value.tables.heads, w.eligible, w.leftOut), [{ rows }])}
    <ul class="remarks proofs">${segments.map((item) => html`<li>${proof(answer, item)}</li>`)}</ul>
    ${flowing ? html`<p class="hint">${w.flowing}</p>` : nothing}
    <button type="button" class="small" id="reach-take" @click=${() => take(segments)}>${w.take}</button>`;
}

function proof(answer: Answer, { segment, blocked, limit, eligible, planned }: ReachSegment): string {
  const w = words.value.reach;
  const names = namesOf(answer);
  if (limit === "planned") return w.allPlanned(names.segment(segment), number(planned));
  if (!blocked) return w.all(names.segment(segment), none(eligible, number));
  const { fund, year, ceilingRupiah, rupiah: needed } = blocked;
  return w.proof(names.segment(segment), rupiah(needed), names.fund(fund), String(year), rupiah(ceilingRupiah));
}

// ───────────────────────────── money and months ─────────────────────────────

function funds(answer: Answer, { funds }: Reach): View {
  const w = words.value.reach;
  const t = words.value.tables;
  const names = namesOf(answer);
  const rows = funds.map(
    ({ fund, year, ceilingRupiah, rupiah, leftRupiah }): Row => ({
      head: `${names.fund(fund)}, ${year}`,
      cells: [rupiah, ceilingRupiah, leftRupiah].map(number),
    }),
  );
  return rows.length ? resultTable(w.funds, t.fund, numeric(t.cost, t.ceiling, t.left), [{ rows }]) : nothing;
}

function time(answer: Answer, { time }: Reach): View {
  const w = words.value.reach;
  const names = namesOf(answer);
  const rows = time.map(
    ({ fund, year, fullMonths, endsIn, people, leftRupiah }): Row => ({
      head: `${names.fund(fund)}, ${year}`,
      cells: [
        number(fullMonths),
        none(endsIn, (month) => shortMonth(month, language.value)),
        endsIn === null ? words.value.tables.none : number(people),
        number(leftRupiah),
      ],
    }),
  );
  const columns = numeric(w.fullMonths, w.endsIn, w.stillPaid, words.value.tables.left);
  return rows.length ? resultTable(w.time, words.value.tables.fund, columns, [{ rows }]) : nothing;
}

// ───────────────────────────── other ways to fill the groups ─────────────────────────────

function splits(answer: Answer, { splits }: Reach): View {
  const w = words.value.reach;
  const t = words.value.tables;
  const names = namesOf(answer);
  // One group alone can be filled in one way only.
  if (splits.length < 2) return nothing;
  const known = splits.some(({ segments }) => segments.some(({ leftOut }) => leftOut !== null));
  const ids = splits[0]?.segments.map(({ segment }) => segment) ?? [];
  const rows = splits.map(
    (split, place): Row => ({
      head: `${place + 1}. ${orderText(answer, split)}`,
      cells: [
        number(split.people),
        number(split.rupiah),
        ...ids.map((id) => cell(split, id)),
        html`<button type="button" class="small" aria-label=${`${w.take}: ${orderText(answer, split)}`}
        @click=${() => take(split.segments)}>${w.takeShort}</button>`,
      ],
    }),
  );
  const columns = [...numeric(t.heads, t.cost, ...ids.map(names.segment)), { text: w.takeShort, numeric: false }];
  return html`${resultTable(w.splits, w.split, columns, [{ rows }])}
    ${known ? html`<p class="hint">${w.splitsHint}</p>` : nothing}`;
}

function orderText(answer: Answer, { order }: ReachSplit): string {
  const names = namesOf(answer);
  return order === null ? words.value.reach.inProportion : order.map(names.segment).join(" → ");
}

/** The people of a group, and in brackets those it leaves out. */
function cell({ segments }: ReachSplit, id: string): string {
  const { none: nobody } = words.value.tables;
  const item = segments.find(({ segment }) => segment === id);
  if (!item) return nobody;
  return item.leftOut === null ? number(item.people) : `${number(item.people)} (${number(item.leftOut)})`;
}

// ───────────────────────────── what a point and a year cost ─────────────────────────────

function prices(answer: Answer, { onePoint, waiting, latestStart }: Reach): TemplateResult {
  const w = words.value.reach;
  const names = namesOf(answer);
  const why = ({ reason }: Outlook<unknown>): readonly string[] => (reason ? [said(reason, reason.code)] : []);
  const point = onePoint.value;
  const items: readonly (readonly [string, readonly string[]])[] = [
    [
      w.point,
      point
        ? [
            ...(point.rupiah === null
              ? []
              : [w.onePoint(String(point.year), number(point.people), rupiah(point.rupiah))]),
            ...point.segments.map((of) =>
              w.pointOf(names.segment(of.segment), String(point.year), number(point.people), rupiah(of.rupiah)),
            ),
          ]
        : why(onePoint),
    ],
    [
      w.waiting,
      waiting.value
        ? [
            w.waitingLoss(number(waiting.value.personMonths), rupiah(waiting.value.movedRupiah)),
            w.peak(rupiah(waiting.value.peakRupiah), rupiah(waiting.value.laterPeakRupiah)),
          ]
        : why(waiting),
    ],
    [
      w.latestStart,
      latestStart.value
        ? [
            w.latest(
              monthYear(latestStart.value.month, language.value),
              number(latestStart.value.people),
              number(latestStart.value.mostInOneMonth),
            ),
          ]
        : why(latestStart),
    ],
  ];
  return html`
    <h4>${w.prices}</h4>
    <ul class="remarks">${items.map(([name, told]) => html`<li>${name}: ${told.join(" ")}</li>`)}</ul>`;
}
