/** The dialog while a file is made: what is being done, and a way to end it at any moment. */
import { html, render } from "lit-html";
import type { Answer } from "../../plan/answer.js";
import { done } from "../../plan/current.js";
import { download, fileName } from "../../plan/file.js";
import { made } from "../../plan/files/make.js";
import type { Job } from "../../plan/files/work.js";
import { words } from "../../words/current.js";
import { filesWords } from "./words.js";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const WORKBOOK = { ending: "xlsx", type: `${OFFICE}.spreadsheetml.sheet` };
const LETTER = { ending: "docx", type: `${OFFICE}.wordprocessingml.document` };

/** Makes the file and hands it out. The dialog stays only where that fails, and says why. */
export async function handOut({ scenario, projection }: Answer, letter: Job["letter"]): Promise<void> {
  const w = filesWords();
  const ending = new AbortController();
  const place = document.body.appendChild(document.createElement("div"));
  const dialog = () => place.querySelector("dialog");
  const closed = () => {
    ending.abort();
    place.remove();
  };
  const show = (said: string, isOver: boolean) =>
    render(
      html`
      <dialog id="making" aria-labelledby="making-title" @close=${closed}>
        <h2 id="making-title">${letter ? w.title.letter : w.title.workbook}</h2>
        <p role="status">${said}</p>
        ${isOver ? "" : html`<progress aria-labelledby="making-title"></progress>`}
        <div class="buttons">
          <button type="button" class="plain" autofocus @click=${() => dialog()?.close()}>
            ${isOver ? w.close : w.cancel}
          </button>
        </div>
      </dialog>`,
      place,
    );
  show(w.loading, false);
  dialog()?.showModal();
  const { ending: end, type } = letter ? LETTER : WORKBOOK;
  const kind = letter ? letter.kind : "";
  const name = fileName([kind, scenario.region.name].join(" ").trim(), scenario.period.firstMonth, end);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await made({ scenario, projection, letter }, ending.signal, () => show(w.making, false));
  } catch {
    if (ending.signal.aborted) done.value = w.cancelled;
    else show(w.failed, true);
    return;
  }
  try {
    download(name, bytes, type);
  } catch {
    show(w.refused, true);
    return;
  }
  dialog()?.close();
  done.value = words.value.kept.downloaded(name);
}
