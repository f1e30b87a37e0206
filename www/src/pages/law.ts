/** Starts the page "Aturan": all statutory values of the engine with their sources. */
import { effect } from "@preact/signals-core";
import { html, render } from "lit-html";
import { done } from "../plan/current.js";
import { restoreLanguage } from "../plan/language.js";
import { speak } from "../ui/announce.js";
import { openForPrint } from "../ui/print.js";
import { words } from "../words/current.js";
import { showKept } from "./law/month.js";
import { lawView, shownText } from "./law/view.js";
import { topView } from "./top.js";
import "../styles/styles.css";
import "../styles/law.css";
import "../styles/print.css";

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
  const year = String(new Date().getFullYear());
  const copied = import("./copy.js");
  // The page works without it.
  void copied.then(
    ({ copyTables }) => copyTables(() => ({ region: words.value.law.name, year })),
    () => undefined,
  );
  speak(shownText);
  openForPrint("details");
  // The page works without the stored plan.
  void showKept().catch(() => undefined);
  // A link to one value: its element exists only now.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

void start();
