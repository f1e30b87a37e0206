/** The first page: whose plan it is, when and with what it was worked out, on which rules, and its three figures. */
import type { Scenario } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { coverageName, coveragePercent } from "../answer/coverage.js";
import { said } from "../engine/said.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { day, monthYear, number, percent2, rupiah, span } from "../words/format.js";
import type { ReportData } from "./data.js";
import { pairs } from "./paper-table.js";
import { reportWords } from "./words.js";

export function firstPage(data: ReportData, title: string): TemplateResult {
  const w = reportWords();
  const { projection, scenario } = data;
  return html`
    <header class="paper-head">
      <h1>${title}</h1>
      <p class="whose">${projection.region.name}</p>
      ${scenario.name ? html`<p class="plan-name">${scenario.name}</p>` : nothing}
    </header>
    ${identity(data)}
    <h2>${w.results}</h2>
    ${threeFigures(data)}
    ${warnings(data)}
    <h2>${w.basis}</h2>
    ${basisList(data.basis)}`;
}

/** Which document this is, so that two papers can be told apart. */
export function identity({ projection, scenario, date }: ReportData): TemplateResult {
  const w = reportWords();
  const { region, months, engine, law, lawDate, lawPacks, input } = projection;
  const packs = lawPacks.map((pack) => w.pack(pack.name, pack.version, pack.code)).join("; ");
  return html`
    <h2 class="quiet-heading">${w.identity}</h2>
    ${pairs([
      [w.region, region.code ? `${region.name} (${region.code})` : region.name],
      [w.plan, scenario.name || "–"],
      [w.stage, stageText(scenario)],
      [w.period, span(months, language.value)],
      [w.printed, day(date, language.value)],
      [w.engine, engine],
      [w.law, law],
      ...(lawDate === null ? [] : [[w.lawDate, w.lawDateText(day(lawDate, language.value))] as const]),
      ...(packs ? [[w.packs, packs] as const] : []),
      [w.code, html`<code>${input}</code>`],
    ])}
    ${scenario.note ? html`<p class="about"><strong>${w.note}:</strong> ${scenario.note}</p>` : nothing}
    <p class="about">${w.notOfficial}</p>`;
}

function stageText({ stage }: Scenario): string {
  const w = reportWords();
  if (!stage) return w.noStage;
  return w.stageFrom(words.value.budget.stages[stage.name], monthYear(stage.month, language.value));
}

export function basisList(basis: readonly string[]): TemplateResult {
  const w = reportWords();
  if (basis.length === 0) return html`<p>${w.noBasis}</p>`;
  return html`
    <p class="lead-in">${w.based}</p>
    <ol class="basis">${basis.map((line) => html`<li>${line}</li>`)}</ol>`;
}

/** Cost, members and coverage. */
export function threeFigures({ projection, inWords }: ReportData): TemplateResult {
  const w = reportWords();
  const { months, monthly, total } = projection;
  const last = monthYear(months.at(-1) ?? "", language.value);
  return html`
    <dl class="figures">
      <div>
        <dt>${w.cost}, ${span(months, language.value)}</dt>
        <dd>${rupiah(total.rupiah)}</dd>
        ${total.budgetRupiah === total.rupiah ? nothing : html`<dd class="beside">${w.budget(rupiah(total.budgetRupiah))}</dd>`}
      </div>
      <div>
        <dt>${w.people(last)}</dt>
        <dd>${number(monthly.heads.at(-1) ?? 0)}</dd>
        <dd class="beside">${w.personMonths(number(total.personMonths))}</dd>
      </div>
      <div>${coverageFigure(projection)}</div>
    </dl>
    ${inWords === null ? nothing : html`<p class="in-words" lang="id">${w.inWords(inWords)}</p>`}`;
}

function coverageFigure({ years }: ReportData["projection"]): TemplateResult {
  const w = reportWords();
  const coverage = years.at(-1)?.coverage;
  if (!coverage)
    return html`
      <dt>${words.value.coverage.names.region}</dt>
      <dd>${w.noCoverage}</dd>
      <dd class="beside">${w.noCoverageWhy}</dd>`;
  const { month, members, eligible, targetPercent, gap, gapToAll, scope } = coverage;
  const target = targetPercent === null ? "" : percent2(targetPercent);
  return html`
    <dt>${w.coverageAt(coverageName(scope), monthYear(month, language.value))}</dt>
    <dd>${coveragePercent(coverage)}</dd>
    <dd class="beside">${w.ofEligible(number(members), number(eligible))}</dd>
    ${
      gap === null
        ? nothing
        : html`<dd class="beside">${gap === 0 ? w.reached(target) : w.gapTarget(number(gap), target)}</dd>`
    }
    ${gapToAll === 0 ? nothing : html`<dd class="beside">${w.gapAll(number(gapToAll))}</dd>`}`;
}

function warnings({ projection }: ReportData): View {
  const texts = new Set(
    projection.notices.filter(({ grade }) => grade === "warning").map((one) => said(one, one.code)),
  );
  if (texts.size === 0) return nothing;
  return html`
    <div class="warned">
      <p><strong>${reportWords().warnings}</strong></p>
      <ul>${[...texts].map((text) => html`<li>${text}</li>`)}</ul>
    </div>`;
}
