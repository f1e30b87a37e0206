/** The groups as a table or, on a narrow page, a list; the fields of one group at a time stand beside it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { repeat } from "lit-html/directives/repeat.js";
import type { SegmentDraft } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { messages, textField } from "./field.js";
import { groupWords } from "./group-words.js";
import type { SegmentsPart } from "./part.js";
import { details } from "./segment-details.js";
import { base, classFields, heads, moveButtons, programmes, tool } from "./segments.js";

export interface GroupLine {
  readonly id: string;
  readonly called: string;
  readonly facts: string;
  readonly isFaulty: boolean;
}

export interface GroupsPart {
  readonly form: SegmentsPart;
  readonly lines: readonly GroupLine[];
  /** The group whose fields are shown. */
  readonly opened: string | null;
  readonly isNarrow: boolean;
}

export interface GroupActions {
  add(): void;
  open(id: string): void;
  close(): void;
  copy(place: number): void;
  remove(place: number): void;
  asCards(): void;
}

/** `grid`: the table, which is drawn by itself. */
export function groupsView(part: GroupsPart, grid: unknown, actions: GroupActions): TemplateResult {
  const w = groupWords();
  const { form, isNarrow, opened } = part;
  return html`
    <section aria-labelledby="segments-heading" class="groups" id="segments" tabindex="-1">
      <div class="bar">
        <h3 id="segments-heading" tabindex="-1">${words.value.segments.heading}</h3>
        <button type="button" class="small plain" id="segments:cards" @click=${actions.asCards}>${w.asCards}</button>
      </div>
      ${messages(form, "segments")}
      ${
        isNarrow
          ? list(part, actions)
          : html`
          <p class="hint">${w.about}</p>
          <div class=${opened === null ? "groups-table" : "groups-table open"}>
            <div class="stack">${grid}</div>
            ${opened === null ? nothing : panel(part, opened, actions)}
          </div>`
      }
      ${addButton("segments", words.value.segments.add, actions.add)}
    </section>`;
}

/** One line a group; the fields of the opened one stand below its line. */
function list(part: GroupsPart, actions: GroupActions): TemplateResult {
  const w = groupWords();
  const { lines, opened } = part;
  return html`
    <ul class="group-lines" aria-label=${w.list}>
      ${repeat(
        lines,
        ({ id }) => id,
        ({ id, called, facts, isFaulty }) => {
          const isOpen = id === opened;
          return html`
          <li>
            <button type="button" id=${`group:${id}`} aria-expanded=${isOpen}
              @click=${() => (isOpen ? actions.close() : actions.open(id))}>
              <strong>${called}</strong>
              <span>${isFaulty ? html`<span class="fault">! ${w.toMend}.</span> ` : nothing}${facts}</span>
            </button>
            ${isOpen ? panel(part, id, actions) : nothing}
          </li>`;
        },
      )}
    </ul>`;
}

function panel({ form, lines }: GroupsPart, opened: string, actions: GroupActions): View {
  const w = groupWords();
  const place = lines.findIndex(({ id }) => id === opened);
  const segment = form.plan.segments?.[place];
  const called = lines[place]?.called ?? "";
  if (!segment) return nothing;
  return html`
    <div class="group-details" role="region" aria-labelledby="group-details-heading">
      <div class="bar">
        <h4 id="group-details-heading" tabindex="-1">${w.detailsOf(called)}</h4>
        <button type="button" class="small plain" id="group-details:close" @click=${actions.close}>
          ${w.close}<span class="quiet">: ${w.detailsOf(called)}</span></button>
      </div>
      ${fields(form, segment, place, called)}
      <div class="tools buttons">
        ${moveButtons(place, lines.length, called)}
        ${tool(`segments[${place}]:copy`, words.value.form.duplicate, called, false, () => actions.copy(place))}
        ${lines.length > 1 ? removeButton(called, () => actions.remove(place)) : nothing}
      </div>
    </div>`;
}

function fields(form: SegmentsPart, segment: SegmentDraft, place: number, called: string): TemplateResult {
  const w = words.value.segments;
  const path = `segments[${place}]`;
  return html`
    ${messages(form, path)}
    <div class="fields">
      ${textField(form, { path: `${path}.name`, label: w.name, wide: true })}
      ${classFields(form, segment, path)}
      ${programmes(form, segment, path)}
      <div>${heads(form, segment.enrolment, path, called, false)}</div>
      <div>${base(form, segment, path, false)}</div>
    </div>
    ${form.later?.pastedAt(form, path) ?? nothing}
    ${form.later?.groupHint(segment, path) ?? nothing}
    ${details(form, segment, path)}`;
}
