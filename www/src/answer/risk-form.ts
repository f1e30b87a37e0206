/** Which numbers of the plan are not sure, between which values they may lie, and the button that works it out. */
import type { RangeShape } from "cakupan/monitor";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { type FieldFault, typedField } from "../ui/typed-field.js";
import type { View } from "../ui/view.js";
import { number } from "../words/format.js";
import { riskWords } from "./risk-words.js";

export interface RangeRow {
  readonly key: string;
  readonly name: string;
  /** The number in the plan, written out. */
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly shape: RangeShape;
  readonly prefix: string;
  readonly suffix: string;
  readonly faults: { readonly [field in "low" | "high"]: readonly FieldFault[] };
}

export interface RiskFormShown {
  readonly rows: readonly RangeRow[];
  /** Numbers that have no range yet. */
  readonly offers: readonly { readonly key: string; readonly name: string }[];
  readonly draws: string;
  readonly seed: string;
  readonly faults: { readonly [field in "draws" | "seed"]: readonly FieldFault[] };
  /** What is wrong beside the fields. */
  readonly others: readonly string[];
  readonly progress: { readonly done: number; readonly all: number } | null;
  readonly failed: boolean;
}

export interface RiskActions {
  add(key: string): void;
  remove(key: string, place: number): void;
  setRange(key: string, change: { readonly low?: string; readonly high?: string; readonly shape?: RangeShape }): void;
  set(field: "draws" | "seed", text: string): void;
  /** A field is left: its number is written out. */
  leave(): void;
  run(): void;
  cancel(): void;
}

export function riskFormView(shown: RiskFormShown, actions: RiskActions): TemplateResult {
  const w = riskWords();
  const submit = (event: Event) => {
    event.preventDefault();
    actions.run();
  };
  const wrong =
    [shown.faults.draws, shown.faults.seed, ...shown.rows.flatMap(({ faults }) => [faults.low, faults.high])].some(
      ({ length }) => length > 0,
    ) || shown.others.length > 0;
  return html`
    <p class="hint">${w.about}</p>
    <form novalidate @submit=${submit}>
      ${shown.rows.map((row, place) => rangeView(row, place, actions))}
      ${offersView(shown, actions)}
      <div class="fields">
        ${typedField(
          {
            id: "range-draws",
            label: w.draws,
            value: shown.draws,
            faults: shown.faults.draws,
            onInput: (text) => actions.set("draws", text),
          },
          actions.leave,
        )}
        ${typedField(
          {
            id: "range-seed",
            label: w.seed,
            value: shown.seed,
            faults: shown.faults.seed,
            hint: w.seedHint,
            onInput: (text) => actions.set("seed", text),
          },
          actions.leave,
        )}
      </div>
      <p class="hint">${w.notKept}</p>
      ${shown.others.map((text) => html`<p class="message">${text}</p>`)}
      ${shown.failed ? html`<p class="message">${w.failed}</p>` : nothing}
      <p role="status">${wrong ? w.wrong : ""}</p>
      <button type="submit" id="range-run" ?disabled=${shown.rows.length === 0}>${w.run}</button>
      ${shown.progress ? progressView(shown.progress, actions) : nothing}
    </form>`;
}

function progressView(
  { done, all }: { readonly done: number; readonly all: number },
  actions: RiskActions,
): TemplateResult {
  const w = riskWords();
  const text = done === 0 ? w.ends : w.progress(number(done), number(all));
  return html`
    <p class="working">
      <progress max=${Math.max(all, 1)} value=${done} aria-label=${w.run}></progress>
      <span>${text}</span>
      <button type="button" class="small" id="range-cancel" @click=${() => actions.cancel()}>${w.cancel}</button>
    </p>`;
}

function rangeView(row: RangeRow, place: number, actions: RiskActions): TemplateResult {
  const w = riskWords();
  const side = (name: "low" | "high") =>
    typedField(
      {
        id: `range-${place}-${name}`,
        label: w[name],
        value: row[name],
        faults: row.faults[name],
        prefix: row.prefix,
        suffix: row.suffix,
        onInput: (text) => actions.setRange(row.key, { [name]: text }),
      },
      actions.leave,
    );
  const pick = (event: Event) =>
    actions.setRange(row.key, { shape: (event.target as HTMLSelectElement).value as RangeShape });
  const shape = `range-${place}-shape`;
  return html`
    <fieldset class="list">
      <legend>${row.name}</legend>
      <p class="hint">${w.inPlan(row.value)}</p>
      <div class="fields">
        ${side("low")}${side("high")}
        <div class="field">
          <label class="name" for=${shape}>${w.shape}</label>
          <select id=${shape} @change=${pick}>
            ${(["triangular", "uniform"] as const).map(
              (value) => html`
              <option value=${value} .selected=${live(row.shape === value)}>${w.shapes[value]}</option>`,
            )}
          </select>
        </div>
      </div>
      ${removeButton(row.name, () => actions.remove(row.key, place))}
    </fieldset>`;
}

function offersView({ offers }: RiskFormShown, actions: RiskActions): View {
  const w = riskWords();
  if (offers.length === 0) return html`<p class="hint">${w.allChosen}</p>`;
  const add = () => {
    const select = document.getElementById("range-offer") as HTMLSelectElement | null;
    if (select?.value) actions.add(select.value);
    else select?.focus();
  };
  return html`
    <div class="fields">
      <div class="field wide">
        <label class="name" for="range-offer">${w.which}</label>
        <select id="range-offer">
          <option value="">${w.choose}</option>
          ${offers.map(({ key, name }) => html`<option value=${key}>${name}</option>`)}
        </select>
      </div>
    </div>
    ${addButton("range", w.add, add)}`;
}
