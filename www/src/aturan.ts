/** Starts the page of the law: everything the engine knows, with its sources, to look up and to check. */
import { effect } from "@preact/signals-core";
import { html, render } from "lit-html";
import { restoreLanguage } from "./language.js";
import { openForPrint } from "./print.js";
import { speak } from "./speak.js";
import { done, words } from "./state.js";
import { showKept } from "./views/law-month.js";
import { lawView, shownText } from "./views/law.js";
import { topView } from "./views/top.js";
import "./styles.css";
import "./law.css";
import "./print.css";

function page() {
  const w = words.value;
  return html`
    <a class="skip" href="#law">${w.law.skip}</a>
    ${topView({
      heading: `${w.title}: ${w.law.name}`,
      about: w.law.about,
      tools: html`<a class="button" href="./index.html">${w.law.back}</a>`,
      notes: done.value === null ? html`` : html`<p class="hint">${done.value}</p>`,
    })}
    <main class="law">
      ${lawView()}
    </main>`;
}

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (!root) return;
  await restoreLanguage();
  root.replaceChildren();
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${words.value.law.name}`;
  });
  speak(shownText);
  openForPrint("details");
  // Without what is kept the law stands all the same.
  void showKept().catch(() => undefined);
  // A link to one value: it is there only now.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

void start();
