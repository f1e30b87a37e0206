/** Starts the page "Uji": every published budget, calculated again in the reader's browser. */
import { effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";
import { startEngine } from "../engine/start.js";
import { restoreLanguage } from "../plan/language.js";
import { speak } from "../ui/announce.js";
import { words } from "../words/current.js";
import { tried } from "./proof/cases.js";
import { reasons } from "./proof/reasons.js";
import { type Proof, proofView, summary } from "./proof/view.js";
import { proofWords } from "./proof/words.js";
import { topView } from "./top.js";
import "../styles/styles.css";
import "../styles/law.css";
import "../styles/print.css";

const proof = signal<Proof | "failed" | null>(null);

function page() {
  const w = proofWords();
  const now = proof.value;
  return html`
    <a class="skip" href="#proof">${w.skip}</a>
    ${topView({
      heading: `${words.value.title}: ${w.name}`,
      about: w.about,
      tools: html`<a class="button" href="./index.html">${w.back}</a>`,
      notes: html``,
    })}
    <main class="law">
      ${now === null ? html`<p>${w.working}</p>` : now === "failed" ? html`<p class="failed">${w.failed}</p>` : proofView(now)}
    </main>`;
}

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (!root) return;
  await restoreLanguage();
  root.replaceChildren();
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${proofWords().name}`;
  });
  speak(() => {
    const now = proof.value;
    return now === null || now === "failed" ? "" : summary(now.cases);
  });
  try {
    const engine = await startEngine();
    const { engine: version, law } = engine.version();
    proof.value = { engine: version, law, cases: tried(engine, reasons) };
  } catch {
    proof.value = "failed";
  }
}

void start();
