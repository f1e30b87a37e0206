/** The head of every page: name, purpose, language, print, and the tools of the one page. */
import { html, type TemplateResult } from "lit-html";
import { switchLanguage } from "../plan/language.js";
import { language, words } from "../words/current.js";

interface Top {
  readonly heading: string;
  readonly about: string;
  readonly tools: TemplateResult;
  readonly notes: TemplateResult;
  /** What the button for printing does. */
  readonly printing?: () => unknown;
}

export function topView({ heading, about, tools, notes, printing = () => print() }: Top): TemplateResult {
  const w = words.value;
  return html`
    <header class="top">
      <div class="brand">
        <h1>${heading}</h1>
        <p>${about}</p>
      </div>
      <div class="tools">
        ${tools}
        <button type="button" id="language" lang=${language.value === "id" ? "en" : "id"}
          @click=${switchLanguage}>${w.otherLanguage}</button>
        <button type="button" @click=${printing}>${w.print}</button>
      </div>
      ${notes}
    </header>`;
}
