/** The law as the engine knows it: every value with its months, basis and status, subject by subject. */

import type { Beyond, FundKind, FundRule, Parameter, Relief, Source, Status, Group as Whom } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { law } from "../../engine/law.js";
import { stepsTable } from "../../form/steps.js";
import type { Row } from "../../ui/table.js";
import type { View } from "../../ui/view.js";
import { basisOf, inUnit, statusOf } from "../../words/basis.js";
import { language, words } from "../../words/current.js";
import { list, monthName, monthYear, number, percent, shortMonth } from "../../words/format.js";
import { changesView } from "./changes-view.js";
import { changesWords } from "./changes-words.js";
import { filter, filterView } from "./filter.js";
import { accountTable, definitionTable, subActivityTable, targetTable } from "./lists.js";
import { monthView, replaceLink } from "./month.js";
import { type Chapter, chaptersOf, countOf, sourcesOf } from "./selection.js";
import { lawTable, sourceCells } from "./source-table.js";

export function lawView(): TemplateResult {
  const w = words.value.law;
  const chapters = chaptersOf(law, filter.value);
  return html`
    <section aria-labelledby="about-heading">
      <h2 id="about-heading">${w.aboutHeading(law.version)}</h2>
      <p>${w.caveat}</p>
      ${statuses()}
      <p><a href="#changes">${changesWords().looked}</a></p>
    </section>
    <section id="law" tabindex="-1" aria-labelledby="law-heading">
      <h2 id="law-heading">${w.heading}</h2>
      ${filterView()}
      <p class="shown">${shownText()}</p>
      ${chapters.length > 1 ? contents(chapters) : nothing}
    </section>
    ${monthView(chapters)}
    ${changesView()}
    ${chapters.map(chapterView)}`;
}

/** How many of all values are shown, and by which filter; spoken, read and printed. */
export function shownText(): string {
  const w = words.value.law;
  const { subject, text, span, unread } = filter.value;
  const all = countOf([law]);
  const shown = countOf(chaptersOf(law, filter.value));
  const conditions = [
    subject && w.subjects[subject],
    text && `“${text}”`,
    span && w.during(span.from === span.to ? monthYear(span.from, language.value) : span.from.slice(0, 4)),
    unread && changesWords().unread.toLowerCase(),
  ].filter(Boolean);
  const counted = shown === 0 ? w.nothing(number(all)) : w.shown(number(shown), number(all));
  return `${[counted, ...conditions].join("; ")}.`;
}

/** What each status means, and how many values have it. */
function statuses(): TemplateResult {
  const w = words.value.law;
  const sources: readonly Source[] = sourcesOf(law);
  const known: readonly Status[] = ["enacted", "reported", "assumed"];
  return html`
    <ul class="statuses">
      ${known.map(
        (status) => html`
        <li>${statusOf(status)} (${number(sources.filter((source) => source.status === status).length)}):
          ${w.meanings[status]}</li>`,
      )}
    </ul>`;
}

function contents(chapters: readonly Chapter[]): TemplateResult {
  const w = words.value.law;
  return html`
    <nav aria-label=${w.contents}>
      <ul class="contents">
        ${chapters.map(
          (chapter) => html`
          <li><a href=${`#${chapter.subject}`}>${w.subjects[chapter.subject]}</a>
            (${number(countOf([chapter]))})</li>`,
        )}
      </ul>
    </nav>`;
}

function chapterView({
  subject,
  parameters,
  reliefs,
  fundRules,
  accounts,
  subActivities,
  targets,
  definitions,
}: Chapter): TemplateResult {
  const name = words.value.law.subjects[subject];
  return html`
    <section id=${subject} tabindex="-1" aria-labelledby=${`${subject}-heading`}>
      <h2 id=${`${subject}-heading`}>${name}</h2>
      ${parameters.length ? parameterTable(name, parameters) : nothing}
      ${reliefs.length ? reliefTable(name, reliefs) : nothing}
      ${fundRules.length ? fundRuleTable(name, fundRules) : nothing}
      ${accounts.length ? accountTable(name, accounts) : nothing}
      ${subActivities.length ? subActivityTable(name, subActivities) : nothing}
      ${targets.length ? targetTable(name, targets) : nothing}
      ${definitions.length ? definitionTable(name, definitions) : nothing}
    </section>`;
}

// ───────────────────────────── tables ─────────────────────────────

function parameterTable(subject: string, parameters: readonly Parameter[]): TemplateResult {
  const w = words.value.law;
  const grows = (beyond: Beyond) => words.value.rules.grows(monthName(beyond.month, language.value), basisOf(beyond));
  return lawTable(
    subject,
    [words.value.tables.value],
    parameters.map((parameter) => ({
      heading: html`${headingOf(parameter)} ${replaceLink(parameter)}
      ${parameter.idle ? html`<p class="about">${w.idle}: ${parameter.idle[language.value]}</p>` : nothing}
      ${parameter.beyond ? html`<p class="about">${w.beyond}: ${grows(parameter.beyond)}</p>` : nothing}`,
      rows: parameter.values.map(
        (dated): Row => ({
          head: period(dated.from, dated.to),
          cells: [
            dated.value === null
              ? html`<details class="more">
              <summary>${w.rows(number(dated.rows?.length ?? 0))}</summary>
              ${stepsTable(parameter.of, captionOf(parameter, dated.from), dated.rows ?? [])}
            </details>`
              : html`<strong>${inUnit(dated.value, parameter.unit)}</strong>
            ${dated.alternatives.map(
              ({ value, source }) => html`<p class="about">${w.otherSource(inUnit(value, parameter.unit), source)}</p>`,
            )}`,
            ...sourceCells(dated),
          ],
        }),
      ),
    })),
  );
}

