/** The dialog for the source of an input: name, date, quality and note. */
import { html, nothing, type TemplateResult } from "lit-html";
import { put, update } from "../plan/current.js";
import { evidenceAt, evidencePath, withoutEvidence } from "../plan/draft.js";
import { type EvidenceDraft, isBegun, isDateUnread } from "../plan/evidence.js";
import { QUALITIES } from "../plan/fields.js";
import { closeDialog, isClosed, showDialog } from "../ui/dialog.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { areaField, selectField, textField } from "./field.js";
import { nameOf } from "./names.js";
import type { FormPart } from "./part.js";
import type { Sourced } from "./sourced.js";

const ID = "source";

interface Asked {
  readonly form: FormPart;
  /** `null` while the dialog is closed. */
  readonly sourced: Sourced | null;
  readonly editable: boolean;
  onClose(): void;
}

export function sourceDialog({ form, sourced, editable, onClose }: Asked): TemplateResult {
  const w = words.value.source;
  const about = sourced && (sourced.about ?? nameOf(sourced.path, form));
  const closed = (event: Event) => {
    if (isClosed(event)) onClose();
  };
  return html`
    <dialog id=${ID} aria-labelledby="source-title" @close=${closed}>
      <h2 id="source-title">${about === null ? w.from : w.title(about)}</h2>
      ${sourced && about !== null ? fields(form, sourced.path, about, editable) : nothing}
    </dialog>`;
}

export function openSource(): boolean {
  return showDialog(ID);
}

function fields(form: FormPart, path: string, about: string, editable: boolean): TemplateResult {
  const w = words.value.source;
  const at = evidencePath(path);
  const evidence = evidenceAt(form.plan, path);
  return html`
    <fieldset class="all" ?disabled=${!editable}>
      ${evidence?.changed ? changedNotice(`${at}.changed`) : nothing}
      <div class="fields">
        ${textField(form, { path: `${at}.source`, label: w.name, hint: w.nameHint, wide: true })}
        ${textField(form, { path: `${at}.date`, label: w.date, hint: w.dateHint, optional: true })}
        ${selectField(form, {
          path: `${at}.quality`,
          label: w.qualityOf,
          choices: QUALITIES.map((value) => ({ value, text: w.qualities[value] })),
        })}
        <div class="wide">${areaField(form, { path: `${at}.note`, label: w.note })}</div>
      </div>
    </fieldset>
    ${evidence ? state(evidence) : nothing}
    <div class="buttons">
      <button type="button" @click=${() => closeDialog(ID)}>${w.done}</button>
      ${
        evidence
          ? html`<button type="button" class="plain" @click=${() => remove(path, about)}>${w.remove}</button>`
          : nothing
      }
    </div>`;
}

/** Why a source is not used yet. An incomplete source never keeps the answer back. */
function state(evidence: EvidenceDraft): View {
  const w = words.value.source;
  const faults = [...(isBegun(evidence) ? [w.incomplete] : []), ...(isDateUnread(evidence) ? [w.badDate] : [])];
  return faults.length ? html`<p class="message">${faults.join(" ")}</p>` : nothing;
}

function changedNotice(path: string): TemplateResult {
  const w = words.value.source;
  const confirm = () => put(path, null, w.confirmed);
  return html`
    <div class="unchanged">
      <p>${w.changedWhy}</p>
      <button type="button" class="small" @click=${confirm}>${w.stillTrue}</button>
    </div>`;
}

function remove(path: string, about: string): void {
  update((plan) => withoutEvidence(plan, path), words.value.form.removed(words.value.source.title(about)));
  closeDialog(ID);
}
