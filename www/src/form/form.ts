/** The form around its sections. */
import { html, type TemplateResult } from "lit-html";
import { words } from "../words/current.js";

/** All that a plan is made of, in the order of these parts. */
export function formView(
  editable: boolean,
  { kept, history, parts }: Readonly<Record<"kept" | "history", unknown>> & { readonly parts: readonly unknown[] },
): TemplateResult {
  return formOf(
    editable,
    kept,
    html`
    <div class="bar">
      <h2 id="form-heading">${words.value.form.heading}</h2>
      ${history}
    </div>
    ${parts}`,
  );
}

/** A form that is never submitted, and is disabled while another tab edits the plan. */
export function formOf(editable: boolean, kept: unknown, content: TemplateResult): TemplateResult {
  return html`
    <form id="form" tabindex="-1" aria-labelledby="form-heading" autocomplete="off"
      @submit=${(event: Event) => event.preventDefault()}>
      ${kept}
      <fieldset class="all" ?disabled=${!editable}>${content}</fieldset>
    </form>`;
}
