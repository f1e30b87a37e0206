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

/** Shows what holds a field that is drawn only when asked for; says whether it is being drawn now. */
let show: (path: string) => boolean = () => false;

export function showBefore(part: (path: string) => boolean): void {
  show = part;
}

/** Focuses the field at a path, or the nearest part around it (`a[0].c` → `a[0]` → `a`), and opens closed details. */
export function goTo(path: string): void {
  const source = /^(.*?)evidence\.([^.[\]]+)/.exec(path);
  if (source) {
    askSource(`${source[1]}${source[2]}`);
    return;
  }
  if (!document.getElementById(path) && show(path)) requestAnimationFrame(() => focus(path));
  else focus(path);
}

function focus(path: string): void {
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
