/** Starts the page of the law: everything the engine knows, with its sources, to look up and to check. */
import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { startEngine } from "./engine.js";
import { restoreLanguage } from "./language.js";
import { openForPrint } from "./print.js";
import { speak } from "./speak.js";
import { done, engine, words } from "./state.js";
import { lawView, shownText } from "./views/law.js";
import { topView } from "./views/top.js";
import "./styles.css";
import "./law.css";
import "./print.css";

function page() {
  const w = words.value;
  const running = engine.value;
  return html`
    <a class="skip" href="#law">${w.law.skip}</a>
    ${topView({
      heading: `${w.title}: ${w.law.name}`,
      about: w.law.about,
      tools: html`<a class="button" href="./index.html">${w.law.back}</a>`,
      notes: done.value === null ? html`` : html`<p class="hint">${done.value}</p>`,
    })}
    <main class="law">
      ${running === "failed" ? html`<p class="failed">${w.law.failed}</p>` : nothing}
      ${running === "loading" ? html`<p class="hint">${w.law.loading}</p>` : nothing}
      ${typeof running === "string" ? nothing : lawView(running)}
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
  speak(() => typeof engine.value === "string" ? "" : shownText(engine.value.law));
  openForPrint("details");
  try {
    engine.value = await startEngine();
  } catch {
    engine.value = "failed";
  }
  // A link to one value: it is there only now.
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}

void start();