function reliefTable(subject: string, reliefs: readonly Relief[]): TemplateResult {
  const w = words.value.law;
  return lawTable(
    subject,
    [w.off, w.payers],
    reliefs.map((relief) => ({
      heading: html`${headingOf(relief)} ${replaceLink(relief)}`,
      rows: [
        {
          head: period(relief.from, relief.to),
          cells: [offOf(relief), payersOf(relief), ...sourceCells(relief)],
        },
      ],
    })),
    "reliefs",
  );
}

function fundRuleTable(subject: string, rules: readonly FundRule[]): TemplateResult {
  const w = words.value.law;
  return lawTable(
    subject,
    [w.verdict, w.groups],
    rules.map((rule) => ({
      heading: headingOf({ key: rule.key, title: rule.text }),
      rows: [
        {
          head: period(rule.from, rule.to),
          cells: [
            list(
              rule.funds.map((fund) => words.value.funds.kinds[fund]),
              language.value,
            ),
            groupsOf(rule),
            ...sourceCells(rule),
          ],
        },
      ],
    })),
    "lists",
  );
}

function headingOf({ key, title }: Pick<Parameter, "key" | "title">): TemplateResult {
  return html`<span id=${key}>${title[language.value]}</span> <code>${key}</code>`;
}

function period(from: string, to: string | null): string {
  const end = to === null ? words.value.law.noEnd : shortMonth(to, language.value);
  return `${shortMonth(from, language.value)} – ${end}`;
}

function captionOf({ title }: Parameter, from: string): string {
  return `${title[language.value]}, ${monthYear(from, language.value)}`;
}

/** A rule of a kind of money: groups it may not pay for, may pay for within limits, or may pay for. */
function groupsOf({ forbids, limits, allows, verdict }: FundRule): TemplateResult {
  const w = words.value.law;
  const names = (groups: readonly Whom[]) =>
    list(
      groups.map((group) => words.value.segments.groups[group]),
      language.value,
    );
  const line = (text: string, groups: readonly Whom[]): View =>
    groups.length ? html`<dt>${text}</dt><dd>${names(groups)}</dd>` : nothing;
  return html`
    <dl class="payers">
      ${line(w.verdicts.forbids, forbids)}
      ${line(w.verdicts.limits, limits)}
      ${line(w.verdicts.allows, allows)}
      <dt>${w.otherGroups}</dt><dd>${verdict === null ? words.value.tables.none : w.verdicts[verdict]}</dd>
    </dl>`;
}

// ───────────────────────────── reliefs ─────────────────────────────

function offOf({ percentOff, programmes, classes, sectors, newcomers, basis }: Relief): TemplateResult {
  const w = words.value.law;
  const s = words.value.segments;
  const whom = [...classes.map((name) => s.classes[name]), ...(sectors ?? []).map((name) => s.sectors[name])];
  return html`<strong>${w.percentOff(percent(percentOff), list(programmes, language.value))}</strong>
    <ul class="whom">${whom.map((name) => html`<li>${name}</li>`)}</ul>
    ${newcomers ? html`<p class="about">${w.newcomers(number(newcomers.fullMonths), monthYear(newcomers.after, language.value), basisOf(newcomers))}</p>` : nothing}
    ${
      basis.length
        ? html`<ul class="whom">${basis.map(
            (part) => html`
        <li>${list(part.programmes, language.value)} (${list(
          part.classes.map((name) => s.classes[name]),
          language.value,
        )}): ${basisOf(part)}, ${statusOf(part.status)}</li>`,
          )}</ul>`
        : nothing
    }`;
}

/** A relief: payers that get it, payers that do not, and the default where the text is silent. */
function payersOf({ payers }: Relief): TemplateResult {
  const w = words.value.law;
  const line = (text: string, kinds: readonly FundKind[]): View =>
    kinds.length === 0
      ? nothing
      : html`
    <dt>${text}</dt>
    <dd>${
      kinds.length === payers.length
        ? w.allPayers
        : list(
            kinds.map((kind) => words.value.funds.kinds[kind]),
            language.value,
          )
    }</dd>`;
  const named = (text: Relief["payers"][number]["text"], applies?: boolean) =>
    payers
      .filter((payer) => payer.text === text && (applies === undefined || payer.applies === applies))
      .map(({ payer }) => payer);
  return html`
    <dl class="payers">
      ${line(w.yes, named("yes"))}
      ${line(w.no, named("no"))}
      ${[true, false].map((applies) => line(w.open(applies), named("open", applies)))}
    </dl>`;
}
