/** The dialog before the plan of a workbook is opened: each changed cell is taken over or left. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { openPlan } from "../plan/open.js";
import { type CellChange, type Returned, withChanges } from "../plan/workbook.js";
import { language, words } from "../words/current.js";
import { decimal } from "../words/format.js";
import { returnedWords } from "./returned-words.js";
import { openWords } from "../plan/open-words.js";

/** Opens a dialog outside the page's own templates; it is removed when it closes. Nothing changes before its button. */
export function askChanges(returned: Returned): void {
  const w = returnedWords();
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const inputs = returned.changes.filter(({ path }) => path !== null);
  const locked = returned.changes.filter(({ path }) => path === null);
  const chosen = new Set(inputs.filter(({ fault }) => fault === null));
  const go = () => {
    close();
    openPlan(withChanges(returned, [...chosen]), openWords().file);
  };
  const toggle = (change: CellChange) => (event: Event) => {
    if ((event.target as HTMLInputElement).checked) chosen.add(change);
    else chosen.delete(change);
  };
  render(
    html`
    <dialog id="returned" aria-labelledby="returned-title" @close=${() => place.remove()}>
      <h2 id="returned-title" tabindex="-1" autofocus>${w.title(returned.changes.length + returned.more)}</h2>
      ${inputs.length > 0 ? html`<p>${w.about}</p>${table(inputs, toggle)}` : nothing}
      ${locked.length > 0 ? html`<p>${w.locked}</p>${table(locked)}` : nothing}
      ${returned.more > 0 ? html`<p>${w.more(returned.more)}</p>` : nothing}
      ${returned.locksCompared ? nothing : html`<p class="hint">${w.notCompared}</p>`}
      <div class="buttons">
        <button type="button" @click=${go}>${w.go}</button>
        <button type="button" class="plain" @click=${close}>${words.value.kept.cancel}</button>
      </div>
    </dialog>`,
    place,
  );
  place.querySelector("dialog")?.showModal();
}

/** `toggle` of changes that can be taken over; a change with a fault cannot, and says why. */
function table(
  changes: readonly CellChange[],
  toggle?: (change: CellChange) => (event: Event) => void,
): TemplateResult {
  const w = returnedWords();
  return html`
    <div class="scroll" role="region" tabindex="0" aria-label=${toggle ? w.inputs : w.formulas}>
      <table class="result">
        <thead>
          <tr>
            <th scope="col">${toggle ? w.inputs : w.formulas}</th>
            <th scope="col" class="num">${w.values}</th>
          </tr>
        </thead>
        <tbody>${changes.map((change) => row(change, toggle?.(change)))}</tbody>
      </table>
    </div>`;
}

function row(change: CellChange, toggle?: (event: Event) => void): TemplateResult {
  const { sheet, cell, label, before, after, fault } = change;
  const said = html`${label} <span class="hint">${returnedWords().cell(sheet, cell)}</span>`;
  return html`
    <tr>
      <th scope="row">
        ${
          fault === null && toggle
            ? html`<label class="check"><input type="checkbox" checked @change=${toggle}> <span>${said}</span></label>`
            : said
        }
        ${fault && toggle ? html`<p class="message">${fault.message[language.value]}</p>` : nothing}
      </th>
      <td class="num wraps">${written(before)} <span>→ ${written(after)}</span></td>
    </tr>`;
}

function written(held: CellChange["before"]): string {
  if (held === null) return returnedWords().empty;
  return typeof held === "number" ? decimal(held) : held;
}
