/** The dialog while a file is made: what is being done, and a way to end it at any moment. */
import { html, render, type TemplateResult } from "lit-html";
import type { Answer } from "../../plan/answer.js";
import { done } from "../../plan/current.js";
import { download, fileName } from "../../plan/file.js";
import { made } from "../../plan/files/make.js";
import type { Job, Progress } from "../../plan/files/work.js";
import { words } from "../../words/current.js";
import { filesWords } from "./words.js";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const WORKBOOK = { ending: "xlsx", type: `${OFFICE}.spreadsheetml.sheet` };
const LETTER = { ending: "docx", type: `${OFFICE}.wordprocessingml.document` };

const NO_STEPS: Progress = { done: 0, all: 0 };

/** While no step is told it only says that work goes on. The percentage is not said aloud at each step. */
function bar(done: number, all: number): TemplateResult {
  if (all === 0) return html`<progress aria-labelledby="making-title"></progress>`;
  const percent = Math.floor((done * 100) / all);
  return html`<progress aria-labelledby="making-title" max=${all} .value=${done}></progress>
    <span class="hint" aria-hidden="true">${percent} %</span>`;
}

/** Makes the file and hands it out. The dialog stays only where that fails, and says why. */
export async function handOut(
  { scenario, projection }: Answer,
  realisation: Job["realisation"],
  letter: Job["letter"],
): Promise<void> {
  const w = filesWords();
  const ending = new AbortController();
  const place = document.body.appendChild(document.createElement("div"));
  const dialog = () => place.querySelector("dialog");
  const closed = () => {
    ending.abort();
    place.remove();
  };
  const show = (said: string, isOver: boolean, { done: steps, all }: Progress = NO_STEPS) =>
    render(
      html`
      <dialog id="making" aria-labelledby="making-title" @close=${closed}>
        <h2 id="making-title">${letter ? w.title.letter : w.title.workbook}</h2>
        <p role="status">${said}</p>
        ${isOver ? "" : bar(steps, all)}
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
    bytes = await made({ scenario, projection, realisation, letter }, ending.signal, (progress) =>
      show(w.making, false, progress),
    );
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
