/** Villages of a file put among those of the plan: the same file twice changes nothing more. */
import type { Meaning, PlanFacts } from "./facts.js";
import { identityOf, type Village } from "./village.js";

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
    segments: parts.flatMap(([kind, place]) => (kind === "people" ? (segments[Number(place)]?.id ?? []) : [])),
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
  readonly villages: readonly Village[];
  readonly added: number;
  readonly replaced: number;
}

/** A village is the same by its code, else by name and kecamatan. */
export function withImported(there: readonly Village[], rows: readonly Village[], taken: Taken): Merged {
  const villages = [...there];
  const places = new Map<string, number>();
  const note = (village: Village, place: number) => {
    places.set(identityOf(village), place);
    const { code: _, ...uncoded } = village;
    places.set(identityOf(uncoded), place);
  };
  there.forEach(note);
  let replaced = 0;
  for (const row of rows) {
    const { code, ...uncoded } = row;
    const byName = places.get(identityOf(uncoded));
    // A village of the same name with another code is another one.
    const isSame = byName !== undefined && (!code || !villages[byName]?.code || villages[byName]?.code === code);
    const place = (code === undefined ? undefined : places.get(code)) ?? (isSame ? byName : undefined);
    const before = place === undefined ? undefined : villages[place];
    if (place !== undefined && before) {
      villages[place] = overlaid(before, row, taken);
      replaced += 1;
    } else {
      note(row, villages.length);
      villages.push(row);
    }
  }
  return { villages, added: villages.length - there.length, replaced };
}

function overlaid(before: Village, row: Village, taken: Taken): Village {
  const { residents, firstMonth, lastMonth, ...rest } = before;
  const keep = <Key extends "residents" | "firstMonth" | "lastMonth">(key: Key) => {
    const value = taken[key] ? row[key] : before[key];
    return value === undefined ? {} : { [key]: value };
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
    counts: [...before.counts.filter(({ segment }) => !taken.segments.includes(segment)), ...row.counts],
    ceilings: [...before.ceilings.filter(({ fund, year }) => !isTaken(fund, year)), ...row.ceilings],
  };
}
