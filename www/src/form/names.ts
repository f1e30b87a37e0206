/** What a field is called in messages, links and dialogs. */
import { type Draft, getAt } from "../plan/draft.js";
import { language, words } from "../words/current.js";
import type { Later } from "./later.js";

/** Where the names of rows stand: the plan that holds the field, and the law for the titles of its values. */
interface Rows {
  readonly plan: Partial<Draft> | null;
  readonly later: Later | null;
}

/** A field in the reader's words: what it is, and of which row; a row without a name, or of no plan, by its number. */
export function nameOf(path: string, { plan, later }: Rows): string {
  const { fields } = words.value.problems;
  const row =
    /^(segments|funds|villages|overrides|assumptions|otherTargets|totals|published|workforce\.rivals)\[(\d+)\]/.exec(
      path,
    );
  const plain = path.replace(/\[\d+\]/g, "");
  const names = plain.split(".").reverse();
  const what =
    [plain, `${names[1]}.${names[0]}`, ...names].map((name) => fields[name]).find(Boolean) ?? fields.scenario ?? "";
  if (!row) return what;
  const called =
    plan &&
    (getAt(plan, `${row[0]}.name`) ??
      later?.named(getAt(plan, `${row[0]}.parameter`), plan.lawPacks)?.title[language.value]);
  const place = Number(row[2]) + 1;
  const where = typeof called === "string" && called ? called : words.value.form.unnamed(place);
  return words.value.problems.at(what, where);
}
