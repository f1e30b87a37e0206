/** Villages of a file put among those of the plan: the same file twice changes nothing more. */
import type { Meaning, PlanFacts } from "./facts.js";
import type { VillageDraft } from "../villages.js";
import { digitsOf, placeKeyOf, type Village } from "./village.js";

/** What the columns of the file say; of everything else the plan keeps what it has. */
export interface Taken {
  readonly segments: readonly string[];
  readonly ceilings: readonly { readonly fund: string; readonly year: string }[];
  readonly residents: boolean;
  readonly firstMonth: boolean;
  readonly lastMonth: boolean;
}

export function takenOf(meanings: readonly Meaning[], { segments, funds }: PlanFacts): Taken {
  const parts = meanings.map((meaning) => meaning.split(":"));
  return {
    // Several columns of a group that are summed are one.
    segments: [
      ...new Set(parts.flatMap(([kind, place]) => (kind === "people" ? (segments[Number(place)]?.id ?? []) : []))),
    ],
    ceilings: parts.flatMap(([kind, place, year]) => {
      const fund = funds[Number(place)];
      return kind === "ceiling" && fund && year ? [{ fund: fund.id, year }] : [];
    }),
    residents: meanings.includes("residents"),
    firstMonth: meanings.includes("firstMonth"),
    lastMonth: meanings.includes("lastMonth") || meanings.includes("months"),
  };
}

export interface Merged {
  readonly villages: readonly VillageDraft[];
  readonly added: number;
  readonly replaced: number;
}

/** A village is the same by its code, or by name and kecamatan where one of the two has no code. */
export function withImported(there: readonly VillageDraft[], rows: readonly Village[], taken: Taken): Merged {
  const villages = there.filter(isFilled);
  const before = villages.length;
  const byCode = new Map<string, number>();
  const byName = new Map<string, number>();
  const note = (village: VillageDraft, place: number) => {
    if (digitsOf(village) !== "") byCode.set(digitsOf(village), place);
    if (village.name !== "") byName.set(placeKeyOf(village), place);
  };
  villages.forEach(note);
  let replaced = 0;
  for (const row of rows) {
    const code = digitsOf(row);
    const named = byName.get(placeKeyOf(row));
    const other = named === undefined ? undefined : villages[named];
    const isSame = other && (code === "" || digitsOf(other) === "");
    const place = byCode.get(code) ?? (isSame ? named : undefined);
    const old = place === undefined ? undefined : villages[place];
    if (place !== undefined && old) {
      villages[place] = overlaid(old, row, taken);
      replaced += 1;
    } else {
      note(row, villages.length);
      villages.push(row);
    }
  }
  return { villages, added: villages.length - before, replaced };
}

/** A row of the table in which nothing was typed yet is no village. */
function isFilled(village: VillageDraft): boolean {
  return Object.values(village).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
}

function overlaid(old: VillageDraft, row: Village, taken: Taken): VillageDraft {
  const { residents, firstMonth, lastMonth, ...rest } = old;
  const keep = <Key extends "residents" | "firstMonth" | "lastMonth">(key: Key) => {
    const value = taken[key] ? row[key] : old[key];
    return value ? { [key]: value } : {};
  };
  const isTaken = (fund: string, year: string) => taken.ceilings.some((one) => one.fund === fund && one.year === year);
  return {
    ...rest,
    ...keep("residents"),
    ...keep("firstMonth"),
    ...keep("lastMonth"),
    name: row.name,
    ...(row.code && { code: row.code }),
    ...(row.district && { district: row.district }),
    counts: [...(old.counts ?? []).filter(({ segment }) => !taken.segments.includes(segment)), ...row.counts],
    ceilings: [...(old.ceilings ?? []).filter(({ fund, year }) => !isTaken(fund, year)), ...row.ceilings],
  };
}
