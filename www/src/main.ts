/** Starts the page: what was kept is restored, drawn, and calculated as soon as the engine is there. */
import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { startAutosave } from "./autosave.js";
import { startEngine } from "./engine.js";
import { listen } from "./input.js";
import { restoreLanguage } from "./language.js";
import { openForPrint } from "./print.js";
import { answer, before, done, draft, engine, question, words } from "./state.js";
import { shelf } from "./shelf.js";
import { speak } from "./speak.js";
import { OWN, load } from "./storage.js";
import { answerView, resultBar, statusText } from "./views/answer.js";
import { formView } from "./views/form.js";
import { headerView } from "./views/header.js";
import { later, loadLater } from "./views/later.js";
import "./styles.css";
import "./print.css";

function page() {
  const w = words.value;
  return html`
    <a class="skip" href="#form">${w.skipForm}</a>
    <a class="skip" href="#answer">${w.skipAnswer}</a>
    ${headerView()}
    <main>
      ${formView()}
      ${answerView()}
    </main>
    ${resultBar()}
    ${later.value?.explainDialog() ?? nothing}`;
}

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (!root) return;
  const kept = load(OWN);
  if (kept) {
    draft.value = kept.draft;
    before.value = kept.before;
    shelf.value = kept.shelf;
  }
  await restoreLanguage();
  root.replaceChildren();
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${words.value.subtitle}`;
    if (question.value) later.value?.openDialog();
  });
  listen(root);
  openForPrint("dialog details");
  speak(statusText);
  startAutosave(OWN);
  try {
    engine.value = await startEngine();
  } catch {
    engine.value = "failed";
    return;
  }
  // With every answer and question it is tried again, until it is there.
  const stop = effect(() => {
    void answer.value.last;
    const asked = question.value;
    void loadLater().then((there) => {
      if (there) stop();
      else if (asked) done.value = words.value.partFailed;
    });
  });
  await replaceByLink();
  if (location.hash.startsWith("#rencana=")) (await import("./plan-link.js")).openPlan();
}

/** The page of the law sends the reader here to replace a value: `#ganti=<key>`. */
async function replaceByLink(): Promise<void> {
  const key = /^#ganti=(.+)$/.exec(location.hash)?.[1];
  if (!key) return;
  history.replaceState(null, "", location.pathname + location.search);
  if (await loadLater()) later.value?.addOverride(key);
}

void start();
