/** What the words of one part of the answer mean, in everyday language. */
import type { Words } from "cakupan";
import { html, type TemplateResult } from "lit-html";
import { language } from "../words/current.js";
import type { Subject } from "./answer.js";
import { glossaryWords } from "./glossary-words.js";

export interface Term {
  readonly term: string;
  readonly meaning: Words;
  readonly subject: Subject;
}

/** `terms`: `null` until they are loaded, which `ask` does. */
export function glossaryView(subject: Subject, terms: readonly Term[] | null, ask: () => void): TemplateResult {
  const w = glossaryWords();
  const here = terms?.filter((term) => term.subject === subject) ?? [];
  return html`
    <details class="more glossary" @toggle=${ask}>
      <summary>${w.heading}</summary>
      ${
        terms
          ? html`<dl>${here.map(({ term, meaning }) => html`<dt>${term}</dt><dd>${meaning[language.value]}</dd>`)}</dl>`
          : html`<p class="hint">${w.loading}</p>`
      }
    </details>`;
}
