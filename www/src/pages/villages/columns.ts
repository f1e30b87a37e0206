/** The columns of the table: those that the villages of the plan need, and those that were added. */
import { signal } from "@preact/signals-core";
import { draft } from "../../plan/current.js";
import { columnsOf, type Extra } from "../../plan/villages.js";
import { byContent } from "../../ui/section.js";

export const extra = signal<Extra>({ residents: false, months: false, ceilings: [] });

export const columns = byContent(() => columnsOf(draft.value, extra.value));
