/** The one field component: label, input, unit, message and source, tied together by the path in the scenario. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { said } from "../engine/said.js";
import { blanks, faultsByPath, unusedByPath } from "../plan/answer.js";
import { change, draft, touched } from "../plan/current.js";
import { evidenceAt, getAt, kindOf, setAt } from "../plan/draft.js";
import { type NumberKind, writeNumber } from "../plan/numbers.js";
import { pasted } from "../plan/paste.js";
import type { Choice, View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { monthName } from "../words/format.js";
import { later } from "./later.js";
import { pastedAt } from "./pasted.js";
import { sourceButton } from "./source.js";

interface FieldOptions {
  readonly path: string;
  readonly label: string;
  /** The column heading or the legend already shows the label. */
  readonly quiet?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: string;
  /** A source can be named for it; its button stands beneath. */
  readonly source?: boolean;
  readonly optional?: boolean;
  /** Takes a whole line of the form. */
  readonly wide?: boolean;
}

/** Which keys a phone offers; without decimals these are digits only. */
const INPUT_MODES: { readonly [kind in NumberKind]?: string } = {
  percent: "decimal",
  part: "decimal",
  decimal: "decimal",
};

export function textField(options: FieldOptions): TemplateResult {
  const kind = kindOf(options.path);
  const { path } = options;
  const value = getAt(draft.value, path);
  const unit = (text: string | undefined, end: string) =>
    text ? html`<span class="unit" id=${`${path}:${end}`}>${text}</span>` : nothing;
  return frame(
    options,
    kind ?? "text",
    html`
    <span class=${kind ? "input number" : "input"}>
      ${unit(options.prefix, "prefix")}
      <input type="text" id=${path} data-path=${path} autocomplete="off"
        inputmode=${kind ? (INPUT_MODES[kind] ?? "numeric") : "text"}
        aria-invalid=${hasMessage(path) ? "true" : nothing}
        aria-describedby=${described(options)}
        .value=${live(typeof value === "string" ? value : "")}>
      ${unit(options.suffix, "suffix")}
    </span>`,
  );
}

export function areaField(options: FieldOptions): TemplateResult {
  const value = getAt(draft.value, options.path);
  return frame(
    options,
    "area",
    html`
    <textarea id=${options.path} data-path=${options.path} rows="3" aria-describedby=${described(options)}
      .value=${live(typeof value === "string" ? value : "")}></textarea>`,
  );
}

/** A choice; `onChange` where more than the one value follows from it. */
export function selectField(
  options: FieldOptions & {
    readonly choices: readonly Choice[];
    readonly value?: string;
    readonly onChange?: (value: string) => void;
  },
): TemplateResult {
  const { path, choices } = options;
  const stored = options.value ?? getAt(draft.value, path);
  const value = typeof stored === "string" ? stored : "";
  const known = choices.some((choice) => choice.value === value);
  const pick = (event: Event) => {
    const picked = (event.target as HTMLSelectElement).value;
    if (options.onChange) options.onChange(picked);
    else change(setAt(draft.value, path, picked));
  };
  return frame(
    options,
    "choice",
    html`
    <select id=${path} @change=${pick} aria-describedby=${described(options)}
      aria-invalid=${hasMessage(path) ? "true" : nothing}>
      ${known ? nothing : html`<option value=${value} .selected=${live(true)}>${words.value.form.choose}</option>`}
      ${choices.map(
        (choice) => html`
        <option value=${choice.value} .selected=${live(choice.value === value)}>${choice.text}</option>`,
      )}
    </select>`,
  );
}

/** A day, in the browser's own way of picking one. */
export function dayField(options: FieldOptions): TemplateResult {
  const { path } = options;
  const value = getAt(draft.value, path);
  return frame(
    options,
    "day",
    html`
    <input type="date" id=${path} data-path=${path} aria-invalid=${hasMessage(path) ? "true" : nothing}
      aria-describedby=${described(options)} .value=${live(typeof value === "string" ? value : "")}>`,
  );
}

