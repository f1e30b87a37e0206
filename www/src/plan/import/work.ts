/** The work on one file: it is read, understood, and handed over. It runs beside the page, in a worker. */
import type { Choices } from "./facts.js";
import { type Kind, type Kinds, READERS, type Reader } from "./kinds.js";
import { type Opened, type Refused, tablesOf } from "./opening.js";
import type { RawTable } from "./table.js";

export class Work<K extends Kind> {
  readonly #reader: Promise<Reader<K>>;
  #tables: readonly RawTable[] = [];

  constructor(kind: K, plan: Kinds[K]["plan"]) {
    this.#reader = READERS[kind](plan);
    // Told when it is asked for something.
    this.#reader.catch(() => undefined);
  }

  async open(source: Uint8Array | string): Promise<Opened | Refused> {
    this.#tables = [];
    const found = await tablesOf(source);
    if ("refused" in found) return found;
    this.#tables = found.tables;
    return found.opened;
  }

  /** Throws where there is no such sheet. */
  async guess(sheet: number, choices: Choices<Kinds[K]["meaning"]>): Promise<Kinds[K]["summary"]> {
    const table = this.#tables[sheet];
    if (!table) throw new RangeError(`There is no sheet ${sheet}.`);
    return (await this.#reader).guess(table, choices);
  }

  async take(): Promise<Kinds[K]["imported"]> {
    return (await this.#reader).take();
  }
}
