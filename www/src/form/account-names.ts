/** A known account code that was typed fills its uraian, while that is empty. */
import { law } from "../engine/law.js";
import { type Draft, getAt, setAt } from "../plan/draft.js";
import { accountWords } from "./account-words.js";

const CODE = /^funds\[(\d+)\]\.accounts\[\d+\]\.code$/;

/** What follows from the field `path` that was typed in, with what is said of it. */
export function withAccountNamed(plan: Draft, path: string): { readonly plan: Draft; readonly said: string } | null {
  const fund = plan.funds[Number(CODE.exec(path)?.[1] ?? -1)];
  if (!fund) return null;
  const at = path.replace(/code$/, "description");
  const code = getAt(plan, path);
  if (typeof code !== "string" || getAt(plan, at)) return null;
  const known = law.accounts.filter((account) => account.code === code.trim());
  // A code can stand in the lists of several kinds of funds.
  const found = known.find(({ funds }) => funds.includes(fund.kind)) ?? known[0];
  if (!found) return null;
  return { plan: setAt(plan, at, found.description), said: accountWords().filled(found.description) };
}
