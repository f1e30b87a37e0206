/** The dialog before everything stored in this browser is deleted; it lists what that is. */
import { html, nothing, render } from "lit-html";
import { saveButton } from "../form/kept.js";
import { dropOffline, isOffline } from "../offline/service.js";
import { offlineWords } from "../offline/words.js";
import { before, done, draft, future, past } from "../plan/current.js";
import { savedPlans } from "../plan/put-aside.js";
import { countOfVersions, entries } from "../plan/storage/library.js";
import { openPlace } from "../plan/storage/places.js";
import { copies } from "../plan/storage/standing.js";
import { countOfHosts } from "../plan/storage/store.js";
import { wipe } from "../plan/storage/workspace.js";
import { dropPacks } from "../regions/register.js";
import { wipeWords } from "./wipe-words.js";
import { plansWords } from "./plans/words.js";
import { words } from "../words/current.js";
import { remembered } from "./report/signers.js";
import { previewWords } from "./report/words.js";

/** Opens a dialog outside the page's own templates; it is removed when it closes. */
export async function askToWipe(): Promise<void> {
  const hosts = await countOfHosts().catch(() => 0);
  const others = (await entries().catch(() => [])).filter(({ id }) => id !== openPlace());
  const versions = await countOfVersions().catch(() => 0);
  const kept = await isOffline();
  const w = words.value.kept;
  const own = wipeWords();
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const go = async () => {
    close();
    await Promise.all([dropPacks(), dropOffline()]);
    if (!(await wipe())) done.value = own.notWiped;
  };
  const counted = [
    own.wipes.plan(draft.value.name || draft.value.region.name),
    before.value ? own.wipes.before : "",
    own.wipes.steps(past.value.length + future.value.length),
    own.wipes.savedPlans(savedPlans.value.length),
    own.wipes.copies(copies.value.length),
    own.wipes.hosts(hosts),
    plansWords().wiped(others.length, versions),
    remembered() ? previewWords().signersKept : "",
    own.wipes.language,
    kept ? offlineWords().wiped : "",
  ];
  render(
    html`
    <dialog id="wipe" aria-labelledby="wipe-title" @close=${() => place.remove()}>
      <h2 id="wipe-title">${own.wipeTitle}</h2>
      <p>${own.wipeWhat}</p>
      <ul>${counted.map((line) => (line ? html`<li>${line}</li>` : nothing))}</ul>
      <p>${own.wipeFiles}</p>
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
