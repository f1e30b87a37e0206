/** The region of the plan in the register of regions: what is found for a name or code, and what is taken from it. */
import { computed, signal } from "@preact/signals-core";
import type { Region } from "../regions/pack.js";
import { regions } from "../regions/register.js";
import { find } from "../regions/search.js";
import { draft } from "./current.js";
import { type Draft, withLevel } from "./draft.js";
import { keeping } from "./storage/standing.js";

/** The list of regions: `null` before somebody types the name or code of one. */
export const register = signal<readonly Region[] | "failed" | null>(null);

export async function loadRegister(): Promise<void> {
  if (Array.isArray(register.value)) return;
  register.value = await regions(keeping.value).catch(() => "failed" as const);
}

/** Regions that are offered at once. */
const MOST = 6;

/** A name of fewer letters fits too much. */
const LEAST = 3;

const named = computed(() => {
  const { name, code } = draft.value.region;
  return { name, code: code ?? "" };
});

const digits = (text: string) => text.replace(/\D/g, "");

/** The region of the plan as the register has it: its code is that of the plan, and its name too. */
export const known = computed<Region | null>(() => {
  if (!Array.isArray(register.value)) return null;
  const { name, code } = named.value;
  const one = (register.value as readonly Region[]).find((region) => digits(region.code) === digits(code));
  return one && one.name.toLowerCase() === name.trim().toLowerCase() ? one : null;
});

/** Regions that the name may mean; where it is empty, those of the code. */
export const offered = computed<readonly Region[]>(() => {
  if (!Array.isArray(register.value) || known.value) return [];
  const { name, code } = named.value;
  const text = name.trim() || code;
  return text.trim().length < LEAST ? [] : find(register.value as readonly Region[], text, MOST);
});

/** The plan with name, code and level of a region of the register. */
export function withRegion(plan: Draft, { name, code, level }: Region): Draft {
  const next = withLevel(plan, level);
  return { ...next, region: { ...next.region, name, code } };
}
