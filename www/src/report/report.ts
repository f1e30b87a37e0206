/** The report of a plan, as it is printed. */
import { html, type TemplateResult } from "lit-html";
import { coveragePart } from "./coverage-part.js";
import type { ReportData } from "./data.js";
import { firstPage } from "./first-page.js";
import { assumptionsPart, limitsPart, remarksPart, sourcesPart, valuesPart } from "./grounds.js";
import { moneyPart, monthlyPart } from "./money.js";
import { signatures } from "./signatures.js";
import { tracePart } from "./trace.js";
import { reportWords } from "./words.js";

export function reportView(data: ReportData): TemplateResult {
  return html`
    <article class="document">
      ${firstPage(data, reportWords().report)}
      ${moneyPart(data)}
      ${monthlyPart(data)}
      ${coveragePart(data)}
      ${remarksPart(data)}
      ${assumptionsPart(data)}
      ${valuesPart(data)}
      ${sourcesPart(data)}
      ${limitsPart(data)}
      ${signatures(data.signing, data.date)}
      ${tracePart(data)}
    </article>`;
}
