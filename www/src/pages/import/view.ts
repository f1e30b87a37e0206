/** The dialog of an import: what is chosen, what of it was understood, and what would be taken. */
import { askForFile } from "../../ui/file.js";
import { html, nothing, type TemplateResult } from "lit-html";
import type { Thousands } from "../../plan/import/cells.js";
import type { Choices } from "../../plan/import/facts.js";
import type { Opened } from "../../plan/import/opening.js";
import type { Told } from "../../plan/import/told.js";
import { importWords, type ImportWords } from "./words.js";

/** What the dialog shows. */
export interface Shown<Is extends string> {
  readonly title: string;
  readonly about: string;
  /** The sentence that is said while nothing is shown, or "". */
  readonly said: string;
  readonly isReading: boolean;
  readonly source: string;
  readonly opened: Opened | null;
  readonly sheet: number;
  readonly choices: Choices<Is>;
  readonly understood: Understood<Is> | null;
  readonly leaveOut: boolean;
  /** Why nothing can be taken, or "". */
  readonly why: string;
}

/** What was understood of the table, in words. */
export interface Understood<Is extends string> {
  readonly summary: Told<Is>;
  readonly facts: readonly string[];
  /** The first faults. */
  readonly faults: readonly string[];
  readonly leaveOut: string;
  /** What a column may hold. */
  readonly meanings: readonly (readonly [Is, string])[];
  /** What only tables of this kind ask. */
  readonly asked: unknown;
  readonly preview: unknown;
  readonly remarks: unknown;
}

/** What the reader does. */
export interface Doing<Is extends string> {
  file(file: File): void;
  paste(text: string): void;
  sheet(place: number): void;
  meaning(column: number, meaning: Is): void;
  /** Several columns are parts of one group's people. */
  sum(meaning: Is, on: boolean): void;
  /** The group of rows that name none. */
  group(id: string): void;
  thousands(thousands: Thousands | null): void;
  hidden(taken: boolean): void;
  leaveOut(left: boolean): void;
  apply(): void;
  cancel(): void;
}

export function importView<Is extends string>(shown: Shown<Is>, doing: Doing<Is>): TemplateResult {
  const w = importWords();
  const { title, about, understood, why, isReading, said } = shown;
  // The words of a field for files are those of the browser, in its language.
  const choose = () => askForFile(".csv,.tsv,.txt,.xlsx,.xlsm,.xls", (file) => doing.file(file));
  const pasted = () => doing.paste((document.getElementById("import-paste") as HTMLTextAreaElement).value);
  return html`
    <h2 id="import-title" tabindex="-1" autofocus>${title}</h2>
    <p>${about}</p>
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
      understood ? tableView(shown, understood, doing, w) : nothing
    }
    <div class="buttons">
      <button type="button" aria-disabled=${why !== ""} aria-describedby="import-why" @click=${doing.apply}>
        ${w.apply}
      </button>
      <button type="button" class="plain" @click=${doing.cancel}>${w.cancel}</button>
      <p id="import-why" class="hint">${why}</p>
    </div>`;
}

function tableView<Is extends string>(
  { opened, sheet, choices, source, leaveOut }: Shown<Is>,
  { summary, facts, faults, leaveOut: leaveOutWords, meanings, asked, preview, remarks }: Understood<Is>,
  doing: Doing<Is>,
  w: ImportWords,
): TemplateResult {
  const { allFaults, hiddenRows } = summary;
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
    <ul class="import-facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
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
            ${faults.map((fault) => html`<li class="bad">${fault}</li>`)}
          </ul>
          ${allFaults > faults.length ? html`<p>${w.more(allFaults - faults.length)}</p>` : nothing}
          <label class="check">
            <input type="checkbox" .checked=${leaveOut} @change=${(event: Event) => doing.leaveOut(checked(event))}>
            <span>${leaveOutWords}</span>
          </label>
        </section>`
        : nothing
    }
    ${asked}
    ${columnTable(summary, meanings, doing, w)}
    ${preview}
    ${remarks}`;
}

/** What must be known of the file itself. */
export function fileFacts(opened: Opened | null, sheet: number): readonly string[] {
  const w = importWords();
  const own = opened?.sheets[sheet];
  return [
    opened?.hasMacros ? w.macros : "",
    opened?.hasLinks ? w.links : "",
    opened?.encoding === "windows-1252" ? w.oldEncoding(opened.encoding) : "",
    opened?.openQuote != null ? w.openQuote(opened.openQuote) : "",
    own && own.moreCells > 0 ? w.moreCells(own.moreCells) : "",
  ];
}

function columnTable<Is extends string>(
  summary: Told<Is>,
  choices: Understood<Is>["meanings"],
  doing: Doing<Is>,
  w: ImportWords,
): TemplateResult {
  const change = (column: number) => (event: Event) =>
    doing.meaning(column, (event.target as HTMLSelectElement).value as Is);
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
