/** Repairs a scenario from outside so that the form can show it: what the engine cannot read is removed. */
import type { Problem, ProblemCode } from "cakupan";
import type { Engine } from "../engine/start.js";
import {
  type Draft,
  freshId,
  isDraft,
  type Json,
  type JsonObject,
  kindOf,
  newFund,
  newPlan,
  newSegment,
  steps,
  toDraft,
  toScenario,
  withTexts,
} from "./draft.js";
import { isBegun, isTyped } from "./evidence.js";

export interface Repaired {
  /** `null` where nothing of it can be shown. */
  readonly draft: Draft | null;
  /** What the engine said of it as it came. */
  readonly problems: readonly Problem[];
  /** Those of them whose part was left out or guessed, so that no field shows them any more. */
  readonly lost: readonly Problem[];
}

/** Problems up to which a scenario is repaired; one with more is refused. */
export const MOST_PROBLEMS = 2000;

/** A value of the wrong sort; numbers out of range and the like stand in their field with the engine's sentence. */
const WRONG: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "notAnObject",
  "notAList",
  "notText",
  "notANumber",
  "notTrueOrFalse",
  "notReadable",
  "unknownKey",
  "unknownChoice",
  "tooMany",
  "badId",
]);

/** Rounds of check and repair. One round repairs everything that the engine names, so few are needed. */
const ROUNDS = 12;

export function repaired(given: unknown, { run }: Pick<Engine, "run">): Repaired {
  const problems = problemsOf(given, run);
  const none = { draft: null, problems, lost: problems };
  const hopeless = problems.some(({ code, path }) => path === "" || code === "newerSchema");
  if (hopeless || problems.length > MOST_PROBLEMS) return none;
  let scenario = given as Json;
  for (let round = 0, left = problems; round < ROUNDS; round++) {
    const before = JSON.stringify(scenario);
    const wrong = new Set(left.filter(({ code }) => WRONG.has(code)).map(({ path }) => path));
    scenario = withoutTwins(without(scenario, wrong));
    // A plan of our own by now, to be written into.
    const missing = problemsOf(scenario, run).filter(({ code }) => code === "missing" || code === "empty");
    // All removals at once: after a first one, the positions of the others would be wrong.
    const away = new Set<string>();
    for (const { path } of missing) if (!completed(scenario, path)) away.add(around(path));
    scenario = without(scenario, away);
    if (JSON.stringify(scenario) === before) break;
    left = problemsOf(scenario, run);
  }
  const still = problemsOf(scenario, run);
  const shown: unknown = toDraft(scenario as never);
  const draft = isDraft(shown) ? withTexts(shown) : null;
  const readable = draft !== null && !still.some(({ code, path }) => WRONG.has(code) || isPart(path, code));
  return readable ? { draft, problems, lost: lostOf(problems, still) } : none;
}

/**
 * The same of a plan as it was typed, whose numbers are texts. The engine judges all of it; what it has no number for
 * keeps its text, but only where it wants a number.
 */
export function repairedTyped(given: unknown, { run }: Pick<Engine, "run">): Repaired {
  // Only of an object are parts set aside: a text or a list without them would become one.
  const plain = isObject(given as Json) ? untyped(given as Draft) : given;
  const { draft, problems } = repaired(plain, { run });
  if (!draft) return { draft, problems, lost: problems };
  const numbers = new Set(problems.filter(({ code }) => code === "notANumber").map(({ path }) => path));
  const plan = {
    ...(asTyped(draft as unknown as Json, given as Json, numbers) as unknown as Draft),
    ...happened(given as Json),
    ...unreadOf(given as Json),
  };
  return { draft: plan, problems, lost: lostOf(problems, problemsOf(untyped(plan), run)) };
}

