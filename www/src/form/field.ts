/** The fields of the form: label, input, unit, messages and source. Their ids are made from the path in the plan. */
import type { UnusedInput } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import { put } from "../plan/current.js";
import { evidenceAt, getAt, kindOf, type Named } from "../plan/draft.js";
import { isUnder, noteAt, notesUnder } from "../plan/notes.js";
import { type NumberKind, writeNumber } from "../plan/numbers.js";
import type { Choice, View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthName } from "../words/format.js";
import type { FormPart } from "./part.js";
import { sourceButton } from "./source.js";

interface FieldOptions {
  readonly path: string;
  readonly label: string;
  /** The label is only for screen readers, because a column heading or a legend shows it. */
  readonly quiet?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: string;
  /** Shows the button for the source below the field. */
  readonly source?: boolean;
  readonly optional?: boolean;
  /** Spans all columns of the form. */
  readonly wide?: boolean;
}

/** Keyboard of phones by kind of number; kinds without decimals get digits only. */
const INPUT_MODES: { readonly [kind in NumberKind]?: string } = {
  percent: "decimal",
  part: "decimal",
  decimal: "decimal",
};

export function textField(form: FormPart, options: FieldOptions): TemplateResult {
  const kind = kindOf(options.path);
  const { path } = options;
  const value = getAt(form.plan, path);
  const unit = (text: string | undefined, end: string) =>
    text ? html`<span class="unit" id=${`${path}:${end}`}>${text}</span>` : nothing;
  return frame(
    form,
    options,
    kind ?? "text",
    html`
    <span class=${kind ? "input number" : "input"}>
      ${unit(options.prefix, "prefix")}
      <input type="text" id=${path} data-path=${path} autocomplete="off"
        inputmode=${kind ? (INPUT_MODES[kind] ?? "numeric") : "text"}
        aria-invalid=${hasMessage(form, path) ? "true" : nothing}
        aria-describedby=${described(form, options)}
        .value=${live(typeof value === "string" ? value : "")}>
      ${unit(options.suffix, "suffix")}
    </span>`,
  );
}

export function areaField(form: FormPart, options: FieldOptions): TemplateResult {
  const value = getAt(form.plan, options.path);
  return frame(
    form,
    options,
    "area",
    html`
    <textarea id=${options.path} data-path=${options.path} rows="3" aria-describedby=${described(form, options)}
      .value=${live(typeof value === "string" ? value : "")}></textarea>`,
  );
}

/** A choice. `onChange` replaces the change of the one value, where more follows from it. */
export function selectField(
  form: FormPart,
  options: FieldOptions & {
    readonly choices: readonly Choice[];
    readonly value?: string;
    readonly onChange?: (value: string) => void;
  },
): TemplateResult {
  const { path, choices } = options;
  const stored = options.value ?? getAt(form.plan, path);
  const value = typeof stored === "string" ? stored : "";
  const known = choices.some((choice) => choice.value === value);
  const pick = (event: Event) => {
    const picked = (event.target as HTMLSelectElement).value;
    if (options.onChange) options.onChange(picked);
    else put(path, picked);
  };
  return frame(
    form,
    options,
    "choice",
    html`
    <select id=${path} @change=${pick} aria-describedby=${described(form, options)}
      aria-invalid=${hasMessage(form, path) ? "true" : nothing}>
      ${known ? nothing : html`<option value=${value} .selected=${live(true)}>${words.value.form.choose}</option>`}
      ${choices.map(
        (choice) => html`
        <option value=${choice.value} .selected=${live(choice.value === value)}>${choice.text}</option>`,
      )}
    </select>`,
  );
}

/** Groups or funds to choose from; one without a name goes by its number. */
export function namedChoices(items: readonly Named[]): readonly Choice[] {
  return items.map(({ id, name }, place) => ({ value: id, text: name || words.value.form.unnamed(place + 1) }));
}

/** A day, picked with the control of the browser. */
export function dayField(form: FormPart, options: FieldOptions): TemplateResult {
  const { path } = options;
  const value = getAt(form.plan, path);
  return frame(
    form,
    options,
    "day",
    html`
    <input type="date" id=${path} data-path=${path} aria-invalid=${hasMessage(form, path) ? "true" : nothing}
      aria-describedby=${described(form, options)} .value=${live(typeof value === "string" ? value : "")}>`,
  );
}

