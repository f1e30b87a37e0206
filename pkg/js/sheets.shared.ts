// `cakupan/sheets` but for where it finds its file: a module of its own, larger than the engine, for whoever makes files.
import { CakupanError, fail, unavailable } from "./error.js";
import { plain } from "./plain.js";
import { initSync, restart, rkaCsv as csvOf, workbook as workbookOf } from "./sheets.glue.js";
import { compiled, type Source } from "./source.js";
import type { Problem, Projection, Scenario } from "./types.js";

export { CakupanError, type FailureCode } from "./error.js";
export type { Source } from "./source.js";

let started = false;
let starting: Promise<void> | null = null;

/** Starts once, from what `source` answers; what failed may be tried again. */
export function startFrom(source: () => Source | PromiseLike<Source>): Promise<void> {
  if (started) return Promise.resolve();
  starting ??= Promise.resolve()
    .then(source)
    .then(compiled)
    .then((module) => {
      try {
        initSync({ module });
        started = true;
      } catch (cause) {
        throw unavailable(cause);
      }
    })
    .finally(() => {
      starting = null;
    });
  return starting;
}

const isRefusal = (thrown: unknown): thrown is { readonly problems: readonly Problem[] } =>
  thrown instanceof Error && "problems" in thrown;

function asked<Answer>(ask: () => Answer): Answer {
  if (!started) throw fail("notStarted", {});
  try {
    return ask();
  } catch (thrown) {
    if (isRefusal(thrown)) throw new CakupanError(thrown.problems);
    // The module throws nothing else: this is a fault of ours, or memory that ended. Its state is not to be trusted.
    restart();
    throw fail("internal", { what: thrown instanceof Error ? thrown.message : String(thrown) }, thrown);
  }
}

const told = (list: Projection["notices"] | Projection["notCounted"]) => list.map(({ message }) => message.id);

/**
 * The plan as an XLSX workbook whose figures are formulas: what is changed in a yellow cell is worked out again, to the
 * rupiah. With the projection of the same scenario its remarks are in the workbook too.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 *
 * @example
 * await start();
 * writeFileSync("rencana.xlsx", workbook(scenario, project(scenario)));
 */
export function workbook(scenario: Scenario, projection?: Projection): Uint8Array<ArrayBuffer> {
  const [copy = null] = plain([scenario]);
  const notices = projection ? told(projection.notices) : [];
  const notCounted = projection ? told(projection.notCounted) : [];
  return asked(() => workbookOf(copy, notices, notCounted, JSON.stringify(copy)));
}

/**
 * The rows of the plan's RKA as CSV with semicolons: kode rekening, koefisien, harga satuan, jumlah, sumber dana.
 *
 * @throws {CakupanError} with every problem, where `check` would list any.
 */
export function rkaCsv(scenario: Scenario): string {
  const [copy = null] = plain([scenario]);
  return asked(() => csvOf(copy));
}
