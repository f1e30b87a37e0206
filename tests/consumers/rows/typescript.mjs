// TypeScript projects: strict, without skipLibCheck, compiled and run in Node.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { copy, run, same } from "../bench.mjs";

const modes = {
  nodenext: { module: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
  node10: { module: "commonjs", moduleResolution: "node10" },
};

function project(version, entry, mode, source, lib = ["es2022"], wanted) {
  return {
    consumer: `TypeScript ${version}`,
    entry,
    few: true,
    ran: `${mode} ${source}, lib ${lib.join(" ")}`,
    async run() {
      const folder = copy("typescript");
      const checks = { strict: true, skipLibCheck: false, lib, types: [] };
      const compilerOptions = { ...checks, ...modes[mode], target: "es2022", outDir: "out" };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [source] }));
      await run(folder, `typescript${version}/bin/tsc`);
      const { printed } = await run(folder, "node", join("out", source.replace("ts", "js")));
      same(printed, wanted);
    },
  };
}

const dom = ["es2022", "dom"];
const both = ["5", "7"].flatMap((version) => [
  project(version, ".", "nodenext", "main.mts"),
  project(version, ".", "nodenext", "main.cts"),
  project(version, ".", "bundler", "main.mts"),
  project(version, "/slim", "nodenext", "slim.mts", dom),
  project(version, "/slim", "bundler", "slim.mts", dom),
  project(version, "/worker", "nodenext", "worker.mts"),
  project(version, "/embed", "nodenext", "embed.mts", ["es2022"], "true"),
]);

export default [...both, project("5", ".", "node10", "main.cts")];
