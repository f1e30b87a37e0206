/** The scenario as it is being typed: the same shape and paths, with every number held as its text. */
import type { Evidence, Scenario } from "cakupan";
import { type EvidenceDraft, usable } from "./evidence.js";
import { CLASSES, FIELDS, type Field, type Fields, ROLES, type Role } from "./fields.js";
import { isNamed, usualKind, usualName } from "./fund-names.js";
import { type Doubt, type NumberKind, type Reading, readNumber, writeNumber } from "./numbers.js";
import { pathOfUnread, type UnreadDraft } from "./unread.js";

type Typed<T> = T extends Evidence
  ? EvidenceDraft
  : T extends 1
    ? 1
    : T extends number
      ? string
      : T extends readonly (infer Item)[]
        ? readonly Typed<Item>[]
        : T extends object
          ? { readonly [Key in keyof T]: Typed<T[Key]> }
          : T;

/** One month of a group, or of a village in it, as it happened, as it is typed. */
export interface RealisedDraft {
  readonly month: string;
  readonly segment: string;
  /** Its code, or else its name. */
  readonly village?: string;
  readonly quota?: string;
  readonly verified?: string;
  readonly paid?: string;
  readonly billedRupiah?: string;
  readonly paidRupiah?: string;
  readonly paidOn?: string;
  readonly note?: string;
}

/**
 * What happened stays with the plan; the engine is asked about it apart. So do texts that are not read: nothing typed is
 * lost, and there is no new answer before they are cleared up.
 */
export type Draft = Typed<Scenario> & {
  readonly realisation?: readonly RealisedDraft[];
  readonly unread?: readonly UnreadDraft[];
};
export type SegmentDraft = Draft["segments"][number];
export type FundDraft = Draft["funds"][number];
export type ShareDraft = SegmentDraft["payers"][number];
export type BaseDraft = NonNullable<SegmentDraft["base"]>;
export type EnrolmentDraft = SegmentDraft["enrolment"];
export type PathDraft = NonNullable<Draft["otherTargets"]>[number];

/** A group or a fund, by its id and its name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export type Json = string | number | boolean | null | undefined | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** The kind of number that a field holds; nothing of texts, words, lists and parts. */
export function kindOf(path: string): NumberKind | undefined {
  let at: Field | undefined = FIELDS;
  for (const step of steps(path)) if (typeof step === "string") at = fieldIn(at, step);
  return typeof at === "string" ? at : undefined;
}

/** What a field does: that which is said of it, or of what holds it. */
export function roleOf(path: string): Role | "counted" {
  let role: Role | "counted" = "counted";
  let at = "";
  for (const step of steps(path)) {
    if (typeof step === "number") continue;
    at = at ? `${at}.${step}` : step;
    role = (Object.hasOwn(ROLES, at) && ROLES[at]) || role;
  }
  return role;
}

/** A field of a part, or of the parts of a list. */
function fieldIn(part: Field | undefined, name: string): Field | undefined {
  const fields = Array.isArray(part) ? part[0] : part;
  return typeof fields === "object" && Object.hasOwn(fields, name) ? (fields as Fields)[name] : undefined;
}

export function toDraft(scenario: Scenario): Draft {
  return typed(scenario as unknown as Json, "") as unknown as Draft;
}

function typed(value: Json, path: string): Json {
  if (Array.isArray(value)) return value.map((item) => typed(item, path));
  if (isObject(value))
    return mapObject(value, (item, name) => (name === "evidence" ? item : typed(item, `${path}.${name}`)));
  const kind = kindOf(path);
  return typeof value === "number" && kind ? writeNumber(value, kind) : value;
}

/** A typed number whose meaning must be asked. */
export interface Unclear {
  readonly path: string;
  readonly typed: string;
  readonly kind: NumberKind;
  /** `"word"`: no number is meant, but a choice that the field does not have. */
  readonly why: Doubt | "word";
  readonly choices: readonly number[];
}

/** What the engine is asked, and the fields that must be cleared up first. List items keep their places. */
export function toScenario(draft: Draft): { readonly scenario: unknown; readonly unclear: readonly Unclear[] } {
  const unclear: Unclear[] = [];
  const { realisation: _, unread, ...plan } = draft;
  const scenario = untyped(plan as unknown as Json, "", unclear);
  for (const one of unread ?? []) {
    const path = pathOfUnread(draft, one);
    if (path) unclear.push({ path, typed: one.text, kind: "people", why: "word", choices: [] });
  }
  return { scenario, unclear };
}

