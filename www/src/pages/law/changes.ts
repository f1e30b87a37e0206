/** What began or ended since a day, and how much of the law was looked at since. */
import type { DatedValue, FundRule, Law, Month, Parameter, Relief, Source, Unit, Words } from "cakupan";
import { type Chapter, countOf, isUnread, sourcesOf } from "./selection.js";

/** A value in force, or what stands in its place: the percentage of a relief, the rule on a kind of money. */
export interface Held {
  readonly source: Source;
  readonly value: number | null;
  readonly rows: DatedValue["rows"];
}

export interface Change {
  readonly key: string;
  readonly title: Words;
  /** `null` of a rule on a kind of money, which has no amount. */
  readonly unit: Unit | null;
  /** First month in which it holds. */
  readonly month: Month;
  /** `null`: nothing was in force in the month before. */
  readonly before: Held | null;
  /** `null`: nothing is in force from this month on. */
  readonly after: Held | null;
}

/** Of one subject: entries that were looked at since a day, and entries whose text nobody has read yet. */
export interface Looked {
  readonly chapter: Chapter;
  readonly all: number;
  readonly checked: number;
  readonly unread: number;
}

/** Beginnings and ends from the month of this day on, also those to come; the newest month first. */
export function changesSince(law: Law, day: string): readonly Change[] {
  const month = day.slice(0, 7);
  const entries = [
    ...law.parameters.map((parameter) => datesOf(parameter)),
    ...law.reliefs.map((relief) => datesOfRelief(relief)),
    ...law.fundRules.map((rule) => datesOfRule(rule)),
  ];
  return entries
    .flatMap(changesOf)
    .filter((change) => change.month >= month)
    .sort((one, other) => other.month.localeCompare(one.month));
}

export function lookedSince(chapters: readonly Chapter[], day: string): readonly Looked[] {
  return chapters.map((chapter) => {
    const sources = sourcesOf(chapter);
    return {
      chapter,
      all: countOf([chapter]),
      checked: sources.filter(({ checked }) => checked !== null && checked >= day).length,
      unread: sources.filter(isUnread).length,
    };
  });
}

interface Dated {
  readonly key: string;
  readonly title: Words;
  readonly unit: Unit | null;
  readonly spans: readonly { readonly from: Month; readonly to: Month | null; readonly held: Held }[];
}

function datesOf({ key, title, unit, values }: Parameter): Dated {
  const spans = values.map((dated) => ({
    from: dated.from,
    to: dated.to,
    held: { source: dated, value: dated.value, rows: dated.rows },
  }));
  return { key, title, unit, spans };
}

function datesOfRelief(relief: Relief): Dated {
  const held = { source: relief, value: relief.percentOff, rows: null };
  return { key: relief.key, title: relief.title, unit: "percent", spans: [{ from: relief.from, to: relief.to, held }] };
}

function datesOfRule(rule: FundRule): Dated {
  const held = { source: rule, value: null, rows: null };
  return { key: rule.key, title: rule.text, unit: null, spans: [{ from: rule.from, to: rule.to, held }] };
}

/** Each first month, with what held in the month before; and each end that nothing follows at once. */
function changesOf({ spans, ...named }: Dated): readonly Change[] {
  return spans.flatMap(({ from, to, held }) => {
    const before = spans.find((span) => span.to !== null && monthAfter(span.to) === from)?.held ?? null;
    const begins: Change = { ...named, month: from, before, after: held };
    const end = to === null ? null : monthAfter(to);
    if (end === null || spans.some((span) => span.from === end)) return [begins];
    return [begins, { ...named, month: end, before: held, after: null }];
  });
}

function monthAfter(month: Month): Month {
  const [year, number] = month.split("-").map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}