/** A month: its name and its year. What is half filled in is kept. */
export function monthField(options: FieldOptions): TemplateResult {
  const { path, label } = options;
  const w = words.value.form;
  const stored = getAt(draft.value, path);
  const [year = "", month = ""] = (typeof stored === "string" ? stored : "").split("-");
  const join = (newYear: string, newMonth: string) => (newYear || newMonth ? `${newYear}-${newMonth}` : "");
  const invalid = hasMessage(path) ? "true" : nothing;
  return frame(
    options,
    "date",
    html`
    <span class="month" role="group" aria-label=${label}>
      <select id=${path} aria-label=${`${label}, ${w.month}`} aria-invalid=${invalid}
        aria-describedby=${described(options)}
        @change=${(event: Event) =>
          change(setAt(draft.value, path, join(year, (event.target as HTMLSelectElement).value)))}>
        <option value="" .selected=${live(month === "")}>–</option>
        ${MONTHS.map(
          (number) => html`
          <option value=${number} .selected=${live(number === month)}>
            ${monthName(Number(number), language.value, "short")}</option>`,
        )}
      </select>
      <input type="text" inputmode="numeric" maxlength="4" autocomplete="off"
        id=${`${path}:year`} data-path=${path} data-month=${month} aria-label=${`${label}, ${w.year}`}
        aria-invalid=${invalid} aria-describedby=${described(options)} .value=${live(year)}>
    </span>`,
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

function frame(options: FieldOptions, sort: string, control: TemplateResult): TemplateResult {
  const { path, label, quiet, optional, hint, source, wide } = options;
  const text = html`${label}${optional ? html` <small>(${words.value.form.optional})</small>` : nothing}`;
  const name = quiet ? "name quiet" : "name";
  return html`
    <div class=${`field of-${sort}${wide ? " wide" : ""}${hasMessage(path) ? " faulty" : ""}`}>
      ${
        sort === "date"
          ? html`<span class=${name} aria-hidden="true">${text}</span>`
          : html`<label class=${name} for=${path}>${text}</label>`
      }
      ${control}
      ${hint ? html`<span class="hint" id=${`${path}:hint`}>${hint}</span>` : nothing}
      ${messages(path)}
      ${pastedAt(path)}
      ${source && isSourced(options) ? sourceButton(path) : nothing}
    </div>`;
}

/** An optional field that is empty holds nothing to name a source of. */
function isSourced({ path, optional }: FieldOptions): boolean {
  return !optional || Boolean(getAt(draft.value, path)) || evidenceAt(draft.value, path) !== undefined;
}

function described({ path, hint, prefix, suffix, source }: FieldOptions): string | typeof nothing {
  const ids = [
    prefix && `${path}:prefix`,
    suffix && `${path}:suffix`,
    hint && `${path}:hint`,
    hasMessage(path) && `${path}:message`,
    unusedByPath.value.has(path) && `${path}:unused`,
    source && evidenceAt(draft.value, path) && `${path}:source`,
  ].filter(Boolean);
  return ids.length ? ids.join(" ") : nothing;
}

// ───────────────────────────── messages ─────────────────────────────

/** An empty field is quiet until it was visited; a field being typed in is left alone until then, too. */
function shown(path: string) {
  const faults = faultsByPath.value.get(path) ?? [];
  if (touched.value.has(path)) return faults;
  const typing = document.activeElement instanceof HTMLInputElement && document.activeElement.dataset.path === path;
  return typing ? [] : faults.filter((fault) => !fault.absent);
}

/** Changes when something that a part of the form says about its fields changes. */
export function messageKey(path: string): string {
  const inside = (at: string) => at.startsWith(path);
  return JSON.stringify([
    [...faultsByPath.value.keys()].filter(inside).map((at) => [at, shown(at)]),
    [...unusedByPath.value].filter(([at]) => inside(at)),
    [...touched.value].filter((at) => inside(at) && isBlank(at)),
    pasted.value && inside(pasted.value.path) ? pasted.value.rows : null,
  ]);
}

export function hasMessage(path: string): boolean {
  return shown(path).length > 0;
}

/** What is wrong at this path, with the readings to choose from where a number is unclear; or that it has no effect. */
export function messages(path: string): View {
  const faults = shown(path);
  if (!faults.length) return html`${blank(path)}${unused(path)}`;
  return html`
    <div class="message" id=${`${path}:message`}>
      ${faults.map(({ problem, unclear }) => {
        if (!unclear)
          return problem
            ? html`<p>${said(problem, problem.code)} ${later.value?.remedy(problem) ?? nothing}</p>`
            : nothing;
        const choose = (value: number) => () => change(setAt(draft.value, path, writeNumber(value, unclear.kind)));
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

/** Whether the field is of a part that was opened and not filled in. */
function isBlank(path: string): boolean {
  return [...blanks.value].some((part) => path.startsWith(`${part}.`));
}

/** A blank part does not count; its fields say so once they were visited. */
function blank(path: string): View {
  return touched.value.has(path) && isBlank(path) ? html`<span class="hint">${words.value.form.blank}</span>` : nothing;
}

function unused(path: string): View {
  const items = unusedByPath.value.get(path);
  if (!items) return nothing;
  return html`
    <div class="hint unused" id=${`${path}:unused`}>
      ${items.map((item) => html`<p><strong class="mark">${words.value.form.noEffect}</strong> ${said(item, item.code)}</p>`)}
    </div>`;
}
