/** Lists of the plan: their items are read, added and removed here, and the focus follows. */
import { forgetVisits, update } from "../plan/current.js";
import { type Draft, getAt, type Json, type JsonObject, setAt } from "../plan/draft.js";
import { focusSoon } from "../ui/focus.js";
import { words } from "../words/current.js";

/** The items of a list; an absent list has none. */
export function itemsAt(plan: Partial<Draft>, path: string): readonly JsonObject[] {
  const list = getAt(plan, path);
  return Array.isArray(list) ? (list as readonly JsonObject[]) : [];
}

/** Adds the item that `make` makes for the plan as it is when the reader asks for it. */
export function addItem(path: string, make: (plan: Draft) => unknown): void {
  update((plan) => {
    const items = itemsAt(plan, path);
    focusSoon(`${path}[${items.length}]`);
    return setAt(plan, path, [...items, make(plan) as Json]);
  });
}

export function removeItem(path: string, place: number, what: string, done = words.value.form.removed(what)): void {
  forgetVisits(path);
  update((plan) => {
    const left = itemsAt(plan, path).filter((_, index) => index !== place);
    focusSoon(left.length ? `${path}[${Math.min(place, left.length - 1)}]` : path);
    return setAt(plan, path, left);
  }, done);
}
