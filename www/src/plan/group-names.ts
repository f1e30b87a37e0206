/** Finds the category of workers in the name of a group, by the words that regions use. */
import type { SegmentDraft } from "./draft.js";
import names from "./group-names.json";

export type Group = NonNullable<SegmentDraft["group"]>;

/** The longest phrases first, so that "PPPK paruh waktu" is not found as "PPPK". */
const PHRASES = Object.entries(names)
  .flatMap(([group, phrases]) => phrases.map((phrase) => ({ group: group as Group, phrase })))
  .sort((one, other) => other.phrase.length - one.phrase.length);

/** Every kind that the name speaks of; several where it mixes them. */
export function groupsIn(name: string): readonly Group[] {
  const words =
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  let left = ` ${words.join(" ")} `;
  const found = new Set<Group>();
  for (const { group, phrase } of PHRASES) {
    if (!left.includes(` ${phrase} `)) continue;
    found.add(group);
    left = left.replaceAll(` ${phrase} `, " | ");
  }
  return [...found];
}

export type Suggestion =
  | { readonly is: "one"; readonly group: Group }
  /** The name speaks of several kinds, to which different rules apply. */
  | { readonly is: "mixed"; readonly groups: readonly Group[] };

const PPPK: ReadonlySet<Group> = new Set<Group>(["pppk", "pppkPartTime"]);

/** What the name says that the planner has not said; full-time and part-time PPPK are always distinguished. */
export function suggestionOf({ name, group }: SegmentDraft): Suggestion | null {
  const groups = groupsIn(name);
  const [one, ...others] = groups;
  if (!one) return null;
  if (others.length > 0) return group ? null : { is: "mixed", groups };
  const other = group && group !== one && PPPK.has(group) && PPPK.has(one);
  return !group || other ? { is: "one", group: one } : null;
}
