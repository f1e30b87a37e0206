/** The buttons of lists: add, remove, and a short cross at the end of a line. */
import { html, type TemplateResult } from "lit-html";
import { words } from "../words/current.js";

export function addButton(path: string, text: string, onAdd: () => void): TemplateResult {
  return html`<button type="button" class="small" id=${`${path}:add`} @click=${onAdd}>${text}</button>`;
}

export function removeButton(what: string, onRemove: () => void): TemplateResult {
  const { remove } = words.value.form;
  return html`
    <button type="button" class="small plain" aria-label=${`${remove}: ${what}`} @click=${onRemove}>${remove}</button>`;
}

/** The same at the end of a short line inside a list, where a word has no room. */
export function crossButton(what: string, onRemove: () => void): TemplateResult {
  const name = `${words.value.form.remove}: ${what}`;
  return html`
    <button type="button" class="cross" aria-label=${name} title=${name} @click=${onRemove}>×</button>`;
}
