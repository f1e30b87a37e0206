/** What the dialog shows of a table of villages. */
import { html, nothing, type TemplateResult } from "lit-html";
import { type Meaning, type PlanFacts, yearsOf } from "../../plan/import/facts.js";
import type { Column, Found } from "../../plan/import/guess.js";
import type { Opened } from "../../plan/import/opening.js";
import { letterOf } from "../../plan/import/table.js";
import type { Summary } from "../../plan/import/village-reader.js";
import { language } from "../../words/current.js";
import { monthYear } from "../../words/format.js";
import { type Doing, fileFacts } from "./view.js";
import type { ImportWords } from "./words.js";

/** Said of codes that are not those of Kemendagri. */
const bpsOf = (columns: readonly Column[], isKnown: boolean, w: ImportWords): string[] =>
  columns.some(({ meaning }) => meaning === "code")
    ? []
    : columns.flatMap(({ meaning, letter }) => (meaning === "bps" ? [w.bps(letter, isKnown)] : []));

/** What was read, what was not, and how. */
export function factsOf(
  summary: Summary,
  opened: Opened | null,
  sheet: number,
  isKnown: boolean,
  w: ImportWords,
): readonly string[] {
  const { added, replaced, headRows, ignored, carried, formulas, columns, monthly } = summary;
  const counts = (Object.keys(ignored) as (keyof typeof ignored)[]).filter((kind) => ignored[kind] > 0);
  return [
    w.effect(added, replaced),
    headRows.length > 0 ? w.headRow(headRows.join("–")) : w.noHead,
    counts.length > 0 ? `${w.ignoredTitle} ${counts.map((kind) => w.ignored[kind](ignored[kind])).join(", ")}.` : "",
    carried > 0 ? w.carried(carried) : "",
    formulas > 0 ? w.formulas(formulas) : "",
    ...bpsOf(columns, isKnown, w),
    ...monthly.map(({ columns: of, months, taken }) =>
      w.monthly(
        of.map(letterOf).join(", "),
        months.map((month) => monthYear(month, language.value, "short")).join(", "),
        letterOf(taken),
      ),
    ),
    columns.some(({ meaning }) => meaning === "nik") ? w.nik : "",
    ...fileFacts(opened, sheet),
  ].filter((fact) => fact !== "");
}

/** Columns that count people of one group: summed only when the reader says so. */
export function sumsOf({ sums, columns }: Summary, { segments }: PlanFacts, doing: Doing<Meaning>, w: ImportWords) {
  if (sums.length === 0) return nothing;
  return html`
    <fieldset class="checks">
      <legend>${w.sumsTitle}</legend>
      ${sums.map(({ meaning, columns: of, isTaken, taken }) => {
        const segment = segments[Number(meaning.split(":")[1])]?.name ?? "";
        const named = of.map((at) => {
          const { letter, head } = columns[at] ?? { letter: "", head: "" };
          return head ? `${letter} (${head})` : letter;
        });
        const toggle = (event: Event) => doing.sum(meaning, (event.target as HTMLInputElement).checked);
        return html`
        <label class="check">
          <input type="checkbox" .checked=${isTaken} @change=${toggle}>
          <span>${w.sum(segment, named.join(" + "))}</span>
        </label>
        <p class="hint">${w.sumAbout(segment, letterOf(taken))}</p>`;
      })}
    </fieldset>`;
}

/** Everything that a column may be. */
export function choicesOf(facts: PlanFacts, w: ImportWords): readonly (readonly [Meaning, string])[] {
  const { segments, funds } = facts;
  const { ignored, number, nik, bps, ...places } = w.meanings;
  const plain = (of: object) => Object.entries(of) as [Meaning, string][];
  return [
    ["ignored", ignored],
    ...plain(places),
    ...segments.map(({ name }, place): [Meaning, string] => [`people:${place}`, w.people(name)]),
    ...funds.flatMap(({ name }, place) =>
      yearsOf(facts).map((year): [Meaning, string] => [`ceiling:${place}:${year}`, w.ceiling(name, String(year))]),
    ),
    ...plain({ number, nik, bps }),
  ];
}