/** What happened to the plan, as it was typed: rows of texts. Each stays, whatever its texts say. */
function happened(given: Json): Pick<Draft, "realisation"> {
  const rows = isObject(given) ? given.realisation : null;
  if (!Array.isArray(rows)) return {};
  const isText = ([, text]: [string, Json]) => typeof text === "string";
  const texts = rows.filter(isObject).map((row) => Object.fromEntries(Object.entries(row).filter(isText)));
  const named = texts.filter(({ month, segment }) => month !== undefined && segment !== undefined);
  return named.length > 0 ? { realisation: named as unknown as Draft["realisation"] & object } : {};
}

/** Texts of the table of groups that name no choice. */
function unreadOf(given: Json): Pick<Draft, "unread"> {
  const all = isObject(given) ? given.unread : null;
  if (!Array.isArray(all)) return {};
  const isWhole = ({ segment, field, text }: JsonObject) =>
    typeof segment === "string" &&
    typeof text === "string" &&
    ["class", "programmes", "payers"].includes(String(field));
  return { unread: all.filter(isObject).filter(isWhole) as unknown as Draft["unread"] & object };
}

function problemsOf(scenario: unknown, run: Engine["run"]): readonly Problem[] {
  const outcome = run(scenario);
  return "problems" in outcome ? outcome.problems : [];
}

function lostOf(problems: readonly Problem[], still: readonly Problem[]): readonly Problem[] {
  const stands = new Set(still.map(({ code, path }) => `${code} ${path}`));
  return problems.filter(({ code, path }) => !stands.has(`${code} ${path}`));
}

// ───────────────────────────── what is typed ─────────────────────────────

/** The scenario of a plan, where also a number of two meanings is a text, so that the engine sees all there is. */
function untyped(plan: Draft): Json {
  const { scenario, unclear } = toScenario(plan);
  for (const { path, typed, why } of unclear) if (why !== "word") put(scenario as Json, steps(path), typed);
  return scenario as Json;
}

/** A plan with what was typed in its fields; `numbers` names the fields that hold a text where a number belongs. */
function asTyped(plan: Json, typed: Json, numbers: ReadonlySet<string>, path = ""): Json {
  // Where rows were removed, a position belongs to another row.
  if (Array.isArray(plan)) {
    if (!Array.isArray(typed) || typed.length !== plan.length) return plan;
    return plan.map((item: Json, place) => asTyped(item, typed[place] as Json, numbers, `${path}[${place}]`));
  }
  if (!isObject(plan) || !isObject(typed)) return plan;
  const at = (name: string) => (path ? `${path}.${name}` : name);
  const texts = Object.entries(typed).filter(
    ([name, text]) =>
      typeof text === "string" && kindOf(at(name)) && (numbers.has(at(name)) || typeof plan[name] === "string"),
  );
  const { evidence, programmes } = typed;
  // The engine gets complete sources only; incomplete ones, and dates that it cannot read, are kept as typed.
  const kept = isObject(plan.evidence) ? plan.evidence : {};
  const sources = isObject(evidence)
    ? Object.entries(evidence).filter(([name, of]) => isTyped(of) && (isBegun(of) || isObject(kept[name])))
    : [];
  const none = Array.isArray(programmes) && programmes.length === 0 && plan.programmes !== undefined;
  return {
    ...Object.fromEntries(
      Object.entries(plan).map(([name, item]) => [
        name,
        name === "evidence" ? item : asTyped(item, typed[name], numbers, at(name)),
      ]),
    ),
    ...Object.fromEntries(texts),
    ...(sources.length > 0 && { evidence: { ...kept, ...Object.fromEntries(sources) } }),
    ...(none && { programmes: [] }),
  };
}

// ───────────────────────────── what is missing ─────────────────────────────

/** Texts that may stand empty in the form, like all numbers. */
const TEXTS = new Set(["name", "firstMonth", "from", "to", "month", "code", "description", "note", "fund"]);

function isPart(path: string, code: ProblemCode): boolean {
  const name = steps(path).at(-1);
  return code === "missing" && typeof name === "string" && !TEXTS.has(name) && kindOf(path) === undefined;
}

