/** What a field is called in messages, links and dialogs. */

import { draft } from "../plan/current.js";
import { type Draft, getAt } from "../plan/draft.js";
import { language, words } from "../words/current.js";
import { later } from "./later.js";

/** A field in the reader's words: what it is, and of which row; by its name in the plan that holds it. */
export function nameOf(path: string, plan: Draft | null = draft.value): string {
  const { fields } = words.value.problems;
  const row = /^(segments|funds|overrides|assumptions|otherTargets|totals|published|workforce\.rivals)\[(\d+)\]/.exec(
    path,
  );
  const plain = path.replace(/\[\d+\]/g, "");
  const names = plain.split(".").reverse();
  const what =
    [plain, `${names[1]}.${names[0]}`, ...names].map((name) => fields[name]).find(Boolean) ?? fields.scenario ?? "";
  if (!row) return what;
  const called =
    plan &&
    (getAt(plan, `${row[0]}.name`) ?? later.value?.named(getAt(plan, `${row[0]}.parameter`))?.title[language.value]);
  const place = Number(row[2]) + 1;
  const where = typeof called === "string" && called ? called : words.value.form.unnamed(place);
  return words.value.problems.at(what, where);
}
