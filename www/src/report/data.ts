/** What the printed documents show: a result with its plan, and what the planner wrote for the paper. */
import type { Evidence, Projection, Scenario } from "cakupan";
import type { RkaRow } from "cakupan/sheets";

export interface ReportData {
  readonly scenario: Scenario;
  readonly projection: Projection;
  readonly rka: readonly RkaRow[];
  /** The total in Indonesian words; `null` where a number has none. */
  readonly inWords: string | null;
  /** Where the inputs come from, each with the name of its field. */
  readonly sources: readonly NamedSource[];
  /** Regulations in the order of their rank, as the planner left them. */
  readonly basis: readonly string[];
  /** Date of the document, `2026-11-28`. */
  readonly date: string;
  readonly signing: Signing;
  readonly trace: Trace;
}

export interface NamedSource {
  readonly input: string;
  readonly evidence: Evidence;
}

export interface Signer {
  readonly office: string;
  readonly name: string;
  readonly nip: string;
}

export interface Signing {
  readonly place: string;
  readonly signers: readonly Signer[];
  /** Signs below the others, under "Mengetahui". */
  readonly acknowledging: Signer | null;
}

/** How the paper leads back to the plan. */
export interface Trace {
  /** Address of the calculator. */
  readonly address: string;
  /** `null`: the plan is too large for a code that can be scanned. */
  readonly code: {
    /** Dark modules, row by row. */
    readonly modules: readonly (readonly boolean[])[];
    /** Check code of the plan in it, which lacks notes and sources. */
    readonly input: string;
  } | null;
}