function untyped(value: Json, path: string, unclear: Unclear[]): Json {
  if (path === "villages" && Array.isArray(value))
    return value.map((item: Json, place) => untypedVillage(item, `villages[${place}]`, unclear));
  if (Array.isArray(value)) return value.map((item: Json, place) => untyped(item, `${path}[${place}]`, unclear));
  if (isObject(value)) {
    const inner = mapObject(value, (item, name) =>
      name === "evidence" ? usableEvidence(item) : untyped(item, path ? `${path}.${name}` : name, unclear),
    );
    return Object.fromEntries(Object.entries(inner).filter(([name, item]) => !isAbsent(item, name)));
  }
  const kind = kindOf(path);
  if (typeof value !== "string" || !kind) return value;
  const reading: Reading = readNumber(value, kind);
  if (reading.is === "unclear") unclear.push({ path, typed: value, kind, why: reading.why, choices: reading.choices });
  return reading.is === "number" ? reading.value : reading.is === "text" ? reading.raw : null;
}

/** Villages that were read before: of thousands of rows an edit changes one. */
const read = new WeakMap<object, { readonly value: Json; readonly unclear: readonly Unclear[] }>();

function untypedVillage(village: Json, path: string, unclear: Unclear[]): Json {
  if (!isObject(village)) return untyped(village, path, unclear);
  let known = read.get(village);
  if (!known) {
    const own: Unclear[] = [];
    // Paths as of the first row, with the fields that every row has.
    known = { value: untyped(village, "villages[0]", own), unclear: own };
    read.set(village, known);
  }
  for (const one of known.unclear) unclear.push({ ...one, path: one.path.replace("villages[0]", path) });
  return known.value;
}

/** An empty field is absent, not 0 and not "". Empty lists go too, but for the two that a scenario must have. */
function isAbsent(value: Json, name: string): boolean {
  if (Array.isArray(value)) return value.length === 0 && name !== "segments" && name !== "funds";
  return value === null || value === undefined || value === "";
}

/** Earlier versions of the page put this in place of the source of a value that was changed. */
const LOST = "own";

/** The complete sources. Values that are no sources are handed on, and the engine refuses them. */
function usableEvidence(value: Json): Json {
  if (!isObject(value)) return value;
  const kept = Object.entries(value).flatMap(([name, item]) => {
    const source = isObject(item) ? (usable(item) as Json) : item;
    return source === null || source === LOST ? [] : [[name, source]];
  });
  return kept.length ? Object.fromEntries(kept) : null;
}

// ───────────────────────────── reading and changing by path ─────────────────────────────

/** `"segments[0].name"` → `["segments", 0, "name"]`. */
export function steps(path: string): readonly (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((found) => (found[1] ? Number(found[1]) : (found[2] ?? "")));
}

export function getAt(draft: Partial<Draft>, path: string): Json {
  return steps(path).reduce<Json>((value, step) => child(value, step), draft as unknown as Json);
}

/**
 * The draft with another value at the path. A source named for it is kept and marked: the value was changed after it.
 * `same`: the value means what it meant, and is only written otherwise.
 */
export function setAt(draft: Draft, path: string, value: Json, same = false): Draft {
  const next = withChild(draft as unknown as Json, steps(path), value, same || isLabel(path)) as unknown as Draft;
  if (!draft.unread?.length) return next;
  // Another value is in the place of the text.
  return { ...next, unread: draft.unread.filter((one) => !path.startsWith(pathOfUnread(draft, one) || path)) };
}

/** A source is one of a figure or a choice, not of what it is called. Of a region only the population has one. */
function isLabel(path: string): boolean {
  return /\.(name|description)$|^region\.(level|code)$/.test(path);
}

function withChild(parent: Json, [step, ...rest]: readonly (string | number)[], value: Json, same: boolean): Json {
  if (step === undefined) return value;
  const next = withChild(child(parent, step), rest, value, same);
  if (Array.isArray(parent)) return parent.map((item: Json, place) => (place === step ? next : item));
  const owner = isObject(parent) ? parent : {};
  const { evidence } = owner;
  const source = !same && isObject(evidence) && Object.hasOwn(evidence, step) ? evidence[step] : null;
  const marked = isObject(source) && {
    evidence: { ...(evidence as JsonObject), [step]: { ...source, changed: true } },
  };
  return { ...owner, ...marked, [step]: next };
}

