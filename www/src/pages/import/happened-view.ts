/** What the dialog shows of a table of what happened. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { FoundMonth, HappenedMeaning, HappenedPart, HappenedSummary } from "../../plan/import/happened/kind.js";
import type { Opened } from "../../plan/import/opening.js";
import { TYPED, TYPED_KEYS, type TypedKey } from "../../plan/realisation.js";
import { language } from "../../words/current.js";
import { monthYear } from "../../words/format.js";
import { happenedWords } from "./happened-words.js";
import { type Doing, fileFacts } from "./view.js";
import { importWords } from "./words.js";

/** What was read, what was not, and how. */
export function happenedFacts(
  summary: HappenedSummary,
  opened: Opened | null,
  sheet: number,
  { segments, year }: HappenedPart,
): readonly string[] {
  const [w, shared] = [happenedWords(), importWords()];
  const { added, replaced, same, headRows, notTaken, formulas, columns, groups, group, isYearAdded } = summary;
  const counts = (Object.keys(notTaken) as (keyof typeof notTaken)[]).filter((kind) => notTaken[kind] > 0);
  const isOwn = columns.some(({ meaning }) => meaning === "segment") || groups.some((one) => one !== null);
  const name = segments.find(({ id }) => id === group)?.name;
  return [
    w.effect(added, replaced, same),
    headRows.length > 0 ? shared.headRow(headRows.join("–")) : shared.noHead,
    counts.length > 0 ? `${w.notTakenTitle} ${counts.map((kind) => w.notTaken[kind](notTaken[kind])).join(", ")}.` : "",
    isYearAdded ? w.year(year) : "",
    name !== undefined && !isOwn && segments.length > 1 ? w.ofGroup(name) : "",
    formulas > 0 ? shared.formulas(formulas) : "",
    columns.some(({ meaning }) => meaning === "nik") ? shared.nik : "",
    ...fileFacts(opened, sheet),
  ].filter((fact) => fact !== "");
}

/** Which group is meant where rows name none. */
export function groupChoice(
  { needsGroup }: HappenedSummary,
  chosen: string,
  { segments }: HappenedPart,
  doing: Doing<HappenedMeaning>,
): TemplateResult | typeof nothing {
  const w = happenedWords();
  if (!needsGroup && chosen === "") return nothing;
  const change = ({ target }: Event) => doing.group((target as HTMLSelectElement).value);
  return html`
    <div class="field">
      <label class="name" for="import-group">${w.group}</label>
      <select id="import-group" @change=${change}>
        <option value="" ?selected=${chosen === ""}>${w.chooseGroup}</option>
        ${segments.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}
      </select>
    </div>`;
}

/** The first months, as they will be taken. */
export function happenedPreview(
  { preview, columns }: HappenedSummary,
  { segments, villages }: HappenedPart,
): TemplateResult | typeof nothing {
  if (preview.length === 0) return nothing;
  const [w, shared] = [happenedWords(), importWords()];
  const keys = TYPED_KEYS.filter((key) => columns.some(({ meaning }) => meaning === key));
  const hasVillages = preview.some(({ place }) => place.village !== undefined);
  const isNumber = (key: TypedKey) => TYPED[key] === "people" || TYPED[key] === "money";
  const nameOf = (id: string) => segments.find((segment) => segment.id === id)?.name ?? "";
  const villageOf = (key: string) => villages.find(({ code, name }) => (code || name) === key)?.name ?? key;
  const line = ({ row, place, cells, isFaulty }: FoundMonth) => html`
    <tr>
      <th scope="row">
        ${place.month ? monthYear(place.month, language.value, "short") : ""}
        ${isFaulty ? html`<span class="bad">${shared.row} ${row + 1}: ${shared.faulty}</span>` : nothing}
      </th>
      <td>${nameOf(place.segment)}</td>
      ${hasVillages ? html`<td>${villageOf(place.village ?? "")}</td>` : nothing}
      ${keys.map((key) => html`<td class=${isNumber(key) ? "num" : ""}>${cells[key] ?? ""}</td>`)}
    </tr>`;
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${shared.preview}>
      <table class="result">
        <caption>${shared.preview}</caption>
        <thead>
          <tr>
            <th scope="col">${w.meanings.month}</th>
            <th scope="col">${w.meanings.segment}</th>
            ${hasVillages ? html`<th scope="col">${w.meanings.name}</th>` : nothing}
            ${keys.map((key) => html`<th scope="col" class=${isNumber(key) ? "num" : ""}>${w.meanings[key]}</th>`)}
          </tr>
        </thead>
        <tbody>${preview.map(line)}</tbody>
      </table>
    </div>`;
}
