/** What must be known of the keeping of a plan: who edits it, what the browser refuses, and what was put aside. */
import { signal } from "@preact/signals-core";
import { html, nothing, type TemplateResult } from "lit-html";
import { answer, faults } from "../plan/answer.js";
import { done, draft, editable } from "../plan/current.js";
import { download, fileName, packed } from "../plan/file.js";
import { readSaved } from "../plan/storage/saved.js";
import { copies, discarded, trouble } from "../plan/storage/standing.js";
import type { Copy } from "../plan/storage/store.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { dateTime } from "../words/format.js";

/** It is there as soon as something is kept; a calculator in another page that keeps nothing never loads it. */
const workspace = () => import("../plan/storage/workspace.js");
const aside = () => import("../plan/storage/copies.js");

export function keptView(): View {
  if (editable.value && trouble.value === null && !copies.value.length && !discarded.value) return nothing;
  return html`${readingView()}${troubleView()}${copiesView()}`;
}

/** For who hears the page: that nothing can be changed, or that something is not kept. */
export function keptText(): string {
  const w = words.value.kept;
  return [editable.value ? "" : w.reading, trouble.value === null ? "" : w.troubles[trouble.value]].join(" ").trim();
}

// ───────────────────────────── files ─────────────────────────────

/** Gives the reader the plan as a file. */
export function savePlan(): void {
  const { region, period } = draft.value;
  const name = fileName(region.name, period.firstMonth);
  download(name, packed(draft.value));
  done.value = words.value.kept.downloaded(name);
}

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Gives the reader the plan as a workbook; while something in the plan is wrong it says so instead. */
export async function saveWorkbook(): Promise<void> {
  const w = words.value.kept;
  const { last, fresh } = answer.value;
  if (!last || !fresh || faults.value.length > 0) {
    done.value = w.workbookFaults;
    return;
  }
  done.value = w.workbookMaking;
  try {
    const { workbookOf } = await import("../plan/workbook.js");
    const { region, period } = last.scenario;
    const name = fileName(region.name, period.firstMonth, "xlsx");
    download(name, await workbookOf(last), XLSX);
    done.value = w.downloaded(name);
  } catch {
    done.value = words.value.partFailed;
  }
}

/** The part of the page that opens plans is loaded when it is asked for. */
export async function opening(act: (parts: typeof import("../plan/open.js")) => void): Promise<void> {
  const parts = await import("../plan/open.js").catch(() => null);
  if (parts) act(parts);
  else done.value = words.value.partFailed;
}

export function saveButton(size = "small"): TemplateResult {
  return html`<button type="button" class=${size} @click=${savePlan}>${words.value.kept.save}</button>`;
}

// ───────────────────────────── what stands above the form ─────────────────────────────

const taking = signal(false);

function readingView(): View {
  if (editable.value) return nothing;
  const w = words.value.kept;
  const go = async () => {
    taking.value = true;
    await (await workspace()).takeOver();
    taking.value = false;
  };
  return html`
    <section class="kept" id="kept-reading" aria-labelledby="kept-reading-heading">
      <h3 id="kept-reading-heading">${w.reading}</h3>
      <p>${w.readingHint}</p>
      <div class="buttons">
        <button type="button" class="small" id="take-over" ?disabled=${taking.value} @click=${go}>
          ${taking.value ? w.taking : w.takeOver}</button>
      </div>
    </section>`;
}

function troubleView(): View {
  const what = trouble.value;
  if (what === null) return nothing;
  const w = words.value.kept;
  const close = () => {
    trouble.value = null;
  };
  return html`
    <section class=${what === "cleared" ? "kept" : "kept grave"} id="kept-trouble" aria-label=${w.heading}>
      <p>${w.troubles[what]}</p>
      <div class="buttons">
        ${saveButton()}
        ${
          what === "cleared"
            ? html`<button type="button" class="small" @click=${close}>${words.value.explain.close}</button>`
            : nothing
        }
      </div>
    </section>`;
}

// ───────────────────────────── copies ─────────────────────────────

const putBack = () => void aside().then(({ putBack }) => putBack());

function copiesView(): View {
  if (!copies.value.length && !discarded.value) return nothing;
  const w = words.value.kept;
  const unreadable = copies.value.some((copy) => readable(copy) === null);
  return html`
    <section class="kept" id="kept-copies" aria-labelledby="kept-copies-heading">
      <h3 id="kept-copies-heading">${w.copies}</h3>
      ${unreadable ? html`<p>${w.unreadable}</p>` : nothing}
      <ul>${copies.value.map(copyView)}</ul>
      ${
        discarded.value
          ? html`<div class="buttons"><button type="button" class="small" @click=${putBack}>${w.putBack}</button></div>`
          : nothing
      }
    </section>`;
}

function readable({ content }: Copy) {
  return readSaved(content).saved?.draft ?? null;
}

function copyView(copy: Copy): TemplateResult {
  const w = words.value.kept;
  const plan = readable(copy);
  const name = plan ? plan.name || plan.region.name || words.value.compare.unnamed : w.unreadableName;
  const when = dateTime(copy.at, language.value);
  const text = copy.why === "late" ? w.lateCopy(name, when) : w.unreadableCopy(name, when);
  const save = () => {
    const file = fileName(plan?.region.name ?? w.copyFile, plan?.period.firstMonth ?? "");
    download(file, copy.content);
    done.value = w.downloaded(file);
  };
  const button = (label: string, act: () => void) => html`
    <button type="button" class="small plain" aria-label=${`${label}: ${text}`} @click=${act}>${label}</button>`;
  return html`
    <li>
      ${text}
      <span class="buttons">
        ${button(words.value.compare.open, () => void opening(({ openCopy }) => openCopy(copy)))}
        ${button(w.save, save)}
        ${button(words.value.form.remove, () => void aside().then(({ discard }) => discard(copy)))}
      </span>
    </li>`;
}
