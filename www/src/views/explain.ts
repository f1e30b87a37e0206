/** "Dari mana angka ini?": the figure, what it is made of, and where each part comes from. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { Explanation, Parameter } from "cakupan";
import type { Engine } from "../engine.js";
import { number, percent, rupiah, span } from "../format.js";
import { answer, engine, language, question, words } from "../state.js";
import type { View } from "./field.js";
import { goTo } from "./problems.js";
import { said } from "./said.js";

export function explainDialog(): TemplateResult {
  const w = words.value.explain;
  const asked = question.value;
  return html`
    <dialog id="explain" aria-labelledby="explain-title" @close=${() => (question.value = null)}>
      <div class="bar">
        <h2 id="explain-title">${w.title}</h2>
        <button type="button" @click=${close}>${w.close}</button>
      </div>
      ${asked ? html`<p class="hint">${asked.about}</p>${content()}` : nothing}
    </dialog>`;
}

/** Opens the dialog once it is drawn; closing gives the focus back to the figure by itself. */
export function openDialog(): void {
  const dialog = document.getElementById("explain");
  if (question.value && dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function close(): void {
  const dialog = document.getElementById("explain");
  if (dialog instanceof HTMLDialogElement) dialog.close();
}

function content(): View {
  const { last } = answer.value;
  const running = engine.value;
  if (!last || !question.value || typeof running === "string") return nothing;
  const explanation = running.explain(last.scenario, question.value.ask);
  if (!explanation) return html`<p>${words.value.explain.failed}</p>`;
  const { part } = collapsed(explanation);
  return html`
    <p class="lead">${said(part, `explain.${part.rule}`)}: <strong>${write(part)}</strong></p>
    ${formula(part)}
    ${origin(part, running)}
    ${part.parts.length ? tree(part.parts, 0, running) : nothing}`;
}

function tree(parts: readonly Explanation[], depth: number, running: Engine): TemplateResult {
  return html`<ul class="tree">${parts.map(part => html`<li>${node(part, depth, running)}</li>`)}</ul>`;
}

/** The first level is open; below it the reader decides. */
function node(given: Explanation, depth: number, running: Engine): TemplateResult {
  const { part, subject } = collapsed(given);
  const head = html`${subject || said(part, `explain.${part.rule}`)}: <strong>${write(part)}</strong>`;
  if (!part.parts.length) return html`${head} ${origin(part, running)}`;
  return html`
    <details ?open=${depth === 0 && part.parts.length < MOST_TERMS}>
      <summary>${head}</summary>
      ${formula(part)}
      ${origin(part, running)}
      ${tree(part.parts, depth + 1, running)}
    </details>`;
}

/** A sum of one thing is that thing: the steps in between are told in one line. */
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

/** Long sums are read in the list beneath, not on one line. */
const MOST_TERMS = 5;

const SIGNS: { readonly [rule: string]: string } = { product: "×", contribution: "×", layer: "×", sum: "+" };

function formula(part: Explanation): View {
  const sign = SIGNS[part.rule];
  if (!sign || part.parts.length < 2 || part.parts.length > MOST_TERMS) return nothing;
  return html`<p class="formula">${part.parts.map(write).join(` ${sign} `)} = ${write(part)}</p>`;
}

/** The statutory value or the input behind a part. */
function origin(part: Explanation, running: Engine): View {
  const w = words.value.explain;
  const parameter = running.law.parameters.find(item => item.key === part.parameter);
  const { input } = part;
  const go = (event: Event) => {
    event.preventDefault();
    close();
    if (input !== null) goTo(input);
  };
  return html`
    ${parameter ? html`<p class="source">${w.rule}: ${basis(parameter)}</p>` : nothing}
    ${input === null ? nothing : html`<a href=${`#${input}`} class="source" @click=${go}>${w.input}</a>`}`;
}

/** The instrument as it was for the plan, where the plan used the value; else the latest known. */
function basis(parameter: Parameter): string {
  const used = answer.value.last?.projection.parameters.find(item => item.key === parameter.key);
  const source = used ?? parameter.values.at(-1);
  if (!source) return "";
  const { statuses } = words.value.tables;
  return `${[source.instrument, source.article].filter(Boolean).join(", ")} (${statuses[source.status]})`;
}
