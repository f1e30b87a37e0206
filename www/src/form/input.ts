/** Listeners on the root of the page for all fields. A field names its path in the plan in `data-path`. */

import { change, draft, leave, redo, type, undo } from "../plan/current.js";
import type { Draft } from "../plan/draft.js";
import { pasted, rowsOf, takesCells } from "../plan/paste.js";
import { BETWEEN_CELLS } from "../ui/cells.js";

/** Letters up to which a field takes a paste: more than any may have. To draw millions would stop the page. */
const MOST_PASTED = 100_000;

type Typed = HTMLInputElement | HTMLTextAreaElement;

function typedField(event: Event): Typed | null {
  const { target } = event;
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField && target.dataset.path !== undefined ? target : null;
}

/** The same field in the row below or above; Enter and arrow keys move there, as in a spreadsheet. */
function neighbour(id: string, by: number): HTMLElement | null {
  return document.getElementById(id.replace(/\[(\d+)\]/, (_, row) => `[${Number(row) + by}]`));
}

export function listen(root: HTMLElement): void {
  /** The plan when the field got the focus; Escape brings it back. */
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

  // Browsers replace line ends in pasted text by spaces, and "100 200 300" would be read as one number.
  const taken = (event: Event, data: DataTransfer | null) => {
    const field = typedField(event);
    const path = field?.dataset.path;
    const text = data?.getData("text/plain") ?? "";
    if (path && text.length > MOST_PASTED) {
      event.preventDefault();
      void import("../plan/too-long.js").then(({ tellTooLong }) => tellTooLong(text.length));
      return;
    }
    if (!(field instanceof HTMLInputElement) || !path || !takesCells(path) || !BETWEEN_CELLS.test(text)) return;
    event.preventDefault();
    const rows = rowsOf(text);
    if (typeof rows === "string") {
      field.setRangeText(rows, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, "end");
      type(path, field.value);
      return;
    }
    // Tidies the number in the field now: tidying it later would change the plan, which ends the offer.
    leave(path);
    pasted.value = { path, rows, draft: draft.value };
  };
  root.addEventListener("paste", (event) => taken(event, event.clipboardData));
  root.addEventListener("drop", (event) => taken(event, event.dataTransfer));

  // While the pointer is down no field counts as left: a message that appears would move the pressed button away.
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
