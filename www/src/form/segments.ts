/** The table of groups: one row each, with further fields in a `<details>` below it. */

import type { Programme } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { forgetVisits, update } from "../plan/current.js";
import type { BaseDraft, EnrolmentDraft, Json, SegmentDraft, ShareDraft } from "../plan/draft.js";
import { fitted, freshId, newSegment, setAt } from "../plan/draft.js";
import { CLASSES } from "../plan/fields.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import { language, words } from "../words/current.js";
import { hasMessage, messageKey, messages, selectField, textField } from "./field.js";
import { addItem, removeItem } from "./items.js";
import type { FormPart, SegmentsPart } from "./part.js";
import { details, wages } from "./segment-details.js";
import { sourceButton } from "./source.js";

/** `asTable`: shows them as a table instead. */
export function segmentsView(form: SegmentsPart, asTable: () => void): TemplateResult {
  const w = words.value.segments;
  const segments = form.plan.segments ?? [];
  // A row is drawn again only when something in it, or something that all of them show, has changed.
  const common = [language.value, form.funds, form.spread, form.wage, form.later, segments.length];
  const redrawn = (segment: SegmentDraft, place: number) =>
    guard([segment, place, messageKey(form, `segments[${place}]`), ...common], () => row(form, segment, place));
  return html`
    <section aria-labelledby="segments-heading">
      <div class="bar">
        <h3 id="segments-heading">${w.heading}</h3>
        <button type="button" class="small plain" id="segments:table" @click=${asTable}>${w.asTable}</button>
      </div>
      ${messages(form, "segments")}
      <table class="grid segments" id="segments" tabindex="-1">
        <caption class="quiet">${w.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${w.nameAndClass}</th>
            <th scope="col">${w.programmes}</th>
            <th scope="col" class="num">${w.heads}</th>
            <th scope="col" class="num">${broken(w.base)}</th>
          </tr>
        </thead>
        ${repeat(
          segments,
          (segment) => segment.id,
          (segment, place) => html`<tbody>${redrawn(segment, place)}</tbody>`,
        )}
      </table>
      ${addButton("segments", w.add, addSegment)}
    </section>`;
}

/** A long word of two may be broken after its stroke. */
const broken = (text: string) => text.split(/(?<=\/)/).map((part) => html`${part}<wbr>`);

export function addSegment(): void {
  addItem("segments", ({ segments, funds, period }) => newSegment(segments, funds[0]?.id ?? "", period.firstMonth));
}

function row(form: SegmentsPart, segment: SegmentDraft, place: number): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const path = `segments[${place}]`;
  const count = form.plan.segments?.length ?? 0;
  const called = segment.name || f.unnamed(place + 1);
  return html`
    <tr class="core">
      <td>
        ${textField(form, { path: `${path}.name`, label: w.name, quiet: true })}
        ${classFields(form, segment, path, true)}
      </td>
      <td>${programmes(form, segment, path)}</td>
      <td class="num">${heads(form, segment.enrolment, path, called)}</td>
      <td class="num">${base(form, segment, path)}</td>
    </tr>
    <tr class="rest">
      <td colspan="4">
        ${messages(form, path)}
        ${form.later?.pastedAt(form, path) ?? nothing}
        ${form.later?.groupHint(segment, path) ?? nothing}
        <div class="bar">
          <details class="more">
            <summary>${f.details}<span class="quiet">: ${called}</span> <small>${gist(form, segment)}</small></summary>
            ${details(form, segment, path)}
          </details>
          <div class="tools">
            ${moveButtons(place, count, called)}
            ${tool(`${path}:copy`, f.duplicate, called, false, () => duplicate(place))}
            ${count > 1 ? removeButton(called, () => removeItem("segments", place, `${w.one} ${called}`)) : nothing}
          </div>
        </div>
      </td>
    </tr>`;
}

/** The payers, for the summary of the closed details: "APBD 60 % + CSR 40 %". */
function gist({ funds }: SegmentsPart, { payers, workerPayers }: SegmentDraft): string {
  const names = (shares: readonly ShareDraft[]) =>
    shares
      .map((share) => {
        const fund = funds.find((item) => item.id === share.fund)?.name ?? "–";
        return shares.length > 1 ? `${fund} ${share.percent} %` : fund;
      })
      .join(" + ");
  const worker = workerPayers ? `; ${words.value.segments.workerPayers}: ${names(workerPayers)}` : "";
  return names(payers) + worker;
}

export function moveButtons(place: number, count: number, called: string): TemplateResult {
  const f = words.value.form;
  const path = `segments[${place}]`;
  return html`
    ${tool(`${path}:up`, f.up, called, place === 0, () => move(place, -1, count))}
    ${tool(`${path}:down`, f.down, called, place === count - 1, () => move(place, 1, count))}`;
}

