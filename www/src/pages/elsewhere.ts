/** Links to the other pages. */
import { html } from "lit-html";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";

export function elsewhereView(): View {
  const w = words.value;
  return html`<a class="button" href="./aturan.html">${w.law.title}</a>
      <a class="button" href="./pasang.html">${w.install}</a>`;
}
