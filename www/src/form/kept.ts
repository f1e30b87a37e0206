/** Notices above the form: another tab edits the plan, the plan cannot be stored, copies of plans were kept. */
import { html, nothing, type TemplateResult } from "lit-html";
import { fileName } from "../plan/file.js";
import { opening, saveCopy, savePlan } from "../plan/save.js";
import { readSaved } from "../plan/storage/saved.js";
import type { Trouble } from "../plan/storage/standing.js";
import type { Copy } from "../plan/storage/store.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { dateTime } from "../words/format.js";

const aside = () => import("../plan/storage/copies.js");

export interface Kept {
  readonly editable: boolean;
  /** The reader asked to edit here, and the other tab has not given the plan back yet. */
  readonly taking: boolean;
  readonly trouble: Trouble | null;
  readonly copies: readonly Copy[];
  /** A copy was deleted and can be put back. */
  readonly canPutBack: boolean;
}

/** What the buttons of these notices do. */
export interface KeptActions {
  takeOver(): void;
  closeTrouble(): void;
}

export function keptView(kept: Kept, actions: KeptActions): View {
  const { editable, trouble, copies, canPutBack } = kept;
  if (editable && trouble === null && !copies.length && !canPutBack) return nothing;
  return html`
    ${editable ? nothing : readingView(kept, actions)}
    ${trouble === null ? nothing : troubleView(trouble, actions)}
    ${copies.length || canPutBack ? copiesView(kept) : nothing}`;
}

/** The same for screen readers, in one line. */
export function keptText({ editable, trouble }: Pick<Kept, "editable" | "trouble">): string {
  const w = words.value.kept;
  return [editable ? "" : w.reading, trouble === null ? "" : w.troubles[trouble]].join(" ").trim();
}

export function saveButton(size = "small"): TemplateResult {
  return html`<button type="button" class=${size} @click=${savePlan}>${words.value.kept.save}</button>`;
}

function readingView({ taking }: Kept, { takeOver }: KeptActions): TemplateResult {
  const w = words.value.kept;
  return html`
    <section class="kept" id="kept-reading" aria-labelledby="kept-reading-heading">
      <h3 id="kept-reading-heading">${w.reading}</h3>
      <p>${w.readingHint}</p>
      <div class="buttons">
        <button type="button" class="small" id="take-over" ?disabled=${taking} @click=${takeOver}>
          ${taking ? w.taking : w.takeOver}</button>
      </div>
    </section>`;
}

function troubleView(what: Trouble, { closeTrouble }: KeptActions): TemplateResult {
  const w = words.value.kept;
  return html`
    <section class=${what === "cleared" ? "kept" : "kept grave"} id="kept-trouble" aria-label=${w.heading}>
      <p>${w.troubles[what]}</p>
      <div class="buttons">
        ${saveButton()}
        ${
          what === "cleared"
            ? html`<button type="button" class="small" @click=${closeTrouble}>${words.value.explain.close}</button>`
            : nothing
        }
      </div>
    </section>`;
}

// ───────────────────────────── copies ─────────────────────────────

const putBack = () => void aside().then(({ putBack }) => putBack());

function copiesView({ copies, canPutBack }: Kept): TemplateResult {
  const w = words.value.kept;
  const unreadable = copies.some((copy) => readable(copy) === null);
  return html`
    <section class="kept" id="kept-copies" aria-labelledby="kept-copies-heading">
      <h3 id="kept-copies-heading">${w.copies}</h3>
      ${unreadable ? html`<p>${w.unreadable}</p>` : nothing}
      <ul>${copies.map(copyView)}</ul>
      ${
        canPutBack
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
  const save = () => saveCopy(fileName(plan?.region.name ?? w.copyFile, plan?.period.firstMonth ?? ""), copy.content);
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
