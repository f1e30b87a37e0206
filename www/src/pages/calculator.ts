/** Starts the calculator: restores and draws the stored plan, and calculates it when the engine is loaded. */
import { effect } from "@preact/signals-core";
import type { ProblemCode } from "cakupan";
import { html, render } from "lit-html";
import { answerView } from "../answer/answer.js";
import { engine } from "../engine/current.js";
import { startEngine } from "../engine/start.js";
import { formView } from "../form/form.js";
import { listen } from "../form/input.js";
import { keptText } from "../form/kept.js";
import { later as laterOfForm } from "../form/later.js";
import { faults } from "../plan/answer.js";
import { done, draft, editable } from "../plan/current.js";
import { restoreLanguage } from "../plan/language.js";
import { opening } from "../plan/save.js";
import { OWN, openPlace, rememberPlace, stayAt } from "../plan/storage/places.js";
import { trouble } from "../plan/storage/standing.js";
import { show, takeOver, Workspace } from "../plan/storage/workspace.js";
import { speak } from "../ui/announce.js";
import { openForPrint } from "../ui/print.js";
import { words } from "../words/current.js";
import {
  answerSections,
  explainSection,
  openExplanationWhenAsked,
  resultBarSection,
  statusNow,
} from "./answer-sections.js";
import { beginSection } from "./begin.js";
import {
  formSections,
  historySection,
  keptSection,
  openSourceWhenAsked,
  sourceDialogSection,
} from "./form-sections.js";
import { headerView } from "./header.js";
import { loadLater, loadUntilThere } from "./later.js";
import "../styles/styles.css";
import "../styles/print.css";

/** The page around its sections, which are drawn by themselves. */
function page() {
  const w = words.value;
  return html`
    <a class="skip" href="#form">${w.skipForm}</a>
    <a class="skip" href="#answer">${w.skipAnswer}</a>
    ${headerView()}
    <main>
      ${formView(editable.value, { kept: keptSection, history: historySection, parts: [beginSection, ...formSections] })}
      ${answerView(answerSections)}
    </main>
    ${resultBarSection}
    ${explainSection}
    ${sourceDialogSection}`;
}

function draw(root: HTMLElement): void {
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${words.value.subtitle}`;
  });
}

/** Draws the stored plan. A plan that cannot be drawn is kept as a copy, and the page starts with an empty one. */
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

/** A script that fails leaves the page as it is, perhaps half drawn: the planner is told that the input is safe. */
function tellOfFaults(): void {
  const tell = () => void import("./mishap.js").then((parts) => parts.tell()).catch(() => undefined);
  addEventListener("unhandledrejection", tell);
  // Browsers also report sizes that they did not finish to watch, which is no fault.
  addEventListener("error", ({ message }) => message.startsWith("ResizeObserver") || tell());
}

/** The plan that was open last; where it was deleted meanwhile, the first one. */
async function openStored(): Promise<Workspace> {
  const id = openPlace();
  stayAt(id);
  const place = await Workspace.open(id);
  if (id === OWN || place.kept || trouble.value) return place;
  await place.close();
  rememberPlace(OWN);
  return Workspace.open(OWN);
}

async function start(): Promise<void> {
  const skeleton = document.getElementById("page");
  if (!skeleton) return;
  // Started together with the reading of the storage, which may take long; a failure is handled below.
  const starting = startEngine();
  starting.catch(() => undefined);
  const [place] = await Promise.all([openStored(), restoreLanguage()]);
  skeleton.replaceChildren();
  const root = await restore(skeleton, place);
  listen(root);
  openForPrint("dialog details");
  openExplanationWhenAsked();
  openSourceWhenAsked();
  speak(() => {
    const kept = keptText({ editable: editable.value, trouble: trouble.value });
    return [kept, statusNow()].filter(Boolean).join(" ");
  });
  place.begin();
  tellOfFaults();
  try {
    engine.value = await starting;
  } catch {
    engine.value = "failed";
    return;
  }
  loadUntilThere();
  void import("../offline/service.js").then(({ makeOffline }) => makeOffline()).catch(() => undefined);
  repairOnce(place);
  await replaceByLink();
  await openLink();
  addEventListener("hashchange", () => void openLink());
}

/** The address has a plan: in the form of today, or of any other release. */
async function openLink(): Promise<void> {
  if (!/^#(rencana|r\d+)=/.test(location.hash)) return;
  const parts = await import("./link/opened.js").catch(() => null);
  if (parts) await parts.openLink();
  else done.value = words.value.partFailed;
}

/** Problems that the form of this build cannot cause: the stored plan is of a build with other fields. */
const FOREIGN: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "notAnObject",
  "notAList",
  "notTrueOrFalse",
  "unknownKey",
  "unknownChoice",
  "newerSchema",
]);

/** Repairs the stored plan once this tab may edit; the original stays as a copy. */
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
  if (await loadLater()) laterOfForm.value?.addOverride(key);
}

void start();
