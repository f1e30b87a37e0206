/** Limits of the answer: what is not counted, inputs that are empty or without effect, and the quality of the inputs. */

import type { Projection } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import { fieldLink } from "../form/go-to.js";
import { numeric, type Row } from "../ui/table.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { number, partOf, short } from "../words/format.js";
import { resultTable } from "./figure.js";
import { askWhy } from "./question.js";
import type { Shown } from "./shown.js";
import { proofLink } from "./proof-link.js";

type OfLimits = Shown<{
  projection: "engine" | "law" | "lawPacks" | "input" | "notCounted" | "missing" | "unused" | "grounds";
  total: "rupiah";
}>;

export function limitsView(answer: OfLimits): TemplateResult {
  const { projection } = answer;
  return html`
    ${notCounted(projection)}
    ${inputs("missing", projection.missing)}
    ${inputs("unused", projection.unused)}
    ${grounds(answer)}
    ${provenanceView(projection)}`;
}

/** Version of the calculator and of the law, and the check code of the input. */
export function provenanceView({
  engine,
  law,
  lawPacks,
  input,
}: Pick<Projection, "engine" | "law" | "lawPacks" | "input">): TemplateResult {
  const w = words.value.answer;
  return html`
    <p class="provenance">${w.provenance(engine, law, input)}</p>
    ${lawPacks.map(
      ({ name, version, code, used }) =>
        html`<p class="provenance">${w.packUsed(name, version, code, number(used))}</p>`,
    )}
    ${proofLink()}`;
}

function notCounted({ notCounted }: Pick<Projection, "notCounted">): TemplateResult {
  return html`
    <h4>${words.value.answer.notCounted}</h4>
    <ul class="remarks">${notCounted.map((item) => html`<li>${item.message[language.value]}</li>`)}</ul>`;
}

/** Inputs that are empty, and inputs that change nothing; each leads to its field. */
function inputs(kind: "missing" | "unused", items: Projection["missing"] | Projection["unused"]): View {
  if (!items.length) return nothing;
  return html`
    <h4>${words.value.answer[kind]}</h4>
    <ul class="remarks">
      ${items.map((item) => html`<li>${fieldLink(item.path, said(item, item.code))}</li>`)}
    </ul>`;
}

/** What rests on guesses in one sentence, then the engine's parts as they are; they sum to the total. */
function grounds(answer: OfLimits): View {
  const { grounds, total } = answer.projection;
  const w = words.value.answer;
  const { total: sum, cost } = words.value.tables;
  if (total.rupiah === 0) return nothing;
  const of = (wanted: string) => grounds.find(({ quality }) => quality === wanted)?.rupiah ?? 0;
  const withShare = (rupiah: number, write: (amount: string, percent: string) => string) =>
    write(short(rupiah, language.value), partOf(rupiah, total.rupiah));
  const [weak, unsourced] = [of("guess"), of("none")];
  const faults = [
    ...(weak ? [withShare(weak, w.weak)] : []),
    ...(unsourced ? [withShare(unsourced, w.unsourced)] : []),
  ];
  const row = (head: string, rupiah: number): Row => ({ head, cells: [number(rupiah), partOf(rupiah, total.rupiah)] });
  const rows = [
    ...grounds.map(({ quality, rupiah }) => row(words.value.source.quality[quality], rupiah)),
    { ...row(sum, total.rupiah), total: true },
  ];
  return html`
    <p class="grounds">${faults.join("; ") || w.notWeak}.</p>
    ${
      faults.length
        ? html`
        <p class="hint">${w.nameSources}</p>
        <button type="button" class="small" @click=${() => askWhy({}, cost)}>
          ${w.weakInputs}</button>`
        : nothing
    }
    ${resultTable(answer, w.groundsCaption, w.quality, numeric(cost, w.part), [{ rows }])}`;
}
