/** Whose budget a group is in, and where in it: what the RKA and the KAK say of the group. No figure depends on it. */
import { html, nothing, type TemplateResult } from "lit-html";
import { law } from "../engine/law.js";
import { put } from "../plan/current.js";
import { getAt } from "../plan/draft.js";
import { textField } from "./field.js";
import { officeWords } from "./office-words.js";
import type { FormPart } from "./part.js";

/** The one sub-activity that the law knows, as the RKA writes it: a suggestion, for no decree that was read has it. */
export function knownActivity(): string | null {
  const [known] = law.subActivities;
  return known ? `${known.code} ${known.description}` : null;
}

export function officeView(form: FormPart, segment: string): TemplateResult {
  const w = officeWords();
  const at = `${segment}.subActivity`;
  const field = (name: "agency" | "decree" | "budgetProgramme" | "activity" | "subActivity") =>
    textField(form, { path: `${segment}.${name}`, label: w[name], hint: w.hints[name], optional: true });
  const known = getAt(form.plan, at) ? null : knownActivity();
  const take = () => {
    if (known) put(at, known, w.taken(known));
    document.getElementById(at)?.focus();
  };
  return html`
    <div class="fields">
      ${field("agency")} ${field("decree")} ${field("budgetProgramme")} ${field("activity")}
      <div>
        ${field("subActivity")}
        ${
          known
            ? html`
        <p class="hint">${w.suggestion(known)}
          <button type="button" class="small" aria-label=${`${w.take}: ${known}`} @click=${take}>${w.take}</button></p>`
            : nothing
        }
      </div>
    </div>`;
}
