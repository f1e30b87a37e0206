/** "Dari mana angka ini?": the figure in a sentence and a formula, then its rules, inputs and assumptions. */
import type { Explained, Explanation } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import { nameOf } from "../form/names.js";
import type { Answer } from "../plan/answer.js";
import { closeDialog, isClosed, showDialog } from "../ui/dialog.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { number, percent, rupiah, span } from "../words/format.js";
import { type FieldsOfForm, grounds } from "./explain-grounds.js";

export interface Explaining {
  /** Without steps that change nothing. */
  readonly brief: boolean;
  /** `null` while nothing is asked. */
  readonly asked: AskedFigure | null;
}

interface AskedFigure {
  /** What the figure is called. */
  readonly about: string;
  /** `null` where the question has no answer. */
  readonly explained: Explained | null;
  readonly last: Answer;
  readonly form: Omit<FieldsOfForm, "close">;
}

export interface ExplainActions {
  setBrief(brief: boolean): void;
  onClose(): void;
}

export function explainDialog({ brief, asked }: Explaining, { setBrief, onClose }: ExplainActions): TemplateResult {
  const w = words.value.explain;
  const closed = (event: Event) => {
    if (!isClosed(event)) return;
    document.documentElement.classList.remove("explaining");
    onClose();
  };
  return html`
    <dialog id="explain" aria-labelledby="explain-title" @close=${closed}>
      <div class="bar">
        <h2 id="explain-title">${w.title}</h2>
        <div class="tools">
          <button type="button" class="small" aria-pressed=${brief ? "true" : "false"}
            @click=${() => setBrief(!brief)}>${w.brief}</button>
          <button type="button" class="small" @click=${() => print()}>${w.print}</button>
          <button type="button" @click=${close}>${w.close}</button>
        </div>
      </div>
      ${asked ? content(asked) : nothing}
    </dialog>`;
}

export function openDialog(): boolean {
  if (!showDialog("explain")) return false;
  // The style for print then shows the explanation alone.
  document.documentElement.classList.add("explaining");
  return true;
}

const close = () => closeDialog("explain");

function content({ about, explained, last, form }: AskedFigure): View {
  const w = words.value.explain;
  if (!explained) return html`<p class="hint">${about}</p><p>${w.failed}</p>`;
  const { part } = collapsed(explained);
  const name = (path: string) => nameOf(path, form);
  return html`
    <p class="lead">${about}: <strong>${write(part)}</strong>. ${textOf(part, name)}.</p>
    ${formula(part)}
    ${part.parts.length ? html`<h3>${w.steps}</h3>${tree(part.parts, 0, name)}` : nothing}
    ${grounds(part, explained.weak, last, { ...form, close })}`;
}

/** What the field at a path is called. */
type NameOf = (path: string) => string;

function tree(parts: readonly Explanation[], depth: number, name: NameOf): TemplateResult {
  return html`<ul class="tree">${parts.map((part) => html`<li>${node(part, depth, name)}</li>`)}</ul>`;
}

/** The first level is open, deeper ones are closed. */
function node(given: Explanation, depth: number, name: NameOf): TemplateResult {
  const { part, subject } = collapsed(given);
  const head = html`${subject || textOf(part, name)}: <strong>${write(part)}</strong>`;
  if (!part.parts.length) return head;
  return html`
    <details ?open=${depth === 0 && part.parts.length < MOST_TERMS}>
      <summary>${head}</summary>
      ${formula(part)}
      ${tree(part.parts, depth + 1, name)}
    </details>`;
}

/** An input goes by the name of its field; all else by its rule. */
function textOf(part: Explanation, name: NameOf): string {
  const { rule, input, parts } = part;
  const typed = input !== null && input !== "target" && parts.length === 0 && part.parameter === null;
  return typed ? name(input) : said(part, `explain.${rule}`);
}

/** Skips sums with one part: their subjects are joined in one line. */
function collapsed(given: Explanation): { readonly part: Explanation; readonly subject: string } {
  const subjects = [subjectOf(given)];
  let part = given;
  for (let only = part.parts[0]; part.rule === "sum" && part.parts.length === 1 && only; only = part.parts[0]) {
    part = only;
    subjects.push(subjectOf(part));
  }
  return { part, subject: subjects.filter(Boolean).join(", ") };
}

/** What a sum or a product is about: year, group, programme, whose part, fund, months. */
function subjectOf({ rule, params }: Explanation): string {
  if (rule !== "sum" && rule !== "product") return "";
  const { year, segment, fund, programme, part, from, to } = params;
  const named = [year, segment, fund, programme, part === undefined ? "" : said({ params: {} }, String(part))];
  const months = typeof from === "string" && typeof to === "string" ? span([from, to], language.value) : "";
  return [...named, months].filter(Boolean).join(", ");
}

function write({ value, unit }: Explanation): string {
  if (unit === "rupiah") return rupiah(value);
  if (unit === "percent") return percent(value);
  const w = words.value;
  return `${number(value)}\u00a0${unit === "people" ? w.form.people : w.region.monthsUnit}`;
}

/** Terms of a formula that fit on one line; longer sums stand in the list below only. */
const MOST_TERMS = 5;

const SIGNS: { readonly [rule: string]: string } = {
  product: "×",
  contribution: "×",
  layer: "×",
  sum: "+",
  difference: "−",
  coverage: "÷",
  people: "+",
  demand: "×",
};

function formula(part: Explanation): View {
  const sign = SIGNS[part.rule];
  if (!sign || part.parts.length < 2 || part.parts.length > MOST_TERMS) return nothing;
  return html`<p class="formula">${part.parts.map(write).join(` ${sign} `)} = ${write(part)}</p>`;
}
