/** Makes a plan that the form can show of a scenario from a stranger: what the engine cannot read is left out. */
import type { Problem, ProblemCode } from "cakupan";
import {
  type Draft, type Json, type JsonObject, emptyDraft, freshId, isDraft, newFund, newSegment, steps, toDraft,
} from "./draft.js";
import type { Engine } from "./engine.js";

export interface Mended {
  /** `null` where nothing of it can be shown. */
  readonly draft: Draft | null;
  /** What the engine said of it as it came. */
  readonly problems: readonly Problem[];
}

/** A value of the wrong sort; numbers out of range and the like stand in their field with the engine's sentence. */
const WRONG: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  "notAnObject", "notAList", "notText", "notANumber", "notTrueOrFalse", "notReadable", "unknownKey", "unknownChoice",
  "tooMany", "badId",
]);

/** What has more is nobody's plan, and would take minutes to mend. */
const MOST_PROBLEMS = 2000;

/** Every round mends all that the engine names at once, so few are needed. */
const ROUNDS = 12;

export function mended(given: unknown, { run }: Pick<Engine, "run">): Mended {
  const check = (scenario: unknown) => {
    const outcome = run(scenario);
    return "problems" in outcome ? outcome.problems : [];
  };
  const problems = check(given);
  const hopeless = problems.some(({ code, path }) => path === "" || code === "newerSchema");
  if (hopeless || problems.length > MOST_PROBLEMS) return { draft: null, problems };
  let scenario = given as Json;
  for (let round = 0, left = problems; round < ROUNDS; round++) {
    const before = JSON.stringify(scenario);
    const wrong = new Set(left.filter(({ code }) => WRONG.has(code)).map(({ path }) => path));
    scenario = withoutTwins(without(scenario, wrong));
    left = check(scenario);
    // What goes, goes at once: after the first the places of the others would mean their neighbours.
    const away = new Set<string>();
    for (const { path } of left.filter(({ code }) => code === "missing" || code === "empty")) {
      const whole = completed(scenario, path);
      if (whole === null) away.add(path.replace(/(\.[^.[\]]+|\[\d+\])$/, ""));
      else scenario = whole;
    }
    scenario = without(scenario, away);
    if (JSON.stringify(scenario) === before) break;
    left = check(scenario);
  }
  const draft = toDraft(scenario as never);
  const readable = isDraft(draft) && !check(scenario).some(({ code, path }) => WRONG.has(code) || isPart(path, code));
  return { draft: readable ? draft : null, problems };
}

// ───────────────────────────── what is missing ─────────────────────────────

/** Fields that may stand empty in the form. */
const FIELDS = new Set([
  "name", "firstMonth", "months", "from", "to", "people", "rupiah", "percent", "month", "year", "code", "description",
  "members", "note", "fund", "percentAYear", "inflationPercent", "alpha", "growthPercent", "fromRupiah", "value",
]);

function isPart(path: string, code: ProblemCode): boolean {
  const name = steps(path).at(-1);
  const number = name === "eligible" && path.includes("enrolment");
  return code === "missing" && typeof name === "string" && !FIELDS.has(name) && !number;
}

/** The scenario with the least that the form needs at this place; `null` where what is around must go as a whole. */
function completed(scenario: Json, path: string): Json | null {
  const empty = emptyDraft(new Date().getFullYear()) as unknown as JsonObject;
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
    segments: () => [{ ...segment, enrolment: { kind: "fixed", counts: [{ from: month }] }, payers: ownShare(scenario) }],
    id: () => freshId(items(String(list)).filter(item => typeof item?.id === "string"), list === "funds" ? "dana" : "kelompok"),
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
  if (fund) return put(scenario, way, newFund([]).kind);
  if (path === "workforce.eligible") return put(scenario, way, [{ from: month }]);
  const begin = begun[name];
  if (begin) return put(scenario, way, begin());
  return isPart(path, "missing") ? null : scenario;
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

/** Only into what is there. */
function put(value: Json, [step, ...rest]: readonly (string | number)[], item: Json): Json {
  if (step === undefined) return item;
  if (Array.isArray(value)) return value.map((each: Json, place) => (place === step ? put(each, rest, item) : each));
  if (!isObject(value)) return value;
  const inner = Object.hasOwn(value, step) ? value[step] : undefined;
  return rest.length > 0 && inner === undefined ? value : { ...value, [step]: put(inner, rest, item) };
}

/** Without what stands at these paths, in one walk: there may be very many. */
function without(value: Json, paths: ReadonlySet<string>, path = ""): Json {
  if (Array.isArray(value))
    return value.flatMap((item: Json, place) => {
      const at = `${path}[${place}]`;
      return paths.has(at) ? [] : [without(item, paths, at)];
    });
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([name, item]) => {
    const at = path ? `${path}.${name}` : name;
    return paths.has(at) ? [] : [[name, without(item, paths, at)]];
  }));
}

/** Rows are told apart by their ids: of two with the same the first stays. */
function withoutTwins(scenario: Json): Json {
  if (!isObject(scenario)) return scenario;
  const single = (list: Json) => {
    const seen = new Set<Json>();
    return !Array.isArray(list) ? list : list.filter((item: Json) => {
      const id = isObject(item) ? item.id : undefined;
      if (id === undefined) return true;
      return !seen.has(id) && seen.add(id);
    });
  };
  const { segments, funds } = scenario;
  return {
    ...scenario, ...(segments !== undefined && { segments: single(segments) }), ...(funds !== undefined && { funds: single(funds) }),
  };
}
