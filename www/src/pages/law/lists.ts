/** Lists of the law that are no rates: account codes, printed targets, and definitions of coverage. */

import type { CoverageDefinition, KnownAccount, PrintedTarget, SubActivity } from "cakupan";
import { html, type TemplateResult } from "lit-html";
import { language, words } from "../../words/current.js";
import { day, list, number, percent } from "../../words/format.js";
import { lawTable, sourceCells } from "./source-table.js";

export function accountTable(subject: string, accounts: readonly KnownAccount[]): TemplateResult {
  const w = words.value.law;
  const { kinds, description } = { kinds: words.value.funds.kinds, description: words.value.funds.description };
  return lawTable(
    subject,
    [description, w.verdict, w.forWhom],
    [
      {
        rows: accounts.map((account) => ({
          head: html`<code>${account.code}</code>`,
          cells: [
            account.description,
            list(
              account.funds.map((fund) => kinds[fund]),
              language.value,
            ),
            [account.programme, account.group && words.value.segments.groups[account.group]].filter(Boolean).join(", "),
            ...sourceCells(account),
          ],
        })),
      },
    ],
    "lists",
    w.code,
  );
}

export function subActivityTable(subject: string, activities: readonly SubActivity[]): TemplateResult {
  const w = words.value.law;
  return lawTable(
    subject,
    [words.value.funds.description],
    [
      {
        rows: activities.map((activity) => ({
          head: html`<code>${activity.code}</code>`,
          cells: [activity.description, ...sourceCells(activity)],
        })),
      },
    ],
    "lists",
    w.subActivity,
  );
}

export function targetTable(subject: string, targets: readonly PrintedTarget[]): TemplateResult {
  const w = words.value.law;
  return lawTable(
    subject,
    [w.region, words.value.tables.target],
    [
      {
        rows: targets.map((target) => ({
          head: headOf(target),
          cells: [
            target.region ?? w.national,
            html`<ul class="whom">${target.points.map(
              (point) => html`
          <li>${point.year}: <strong>${percent(point.percent)}</strong></li>`,
            )}</ul>`,
            ...sourceCells(target),
          ],
        })),
      },
    ],
    "lists",
    words.value.tables.target,
  );
}

export function definitionTable(subject: string, definitions: readonly CoverageDefinition[]): TemplateResult {
  const w = words.value.law;
  return lawTable(
    subject,
    [w.region, w.date, w.printed, w.denominator],
    [
      {
        rows: definitions.map((definition) => ({
          head: headOf(definition),
          cells: [
            definition.region ?? words.value.tables.none,
            day(definition.date, language.value),
            html`<strong>${percent(definition.percent)}</strong>
          (${number(definition.members)} / ${number(definition.eligible)})`,
            definition.denominator[language.value],
            ...sourceCells(definition),
          ],
        })),
      },
    ],
    "lists",
    w.counted,
  );
}

function headOf({ key, title }: PrintedTarget | CoverageDefinition): TemplateResult {
  return html`<span id=${key}>${title[language.value]}</span> <code>${key}</code>`;
}
