/** The head of the calculator: example cases, the way to the law, and what can be taken back. */
import { type TemplateResult, html, nothing } from "lit-html";
import { before, canRedo, canUndo, done, redo, undo, words } from "../state.js";
import { type CaseName, caseNames, loadCase, restoreBefore, startOver } from "../cases.js";
import { savedAt } from "../autosave.js";
import type { View } from "./field.js";
import { topView } from "./top.js";

export function headerView(): TemplateResult {
  const w = words.value;
  return topView({
    heading: w.title,
    about: w.answers,
    tools: html`${menu()}<a class="button" href="./aturan.html">${w.law.title}</a>
      <a class="button" href="./pasang.html">${w.install}</a>`,
    notes: html`
      <p class="note">${w.note} <span class="private">${w.privacy}</span></p>
      ${w.numberStyle ? html`<p class="hint">${w.numberStyle}</p>` : nothing}`,
  });
}

function menu(): TemplateResult {
  const w = words.value.cases;
  const pick = (name: CaseName) => (event: Event) => {
    closeMenu(event);
    void loadCase(name);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") closeMenu(event);
  };
  return html`
    <details class="menu" id="cases" @keydown=${onKey}>
      <summary>${w.menu}</summary>
      <ul>
        ${caseNames.map(
          (name) => html`
          <li>
            <button type="button" @click=${pick(name)}>
              <strong>${w.list[name].name}</strong> <span>${w.list[name].about}</span>
            </button>
          </li>`,
        )}
        <li><button type="button" @click=${(event: Event) => {
          closeMenu(event);
          startOver();
        }}>
          ${words.value.startOver}</button></li>
      </ul>
    </details>`;
}

function closeMenu(event: Event): void {
  const menu = (event.currentTarget as HTMLElement).closest("details");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

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
  const at = savedAt.value;
  if (at === null) return nothing;
  return at === "refused" ? words.value.notSaved : words.value.saved(at);
}
