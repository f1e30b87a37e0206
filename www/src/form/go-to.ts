/** Links from a message to its field. */
import { html, type TemplateResult } from "lit-html";
import { askSource } from "./sourced.js";

export function fieldLink(path: string, text: string): TemplateResult {
  const go = (event: Event) => {
    event.preventDefault();
    goTo(path);
  };
  return html`<a href=${`#${path}`} @click=${go}>${text}</a>`;
}

/** Focuses the field at a path, or the nearest part around it (`a[0].c` → `a[0]` → `a`), and opens closed details. */
export function goTo(path: string): void {
  const source = /^(.*?)evidence\.([^.[\]]+)/.exec(path);
  if (source) {
    askSource(`${source[1]}${source[2]}`);
    return;
  }
  const fields = [...document.querySelectorAll<HTMLElement>("input, select, textarea")];
  for (let around = path; around; around = around.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, "")) {
    const place =
      document.getElementById(around) ??
      document.getElementById(`${around}:add`) ??
      fields.find((field) => field.id.startsWith(`${around}.`));
    if (!place) continue;
    for (let box = place.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    place.scrollIntoView({ block: "center" });
    place.focus();
    return;
  }
  document.getElementById("form")?.focus();
}
