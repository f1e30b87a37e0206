/** "Ulangi hitungan ini": the plan as JSON, JavaScript, Rust and a command, each copied by a button. */
import { html, type TemplateResult } from "lit-html";
import { rupiah } from "../words/format.js";
import { budgetWords } from "./budget-words.js";
import { KINDS, type Kind, type Snippets } from "./snippets.js";

export interface ReproduceShown {
  readonly snippets: Snippets;
  readonly rupiah: number;
}

export function reproduceView(shown: ReproduceShown, copy: (kind: Kind, text: string) => void): TemplateResult {
  const w = budgetWords().reproduce;
  return html`
    <p class="hint">${w.about(rupiah(shown.rupiah))}</p>
    ${KINDS.map(
      (kind) => html`
      <h4>${w.kinds[kind]}</h4>
      <div class="snippet">
        <pre id=${`reproduce-${kind}`} class="code" tabindex="0" role="region" aria-label=${w.kinds[kind]}><code>${shown.snippets[kind]}</code></pre>
        <button type="button" class="small" aria-label=${w.copyOf(w.kinds[kind])}
          @click=${() => copy(kind, shown.snippets[kind])}>${w.copy}</button>
      </div>`,
    )}`;
}