const nameOf = (meaning: Meaning, facts: PlanFacts, w: ImportWords): string =>
  choicesOf(facts, w).find(([value]) => value === meaning)?.[1] ?? "";

export function preview(
  { preview: rows, columns, sums }: Summary,
  facts: PlanFacts,
  w: ImportWords,
): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  const values = [...new Set(columns.map(({ meaning }) => meaning))].filter((meaning) =>
    /^(people|ceiling):|^residents$/.test(meaning),
  );
  const titleOf = (meaning: Meaning) => {
    const sum = sums.find((one) => one.meaning === meaning && one.isTaken);
    const name = nameOf(meaning, facts, w);
    return sum ? w.sumOf(name, sum.columns.map(letterOf).join(" + ")) : name;
  };
  const hasMonths = columns.some(({ meaning }) => /onth/.test(meaning));
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${w.preview}>
      <table class="result">
        <caption>${w.preview}</caption>
        <thead>
          <tr>
            <th scope="col">${w.meanings.name}</th>
            <th scope="col">${w.meanings.district}</th>
            <th scope="col">${w.code}</th>
            ${values.map((meaning) => html`<th scope="col" class="num">${titleOf(meaning)}</th>`)}
            ${hasMonths ? html`<th scope="col">${w.months}</th>` : nothing}
          </tr>
        </thead>
        <tbody>${rows.map((row) => previewRow(row, values, hasMonths, facts, w))}</tbody>
      </table>
    </div>`;
}

function previewRow(
  { row, village, codeBy, isFaulty }: Found,
  values: readonly Column["meaning"][],
  hasMonths: boolean,
  facts: PlanFacts,
  w: ImportWords,
): TemplateResult {
  const { name, district, code, firstMonth, lastMonth } = village;
  const guessed = codeBy === "name" || codeBy === "near" ? w.codeGuessed[codeBy] : "";
  const month = (text: string | undefined, absent: string) =>
    text ? monthYear(text, language.value, "short") : absent;
  return html`
    <tr>
      <th scope="row">
        ${name} ${isFaulty ? html`<span class="bad">${w.row} ${row + 1}: ${w.faulty}</span>` : nothing}
      </th>
      <td>${district}</td>
      <td>${code} ${guessed ? html`<span class="hint">${guessed}</span>` : nothing}</td>
      ${values.map((meaning) => html`<td class="num">${valueIn(village, meaning, facts)}</td>`)}
      ${
        hasMonths
          ? html`<td>${firstMonth || lastMonth ? w.monthsOf(month(firstMonth, w.start), month(lastMonth, w.end)) : nothing}</td>`
          : nothing
      }
    </tr>`;
}

function valueIn({ counts, ceilings, residents }: Found["village"], meaning: Meaning, facts: PlanFacts): string {
  const [kind, place, year] = meaning.split(":");
  if (kind === "residents") return residents ?? "";
  const own = (kind === "people" ? facts.segments : facts.funds)[Number(place)]?.id;
  if (kind === "people") return counts.find(({ segment }) => segment === own)?.people ?? "";
  return ceilings.find((ceiling) => ceiling.fund === own && ceiling.year === year)?.rupiah ?? "";
}

export function remarksOf({ remarks, allRemarks }: Summary, w: ImportWords): TemplateResult | typeof nothing {
  if (allRemarks === 0) return nothing;
  return html`
    <details class="more">
      <summary>${w.remarks(allRemarks)}</summary>
      <ul>
        ${remarks.map(
          ({ row, remark, village, other }) =>
            html`<li>${w.remarkOf(row + 1, village.name || (village.code ?? ""), w.remark[remark](other))}</li>`,
        )}
      </ul>
      ${allRemarks > remarks.length ? html`<p>${w.more(allRemarks - remarks.length)}</p>` : nothing}
    </details>`;
}