function child(value: Json, step: string | number): Json {
  if (Array.isArray(value)) return typeof step === "number" ? (value[step] as Json) : undefined;
  return isObject(value) ? value[step] : undefined;
}

/** Path of the source of a field: `"target.points"` → `"target.evidence.points"`. */
export function evidencePath(path: string): string {
  const dot = path.lastIndexOf(".");
  return `${path.slice(0, dot + 1)}evidence.${path.slice(dot + 1)}`;
}

/** The source of one field, by the path of the field. */
export function evidenceAt(draft: Partial<Draft>, path: string): EvidenceDraft | undefined {
  const evidence = getAt(draft, evidencePath(path));
  return isObject(evidence) ? evidence : undefined;
}

/** The draft without the source of this field. */
export function withoutEvidence(draft: Draft, path: string): Draft {
  const way = evidencePath(path);
  const dot = way.lastIndexOf(".");
  const all = getAt(draft, way.slice(0, dot));
  if (!isObject(all)) return draft;
  const { [way.slice(dot + 1)]: _, ...left } = all;
  return setAt(draft, way.slice(0, dot), left);
}

/** Whether two texts of a field are one value: "1200" and "1.200" people are. */
export function isSame(path: string, one: Json, other: Json): boolean {
  const kind = kindOf(path);
  if (!kind || typeof one !== "string" || typeof other !== "string") return one === other;
  const [first, second] = [readNumber(one, kind), readNumber(other, kind)];
  return first.is === "number" && second.is === "number" ? first.value === second.value : one === other;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function mapObject(value: JsonObject, change: (item: Json, name: string) => Json): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, change(item, name)]));
}

// ───────────────────────────── new parts ─────────────────────────────

