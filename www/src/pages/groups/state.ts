/** Which group is opened, where the table goes, and whether there is room for a table. */
import { signal } from "@preact/signals-core";

/** The group whose fields are shown, by its id. */
export const opened = signal<string | null>(null);

/** The cell of the table that gets the focus. */
export const goTo = signal<{ readonly id: string; readonly key?: string } | null>(null);

/** As wide as the page is one column of small parts: a phone. */
const narrow = matchMedia("(max-width: 47.999rem)");
export const isNarrow = signal(narrow.matches);
narrow.addEventListener("change", ({ matches }) => {
  isNarrow.value = matches;
});
