/** The dialog with a link to the plan: what it holds is said before it is copied. */
import { html, nothing, render } from "lit-html";
import { saveButton } from "../../form/kept.js";
import { engine } from "../../engine/current.js";
import { draft } from "../../plan/current.js";
import { linkOf } from "../../plan/share.js";
import { number } from "../../words/format.js";
import { linkWords } from "./words.js";

/** Letters up to which the messengers and mail programs in use take a link whole. */
const MOST_OF_MESSAGES = 2000;

export async function shareLink(): Promise<void> {
  const w = linkWords();
  const link = await linkOf(draft.value);
  const running = engine.value;
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const say = (text: string) => {
    const line = place.querySelector("[role=status]");
    if (line) line.textContent = text;
  };
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => say(w.copied),
      () => say(w.notCopied),
    );
  const { title } = document;
  // Phones have a sheet for sharing. A sheet that the reader closed is no fault to tell.
  const send = () =>
    void navigator.share({ title, url: link }).catch(({ name }) => {
      if (name !== "AbortError") say(w.notSent);
    });
  const made = typeof running === "string" ? null : running.version();
  render(
    html`
    <dialog id="share" aria-labelledby="share-title" @close=${() => place.remove()}>
      <h2 id="share-title" tabindex="-1" autofocus>${w.share}</h2>
      <p>${w.what}</p>
      ${made ? html`<p class="hint">${w.rules(made.engine, made.law)}</p>` : nothing}
      <label for="share-link">${w.link(number(link.length))}</label>
      <textarea id="share-link" readonly rows="4" .value=${link} @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}></textarea>
      ${link.length > MOST_OF_MESSAGES ? html`<p class="hint">${w.long}</p>` : nothing}
      <p class="hint">${w.file} <a href="./cakupan.html" download>${w.fileName}</a>.</p>
      <div class="buttons">
        <button type="button" id="share-copy" @click=${copy}>${w.copy}</button>
        ${"share" in navigator ? html`<button type="button" class="plain" @click=${send}>${w.send}</button>` : nothing}
        ${saveButton("")}
        <button type="button" class="plain" @click=${close}>${w.close}</button>
      </div>
      <p role="status"></p>
    </dialog>`,
    place,
  );
  place.querySelector("dialog")?.showModal();
}
