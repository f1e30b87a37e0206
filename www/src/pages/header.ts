/** The head of the calculator: examples, files, and links to the other pages. */
import { html, nothing, type TemplateResult } from "lit-html";
import { engine } from "../engine/current.js";
import { opening, savePlan, withPart } from "../plan/save.js";
import type { Returned } from "../plan/workbook.js";
import { notice } from "../offline/notice.js";
import { type CaseName, caseNames, loadCase, startOver } from "../plan/examples.js";
import { words } from "../words/current.js";
import { elsewhereView, shareItem } from "./elsewhere.js";
import { topView } from "./top.js";

export function headerView(): TemplateResult {
  const w = words.value;
  const running = engine.value;
  return topView({
    heading: w.title,
    about: w.answers,
    tools: html`${menu()}${fileMenu()}${elsewhereView()}`,
    // Where what prints cannot be loaded, the page itself is printed.
    printing: () => import("./report.js").then((parts) => parts.openReport(), print),
    notes: html`
      <p class="note">${w.note} <span class="private">${w.privacy}</span> ${notice.value ?? nothing}
        ${typeof running === "string" ? nothing : `${w.law.title} ${running.version().law}.`}</p>
      ${w.numberStyle ? html`<p class="hint">${w.numberStyle}</p>` : nothing}`,
  });
}

function menu(): TemplateResult {
  const w = words.value.cases;
  const pick = (name: CaseName) => (event: Event) => {
    closeMenu(event);
    void loadCase(name);
  };
  return html`
    <details class="menu main" id="cases" @keydown=${onKey}>
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
          void withPart(import("./new/dialog.js"), (parts) => parts.askForPlan());
        }}>
          ${words.value.startNew}</button></li>
        <li><button type="button" @click=${(event: Event) => {
          closeMenu(event);
          startOver();
        }}>
          ${words.value.startOver}</button></li>
      </ul>
    </details>`;
}

/** The menu Berkas: save, workbook, open, delete. */
function fileMenu(): TemplateResult {
  const w = words.value.kept;
  const item = (label: string, about: string, act: () => void) => html`
    <li>
      <button type="button" @click=${(event: Event) => {
        closeMenu(event);
        act();
      }}><strong>${label}</strong> <span>${about}</span></button>
    </li>`;
  return html`
    <details class="menu" id="files" @keydown=${onKey}>
      <summary>${w.menu}</summary>
      <ul>
        ${item(w.save, w.saveAbout, savePlan)}
        ${item(w.workbook, w.workbookAbout, () => void withPart(import("./files/open.js"), (parts) => parts.saveWorkbook()))}
        ${item(w.letter, w.letterAbout, () => void withPart(import("./files/open.js"), (parts) => parts.saveLetter()))}
        ${shareItem(item)}
        ${item(w.open, w.openAbout, () => void opening(({ openFile }) => openFile(askChanges)))}
        ${item(w.plans, w.plansAbout, () => void withPart(import("./plans/dialog.js"), (parts) => parts.showPlans()))}
        ${item(w.wipe, w.wipeAbout, () => void withPart(import("./wipe.js"), (parts) => parts.askToWipe()))}
      </ul>
    </details>`;
}

/** Shows what was changed in a workbook before its plan is opened. */
const askChanges = (returned: Returned) => withPart(import("./returned.js"), (parts) => parts.askChanges(returned));

function onKey(event: KeyboardEvent): void {
  if (event.key === "Escape") closeMenu(event);
}

function closeMenu(event: Event): void {
  const menu = (event.currentTarget as HTMLElement).closest("details");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}
