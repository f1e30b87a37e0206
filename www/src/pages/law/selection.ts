/** What of the law is shown: by subject, by words, and by the months in which it is in force. */
import type {
  CoverageDefinition,
  DatedValue,
  FundRule,
  KnownAccount,
  Law,
  Month,
  Parameter,
  PrintedTarget,
  Relief,
  Source,
  SubActivity,
  Words,
} from "cakupan";
import { RISKS } from "../../plan/fields.js";
import { number } from "../../words/format.js";

/** Subjects in the order of the page. The last one takes everything that fits no other. */
export const SUBJECTS = [
  "jkk",
  "jkm",
  "jht",
  "jp",
  "bpu",
  "construction",
  "minimumWage",
  "relief",
  "fund",
  "account",
  "target",
  "definition",
  "benefit",
  "other",
] as const;

export type Subject = (typeof SUBJECTS)[number];

export interface Filter {
  readonly subject: Subject | null;
  readonly text: string;
  /** In force in a month of this span; `null` for any time. */
  readonly span: { readonly from: Month; readonly to: Month } | null;
  /** Only what nobody has read in the legal text. */
  readonly unread: boolean;
}

export const EVERYTHING: Filter = { subject: null, text: "", span: null, unread: false };

/** Another source quotes it, or it is assumed. */
export function isUnread({ status }: Source): boolean {
  return status !== "enacted";
}

/** One table of the page. */
export interface Chapter {
  readonly subject: Subject;
  readonly parameters: readonly Parameter[];
  readonly reliefs: readonly Relief[];
  readonly fundRules: readonly FundRule[];
  readonly accounts: readonly KnownAccount[];
  readonly subActivities: readonly SubActivity[];
  readonly targets: readonly PrintedTarget[];
  readonly definitions: readonly CoverageDefinition[];
}

/** A key names its subjects: `"jkk.bpu"` belongs to JKK and to BPU. */
function subjectsOf({ key }: Parameter): readonly Subject[] {
  const names = key.split(".");
  const found = SUBJECTS.filter((subject) => names.includes(subject));
  return found.length ? found : ["other"];
}

function subjectsOfRelief({ programmes, classes }: Relief): readonly Subject[] {
  const names = [...programmes, ...classes].map((name) => name.toLowerCase());
  return ["relief", ...SUBJECTS.filter((subject) => names.includes(subject))];
}

/** Order of classes from lowest to highest; the alphabet would sort them otherwise. */
function riskOf({ key }: Parameter): number {
  const risks: readonly string[] = RISKS;
  return risks.indexOf(key.split(".").at(-1) ?? "");
}

/** What passes the filter: the latest value first; a parameter without any is left out. */
export function chaptersOf(law: Law, filter: Filter): readonly Chapter[] {
  const chosen = (subjects: readonly Subject[]) => !filter.subject || subjects.includes(filter.subject);
  const parameters = law.parameters
    .filter((parameter) => chosen(subjectsOf(parameter)))
    .map((parameter) => ({ ...parameter, values: valuesOf(parameter, filter) }))
    .filter((parameter) => parameter.values.length > 0)
    .sort((a, b) => riskOf(a) - riskOf(b));
  const reliefs = law.reliefs.filter(
    (relief) =>
      chosen(subjectsOfRelief(relief)) &&
      holds(relief, filter) &&
      says(filter, relief, relief.key, relief.title, relief.percentOff),
  );
  const fundRules = law.fundRules.filter(
    (rule) => chosen(["fund"]) && holds(rule, filter) && says(filter, rule, rule.key, rule.text),
  );
  // A chart of accounts has no months.
  const accounts = law.accounts.filter(
    (account) => chosen(["account"]) && says(filter, account, account.code, account.description),
  );
  const subActivities = law.subActivities.filter(
    (activity) => chosen(["account"]) && says(filter, activity, activity.code, activity.description),
  );
  const targets = law.targets.filter(
    ({ points, ...target }) =>
      chosen(["target"]) &&
      says(filter, target, target.key, target.title) &&
      points.some(({ year }) => holds({ from: `${year}-01`, to: `${year}-12` }, filter)),
  );
  const definitions = law.definitions.filter(
    ({ date, ...definition }) =>
      chosen(["definition"]) &&
      says(filter, definition, definition.key, definition.title) &&
      holds({ from: date.slice(0, 7), to: date.slice(0, 7) }, filter),
  );
  return SUBJECTS.map((subject) => ({
    subject,
    // Each value is listed once, under its most specific subject: all rates of BPU together.
    parameters: parameters.filter((parameter) => subjectsOf(parameter).at(-1) === subject),
    reliefs: subject === "relief" ? reliefs : [],
    fundRules: subject === "fund" ? fundRules : [],
    accounts: subject === "account" ? accounts : [],
    subActivities: subject === "account" ? subActivities : [],
    targets: subject === "target" ? targets : [],
    definitions: subject === "definition" ? definitions : [],
  })).filter((chapter) => countOf([chapter]) > 0);
}

/** Everything that has a source of its own: the values of a parameter one by one, and each entry of the lists. */
export function sourcesOf(law: Omit<Chapter, "subject">): readonly Source[] {
  const { parameters, reliefs, fundRules, accounts, subActivities, targets, definitions } = law;
  return [
    ...parameters.flatMap(({ values }) => values),
    ...reliefs,
    ...fundRules,
    ...accounts,
    ...subActivities,
    ...targets,
    ...definitions,
  ];
}

export function countOf(chapters: readonly Omit<Chapter, "subject">[]): number {
  return chapters.reduce((sum, chapter) => sum + sourcesOf(chapter).length, 0);
}

function valuesOf(parameter: Parameter, filter: Filter): readonly DatedValue[] {
  return parameter.values
    .filter((value) => holds(value, filter) && says(filter, value, parameter.key, parameter.title, value.value))
    .sort((a, b) => b.from.localeCompare(a.from));
}

function holds({ from, to }: { readonly from: Month; readonly to: Month | null }, { span }: Filter): boolean {
  return !span || (from <= span.to && (to === null || to >= span.from));
}

/** All words must occur in title, key, basis or note; and the text is one that nobody has read, if that is asked. */
function says(
  { text, unread }: Filter,
  source: Source,
  ...about: readonly (string | number | Words | null)[]
): boolean {
  if (unread && !isUnread(source)) return false;
  const { instrument, article, note, seen } = source;
  const written = about.map((part) =>
    typeof part === "number"
      ? number(part)
      : typeof part === "string" || part === null
        ? part
        : `${part.id} ${part.en}`,
  );
  const all = [...written, instrument, article, note, seen].join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