function around(path: string): string {
  return path.replace(/(\.[^.[\]]+|\[\d+\])$/, "");
}

/** Puts the least that the form needs at this place; false where it cannot be begun and must go as a whole. */
function completed(scenario: Json, path: string): boolean {
  if (kindOf(path)) return true;
  const empty = newPlan() as unknown as JsonObject;
  const way = steps(path);
  const name = String(way.at(-1));
  const month = getIn(scenario, ["period", "firstMonth"]) ?? null;
  const [list, place] = way;
  const items = (of: string) => (getIn(scenario, [of]) ?? []) as readonly { readonly id: string }[];
  const segment = newSegment([], "", "") as unknown as JsonObject;
  const begun: { readonly [name: string]: () => Json } = {
    schema: () => 1,
    region: () => empty.region,
    period: () => empty.period,
    funds: () => empty.funds,
    segments: () => [
      { ...segment, enrolment: { kind: "fixed", counts: [{ from: month }] }, payers: ownShare(scenario) },
    ],
    id: () =>
      freshId(
        items(String(list)).filter((item) => typeof item?.id === "string"),
        list === "funds" ? "dana" : "kelompok",
      ),
    class: () => "BPU",
    programmes: () => ["JKK", "JKM"],
    payers: () => ownShare(scenario),
    workerPayers: () => ownShare(scenario),
    enrolment: () => ({ kind: "fixed", counts: [{ from: month }] }),
    counts: () => [{ from: month }],
    values: () => [{ from: month }],
    points: () => [{ month }],
    path: () => ({ points: [{ month }], shape: "linear" }),
    shape: () => "linear",
    level: () => "regency",
    denominator: () => "eligible",
  };
  const fund = list === "funds" && typeof place === "number" && name === "kind" && way.length === 3;
  const begin = fund ? () => newFund([], "regency").kind : path === "workforce.eligible" ? begun.values : begun[name];
  if (!begin) return !isPart(path, "missing");
  put(scenario, way, begin());
  return true;
}

function ownShare(scenario: Json): Json {
  return [{ fund: getIn(scenario, ["funds", 0, "id"]) ?? "dana-1", percent: 100 }];
}

// ───────────────────────────── plain data ─────────────────────────────

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function getIn(value: Json, way: readonly (string | number)[]): Json {
  return way.reduce<Json>((at, step) => {
    if (Array.isArray(at)) return typeof step === "number" ? (at[step] as Json) : undefined;
    return isObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

/** Writes into a plan of our own, and only into what is there. */
function put(plan: Json, way: readonly (string | number)[], item: Json): void {
  const holder = getIn(plan, way.slice(0, -1));
  const name = way.at(-1);
  if (typeof holder === "object" && holder !== null && name !== undefined)
    Object.defineProperty(holder, name, { value: item, enumerable: true, configurable: true, writable: true });
}

/** Removes the values at these paths in one walk, because there may be many. */
function without(value: Json, paths: ReadonlySet<string>, path = ""): Json {
  if (Array.isArray(value))
    return value.flatMap((item: Json, place) => {
      const at = `${path}[${place}]`;
      return paths.has(at) ? [] : [without(item, paths, at)];
    });
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, item]) => {
      const at = path ? `${path}.${name}` : name;
      return paths.has(at) ? [] : [[name, without(item, paths, at)]];
    }),
  );
}

/** Keeps the first row of each id; rows are identified by their ids. */
function withoutTwins(scenario: Json): Json {
  if (!isObject(scenario)) return scenario;
  const single = (list: Json) => {
    const seen = new Set<Json>();
    return !Array.isArray(list)
      ? list
      : list.filter((item: Json) => {
          const id = isObject(item) ? item.id : undefined;
          if (id === undefined) return true;
          return !seen.has(id) && seen.add(id);
        });
  };
  const { segments, funds } = scenario;
  return {
    ...scenario,
    ...(segments !== undefined && { segments: single(segments) }),
    ...(funds !== undefined && { funds: single(funds) }),
  };
}
