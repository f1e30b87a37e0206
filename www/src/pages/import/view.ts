/** The dialog of an import: what is chosen, what of it was understood, and what would be taken. */
import { askForFile } from "../../ui/file.js";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Thousands } from "../../plan/import/cells.js";
import { type Choices, type Meaning, type PlanFacts, yearsOf } from "../../plan/import/facts.js";
import type { Column, Found } from "../../plan/import/guess.js";
import { letterOf } from "../../plan/import/table.js";
import type { Opened, Summary } from "../../plan/import/work.js";
import { monthYear } from "../../words/format.js";
import { language } from "../../words/current.js";
import { importWords, type ImportWords } from "./words.js";

/** What the dialog shows. */
export interface Shown {
  readonly facts: PlanFacts;
  /** Whether the register has the villages of the plan's region. */
  readonly isKnown: boolean;
  /** The sentence that is said while nothing is shown, or "". */
  readonly said: string;
  readonly isReading: boolean;
  readonly source: string;
  readonly opened: Opened | null;
  readonly sheet: number;
  readonly choices: Choices;
  readonly summary: Summary | null;
  readonly leaveOut: boolean;
  /** Why nothing can be taken, or "". */
  readonly why: string;
}

/** What the reader does. */
export interface Doing {
  file(file: File): void;
  paste(text: string): void;
  sheet(place: number): void;
  meaning(column: number, meaning: Meaning): void;
  /** Several columns are parts of one group's people. */
  sum(meaning: Meaning, on: boolean): void;
  thousands(thousands: Thousands | null): void;
  hidden(taken: boolean): void;
  leaveOut(left: boolean): void;
  apply(): void;
  cancel(): void;
}

export function importView(shown: Shown, doing: Doing): TemplateResult {
  const w = importWords();
  const { summary, why, isReading, said } = shown;
  // The words of a field for files are those of the browser, in its language.
  const choose = () => askForFile(".csv,.tsv,.txt,.xlsx,.xlsm,.xls", (file) => doing.file(file));
  const pasted = () => doing.paste((document.getElementById("import-paste") as HTMLTextAreaElement).value);
  return html`
    <h2 id="import-title" tabindex="-1" autofocus>${w.title}</h2>
    <p>${w.about}</p>
    <div class="fields">
      <div><button type="button" @click=${choose}>${w.file}</button></div>
      <div class="field">
        <label class="name" for="import-paste">${w.paste}</label>
        <textarea id="import-paste" rows="2"></textarea>
        <button type="button" class="small" @click=${pasted}>${w.readPaste}</button>
      </div>
    </div>
    <p role="status" class="import-said">${isReading ? w.reading : said}</p>
    ${
      // It stays while it is read again, so that the focus does too.
      summary ? understood(shown, summary, doing, w) : nothing
    }
    <div class="buttons">
      <button type="button" aria-disabled=${why !== ""} aria-describedby="import-why" @click=${doing.apply}>
        ${w.apply}
      </button>
      <button type="button" class="plain" @click=${doing.cancel}>${w.cancel}</button>
      <p id="import-why" class="hint">${why}</p>
    </div>`;
}