export function tool(id: string, text: string, called: string, disabled: boolean, act: () => void): TemplateResult {
  return html`
    <button type="button" class="small plain" id=${id} ?disabled=${disabled} @click=${act}>
      ${text}<span class="quiet">: ${called}</span></button>`;
}

// ───────────────────────────── the core of a row ─────────────────────────────

/** Changes class or programmes of a group and removes the fields that do not fit any more. */
function refit(path: string, name: string, value: Json): void {
  const place = Number(/\d+/.exec(path)?.[0]);
  update((plan) => {
    const next = setAt(plan, `${path}.${name}`, value);
    const segments = next.segments.map((segment, index) => (index === place ? fitted(segment, next.funds) : segment));
    return { ...next, segments };
  });
}

/** Its class, and its risk where the class has one. */
export function classFields(form: FormPart, segment: SegmentDraft, path: string, quiet = false): TemplateResult {
  const w = words.value.segments;
  return html`
    ${selectField(form, {
      path: `${path}.class`,
      label: w.class,
      quiet,
      choices: choices(w.classes),
      onChange: (value) => refit(path, "class", value),
    })}
    ${
      CLASSES[segment.class].risk
        ? selectField(form, { path: `${path}.risk`, label: w.risk, quiet, choices: choices(w.risks) })
        : nothing
    }`;
}

export function programmes(form: FormPart, segment: SegmentDraft, path: string): TemplateResult {
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
            aria-invalid=${hasMessage(form, `${path}.programmes`) ? "true" : nothing}
            .checked=${live(segment.programmes.includes(programme))}>${programme}
        </label>`,
      )}
      ${messages(form, `${path}.programmes`)}
      ${sourceButton(form, `${path}.programmes`, true)}
    </fieldset>`;
}

/** `quiet`: a column heading shows the label. */
export function heads(
  form: FormPart,
  enrolment: EnrolmentDraft,
  path: string,
  called: string,
  quiet = true,
): TemplateResult {
  const w = words.value.segments;
  const source = sourceButton(form, `${path}.enrolment`, true);
  if (enrolment.kind !== "fixed") return html`${instead(w.heads, w.byEnrolment[enrolment.kind], quiet)}${source}`;
  const more = enrolment.counts.length - 1;
  return html`
    ${textField(form, {
      path: `${path}.enrolment.counts[0].people`,
      label: quiet ? words.value.form.ofItem(w.heads, called) : w.heads,
      quiet,
    })}
    ${more > 0 ? html`<span class="hint">${w.moreDates(more)}</span>` : nothing}${source}`;
}

/** Text in a cell in which other groups have a field. Narrow pages show the column heading before it. */
function instead(heading: string, text: string, quiet: boolean): TemplateResult {
  return html`<span class="instead"><span class=${quiet ? "quiet" : "name"}>${heading}: </span>${text}</span>`;
}

export function base(form: SegmentsPart, segment: SegmentDraft, path: string, quiet = true): TemplateResult {
  const w = words.value.segments;
  const kind = segment.base?.kind ?? "lowest";
  const amount = kind === "fixed" ? w.fixedBase : kind === "contract" ? w.contract : null;
  return html`
    ${
      amount
        ? textField(form, { path: `${path}.base.rupiah`, label: amount, quiet, prefix: "Rp" })
        : instead(w.base, wageText(form, segment.base) ?? w.bases[kind], quiet)
    }
    ${messages(form, `${path}.base`)}
    ${sourceButton(form, `${path}.base`, true)}`;
}

/** "100 % UMP Jawa Barat"; `null` for other bases, and while the law is being loaded. */
export function wageText(
  form: Pick<SegmentsPart, "later" | "wage" | "plan">,
  base: BaseDraft | null | undefined,
): string | null {
  if (base?.kind !== "minimumWage") return null;
  const wage = wages(form).find(({ value }) => value === base.parameter);
  return wage ? `${base.percent} % ${wage.text}` : null;
}

// ───────────────────────────── the order of rows ─────────────────────────────

function reorder(change: (segments: readonly SegmentDraft[]) => readonly SegmentDraft[]): void {
  forgetVisits("segments");
  update((plan) => ({ ...plan, segments: change(plan.segments) }));
}

function move(place: number, by: 1 | -1, count: number): void {
  reorder((segments) => {
    const next = [...segments];
    next.splice(place + by, 0, ...next.splice(place, 1));
    return next;
  });
  const direction = by === 1 ? "down" : "up";
  const atEnd = place + by === (by === 1 ? count - 1 : 0);
  focusSoon(`segments[${place + by}]:${atEnd ? (by === 1 ? "up" : "down") : direction}`);
}

export function duplicate(place: number): void {
  reorder((segments) => {
    const copies = segments
      .slice(place, place + 1)
      .map((segment) => ({ ...segment, id: freshId(segments, "kelompok") }));
    return [...segments.slice(0, place + 1), ...copies, ...segments.slice(place + 1)];
  });
  focusSoon(`segments[${place + 1}]`);
}
