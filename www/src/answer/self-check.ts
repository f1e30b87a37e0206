/** The self-check: a line for each kind of figure, with a sign and words. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Checked } from "../plan/self-check.js";
import { language } from "../words/current.js";
import { list, number } from "../words/format.js";
import { selfCheckWords } from "./self-check-words.js";

/** `checks`: `null` until the reader asks, and again after each change. */
export function selfCheckView(checks: readonly Checked[] | null, run: () => void): TemplateResult {
  const w = selfCheckWords();
  return html`
    <h4>${w.heading}</h4>
    <p class="hint">${w.why}</p>
    <button type="button" class="small" @click=${run}>${w.run}</button>
    ${checks ? html`<ul id="self-check" class="remarks self-check" tabindex="-1" aria-label=${w.heading}>${checks.map(line)}</ul>` : nothing}`;
}

function line({ check, count, wrong }: Checked): TemplateResult {
  const w = selfCheckWords();
  const name = w.checks[check];
  if (count === 0) return html`<li>– ${name}: ${w.none}</li>`;
  return wrong.length > 0
    ? html`<li><strong class="bad">✗ ${name}: ${w.wrong(list(wrong, language.value))}</strong></li>`
    : html`<li>✓ ${name}: ${w.good(number(count))}</li>`;
}
