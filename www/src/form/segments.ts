/** The groups of workers: one row each with the core of it, and a disclosure with the rest. */

import type { Programme } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { engine } from "../engine/current.js";
import { change, draft, forgetVisits } from "../plan/current.js";
import type { BaseDraft, EnrolmentDraft, Json, SegmentDraft, ShareDraft } from "../plan/draft.js";
import { fitted, freshId, newSegment, setAt } from "../plan/draft.js";
import { CLASSES } from "../plan/fields.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import { language, words } from "../words/current.js";
import { hasMessage, messageKey, messages, selectField, textField } from "./field.js";
import { addItem, removeItem } from "./items.js";
import { later } from "./later.js";
import { pastedAt } from "./pasted.js";
import { details, wages } from "./segment-details.js";
import { sourceButton } from "./source.js";

export function segmentsView(): TemplateResult {
  const w = words.value.segments;
  const { segments } = draft.value;
  // Rows are redrawn only when something in them, or something they all show, has changed.
  const { funds, period, region, target } = draft.value;
  const common = [language.value, funds, period, region, target?.spread, engine.value, later.value, segments.length];
  const redrawn = (segment: SegmentDraft, place: number) =>
    guard([segment, place, messageKey(`segments[${place}]`), ...common], () => row(segment, place));
  return html`
    <section aria-labelledby="segments-heading">
      <h3 id="segments-heading">${w.heading}</h3>
      ${messages("segments")}
      <table class="grid segments" id="segments" tabindex="-1">
        <caption class="quiet">${w.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${w.nameAndClass}</th>
            <th scope="col">${w.programmes}</th>
            <th scope="col" class="num">${w.heads}</th>
            <th scope="col" class="num">${w.base}</th>
          </tr>
        </thead>
        ${repeat(
          segments,
          (segment) => segment.id,
          (segment, place) => html`<tbody>${redrawn(segment, place)}</tbody>`,
        )}
      </table>
      ${addButton("segments", w.add, add)}
    </section>`;
}

function add(): void {
  const { segments, funds, period } = draft.value;
  addItem("segments", newSegment(segments, funds[0]?.id ?? "", period.firstMonth) as unknown as Json);
}

function row(segment: SegmentDraft, place: number): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const path = `segments[${place}]`;
  const called = segment.name || f.unnamed(place + 1);
  return html`
    <tr class="core">
      <td>
        ${textField({ path: `${path}.name`, label: w.name, quiet: true })}
        ${selectField({
          path: `${path}.class`,
          label: w.class,
          quiet: true,
          choices: choices(w.classes),
          onChange: (value) => refit(path, "class", value),
        })}
        ${
          CLASSES[segment.class].risk
            ? selectField({ path: `${path}.risk`, label: w.risk, quiet: true, choices: choices(w.risks) })
            : nothing
        }
      </td>
      <td>${programmes(segment, path)}</td>
      <td class="num">${heads(segment.enrolment, path, called)}</td>
      <td class="num">${base(segment, path)}</td>
    </tr>
    <tr class="rest">
      <td colspan="4">
        ${messages(path)}
        ${pastedAt(path)}
        ${later.value?.groupHint(segment, path) ?? nothing}
        <div class="bar">
          <details class="more">
            <summary>${f.details}<span class="quiet">: ${called}</span> <small>${gist(segment)}</small></summary>
            ${details(segment, path)}
          </details>
          <div class="tools">
            ${tool(`${path}:up`, f.up, called, place === 0, () => move(place, -1))}
            ${tool(`${path}:down`, f.down, called, place === draft.value.segments.length - 1, () => move(place, 1))}
            ${tool(`${path}:copy`, f.duplicate, called, false, () => duplicate(place))}
            ${
              draft.value.segments.length > 1
                ? removeButton(called, () => removeItem("segments", place, `${w.one} ${called}`))
                : nothing
            }
          </div>
        </div>
      </td>
    </tr>`;
}

/** Who pays: what the closed disclosure holds, in a few words. */
function gist({ payers, workerPayers }: SegmentDraft): string {
  const names = (shares: readonly ShareDraft[]) =>
    shares
      .map((share) => {
        const fund = draft.value.funds.find((item) => item.id === share.fund)?.name ?? "–";
        return shares.length > 1 ? `${fund} ${share.percent} %` : fund;
      })
      .join(" + ");
  const worker = workerPayers ? `; ${words.value.segments.workerPayers}: ${names(workerPayers)}` : "";
  return names(payers) + worker;
}

