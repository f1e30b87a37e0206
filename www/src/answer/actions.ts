/** What can be done with the whole answer: shown to a room, and taken along as a paragraph. */
import { html, type TemplateResult } from "lit-html";
import { actionsWords } from "./actions-words.js";
import "../styles/later.css";

export interface Actions {
  show(): void;
  summarise(): void;
}

export function actionsView({ show, summarise }: Actions): TemplateResult {
  const w = actionsWords();
  return html`
    <div class="actions" role="group" aria-label=${w.label}>
      <button type="button" class="small plain" @click=${show}>${w.show}</button>
      <button type="button" class="small plain" @click=${summarise}>${w.summary}</button>
    </div>`;
}
