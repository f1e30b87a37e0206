/** Parts that were added and not filled in count as absent, so that they do not keep the answer back. */
import { type Draft, type Json, type JsonObject, kindOf } from "./draft.js";
import { readNumber } from "./numbers.js";

/** Fields that a part is begun with, and choices of how to read it: alone they fill nothing in. */
const BEGUN: ReadonlySet<string> = new Set([
  "id",
  "class",
  "kind",
  "programmes",
  "risk",
  "sector",
  "payers",
  "workerPayers",
  "from",
  "to",
  "month",
  "year",
  "shape",
  "spread",
  "denominator",
  "cause",
  "fund",
  "programme",
  "evidence",
  "unitRupiah",
  "segment",
]);

/** The list of budgets to compare with begins each of them with this name. */
const BEGUN_NAME = "APBD";

/** Lists whose last entries may be blank, and how many of them must stand. */
const LEAST: { readonly [list: string]: number } = {
  segments: 1,
  counts: 1,
  values: 1,
  points: 1,
  payers: 1,
  workerPayers: 1,
  eligible: 1,
  otherMembers: 0,
  rivals: 0,
  leave: 0,
  otherTargets: 0,
  ceilings: 0,
  villages: 0,
  accounts: 0,
  totals: 0,
  published: 0,
  overrides: 0,
  assumptions: 0,
};

/** Parts of a plan, or of a group, that are absent where nothing in them is filled in. */
const PARTS: ReadonlySet<string> = new Set(["workforce", "target", "flows"]);

export interface Answerable {
  /** The plan without what is blank; everything that is left keeps its place. */
  readonly plan: Draft;
  /** The paths of what was left out. */
  readonly blank: readonly string[];
}

export function withoutBlank(draft: Draft): Answerable {
  const blank: string[] = [];
  return { plan: kept(draft as unknown as Json, "", blank) as unknown as Draft, blank };
}

function kept(value: Json, path: string, blank: string[]): Json {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    const name = path.slice(path.lastIndexOf(".") + 1);
    const least = Object.hasOwn(LEAST, name) ? (LEAST[name] ?? 0) : list.length;
    let length = list.length;
    // Only entries at the end are removed: removing others would change the paths of the fields after them.
    while (length > least && !isFilled(list[length - 1], `${path}[]`)) blank.push(`${path}[${--length}]`);
    // Of a village nothing is stored while its cell is empty, and there may be thousands.
    if (path === "villages") return list.slice(0, length);
    return list.slice(0, length).map((item, place) => kept(item, `${path}[${place}]`, blank));
  }
  if (!isObject(value)) return value;
  const at = (name: string) => (path ? `${path}.${name}` : name);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      if (PARTS.has(name) && isObject(item) && !isFilled(item, at(name))) {
        blank.push(at(name));
        return [];
      }
      return [[name, name === "evidence" ? item : kept(item, at(name), blank)]];
    }),
  );
}

/** Whether anything was typed into this part. */
function isFilled(value: Json, path: string): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => isFilled(item, path));
  if (isObject(value))
    return Object.entries(value).some(([name, item]) => !BEGUN.has(name) && isFilled(item, `${path}.${name}`));
  if (typeof value !== "string") return value === true || typeof value === "number";
  if (path === "totals[].name" && value === BEGUN_NAME) return false;
  const kind = kindOf(path);
  return kind ? readNumber(value, kind).is !== "empty" : value.trim() !== "";
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
