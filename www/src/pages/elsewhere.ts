/** What leads out of the page: links to the other pages, and a link to the plan for others. */
import { html } from "lit-html";
import { done } from "../plan/current.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";

export function elsewhereView(): View {
  const w = words.value;
  return html`<a class="button" href="./aturan.html">${w.law.title}</a>
      <a class="button" href="./pasang.html">${w.install}</a>`;
}

/** In the menu of files, whose items `item` draws. */
export function shareItem(item: (label: string, about: string, act: () => void) => View): View {
  const w = words.value.kept;
  return item(w.share, w.shareAbout, () => void share());
}

async function share(): Promise<void> {
  const parts = await import("./link/share.js").catch(() => null);
  if (parts) await parts.shareLink();
  else done.value = words.value.partFailed;
}
