/** The whole form: everything a plan is made of. */
import { html, nothing, type TemplateResult } from "lit-html";
import { editable } from "../plan/current.js";
import { words } from "../words/current.js";
import { fundsView } from "./funds.js";
import { historyBar } from "./history.js";
import { keptView } from "./kept.js";
import { later } from "./later.js";
import { regionView } from "./region.js";
import { rulesView } from "./rules.js";
import { segmentsView } from "./segments.js";
import { targetView } from "./target.js";
import { workforceView } from "./workforce.js";

export function formView(): TemplateResult {
  return formOf(html`
    <div class="bar">
      <h2 id="form-heading">${words.value.form.heading}</h2>
      ${historyBar()}
    </div>
    ${regionView()}
    ${workforceView()}
    ${segmentsView()}
    ${targetView()}
    ${fundsView()}
    ${later.value?.budgetView() ?? nothing}
    ${rulesView()}`);
}

/** What every form is: nothing of it is ever sent, and nothing changes here while another tab edits the plan. */
export function formOf(content: TemplateResult): TemplateResult {
  return html`
    <form id="form" tabindex="-1" aria-labelledby="form-heading" autocomplete="off"
      @submit=${(event: Event) => event.preventDefault()}>
      ${keptView()}
      <fieldset class="all" ?disabled=${!editable.value}>${content}</fieldset>
    </form>`;
}