function understood(shown: Shown, summary: Summary, doing: Doing, w: ImportWords): TemplateResult {
  const { opened, sheet, choices, source, leaveOut } = shown;
  const { faults, allFaults, faulty, hiddenRows } = summary;
  const toSheet = (event: Event) => doing.sheet(Number((event.target as HTMLSelectElement).value));
  const toThousands = (event: Event) => {
    const { value } = event.target as HTMLSelectElement;
    doing.thousands(value === "." || value === "," ? value : null);
  };
  const checked = (event: Event) => (event.target as HTMLInputElement).checked;
  const sheets = opened?.sheets ?? [];
  return html`
    <p class="import-source">${source}</p>
    ${
      sheets.length > 1
        ? html`
        <div class="field">
          <label class="name" for="import-sheet">${w.sheet}</label>
          <select id="import-sheet" .value=${String(sheet)} @change=${toSheet}>
            ${sheets.map(
              ({ name, rows, isHidden }, place) =>
                html`<option value=${place} ?selected=${place === sheet}>${w.sheetChoice(name, rows, isHidden)}</option>`,
            )}
          </select>
        </div>`
        : nothing
    }
    <ul class="import-facts">${factsOf(shown, summary, w).map((fact) => html`<li>${fact}</li>`)}</ul>
    ${
      summary.isUnclear
        ? html`
        <div class="field">
          <label class="name" for="import-thousands">${w.thousands}</label>
          <select id="import-thousands" @change=${toThousands}>
            ${(["none", ".", ","] as const).map(
              (value) =>
                html`<option value=${value} ?selected=${value === (choices.thousands ?? "none")}>${w.thousandsChoices[value]}</option>`,
            )}
          </select>
        </div>`
        : nothing
    }
    ${
      hiddenRows > 0
        ? html`
        <label class="check">
          <input type="checkbox" .checked=${choices.withHidden} @change=${(event: Event) => doing.hidden(checked(event))}>
          <span>${w.hidden(hiddenRows)}</span>
        </label>`
        : nothing
    }
    ${
      allFaults > 0
        ? html`
        <section aria-labelledby="import-faults">
          <h3 id="import-faults">${w.faults}</h3>
          <ul class="import-faults">
            ${faults.map(({ cell, fault, text }) => html`<li class="bad">${w.faultOf(cell, w.fault[fault](text))}</li>`)}
          </ul>
          ${allFaults > faults.length ? html`<p>${w.more(allFaults - faults.length)}</p>` : nothing}
          <label class="check">
            <input type="checkbox" .checked=${leaveOut} @change=${(event: Event) => doing.leaveOut(checked(event))}>
            <span>${w.leaveOut(faulty)}</span>
          </label>
        </section>`
        : nothing
    }
    ${sumsOf(summary, shown.facts, doing, w)}
    ${columnTable(summary, shown.facts, doing, w)}
    ${preview(summary, shown.facts, w)}
    ${remarksOf(summary, w)}`;
}

/** Said of codes that are not those of Kemendagri. */
const bpsOf = (columns: readonly Column[], isKnown: boolean, w: ImportWords): string[] =>
  columns.some(({ meaning }) => meaning === "code")
    ? []
    : columns.flatMap(({ meaning, letter }) => (meaning === "bps" ? [w.bps(letter, isKnown)] : []));

/** What was read, what was not, and how. */
function factsOf({ opened, sheet, isKnown }: Shown, summary: Summary, w: ImportWords): string[] {
  const { added, replaced, headRows, ignored, carried, formulas, columns, monthly } = summary;
  const counts = (Object.keys(ignored) as (keyof typeof ignored)[]).filter((kind) => ignored[kind] > 0);
  const own = opened?.sheets[sheet];
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
    opened?.hasMacros ? w.macros : "",
    opened?.hasLinks ? w.links : "",
    opened?.encoding === "windows-1252" ? w.oldEncoding(opened.encoding) : "",
    opened?.openQuote != null ? w.openQuote(opened.openQuote) : "",
    own && own.moreCells > 0 ? w.moreCells(own.moreCells) : "",
  ].filter((fact) => fact !== "");
}

/** Columns that count people of one group: summed only when the reader says so. */
function sumsOf({ sums, columns }: Summary, { segments }: PlanFacts, doing: Doing, w: ImportWords) {
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

function columnTable(summary: Summary, facts: PlanFacts, doing: Doing, w: ImportWords): TemplateResult {
  const choices = choicesOf(facts, w);
  const change = (column: number) => (event: Event) =>
    doing.meaning(column, (event.target as HTMLSelectElement).value as Meaning);
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${w.columns}>
      <table class="result import-columns">
        <caption>${w.columns}</caption>
        <thead>
          <tr>
            <th scope="col">${w.head}</th>
            <th scope="col">${w.readAs}</th>
            <th scope="col">${w.example}</th>
          </tr>
        </thead>
        <tbody>
          ${summary.columns.map(
            ({ letter, head, meaning, example }, place) => html`
            <tr>
              <th scope="row">${letter}${head ? html` <span class="hint">${head}</span>` : nothing}</th>
              <td>
                <select aria-label=${w.readAsOf(letter)} @change=${change(place)}>
                  ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === meaning}>${text}</option>`)}
                </select>
              </td>
              <td class="wraps">${example}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

/** Everything that a column may be. */
function choicesOf(facts: PlanFacts, w: ImportWords): readonly (readonly [Meaning, string])[] {
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

function preview(
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

function remarksOf({ remarks, allRemarks }: Summary, w: ImportWords): TemplateResult | typeof nothing {
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