/** A month: a choice of the name and a field for the year. Half of it is stored too: `"2026-"`, `"-03"`. */
export function monthField(form: FormPart, options: FieldOptions): TemplateResult {
  const { path, label } = options;
  const w = words.value.form;
  const stored = getAt(form.plan, path);
  const [year = "", month = ""] = (typeof stored === "string" ? stored : "").split("-");
  const join = (newYear: string, newMonth: string) => (newYear || newMonth ? `${newYear}-${newMonth}` : "");
  const invalid = hasMessage(form, path) ? "true" : nothing;
  return frame(
    form,
    options,
    "date",
    html`
    <span class="month" role="group" aria-label=${label}>
      <select id=${path} aria-label=${`${label}, ${w.month}`} aria-invalid=${invalid}
        aria-describedby=${described(form, options)}
        @change=${(event: Event) => put(path, join(year, (event.target as HTMLSelectElement).value))}>
        <option value="" .selected=${live(month === "")}>–</option>
        ${MONTHS.map(
          (number) => html`
          <option value=${number} .selected=${live(number === month)}>
            ${monthName(Number(number), language.value, "short")}</option>`,
        )}
      </select>
      <input type="text" inputmode="numeric" maxlength="4" autocomplete="off"
        id=${`${path}:year`} data-path=${path} data-month=${month} aria-label=${`${label}, ${w.year}`}
        aria-invalid=${invalid} aria-describedby=${described(form, options)} .value=${live(year)}>
    </span>`,
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

function frame(form: FormPart, options: FieldOptions, sort: string, control: TemplateResult): TemplateResult {
  const { path, label, quiet, optional, hint, source, wide } = options;
  const text = html`${label}${optional ? html` <small>(${words.value.form.optional})</small>` : nothing}`;
  const name = quiet ? "name quiet" : "name";
  return html`
    <div class=${`field of-${sort}${wide ? " wide" : ""}${hasMessage(form, path) ? " faulty" : ""}`}>
      ${
        sort === "date"
          ? html`<span class=${name} aria-hidden="true">${text}</span>`
          : html`<label class=${name} for=${path}>${text}</label>`
      }
      ${control}
      ${hint ? html`<span class="hint" id=${`${path}:hint`}>${hint}</span>` : nothing}
      ${messages(form, path)}
      ${form.later?.pastedAt(form, path) ?? nothing}
      ${source && isSourced(form, options) ? sourceButton(form, path) : nothing}
    </div>`;
}

/** An optional field has a source only once it is filled in. */
function isSourced(form: FormPart, { path, optional }: FieldOptions): boolean {
  return !optional || Boolean(getAt(form.plan, path)) || evidenceAt(form.plan, path) !== undefined;
}

function described(form: FormPart, { path, hint, prefix, suffix, source }: FieldOptions): string | typeof nothing {
  const ids = [
    prefix && `${path}:prefix`,
    suffix && `${path}:suffix`,
    hint && `${path}:hint`,
    hasMessage(form, path) && `${path}:message`,
    noteAt(form.notes, path).unused.length > 0 && `${path}:unused`,
    source && evidenceAt(form.plan, path) && `${path}:source`,
  ].filter(Boolean);
  return ids.length ? ids.join(" ") : nothing;
}

// ───────────────────────────── messages ─────────────────────────────

/** Changes when something that is said of the fields of this part changes. */
export function messageKey({ notes, pasted }: FormPart, path: string): string {
  return JSON.stringify([notesUnder(notes, [path]), pasted && isUnder(pasted.path, path) ? pasted.rows : null]);
}

export function hasMessage({ notes }: FormPart, path: string): boolean {
  return noteAt(notes, path).faults.length > 0;
}

/** What is wrong at this path, with the readings to choose from where a number is unclear; or that it has no effect. */
export function messages({ notes, later }: FormPart, path: string): View {
  const { faults, unused, blank } = noteAt(notes, path);
  if (!faults.length)
    return html`${blank ? html`<span class="hint">${words.value.form.blank}</span>` : nothing}${unusedText(unused, path)}`;
  return html`
    <div class="message" id=${`${path}:message`}>
      ${faults.map(({ problem, unclear }) => {
        if (!unclear)
          return problem ? html`<p>${said(problem, problem.code)} ${later?.remedy(problem) ?? nothing}</p>` : nothing;
        const choose = (value: number) => () => put(path, writeNumber(value, unclear.kind));
        return html`
          <p>${words.value.problems.unclear[unclear.why](unclear.typed)}</p>
          ${unclear.choices.map(
            (value) => html`
            <button type="button" class="small" @click=${choose(value)}>
              ${writeNumber(value, unclear.kind)}</button>`,
          )}`;
      })}
    </div>`;
}

function unusedText(items: readonly UnusedInput[], path: string): View {
  if (!items.length) return nothing;
  return html`
    <div class="hint unused" id=${`${path}:unused`}>
      ${items.map((item) => html`<p><strong class="mark">${words.value.form.noEffect}</strong> ${said(item, item.code)}</p>`)}
    </div>`;
}
