/** Typing: one set of listeners for all fields, which carry their path in the scenario. */

import { change, draft, leave, redo, type, undo } from "../plan/current.js";
import type { Draft } from "../plan/draft.js";
import { BETWEEN_CELLS, pasted, rowsOf, takesCells } from "../plan/paste.js";

type Typed = HTMLInputElement | HTMLTextAreaElement;

function typedField(event: Event): Typed | null {
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.path !== undefined ? target : null;
}

/** The same field one row down or up, as in a spreadsheet. */
function neighbour(id: string, by: number): HTMLElement | null {
  return document.getElementById(id.replace(/\[(\d+)\]/, (_, row) => `[${Number(row) + by}]`));
}

export function listen(root: HTMLElement): void {
  /** What Escape brings back: the draft as it was when the field was entered. */
  let entered: Draft | null = null;

  root.addEventListener("focusin", (event) => {
    entered = typedField(event) ? draft.value : null;
  });

  root.addEventListener("input", (event) => {
    const field = typedField(event);
    const path = field?.dataset.path;
    if (!field || !path) return;
    const { month } = field.dataset;
    type(path, month === undefined ? field.value : field.value || month ? `${field.value}-${month}` : "");
  });

  // A browser makes spaces of the line ends between cells, and "100 200 300" is a number.
  const taken = (event: Event, data: DataTransfer | null) => {
    const field = typedField(event);
    const path = field?.dataset.path;
    const text = data?.getData("text/plain") ?? "";
    if (!(field instanceof HTMLInputElement) || !path || !takesCells(path) || !BETWEEN_CELLS.test(text)) return;
    event.preventDefault();
    const rows = rowsOf(text);
    if (typeof rows === "string") {
      field.setRangeText(rows, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, "end");
      type(path, field.value);
      return;
    }
    // What the field holds is tidied now: an offer ends with the next change of the plan.
    leave(path);
    pasted.value = { path, rows, draft: draft.value };
  };
  root.addEventListener("paste", (event) => taken(event, event.clipboardData));
  root.addEventListener("drop", (event) => taken(event, event.dataTransfer));

  // A message that appears between pressing and releasing would push the pressed button away.
  let pressing = false;
  const waiting: string[] = [];
  addEventListener("pointerdown", () => (pressing = true), true);
  for (const end of ["pointerup", "pointercancel"])
    addEventListener(
      end,
      () => {
        pressing = false;
        setTimeout(() => waiting.splice(0).forEach(leave));
      },
      true,
    );

  root.addEventListener("focusout", (event) => {
    const path = typedField(event)?.dataset.path ?? (event.target as HTMLElement).id;
    if (!path) return;
    if (pressing) waiting.push(path);
    else leave(path);
  });

  root.addEventListener("keydown", (event) => {
    const field = typedField(event);
    if (field && event.key === "Escape" && entered && entered !== draft.value) {
      change(entered);
      entered = draft.value;
      field.select();
    }
    const down = event.key === "Enter" || event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (field instanceof HTMLInputElement && down) neighbour(field.id, down)?.focus();
    if (field || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });
}
