/** What tables may be of, and what each kind of them is read with. */
import type { Choices, Meaning } from "./facts.js";
import type { HappenedImport, HappenedMeaning, HappenedPart, HappenedSummary } from "./happened/kind.js";
import type { RawTable } from "./table.js";
import type { Imported, PlanPart, Summary } from "./village-reader.js";

export interface Kinds {
  readonly villages: { meaning: Meaning; plan: PlanPart; summary: Summary; imported: Imported };
  readonly happened: {
    meaning: HappenedMeaning;
    plan: HappenedPart;
    summary: HappenedSummary;
    imported: HappenedImport;
  };
}

export type Kind = keyof Kinds;

export interface Reader<K extends Kind> {
  guess(table: RawTable, choices: Choices<Kinds[K]["meaning"]>): Promise<Kinds[K]["summary"]>;
  /** The rows without a fault, as last understood. */
  take(): Kinds[K]["imported"];
}

/** Each kind is loaded when it is read. */
export const READERS: { readonly [K in Kind]: (plan: Kinds[K]["plan"]) => Promise<Reader<K>> } = {
  villages: async (plan) => new (await import("./village-reader.js")).VillageReader(plan),
  happened: async (plan) => new (await import("./happened/reader.js")).HappenedReader(plan),
};
