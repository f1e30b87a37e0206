/** Starts the calculator inside another page, whose host sets region, mode, language and colours. */
import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render, type TemplateResult } from "lit-html";
import { answerView } from "../answer/answer.js";
import { provenanceView } from "../answer/limits.js";
import { readAddress } from "../embed/address.js";
import { follow, followed, mode } from "../embed/begin.js";
import { compactForm } from "../embed/compact.js";
import { listenToHost, send } from "../embed/exchange.js";
import { watchHeight } from "../embed/height.js";
import { problemsOf, resultOf } from "../embed/result.js";
import { moveTogether } from "../embed/together.js";
import { embedWords } from "../embed/words.js";
import { engine } from "../engine/current.js";
import { startEngine } from "../engine/start.js";
import { formView } from "../form/form.js";
import { listen } from "../form/input.js";
import { answer, faults } from "../plan/answer.js";
import { draft, editable, foreign } from "../plan/current.js";
import { useLanguage } from "../plan/language.js";
import { linkTo } from "../plan/link.js";
import { speak } from "../ui/announce.js";
import { openForPrint } from "../ui/print.js";
import { byContent, section } from "../ui/section.js";
import { language, words } from "../words/current.js";
import { answerSections, explainSection, openExplanationWhenAsked, statusNow } from "./answer-sections.js";
import { compactAnswerSections, compactFormSections } from "./compact-sections.js";
import {
  formSections,
  historySection,
  keptSection,
  openSourceWhenAsked,
  sourceDialogSection,
} from "./form-sections.js";
import { loadUntilThere } from "./later.js";
import "../styles/styles.css";
import "../styles/print.css";
import "../styles/sematan.css";

/** Origin of the page that configured this calculator and gets its result. */
const host = signal<string | null>(null);
/** The first setting in the address that is not understood. */
const unknown = signal<string | null>(null);

function page(): TemplateResult {
  const w = embedWords();
  const full = mode.value === "full";
  return html`
    <header class="top">
      <div class="brand">
        <h1>${w.heading}</h1>
        <p>${w.about}</p>
      </div>
      <div class="tools">
        <button type="button" id="language" lang=${language.value === "id" ? "en" : "id"}
          @click=${() => useLanguage(language.value === "id" ? "en" : "id")}>${words.value.otherLanguage}</button>
      </div>
      ${words.value.numberStyle ? html`<p class="hint">${words.value.numberStyle}</p>` : nothing}
      ${unknown.value === null ? nothing : html`<p class="unchanged">${w.unknown(unknown.value)}</p>`}
    </header>
    <main class=${full ? "full" : "compact"}>
      ${
        full
          ? formView(editable.value, { kept: keptSection, history: historySection, parts: formSections })
          : compactForm(editable.value, compactFormSections)
      }
      ${answerView(full ? answerSections : compactAnswerSections)}
    </main>
    <footer>
      ${planLinkSection}
      <p class="note">${w.privacy} ${host.value === null ? nothing : w.shared(named(host.value))}</p>
      ${full ? nothing : provenanceSection}
    </footer>
    ${explainSection}
    ${sourceDialogSection}`;
}

/** The origin of a file or a sandbox is "null", and is not shown. */
function named(origin: string): string {
  return origin === "null" ? "" : ` (${origin})`;
}

const planLinkSection = section(
  computed(() => linkTo(draft.value)),
  (address) => {
    const w = embedWords();
    return html`<a class="button" href=${address}>${w.open} <span class="quiet">${w.opens}</span></a>`;
  },
);

/** The full answer has this line itself. */
const provenanceSection = section(
  byContent(() => {
    const { last } = answer.value;
    if (!last) return null;
    const { engine: version, law, lawPacks, input } = last.projection;
    return { engine: version, law, lawPacks, input };
  }),
  (of) => (of ? provenanceView(of) : nothing),
);

// ───────────────────────────── inside a frame ─────────────────────────────

/** Vertical position of the last click: the middle of a frame of full height may be out of sight. */
let pressed = 0;

/** Places the open dialog near the last click. */
function placeDialog(): void {
  const dialog = document.querySelector<HTMLDialogElement>("dialog[open]");
  if (!dialog) return;
  const most = document.documentElement.clientHeight - dialog.offsetHeight - 16;
  dialog.style.marginTop = `${Math.max(16, Math.min(pressed - 32, most))}px`;
}

/** Links open in a new tab: most pages refuse to be shown in a frame. */
function leaveByLinks(root: HTMLElement): void {
  root.addEventListener(
    "click",
    (event) => {
      const target = event.target as HTMLElement;
      pressed = target.getBoundingClientRect().top;
      const link = target.closest("a");
      if (!link || link.getAttribute("href")?.startsWith("#")) return;
      link.target = "_blank";
      link.rel = "noopener";
    },
    true,
  );
}

/** Sends the host every fresh answer, and the problems that prevent one. */
function report(): void {
  effect(() => {
    const { last, fresh, aside } = answer.value;
    // A host may store the scenario of a result, so none is sent that lacks a part which is being typed.
    if (last && fresh && aside.length === 0) send({ cakupan: 1, kind: "result", result: resultOf(last) });
  });
  effect(() => {
    if (typeof engine.value === "string") return;
    const given = foreign.value.draft === draft.value ? foreign.value.problems : [];
    const own = faults.value.flatMap(({ problem }) => problem ?? []);
    send({ cakupan: 1, kind: "problems", problems: problemsOf([...given, ...own]) });
  });
}

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (!root) return;
  const starting = startEngine();
  const address = readAddress(location.hash);
  if (typeof address === "string") unknown.value = address;
  else follow(address, null, starting);
  root.replaceChildren();
  effect(() => {
    render(page(), root);
    document.title = embedWords().heading;
  });
  openExplanationWhenAsked(placeDialog);
  openSourceWhenAsked(placeDialog);
  listen(root);
  moveTogether();
  leaveByLinks(root);
  openForPrint("dialog details");
  speak(statusNow);
  watchHeight();
  listenToHost((settings, from) => {
    host.value = from;
    follow(settings, from, starting);
  });
  try {
    engine.value = await starting;
  } catch {
    engine.value = "failed";
    return;
  }
  // The plan before the first settings were applied is not reported.
  await followed();
  report();
  loadUntilThere();
}

void start();
