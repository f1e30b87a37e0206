/** The dialog before everything stored in this browser is deleted; it lists what that is. */
import { html, nothing, render } from "lit-html";
import { saveButton } from "../form/kept.js";
import { before, done, draft, future, past } from "../plan/current.js";
import { savedPlans } from "../plan/put-aside.js";
import { copies } from "../plan/storage/standing.js";
import { countOfHosts } from "../plan/storage/store.js";
import { wipe } from "../plan/storage/workspace.js";
import { dropPacks } from "../regions/register.js";
import { words } from "../words/current.js";
import { remembered } from "./report/signers.js";
import { previewWords } from "./report/words.js";

/** Opens a dialog outside the page's own templates; it is removed when it closes. */
export async function askToWipe(): Promise<void> {
  const hosts = await countOfHosts().catch(() => 0);
  const w = words.value.kept;
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const go = async () => {
    close();
    await dropPacks();
    if (!(await wipe())) done.value = w.notWiped;
  };
  const counted = [
    w.wipes.plan(draft.value.name || draft.value.region.name),
    before.value ? w.wipes.before : "",
    w.wipes.steps(past.value.length + future.value.length),
    w.wipes.savedPlans(savedPlans.value.length),
    w.wipes.copies(copies.value.length),
    w.wipes.hosts(hosts),
    remembered() ? previewWords().signersKept : "",
    w.wipes.language,
  ];
  render(
    html`
    <dialog id="wipe" aria-labelledby="wipe-title" @close=${() => place.remove()}>
      <h2 id="wipe-title">${w.wipeTitle}</h2>
      <p>${w.wipeWhat}</p>
      <ul>${counted.map((line) => (line ? html`<li>${line}</li>` : nothing))}</ul>
      <p>${w.wipeFiles}</p>
      <div class="buttons">
        <button type="button" autofocus @click=${close}>${w.cancel}</button>
        ${saveButton("")}
        <button type="button" class="danger" @click=${go}>${w.wipe}</button>
      </div>
    </dialog>`,
    place,
  );
  place.querySelector("dialog")?.showModal();
}
