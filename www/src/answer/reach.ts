/** The way back: how many people the ceilings pay for, with the proof that one more does not fit. */

import type { Problem, Reach, ReachRequest, ReachSegment, ReachSplit } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import { fieldLink } from "../form/go-to.js";
import { putPeople } from "../plan/way-back.js";
import type { Named } from "../plan/draft.js";
import { money, numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { number, rupiah, shortMonth } from "../words/format.js";
import { resultTable } from "./figure.js";
import { outlookView } from "./outlook.js";
import type { FundNames, SegmentNames, Standing } from "./shown.js";
import { fundName, none, segmentName } from "./tables.js";

export interface WayBack extends Standing {
  /** What the reader asks for; `null` while nothing is asked. */
  readonly request: ReachRequest | null;
  /** The groups of the plan, in its order. */
  readonly segments: readonly Named[];
  /** `null` while it is calculated for the first time. */
  readonly found: Found | readonly NamedProblem[] | null;
  /** Why the figures are not of what the form holds now. */
  readonly caveat: string;
}

interface Found {
  readonly reach: Reach;
  readonly names: FundNames & SegmentNames;
  /** The groups that some workers leave. */
  readonly leaving: readonly string[];
}

interface NamedProblem {
  readonly problem: Problem;
  /** What its field is called. */
  readonly name: string;
}

/** `ask`: with another request; `null` closes the way back. */
export function reachView(way: WayBack, ask: (request: ReachRequest | null) => void): View {
  const w = words.value.reach;
  const { request } = way;
  const open = request !== null;
  return html`
    <div class="panel" id="reach" role="region" aria-labelledby="reach-heading">
      <h4 id="reach-heading">${w.heading}</h4>
      <p class="hint">${w.why}</p>
      <button type="button" id="reach-run" aria-expanded=${open ? "true" : "false"}
        @click=${() => ask(open ? null : {})}>${open ? w.close : w.run}</button>
      ${open ? html`${requestView(way.segments, request, ask)}${outcome(way)}` : nothing}
    </div>`;
}

/** Which groups are filled and in which order; nothing ticked leaves the choice to the engine. */
function requestView(
  segments: readonly Named[],
  asked: ReachRequest,
  ask: (request: ReachRequest) => void,
): TemplateResult {
  const w = words.value.reach;
  const chosen = asked.segments ?? [];
  const toggle = (id: string) => (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    const filled = segments.map((segment) => segment.id).filter((each) => (each === id ? on : chosen.includes(each)));
    ask({ ...asked, segments: filled.length ? filled : null });
  };
  const order = (event: Event) =>
    ask({ ...asked, order: (event.target as HTMLSelectElement).value as "given" | "cheapest" });
  const beyond = (event: Event) => ask({ ...asked, beyondPlan: (event.target as HTMLInputElement).checked || null });
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
      <div class="wide">
        <label class="check">
          <input type="checkbox" id="reach-beyond" aria-describedby="reach-beyond-hint" @change=${beyond}
            .checked=${live(asked.beyondPlan === true)}>
          ${w.beyond}
        </label>
        <p class="hint" id="reach-beyond-hint">${w.beyondHint}</p>
      </div>
    </div>
    ${
      segments.length < 2
        ? nothing
        : html`
      <details class="more">
        <summary>${w.which} <small>${chosen.length ? number(chosen.length) : w.automatic}</small></summary>
        <fieldset class="list">
          <legend class="quiet">${w.which}</legend>
          <p class="hint">${w.whichHint}</p>
          ${segments.map(
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

type OfReach = FundNames & SegmentNames & Standing;

function outcome({ found, fresh, caveat }: WayBack): View {
  if (!found) return nothing;
  if (!("reach" in found)) return problems(found);
  const { reach, leaving } = found;
  const answer = { ...found.names, fresh };
  return html`
    ${fresh ? nothing : html`<p class="stale">${caveat}</p>`}
    <p class="lead">${lead(reach)}</p>
    ${people(answer, reach, leaving)}
    ${funds(answer, reach)}
    ${time(answer, reach)}
    ${splits(answer, reach)}
    ${outlookView(answer, reach)}`;
}

function lead({ people, personMonths, rupiah: cost, funds }: Reach): string {
  const w = words.value.reach;
  return (funds.length ? w.lead : w.noCeiling)(number(people), rupiah(cost), number(personMonths));
}

function problems(items: readonly NamedProblem[]): TemplateResult {
  return html`
    <ul class="warnings">
      ${items.map(({ problem, name }) => html`<li>${fieldLink(problem.path, name)}: ${said(problem, problem.code)}</li>`)}
    </ul>
    <p class="hint">${words.value.reach.noLimitHint}</p>`;
}

// ───────────────────────────── people and their proofs ─────────────────────────────

function people(answer: OfReach, { segments }: Reach, leaving: readonly string[]): TemplateResult {
  const w = words.value.reach;
  const t = words.value.tables;
  const name = segmentName(answer);
  const flowing = segments.some(({ segment }) => leaving.includes(segment));
  const rows = segments.map(
    (item): Row => ({
      head: name(item.segment),
      cells: [number(item.people), number(item.personMonths), most(item), none(item.leftOut, number)],
    }),
  );
  return html`
    ${resultTable(answer, w.people, t.segment, numeric(t.heads, t.personMonths, w.most, w.leftOut), [{ rows }])}
    <ul class="remarks proofs">${segments.map((item) => html`<li>${proof(answer, item)}</li>`)}</ul>
    ${flowing ? html`<p class="hint">${w.flowing}</p>` : nothing}
    ${
      isKnown(segments, segments)
        ? html`
        <button type="button" class="small" id="reach-take" @click=${() => putPeople(segments)}>${w.take}</button>`
        : html`<p class="hint" id="reach-no-take">${w.noTake}</p>`
    }`;
}

/** How many there are at most: who could be members, or else who are planned. */
function most({ eligible, planned }: ReachSegment): string {
  const w = words.value.reach;
  return eligible === null ? w.planned(number(planned)) : number(eligible);
}

/** Whether no group gets more people than are eligible or planned; with `beyondPlan` a ceiling alone limits them. */
function isKnown(asked: ReachSplit["segments"], filled: readonly ReachSegment[]): boolean {
  const most = new Map(filled.map(({ segment, eligible, planned }) => [segment, eligible ?? planned]));
  return asked.every(({ segment, people }) => people <= (most.get(segment) ?? 0));
}

function proof(answer: OfReach, { segment, blocked, limit, eligible, planned }: ReachSegment): string {
  const w = words.value.reach;
  const group = segmentName(answer)(segment);
  if (limit === "planned") return w.allPlanned(group, number(planned));
  if (!blocked) return w.all(group, none(eligible, number));
  const { fund, year, ceilingRupiah, rupiah: needed } = blocked;
  return w.proof(group, rupiah(needed), fundName(answer)(fund), String(year), rupiah(ceilingRupiah));
}

// ───────────────────────────── money and months ─────────────────────────────

function funds(answer: OfReach, { funds }: Reach): View {
  const w = words.value.reach;
  const t = words.value.tables;
  const name = fundName(answer);
  const rows = funds.map(
    ({ fund, year, ceilingRupiah, rupiah, leftRupiah }): Row => ({
      head: `${name(fund)}, ${year}`,
      cells: [rupiah, ceilingRupiah, leftRupiah].map(number),
    }),
  );
  return rows.length ? resultTable(answer, w.funds, t.fund, money(t.cost, t.ceiling, t.left), [{ rows }]) : nothing;
}

function time(answer: OfReach, { time }: Reach): View {
  const w = words.value.reach;
  const name = fundName(answer);
  const rows = time.map(
    ({ fund, year, fullMonths, endsIn, people, personMonths, leftRupiah }): Row => ({
      head: `${name(fund)}, ${year}`,
      cells: [
        number(personMonths),
        number(fullMonths),
        none(endsIn, (month) => shortMonth(month, language.value)),
        endsIn === null ? words.value.tables.none : number(people),
        number(leftRupiah),
      ],
    }),
  );
  const t = words.value.tables;
  const columns = [...numeric(t.personMonths, w.fullMonths, w.endsIn, w.stillPaid), ...money(t.left)];
  return rows.length ? resultTable(answer, w.time, t.fund, columns, [{ rows }]) : nothing;
}

// ───────────────────────────── other ways to fill the groups ─────────────────────────────

function splits(answer: OfReach, { splits, segments }: Reach): View {
  const w = words.value.reach;
  const t = words.value.tables;
  const name = segmentName(answer);
  // With one group there is only one way to fill it.
  if (splits.length < 2) return nothing;
  const ids = splits[0]?.segments.map(({ segment }) => segment) ?? [];
  const rows = splits.map(
    (split, place): Row => ({
      head: `${place + 1}. ${orderText(answer, split)}`,
      cells: [
        number(split.people),
        number(split.personMonths),
        number(split.rupiah),
        ...ids.map((id) => cell(split, id)),
        isKnown(split.segments, segments)
          ? html`<button type="button" class="small" aria-label=${`${w.take}: ${orderText(answer, split)}`}
        @click=${() => putPeople(split.segments)}>${w.takeShort}</button>`
          : t.none,
      ],
    }),
  );
  const columns = [
    ...numeric(t.heads, t.personMonths),
    ...money(t.cost),
    ...numeric(...ids.map(name)),
    { text: w.takeShort, numeric: false },
  ];
  return html`${resultTable(answer, w.splits, w.split, columns, [{ rows }])}
    <p class="hint">${w.splitsHint}</p>`;
}

function orderText(answer: OfReach, { order }: ReachSplit): string {
  const name = segmentName(answer);
  return order === null ? words.value.reach.inProportion : order.map(name).join(" → ");
}

/** The people of a group, and in brackets those it leaves out. */
function cell({ segments }: ReachSplit, id: string): string {
  const { none: nobody } = words.value.tables;
  const item = segments.find(({ segment }) => segment === id);
  if (!item) return nobody;
  return item.leftOut === null ? number(item.people) : `${number(item.people)} (${number(item.leftOut)})`;
}
