/** Lists in the draft: their items are added and removed here, and the focus follows. */
import { type Json, type JsonObject, getAt, setAt } from "./draft.js";
import { change, draft, forgetVisits, words } from "./state.js";

/** The items of a list in the draft; an absent list has none. */
export function itemsAt(path: string): readonly JsonObject[] {
  const list = getAt(draft.value, path);
  return Array.isArray(list) ? (list as readonly JsonObject[]) : [];
}

export function addItem(path: string, item: Json): void {
  change(setAt(draft.value, path, [...itemsAt(path), item]));
  focusSoon(`${path}[${itemsAt(path).length - 1}]`);
}

export function removeItem(path: string, place: number, what: string, told = words.value.form.removed(what)): void {
  forgetVisits(path);
  const left = itemsAt(path).filter((_, index) => index !== place);
  change(setAt(draft.value, path, left), told);
  focusSoon(left.length ? `${path}[${Math.min(place, left.length - 1)}]` : path);
}

/** Puts the focus on the first field of a part that is only now being drawn, or on the part itself. */
export function focusSoon(path: string): void {
  requestAnimationFrame(() => {
    const fields = document.querySelectorAll<HTMLElement>("input[id], select[id], textarea[id], button[id]");
    const target =
      [...fields].find((field) => field.id.startsWith(path) && field.getClientRects().length > 0) ??
      document.getElementById(`${path}:add`);
    target?.focus();
  });
}
