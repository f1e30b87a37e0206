/** Where the planner names the source of an input: who says so, when, and how good that is. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft, editable } from "../plan/current.js";
import { evidenceAt, evidencePath, setAt, withoutEvidence } from "../plan/draft.js";
import { type EvidenceDraft, isBegun, isDateUnread } from "../plan/evidence.js";
import { QUALITIES } from "../plan/fields.js";
import { closeDialog, isClosed, showDialog } from "../ui/dialog.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { areaField, selectField, textField } from "./field.js";
import { sourced } from "./sourced.js";

const ID = "source";

export function sourceDialog(): TemplateResult {
  const asked = sourced.value;
  const w = words.value.source;
  return html`
    <dialog id=${ID} aria-labelledby="source-title" @close=${closed}>
      <h2 id="source-title">${asked ? w.title(asked.about) : w.from}</h2>
      ${asked ? fields(asked.path, asked.about) : nothing}
    </dialog>`;
}

export function openSource(): boolean {
  return sourced.value !== null && showDialog(ID);
}

function closed(event: Event): void {
  if (isClosed(event)) sourced.value = null;
}

function fields(path: string, about: string): TemplateResult {
  const w = words.value.source;
  const at = evidencePath(path);
  const evidence = evidenceAt(draft.value, path);
  return html`
    <fieldset class="all" ?disabled=${!editable.value}>
      ${evidence?.changed ? changedNotice(`${at}.changed`) : nothing}
      <div class="fields">
        ${textField({ path: `${at}.source`, label: w.name, hint: w.nameHint, wide: true })}
        ${textField({ path: `${at}.date`, label: w.date, hint: w.dateHint, optional: true })}
        ${selectField({
          path: `${at}.quality`,
          label: w.qualityOf,
          choices: QUALITIES.map((value) => ({ value, text: w.qualities[value] })),
        })}
        <div class="wide">${areaField({ path: `${at}.note`, label: w.note })}</div>
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

/** A source that is not used yet says why; the answer never waits for it. */
function state(evidence: EvidenceDraft): View {
  const w = words.value.source;
  const faults = [...(isBegun(evidence) ? [w.incomplete] : []), ...(isDateUnread(evidence) ? [w.badDate] : [])];
  return faults.length ? html`<p class="message">${faults.join(" ")}</p>` : nothing;
}

function changedNotice(path: string): TemplateResult {
  const w = words.value.source;
  const confirm = () => change(setAt(draft.value, path, null), w.confirmed);
  return html`
    <div class="unchanged">
      <p>${w.changedWhy}</p>
      <button type="button" class="small" @click=${confirm}>${w.stillTrue}</button>
    </div>`;
}

function remove(path: string, about: string): void {
  change(withoutEvidence(draft.value, path), words.value.form.removed(words.value.source.title(about)));
  closeDialog(ID);
}