function tool(id: string, text: string, called: string, disabled: boolean, act: () => void): TemplateResult {
  return html`
    <button type="button" class="small plain" id=${id} ?disabled=${disabled} @click=${act}>
      ${text}<span class="quiet">: ${called}</span></button>`;
}

// ───────────────────────────── the core of a row ─────────────────────────────

/** Class and programmes decide which other fields make sense. */
export function refit(path: string, name: string, value: Json): void {
  const next = setAt(draft.value, `${path}.${name}`, value);
  const place = Number(/\d+/.exec(path)?.[0]);
  const segments = next.segments.map((segment, index) => (index === place ? fitted(segment, next.funds) : segment));
  change({ ...next, segments });
}

export function programmes(segment: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const offered = CLASSES[segment.class].programmes;
  const toggle = (programme: Programme) => (event: Event) => {
    const on = (event.target as HTMLInputElement).checked;
    const wanted = offered.filter((item) => (item === programme ? on : segment.programmes.includes(item)));
    refit(path, "programmes", wanted);
  };
  return html`
    <fieldset class="checks" id=${`${path}.programmes`} tabindex="-1">
      <legend class="quiet">${w.programmes}</legend>
      ${offered.map(
        (programme) => html`
        <label>
          <input type="checkbox" id=${`${path}.programmes.${programme}`} @change=${toggle(programme)}
            aria-invalid=${hasMessage(`${path}.programmes`) ? "true" : nothing}
            .checked=${live(segment.programmes.includes(programme))}>${programme}
        </label>`,
      )}
      ${messages(`${path}.programmes`)}
      ${sourceButton(`${path}.programmes`, true)}
    </fieldset>`;
}

function heads(enrolment: EnrolmentDraft, path: string, called: string): TemplateResult {
  const w = words.value.segments;
  const source = sourceButton(`${path}.enrolment`, true);
  if (enrolment.kind !== "fixed")
    return html`${instead(w.heads, enrolment.kind === "target" ? w.byTarget : w.byPath)}${source}`;
  const more = enrolment.counts.length - 1;
  return html`
    ${textField({
      path: `${path}.enrolment.counts[0].people`,
      label: words.value.form.ofItem(w.heads, called),
      quiet: true,
    })}
    ${more > 0 ? html`<span class="hint">${w.moreDates(more)}</span>` : nothing}${source}`;
}

/** Words where other groups have a field; a narrow page shows the heading with them. */
function instead(heading: string, text: string): TemplateResult {
  return html`<span class="instead"><span class="quiet">${heading}: </span>${text}</span>`;
}

function base(segment: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const kind = segment.base?.kind ?? "lowest";
  const amount = kind === "fixed" ? w.fixedBase : kind === "contract" ? w.contract : null;
  return html`
    ${
      amount
        ? textField({ path: `${path}.base.rupiah`, label: amount, quiet: true, prefix: "Rp" })
        : instead(w.base, wageText(segment.base) ?? w.bases[kind])
    }
    ${messages(`${path}.base`)}
    ${sourceButton(`${path}.base`, true)}`;
}

/** `null` too while the law is not there yet. */
export function wageText(base: BaseDraft | null | undefined): string | null {
  if (base?.kind !== "minimumWage") return null;
  const wage = wages().find(({ value }) => value === base.parameter);
  return wage ? `${base.percent} % ${wage.text}` : null;
}

// ───────────────────────────── the order of rows ─────────────────────────────

function reordered(segments: readonly SegmentDraft[]): void {
  forgetVisits("segments");
  change({ ...draft.value, segments });
}

function move(place: number, by: 1 | -1): void {
  const segments = [...draft.value.segments];
  segments.splice(place + by, 0, ...segments.splice(place, 1));
  reordered(segments);
  const direction = by === 1 ? "down" : "up";
  const atEnd = place + by === (by === 1 ? segments.length - 1 : 0);
  focusSoon(`segments[${place + by}]:${atEnd ? (by === 1 ? "up" : "down") : direction}`);
}

function duplicate(place: number): void {
  const { segments } = draft.value;
  const original = segments[place];
  if (!original) return;
  const copy = { ...original, id: freshId(segments, "kelompok") };
  reordered([...segments.slice(0, place + 1), copy, ...segments.slice(place + 1)]);
  focusSoon(`segments[${place + 1}]`);
}
