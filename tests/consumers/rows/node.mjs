// Programs without a browser: Node in both module systems and several versions, Deno, Bun, Vitest.
import { copy, run, same } from "../bench.mjs";

const major = process.version.slice(1).split(".")[0];

/** A program that prints the budget and nothing else; a warning fails the row. */
function program(consumer, entry, file, [tool, ...args] = ["node"], few = false) {
  return {
    consumer,
    entry,
    few,
    ran: [tool.replace(/^node\d+\/bin\//, ""), ...args, file].join(" "),
    async run() {
      const { printed, complained } = await run(copy("node"), tool, ...args, file);
      same(printed);
      same(complained, "");
    },
  };
}

const files = { ".": "main", "/slim": "slim", "/worker": "worker", "/embed": "embed" };
const all = ["mjs", "cjs"].flatMap((end) => Object.entries(files).map(([entry, name]) => [entry, `${name}.${end}`]));
const system = (file) => (file.endsWith(".cjs") ? "CJS" : "ESM");

const rows = [
  ...all.map(([entry, file]) => program(`Node ${major} ${system(file)}`, entry, file, ["node"], true)),
  program(`Node ${major} ESM`, "/cakupan.wasm", "bytes.mjs", ["node"], true),
  program(`Node ${major} CJS`, "/law.json", "data.cjs", ["node"], true),
];

for (const version of ["22", "24"])
  for (const [entry, file] of all)
    rows.push(program(`Node ${version} ${system(file)}`, entry, file, [`node${version}/bin/node`]));

// The default entry needs no permission; the others read their file.
for (const [entry, file] of all.filter(([, file]) => file.endsWith(".mjs"))) {
  const permissions = entry === "/slim" || entry === "/worker" ? ["--allow-read"] : [];
  rows.push(program("Deno", entry, file, ["deno", "run", ...permissions]));
}
for (const [entry, file] of all) rows.push(program(`Bun ${system(file)}`, entry, file, ["bun", "run"]));

rows.push({
  consumer: "Vitest",
  entry: ".",
  ran: "vitest run",
  run: async () => void (await run(copy("vitest"), "vitest", "run")),
});

export default rows;
