// Contestants in processes of their own: they read the model and the table from files, and answer a line for each name.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../scripts/setup.mjs";

const work = join(root, "target", "bench");
const files = { model: join(work, "model.json"), numbers: join(work, "model.txt"), table: join(work, "table.bin") };

/** The model as whole numbers in the order in which native.rs reads them. */
function numbersOf({ months, years, funds, segments, ceilings }) {
  const heads = ({ kind, columns, from, members, eligible, whole, leave, weights }) =>
    kind === "counts"
      ? [0, columns.length, ...columns.flatMap((column, at) => [column, from[at]])]
      : [1, members, eligible, whole, leave, ...weights];
  const bill = ({ rupiah, shares }) => [...rupiah, shares.length, ...shares.flat()];
  return [
    ...[months, years, funds, segments.length],
    ...segments.flatMap((segment) => [...heads(segment.heads), segment.bills.length, ...segment.bills.flatMap(bill)]),
    ceilings.length,
    ...ceilings.flatMap(({ fund, year, column }) => [fund, year, column]),
  ];
}

/** Writes what the processes read. */
export function writeInput(model, table) {
  mkdirSync(work, { recursive: true });
  writeFileSync(files.model, JSON.stringify(model));
  writeFileSync(files.numbers, numbersOf(model).join(" "));
  const columns = [Float64Array.of(table[0].length), ...table].map(({ buffer }) => Buffer.from(buffer));
  writeFileSync(files.table, Buffer.concat(columns));
}

function processOf(command, args) {
  const own = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface(own.stdout)[Symbol.asyncIterator]();
  return {
    async round(name) {
      own.stdin.write(`${name}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${command} ended before its answer`);
      return JSON.parse(value);
    },
    close: () => own.stdin.end(),
  };
}

/** `path`: of a script in `benches/`. */
const script = (path) => join(root, "benches", path);
export const nativeProcess = (program) => processOf(program, [files.numbers, files.table]);
export const pythonProcess = (python, name) => processOf(python, [script(name), files.model, files.table]);
