/** The button beside an input that shows its source and opens the dialog to change it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { readDate } from "../plan/dates.js";
import { evidenceAt } from "../plan/draft.js";
import { type EvidenceDraft, isBegun } from "../plan/evidence.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { day } from "../words/format.js";
import { itemsAt } from "./items.js";
import { nameOf } from "./names.js";
import type { FormPart } from "./part.js";
import { askSource } from "./sourced.js";

/** `brief`: the quality of the source only, for narrow cells. `about`: name of the input, spoken and in the dialog. */
export function sourceButton(form: FormPart, path: string, brief = false, about = nameOf(path, form)): TemplateResult {
  const w = words.value.source;
  const evidence = evidenceAt(form.plan, path);
  const open = () => askSource(path, about);
  // One template for all states: the button must stay the same element, so that it gets the focus back.
  return html`
    <button type="button" class=${evidence ? "source" : "source none"} id=${`${path}:${brief ? "brief" : "source"}`} aria-haspopup="dialog"
      @click=${open}>${evidence ? known(evidence, brief) : w.add}<span class="quiet">: ${about}</span></button>`;
}

function known(evidence: EvidenceDraft, brief: boolean): TemplateResult {
  if (brief) return marked(evidence) ? html`${marks(evidence)}` : html`${text(evidence, brief)}`;
  return html`${marks(evidence)} ${text(evidence, brief)}<span class="on-paper">${noteOf(evidence)}</span>`;
}

/** The source of a whole list; nothing while the list is empty. */
export function listSource(form: FormPart, path: string): View {
  return itemsAt(form.plan, path).length ? sourceButton(form, path) : nothing;
}

/** A source button with the label of its field, for places away from that field. */
export function namedSource(form: FormPart, path: string, label: string): TemplateResult {
  return html`<p class="source">${label}: ${sourceButton(form, path)}</p>`;
}

function text({ source, date, quality }: EvidenceDraft, brief: boolean): string {
  const w = words.value.source;
  const good = quality ? w.quality[quality] : "";
  const when = typeof date === "string" ? dateText(date) : "";
  const parts = brief ? [good] : [source, when, quality && isWeak(quality) ? "" : good];
  return `${w.from}: ${parts.filter(Boolean).join(", ")}`;
}

/** "17 Mar 2025"; a date that cannot be read is shown as typed. */
function dateText(typed: string): string {
  const date = readDate(typed);
  return date === null ? typed : day(date, language.value);
}

function noteOf({ note }: EvidenceDraft): string {
  return note ? `. ${note}` : "";
}

function isWeak(quality: EvidenceDraft["quality"]): boolean {
  return quality === "guess" || quality === "estimate";
}

function marked(evidence: EvidenceDraft): boolean {
  return isBegun(evidence) || evidence.changed === true || isWeak(evidence.quality);
}

/** Marks on the button: source incomplete, value changed after the source was named, estimate, or assumption. */
function marks(evidence: EvidenceDraft): View {
  const w = words.value.source;
  const { quality, changed } = evidence;
  const found = [
    ...(isBegun(evidence) ? [w.begun] : []),
    ...(changed ? [w.changed] : []),
    ...(quality && isWeak(quality) ? [w.quality[quality]] : []),
  ];
  return found.length
    ? html`${found.map((mark, place) => html`${place > 0 ? " " : ""}<strong class="mark">${mark}</strong>`)}`
    : nothing;
}