/** An id that no item of the list has. */
export function freshId(taken: readonly { readonly id: string }[], stem: string): string {
  let number = taken.length + 1;
  while (taken.some((item) => item.id === `${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

export function emptyDraft(year: number): Draft {
  return {
    schema: 1,
    region: { name: "", level: "regency" },
    period: { firstMonth: `${year}-01`, months: "12" },
    segments: [newSegment([], "dana-1", `${year}-01`)],
    funds: [newFund([], "regency")],
  };
}

/** A new plan is for next year: budgets are planned in the year before. */
export function newPlan(): Draft {
  return emptyDraft(new Date().getFullYear() + 1);
}

/** The last month of a period; the first where its length cannot be read. */
export function lastMonth({ firstMonth, months }: Draft["period"]): string {
  const length = readNumber(months, "months");
  const [year = 0, month = 0] = firstMonth.split("-").map(Number);
  if (length.is !== "number" || !Number.isInteger(length.value) || length.value < 1 || !year || !month)
    return firstMonth;
  const last = year * 12 + month - 1 + length.value - 1;
  return `${Math.floor(last / 12)}-${String((last % 12) + 1).padStart(2, "0")}`;
}

export function newSegment(others: readonly SegmentDraft[], fund: string, firstMonth: string): SegmentDraft {
  return {
    id: freshId(others, "kelompok"),
    name: "",
    class: "BPU",
    programmes: ["JKK", "JKM"],
    enrolment: { kind: "fixed", counts: [{ from: firstMonth, people: "" }] },
    payers: [{ fund, percent: "100" }],
  };
}

/** Another group of the same class, programmes, sort of base and payers, with nothing of its numbers. */
export function newSegmentLike(
  segment: SegmentDraft,
  others: readonly SegmentDraft[],
  firstMonth: string,
): SegmentDraft {
  const { class: of, programmes, risk, sector, group, base, payers, workerPayers } = segment;
  const amount = base?.kind === "contract" ? "contract" : "fixed";
  return {
    ...newSegment(others, "", firstMonth),
    class: of,
    programmes,
    payers,
    ...(risk && { risk }),
    ...(sector && { sector }),
    ...(group && { group }),
    ...(base && { base: base.kind === "minimumWage" ? base : { kind: amount, rupiah: "" } }),
    ...(workerPayers && { workerPayers }),
  };
}

export function newFund(others: readonly FundDraft[], level: Draft["region"]["level"]): FundDraft {
  const kind = usualKind(level);
  return { id: freshId(others, "dana"), name: usualName(kind, others), kind };
}

/** Another kind of money takes the name of the kind along, but not a name of the planner's. */
export function withFundKind(draft: Draft, place: number, kind: FundDraft["kind"]): Draft {
  const fund = draft.funds[place];
  const next = setAt(draft, `funds[${place}].kind`, kind);
  if (!fund || isNamed(fund)) return next;
  const others = draft.funds.filter((_, other) => other !== place);
  return setAt(next, `funds[${place}].name`, usualName(kind, others));
}

/** Another level of the region: the funds that were its usual budget become that of the new level. */
export function withLevel(draft: Draft, level: Draft["region"]["level"]): Draft {
  const before = usualKind(draft.region.level);
  const now = usualKind(level);
  let next = setAt(draft, "region.level", level);
  if (now === before) return next;
  for (const [place, fund] of draft.funds.entries())
    if (fund.kind === before && !isNamed(fund)) next = withFundKind(next, place, now);
  return next;
}

/** The group with only the fields that fit its class and programmes. */
export function fitted(segment: SegmentDraft, funds: readonly FundDraft[]): SegmentDraft {
  const has = CLASSES[segment.class];
  const keepsBase = segment.base && (segment.base.kind !== "contract" || has.contract);
  const source = keepsBase ? undefined : segment.evidence?.base;
  const { risk, sector, base, workerPayers, ...common } = source
    ? { ...segment, evidence: { ...segment.evidence, base: { ...source, changed: true } } }
    : segment;
  const programmes = segment.programmes.filter((programme) => has.programmes.includes(programme));
  // Who pays the worker's part is not for the page to decide, unless the workers themselves are named as payers.
  const own = funds.find((fund) => fund.kind === "self");
  const fit: SegmentDraft = {
    ...common,
    programmes,
    ...(has.risk && { risk: risk ?? null }),
    ...(has.sector && { sector: sector ?? null }),
    ...(keepsBase ? { base } : has.lowestBase ? {} : { base: { kind: "fixed", rupiah: "" } }),
  };
  // Without a worker's own part nobody is named to pay it.
  if (!programmes.some((programme) => has.workerPart.includes(programme))) return fit;
  return { ...fit, workerPayers: workerPayers?.length ? workerPayers : [{ fund: own?.id ?? "", percent: "100" }] };
}

/** Is this, read from the device, a draft that the views can show? */
export function isDraft(value: unknown): value is Draft {
  const draft = value as Json;
  if (!isObject(draft) || draft.schema !== 1 || !isObject(draft.region) || !isObject(draft.period)) return false;
  if (!Array.isArray(draft.segments) || !Array.isArray(draft.funds) || !fits(draft, "", FIELDS)) return false;
  return (draft.segments as readonly JsonObject[]).every(
    ({ programmes, payers, enrolment }) => Array.isArray(programmes) && Array.isArray(payers) && isObject(enrolment),
  );
}

/** With the two texts that the views take for granted; a plan from elsewhere may lack them. */
export function withTexts(draft: Draft): Draft {
  const { name }: { readonly name?: unknown } = draft.region;
  const { firstMonth }: { readonly firstMonth?: unknown } = draft.period;
  if (typeof name === "string" && typeof firstMonth === "string") return draft;
  return {
    ...draft,
    region: { ...draft.region, name: typeof name === "string" ? name : "" },
    period: { ...draft.period, firstMonth: typeof firstMonth === "string" ? firstMonth : "" },
  };
}

/** Whether lists are lists, and parts are parts, as far down as the form goes. */
function fits(part: JsonObject, name: string, fields: Field): boolean {
  const whole: { readonly [name: string]: readonly string[] } = {
    enrolment: part.kind === "fixed" ? ["counts"] : part.kind === "path" ? ["path"] : [],
    path: ["points"],
    target: ["points"],
    otherTargets: ["points"],
    rivals: ["eligible"],
  };
  if ((whole[name] ?? []).some((each) => part[each] === undefined || part[each] === null)) return false;
  return Object.entries(part).every(([key, item]) => {
    if (item === null || item === undefined) return true;
    if (key === "evidence") return isObject(item);
    const field = fieldIn(fields, key);
    if (field === undefined || typeof field === "string") return true;
    if (!Array.isArray(field)) return isObject(item) && fits(item, key, field);
    return Array.isArray(item) && item.every((row: Json) => isObject(row) && fits(row, key, field));
  });
}
