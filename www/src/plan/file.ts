/** A plan in a file or link, with the versions that made it, so that a later release can say what differs. */

import { engine } from "../engine/current.js";
import { answer } from "./answer.js";
import type { Draft } from "./draft.js";

/** Version of the file format; files of a newer version are refused. */
export const FORM = 1;

export interface Made {
  /** Versions of the engine and of the law; `null` where the engine had not started. */
  readonly engine: string | null;
  readonly law: string | null;
  /** Check code of the input and its cost in all; `null` while something was missing in the plan. */
  readonly input: string | null;
  readonly rupiah: number | null;
}

interface PlanFile extends Made {
  readonly cakupan: typeof FORM;
  /** The plan as typed, with texts that are no numbers yet. */
  readonly plan: Draft;
}

export function packed(plan: Draft): PlanFile {
  const running = engine.value;
  const { last, fresh } = answer.value;
  const { projection = null } = fresh && last ? last : {};
  return {
    cakupan: FORM,
    ...(typeof running === "string" ? { engine: null, law: null } : running.version()),
    input: projection?.input ?? null,
    rupiah: projection?.total.rupiah ?? null,
    plan,
  };
}

/** The plan of a file or link with what it was made; a bare scenario, and what was kept as it is, are plans too. */
export function unpacked(value: unknown): { readonly plan: unknown; readonly made: Made | null } | "newer" {
  if (typeof value !== "object" || value === null) return { plan: value, made: null };
  if ("cakupan" in value && "plan" in value) {
    if (value.cakupan !== FORM) return "newer";
    const text = (name: keyof Made) => {
      const item = (value as { readonly [name: string]: unknown })[name];
      return typeof item === "string" ? item.slice(0, 100) : null;
    };
    const rupiah = "rupiah" in value && Number.isSafeInteger(value.rupiah) ? Number(value.rupiah) : null;
    return { plan: value.plan, made: { engine: text("engine"), law: text("law"), input: text("input"), rupiah } };
  }
  return { plan: "draft" in value ? value.draft : value, made: null };
}

/** Hands a file to the reader; a text and bytes are written as they are. */
export function download(name: string, content: unknown, type = "application/json"): void {
  const isReady = typeof content === "string" || content instanceof Uint8Array;
  const whole = isReady ? (content as string | Uint8Array<ArrayBuffer>) : JSON.stringify(content, null, 2);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([whole], { type }));
  link.download = name;
  link.click();
  // Some browsers read the blob only some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** `simulasi-kota-makassar-2026-2026-11-27.json`: region, first year, and the day on which it is saved. */
export function fileName(region: string, firstMonth: string, ending = "json"): string {
  return named(["simulasi", region, firstMonth.slice(0, 4)], ending);
}

/** `biaya-per-sumber-dana-kota-makassar-2026-2026-11-27.csv`. */
export function tableName(caption: string, region: string, year: string): string {
  return named([caption, region, year], "csv");
}

/** Parts of a name, and the day on which the file is saved. */
function named([kind = "", region = "", year = ""]: readonly string[], ending: string): string {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) => String(part).padStart(2, "0"));
  const parts = [kind, region.trim() || "rencana", year, ...day];
  const plain = parts
    .join("-")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${plain.slice(0, 100)}.${ending}`;
}
