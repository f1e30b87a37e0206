/** Undo, redo, and a line with the last action or the time of the last save. */
import { html, nothing, type TemplateResult } from "lit-html";
import { redo, undo } from "../plan/current.js";
import { restoreBefore } from "../plan/examples.js";
import { words } from "../words/current.js";

interface History {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** A loaded example replaced something that can be brought back. */
  readonly canRestore: boolean;
  readonly done: string | null;
  /** The time of the last saving. */
  readonly savedAt: string | null;
}

/** `done` takes the place of the time of the last save. */
export function historyBar({ canUndo, canRedo, canRestore, done, savedAt }: History): TemplateResult {
  const w = words.value;
  return html`
    <div class="history">
      <button type="button" class="small" ?disabled=${!canUndo} @click=${undo}>${w.undo}</button>
      <button type="button" class="small" ?disabled=${!canRedo} @click=${redo}>${w.redo}</button>
      ${
        canRestore
          ? html`<button type="button" class="small" @click=${restoreBefore}>${w.cases.restore}</button>`
          : nothing
      }
      <span class="hint">${done ?? (savedAt === null ? nothing : w.saved(savedAt))}</span>
    </div>`;
}
