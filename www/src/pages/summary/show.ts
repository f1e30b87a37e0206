/** The answer as a paragraph in plain words, to be copied into a memo: the sentence that is seen, and what it rests on. */
import { html, render } from "lit-html";
import { answer, type Answer } from "../../plan/answer.js";
import { done } from "../../plan/current.js";
import { words } from "../../words/current.js";
import { rupiah } from "../../words/format.js";
import { caveat } from "../answer-sections.js";
import { summaryWords } from "./words.js";

export function showSummary(): void {
  const { last } = answer.value;
  const sentence = document.querySelector("#answer p.lead")?.textContent ?? "";
  if (!last || !sentence) return;
  // A figure that does not hold is not handed on.
  if (caveat.value) {
    done.value = caveat.value;
    return;
  }
  const w = summaryWords();
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const say = (text: string) => {
    const line = place.querySelector("[role=status]");
    if (line) line.textContent = text;
  };
  const copy = () =>
    navigator.clipboard.writeText(place.querySelector("textarea")?.value ?? "").then(
      () => say(w.copied),
      () => say(w.notCopied),
    );
  render(
    html`
    <dialog id="summary" aria-labelledby="summary-title" @close=${() => place.remove()}>
      <h2 id="summary-title" tabindex="-1" autofocus>${w.title}</h2>
      <p class="hint">${w.about}</p>
      <label for="summary-text">${w.label}</label>
      <textarea id="summary-text" rows="9" .value=${textOf(last, sentence)}></textarea>
      <div class="buttons">
        <button type="button" @click=${copy}>${w.copy}</button>
        <button type="button" class="plain" @click=${close}>${w.close}</button>
      </div>
      <p role="status"></p>
    </dialog>`,
    place,
  );
  place.querySelector("dialog")?.showModal();
}

function textOf({ projection, scenario }: Answer, sentence: string): string {
  const w = summaryWords();
  const named = [scenario.name, scenario.region.name].filter(Boolean).join(", ");
  const lacking = projection.years.filter(({ unpaidRupiah }) => unpaidRupiah > 0);
  return [
    named ? w.plan(named) : "",
    sentence.replace(/\s+/g, " ").trim(),
    ...lacking.map(({ year, unpaidRupiah }) => w.short(String(year), rupiah(unpaidRupiah))),
    w.basis(projection.law, projection.input),
    words.value.note,
  ]
    .filter(Boolean)
    .join(" ");
}
