/** Who stays when the budget stops: what the planner assumes, the curve of members, and the cost of waiting. */
import type { ExitCause, Retention } from "cakupan/monitor";
import type { Outlook, Reach } from "cakupan";
import { html, nothing, svg, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import type { Named } from "../plan/draft.js";
import { lineShape } from "../ui/chart-shape.js";
import { type Column, numeric, type Row } from "../ui/table.js";
import { type FieldFault, typedField } from "../ui/typed-field.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { coverage, list, monthYear, number, rupiah, shortMonth } from "../words/format.js";
import { resultTable, staleMark } from "./figure.js";
import { retentionWords } from "./retention-words.js";
import type { Standing } from "./shown.js";

type Plain = "months" | "stayPercent" | "rejoinPercent" | "rejoinAfterMonths";
type OfExit = "percentAYear" | "replacedPercent";

export interface RetentionForm {
  /** Groups whose budget can stop, and which of them the planner left out. */
  readonly groups: readonly Named[];
  readonly without: readonly string[];
  readonly fields: { readonly [field in Plain]: string };
  readonly exits: readonly { readonly cause: ExitCause; readonly fields: { readonly [field in OfExit]: string } }[];
  /** By the id of the field. */
  readonly faults: { readonly [id: string]: readonly FieldFault[] };
  /** What is wrong beside the fields. */
  readonly others: readonly string[];
}

export interface RetentionActions {
  toggle(id: string, on: boolean): void;
  set(field: Plain, text: string): void;
  setExit(cause: ExitCause, field: OfExit, text: string): void;
  leave(): void;
}

export function retentionFormView(shown: RetentionForm, actions: RetentionActions): TemplateResult {
  const w = retentionWords();
  if (shown.groups.length === 0) return html`<p class="hint">${w.none}</p>`;
  const field = (name: Plain, label: string, suffix: string, hint?: string) =>
    typedField(
      {
        id: `retention-${name}`,
        label,
        value: shown.fields[name],
        faults: shown.faults[`retention-${name}`] ?? [],
        suffix,
        ...(hint && { hint }),
        onInput: (text) => actions.set(name, text),
      },
      actions.leave,
    );
  return html`
    <p class="hint">${w.about}</p>
    ${shown.groups.length > 1 ? groupsView(shown, actions) : nothing}
    <div class="fields">
      ${field("stayPercent", w.stay, "%")}
      ${field("months", w.months, w.monthsUnit)}
      ${field("rejoinPercent", w.rejoin, "%", w.rejoinHint)}
      ${field("rejoinAfterMonths", w.rejoinAfter, w.monthsUnit, w.rejoinAfterHint)}
    </div>
    <fieldset class="list">
      <legend>${w.exits}</legend>
      <p class="hint">${w.exitsHint}</p>
      <div class="fields">
        ${shown.exits.map(({ cause, fields }) =>
          (["percentAYear", "replacedPercent"] as const).map((name) => {
            const id = `retention-${cause}-${name}`;
            return typedField(
              {
                id,
                label: w.ofCause(w.causes[cause], name === "percentAYear" ? w.rate : w.replaced),
                value: fields[name],
                faults: shown.faults[id] ?? [],
                suffix: "%",
                onInput: (text) => actions.setExit(cause, name, text),
              },
              actions.leave,
            );
          }),
        )}
      </div>
    </fieldset>
    ${shown.others.map((text) => html`<p class="message">${text}</p>`)}
    <p role="status">${Object.keys(shown.faults).length > 0 ? w.wrong : ""}</p>`;
}

function groupsView({ groups, without }: RetentionForm, actions: RetentionActions): TemplateResult {
  const w = retentionWords();
  return html`
    <fieldset class="list">
      <legend>${w.groups}</legend>
      ${groups.map(
        ({ id, name }) => html`
        <label class="check">
          <input type="checkbox" id=${`retention-of-${id}`} .checked=${live(!without.includes(id))}
            @change=${(event: Event) => actions.toggle(id, (event.target as HTMLInputElement).checked)}>
          ${name}
        </label>`,
      )}
    </fieldset>`;
}

// ───────────────────────────── the answer ─────────────────────────────

export interface RetentionShown extends Standing {
  /** `null` until the planner has said how many stay. */
  readonly retention: Retention | null;
  readonly segments: readonly Named[];
  readonly waiting: Reach["waiting"] | null;
}

export function retentionView(shown: RetentionShown): TemplateResult {
  const w = retentionWords();
  const { retention } = shown;
  return html`
    ${retention === null ? html`<p>${w.enter}</p>` : curve(shown, retention)}
    <h4>${w.waiting}</h4>
    <p id="retention-waiting">${shown.waiting ? waitingText(shown.waiting) : w.waitingNone}</p>`;
}

/** What a year's delay costs, in the words of the way back. */
function waitingText({ value, reason }: Outlook<NonNullable<Reach["waiting"]["value"]>>): string {
  const r = words.value.reach;
  if (value === null) return reason ? said(reason, reason.code) : retentionWords().waitingNone;
  const { personMonths, movedRupiah, peakRupiah, laterPeakRupiah } = value;
  const moved = r.waiting(number(personMonths), rupiah(movedRupiah));
  return `${r.wait}: ${moved} ${r.peak(rupiah(peakRupiah), rupiah(laterPeakRupiah))}`;
}

function curve(shown: RetentionShown, retention: Retention): TemplateResult {
  const scope = retention.months.at(-1)?.scope;
  const w = retentionWords();
  return html`
    ${stoppedTable(shown, retention)}
    ${chart(shown, retention)}
    ${monthTable(shown, retention)}
    ${scope ? html`<p class="hint">${w.scope[scope]}</p>` : nothing}
    <p class="hint">${retention.method[language.value === "en" ? "en" : "id"]}</p>`;
}

function stoppedTable(shown: RetentionShown, { segments }: Retention): TemplateResult {
  const w = retentionWords();
  const name = (id: string) => shown.segments.find((segment) => segment.id === id)?.name ?? id;
  const rows = segments.map(
    ({ segment, lastBill, heads, staying, lapseMonths }): Row => ({
      head: name(segment),
      cells: [
        lastBill === null ? "–" : monthYear(lastBill, language.value),
        number(heads),
        number(staying),
        lapseMonths === null ? w.unknown : number(lapseMonths),
      ],
    }),
  );
  const columns = [{ text: w.lastBill, numeric: false }, ...numeric(w.heads, w.staying, w.lapse)];
  return resultTable(shown, w.stopped, w.group, columns, [{ rows }]);
}

function monthTable(shown: RetentionShown, { months }: Retention): TemplateResult {
  const w = retentionWords();
  const causes = months[0]?.left.map(({ cause }) => cause) ?? [];
  const hasCoverage = months.some(({ covered }) => covered !== null);
  const rows = months.map((of): Row => {
    const known = of.coveragePercent === null ? "–" : coverage(of.coveragePercent);
    return {
      head: monthYear(of.month, language.value),
      cells: [
        ...[of.members, of.paying, of.notLapsed, of.rejoined, of.replaced].map(number),
        ...of.left.map(({ people }) => number(people)),
        ...(hasCoverage ? [of.covered === null ? "–" : number(of.covered), known] : []),
      ],
    };
  });
  const columns: readonly Column[] = numeric(
    ...[w.members, w.paying, w.notLapsed, w.rejoined, w.replacedMembers],
    ...causes.map((cause) => w.left(w.causes[cause])),
    ...(hasCoverage ? [w.covered, w.coverage] : []),
  );
  return resultTable(shown, w.curve, w.month, columns, [{ rows }]);
}

/** Members, and of them those who pay by themselves. The table below it says the same. */
function chart(shown: RetentionShown, { months }: Retention): View {
  const w = retentionWords();
  if (months.length < 2) return nothing;
  const line = (name: string, of: (month: Retention["months"][number]) => number) => ({
    name,
    points: months.map((month, place) => [place, of(month)] as const),
  });
  const series = [line(w.members, ({ members }) => members), line(w.paying, ({ paying }) => paying)];
  const shape = lineShape(months.length, series);
  const every = Math.ceil(months.length / 4);
  const end = months.at(-1);
  const parts = series.map(({ name, points }) => `${name} ${number(points.at(-1)?.[1] ?? 0)}`);
  return html`
    <figure class="chart">
      <figcaption>${w.curve}${staleMark(shown)}</figcaption>
      <svg viewBox=${`0 0 ${shape.width} ${shape.height}`} role="img" aria-labelledby="retention-title retention-desc">
        <title id="retention-title">${w.curve}</title>
        <desc id="retention-desc">${w.describe(
          monthYear(end?.month ?? "", language.value),
          list(parts, language.value),
        )}</desc>
        ${shape.ticks.map(
          (tick) => svg`
          <line class="grid" x1=${shape.left} x2=${shape.width} y1=${tick.y} y2=${tick.y}></line>
          <text class="tick" x=${shape.left - 6} y=${tick.y + 4} text-anchor="end">${number(tick.value)}</text>`,
        )}
        ${shape.lines.map(({ path }, place) => svg`<path class=${`path p${place}`} d=${path}></path>`)}
        ${months.map(({ month }, place) =>
          place % every === 0
            ? svg`<text class="tick" x=${shape.columns[place] ?? 0} y=${shape.bottom + 16}
              text-anchor=${place === 0 ? "start" : "middle"}>${shortMonth(month, language.value)}</text>`
            : nothing,
        )}
      </svg>
      <ul class="legend">
        ${series.map(
          ({ name }, place) => html`
          <li>
            <svg viewBox="0 0 28 16" class="swatch long" aria-hidden="true">
              <path class=${`path p${place}`} d="M0 8H28"></path></svg>
            ${name}
          </li>`,
        )}
      </ul>
    </figure>`;
}
