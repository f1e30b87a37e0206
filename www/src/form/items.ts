/** Lists in the draft: their items are added and removed here, and the focus follows. */

import { change, draft, forgetVisits } from "../plan/current.js";
import { getAt, type Json, type JsonObject, setAt } from "../plan/draft.js";
import { focusSoon } from "../ui/focus.js";
import { words } from "../words/current.js";

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
