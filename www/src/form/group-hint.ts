/** Offers the category of workers that the name of a group mentions, while none is chosen. */
import { html, nothing } from "lit-html";
import { put } from "../plan/current.js";
import type { SegmentDraft } from "../plan/draft.js";
import { suggestionOf } from "../plan/group-names.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { list } from "../words/format.js";

export function groupHint(segment: SegmentDraft, path: string): View {
  const w = words.value.segments;
  const suggestion = suggestionOf(segment);
  if (!suggestion) return nothing;
  if (suggestion.is === "mixed") {
    const names = suggestion.groups.map((group) => w.groups[group]);
    return html`<p class="hint">${w.mixed(list(names, language.value))}</p>`;
  }
  const { group } = suggestion;
  const take = () => {
    put(`${path}.group`, group);
    document.getElementById(`${path}.name`)?.focus();
  };
  return html`
    <p class="hint">
      ${w.group}: ${w.groups[group]}?
      <button type="button" class="small" @click=${take}>
        ${w.takeGroup}<span class="quiet">: ${w.groups[group]}</span></button>
    </p>`;
}
