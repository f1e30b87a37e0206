/** One step back and forth, and what was done last. */
import { html, nothing, type TemplateResult } from "lit-html";
import { before, canRedo, canUndo, done, redo, undo } from "../plan/current.js";
import { restoreBefore } from "../plan/examples.js";
import { savedAt } from "../plan/storage/standing.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";

/** What was just done, with the way back; and when the work was last kept. */
export function historyBar(): TemplateResult {
  const w = words.value;
  return html`
    <div class="history">
      <button type="button" class="small" ?disabled=${!canUndo.value} @click=${undo}>${w.undo}</button>
      <button type="button" class="small" ?disabled=${!canRedo.value} @click=${redo}>${w.redo}</button>
      ${
        before.value
          ? html`<button type="button" class="small" @click=${restoreBefore}>${w.cases.restore}</button>`
          : nothing
      }
      <span class="hint">${done.value ?? savedText()}</span>
    </div>`;
}

function savedText(): string | View {
  return savedAt.value === null ? nothing : words.value.saved(savedAt.value);
}
