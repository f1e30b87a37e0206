/** Starts the page: what was kept is restored, drawn, and calculated as soon as the engine is there. */
import { effect } from "@preact/signals-core";
import type { ProblemCode } from "cakupan";
import { html, nothing, render } from "lit-html";
import { startEngine } from "./engine.js";
import { listen } from "./input.js";
import { restoreLanguage } from "./language.js";
import { openForPrint } from "./print.js";
import { OWN } from "./plan/places.js";
import { Workspace, show, takeOver } from "./plan/workspace.js";
import { answer, done, draft, editable, engine, faults, question, sourced, words } from "./state.js";
import { speak } from "./speak.js";
import { answerView, resultBar, statusText } from "./views/answer.js";
import { formView } from "./views/form.js";
import { headerView } from "./views/header.js";
import { keptText, opening } from "./views/kept.js";
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
    ${later.value?.explainDialog() ?? nothing}
    ${later.value?.sourceDialog() ?? nothing}`;
}

function draw(root: HTMLElement): void {
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${words.value.subtitle}`;
    if (question.value) later.value?.openDialog();
    if (sourced.value) later.value?.openSource();
  });
}

/** Draws what is kept; what the page cannot draw is put aside, and it begins anew. */
async function restore(root: HTMLElement, place: Workspace): Promise<HTMLElement> {
  if (!place.kept) {
    draw(root);
    return root;
  }
  const fresh = root.cloneNode() as HTMLElement;
  const empty = draft.value;
  try {
    show(place.kept);
    draw(root);
    return root;
  } catch {
    await place.refuse();
    show({ draft: empty, before: null, shelf: [], past: [], future: [] });
    done.value = words.value.kept.unreadable;
    root.replaceWith(fresh);
    draw(fresh);
    return fresh;
  }
}

async function start(): Promise<void> {
  const skeleton = document.getElementById("page");
  if (!skeleton) return;
  const [place] = await Promise.all([Workspace.open(OWN), restoreLanguage()]);
  skeleton.replaceChildren();
  const root = await restore(skeleton, place);
  listen(root);
  openForPrint("dialog details");
  speak(() => [keptText(), statusText()].filter(Boolean).join(" "));
  place.begin();
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
  repairOnce(place);
  await replaceByLink();
  if (!location.hash.startsWith("#rencana=")) return;
  // Who opens a plan here wants to go on here.
  await takeOver();
  (await import("./plan/link.js")).openLink();
}

/** What no form of this build brings about: a kept plan with it comes from a build that knew other fields. */
const FOREIGN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "notAnObject",
  "notAList",
  "notTrueOrFalse",
  "unknownKey",
  "unknownChoice",
  "newerSchema",
]);

/** As soon as this tab may edit; the original stays as a copy. */
function repairOnce(place: Workspace): void {
  let over = false;
  effect(() => {
    const foreign = faults.value.some(({ problem }) => problem !== null && FOREIGN.has(problem.code));
    if (over || !foreign || !editable.value || !place.kept) return;
    over = true;
    void place.keepOriginal().then(() => opening(({ openKept }) => openKept()));
  });
}

/** The page of the law sends the reader here to replace a value: `#ganti=<key>`. */
async function replaceByLink(): Promise<void> {
  const key = /^#ganti=(.+)$/.exec(location.hash)?.[1];
  if (!key) return;
  history.replaceState(null, "", location.pathname + location.search);
  await takeOver();
  if (await loadLater()) later.value?.addOverride(key);
}

void start();
