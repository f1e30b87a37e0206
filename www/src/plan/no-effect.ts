/** Why a change of the scenario left every figure of the projection as it was. */
import type { Projection, Scenario, UnusedInput } from "cakupan";
import { type Json, type JsonObject, roleOf, steps } from "./draft.js";

export type Reason =
  /** The engine says of the input, or of what holds it, that it changes nothing. */
  | { readonly is: "unused"; readonly item: UnusedInput }
  /**
   * `source`: only the source of an input changed. `text`: only names and notes. `check`: only inputs that notices read.
   * `base`: the wage fell into the same bracket, ceiling or rounding.
   */
  | { readonly is: "source" | "text" | "check" | "base" | "other" };

interface State {
  readonly scenario: Scenario;
  readonly projection: Projection;
}

/** `null` where nothing was changed, or a figure was. */
export function reasonOf(before: State, after: State): Reason | null {
  const [old, now] = [before.scenario, after.scenario] as unknown as [Json, Json];
  const paths = changedPaths(old, now);
  if (paths.length === 0 || figures(before.projection) !== figures(after.projection)) return null;
  // An input that was deleted can only have been unused before.
  const unused = [...after.projection.unused, ...before.projection.unused];
  const item = paths.map((path) => unused.find((entry) => holds(entry.path, path))).find(Boolean);
  if (item) return { is: "unused", item };
  // What the village comes to has changed, or what its own ceiling leaves open; the projection has neither.
  if (paths.some((path) => path.startsWith("villages[") && isCounted(path))) return null;
  const roles = new Set(paths.map(roleOf));
  if (roles.has("counted")) return { is: paths.some(isBase) ? "base" : "other" };
  return { is: roles.has("checked") ? "check" : roles.has("text") ? "text" : "source" };
}

/** Whether a figure or a remark can depend on this input: names, notes and sources are only read. */
export function isCounted(path: string): boolean {
  const role = roleOf(path);
  return role === "counted" || role === "checked";
}

/** A wage or income. */
function isBase(path: string): boolean {
  const [list, , part] = steps(path);
  return list === "segments" && part === "base";
}

/** Months count as figures: when a target is crossed, when a fund is used up. */
const MONTH = /^\d{4}-\d{2}$/;

function holds(around: string, path: string): boolean {
  return path === around || (around !== "" && path.startsWith(around) && /^[.[]/.test(path.slice(around.length)));
}

/** All numbers and months of the answer as text; names are blanked. */
function figures({ years, total, monthly, crossings, published }: Projection): string {
  const all = [years, total, monthly, crossings, published];
  return JSON.stringify(all, (_, value: unknown) => (typeof value === "string" && !MONTH.test(value) ? "" : value));
}

/** The paths of all values that one scenario has and the other has not, from the root down to each leaf. */
export function changedPaths(before: Json, after: Json, path = ""): readonly string[] {
  if (before === after) return [];
  const [old, now] = [childrenOf(before, path), childrenOf(after, path)];
  // A value against nothing is listed leaf by leaf; a leaf has no children.
  if (!old && !now) return [path];
  const places = new Set([...(old ?? new Map<string, Json>()).keys(), ...(now ?? new Map<string, Json>()).keys()]);
  return [...places].flatMap((place) => changedPaths(old?.get(place), now?.get(place), place));
}

function childrenOf(value: Json, path: string): ReadonlyMap<string, Json> | null {
  if (Array.isArray(value)) return new Map(value.map((item: Json, place) => [`${path}[${place}]`, item]));
  if (typeof value !== "object" || value === null) return null;
  const dot = path ? `${path}.` : "";
  return new Map(Object.entries(value as JsonObject).map(([name, item]) => [`${dot}${name}`, item]));
}
