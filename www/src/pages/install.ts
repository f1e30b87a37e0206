/** Starts the page "Pasang", which makes the snippets for other pages. */
import { effect } from "@preact/signals-core";
import { define } from "cakupan/embed";
import { html, render } from "lit-html";
import { done } from "../plan/current.js";
import { restoreLanguage } from "../plan/language.js";
import { words } from "../words/current.js";
import { installView, script } from "./install/view.js";
import { installWords } from "./install/words.js";
import { topView } from "./top.js";
import "../styles/styles.css";
import "../styles/print.css";
import "../styles/pasang.css";

function page() {
  const w = installWords();
  return html`
    <a class="skip" href="#snippets">${w.skip}</a>
    ${topView({
      heading: `${words.value.title}: ${w.name}`,
      about: w.about,
      tools: html`<a class="button" href="./index.html">${w.back}</a>`,
      notes: html``,
    })}
    <main class="install">${installView()}</main>`;
}

async function start(): Promise<void> {
  const root = document.getElementById("page");
  if (!root) return;
  define();
  await restoreLanguage();
  root.replaceChildren();
  effect(() => {
    render(page(), root);
    document.title = `${words.value.title}: ${installWords().name}`;
  });
  const status = document.getElementById("status");
  effect(() => {
    if (status) status.textContent = done.value;
  });
  try {
    const answer = await fetch("./embed/embed.json");
    script.value = answer.ok ? await answer.json() : "failed";
  } catch {
    script.value = "failed";
  }
}

void start();
