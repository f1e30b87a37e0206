// Bundlers with no configuration: what they build runs in Chromium under the strict policy.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copy, files, installed, run, same, serving, weigh } from "../bench.mjs";
import { look, show } from "../browsers.mjs";

/** How each is called, what it names its script, and which leave it to the user to copy files and to name threads. */
const bundlers = {
  Vite: { build: () => ["vite", "build"] },
  webpack: { build: () => ["webpack", "--mode", "production"], script: "main.js" },
  esbuild: {
    build: (sources, entry) => ["esbuild", ...sources, "--bundle", "--minify", "--outdir=dist", ...(entry === "." ? [] : ["--format=esm"])],
    script: "index.js", copies: true,
  },
  Rollup: { build: (sources) => ["rollup", ...sources, "-d", "dist", "-p", "@rollup/plugin-node-resolve"], script: "index.js", copies: true },
  Rolldown: { build: (sources) => ["rolldown", ...sources, "-d", "dist"], script: "index.js", copies: true },
};

/** Bundles a program as its user would; gives the folder to serve. */
async function bundle(program, entry, { build, script, copies }) {
  const folder = copy(program, "src");
  const dist = join(folder, "dist");
  const sources = ["src/index.js", "src/thread.js"].filter((file) => existsSync(join(folder, file)));
  await run(folder, ...build(sources, entry));
  if (script) writeFileSync(join(dist, "index.html"), readFileSync(join(folder, "index.html"), "utf8").replace("src/index.js", script));
  if (copies && entry === "/slim") cpSync(join(installed, "dist", "cakupan.wasm"), join(dist, "cakupan.wasm"));
  return dist;
}

/** Fails unless the build holds so many modules of the engine as files. */
function modules(dist, wanted) {
  const found = files(dist, ".wasm").length;
  if (found !== wanted) throw new Error(`${found} .wasm files in the build, not ${wanted}`);
}

const engine = /[0-9A-Za-z+/]{20000}/; // the module in letters, however it is written
const lawText = () => {
  const texts = readFileSync(join(installed, "dist", "law.json"), "latin1").match(/"[\w ,.;()]{60,}"/g);
  return texts.sort((one, other) => other.length - one.length)[0].slice(1, -1); // no letter that a bundler would escape
};

/** What of the package is in a bundle, by its bytes. */
function parts(dist) {
  const { gzip, text } = weigh(dist);
  const held = [engine.test(text) && "engine", text.includes(lawText()) && "law"].filter(Boolean);
  return { gzip, held: held.join(" and ") || "neither engine nor law" };
}

const rows = [];
for (const [consumer, bundler] of Object.entries(bundlers)) {
  const [tool] = bundler.build([], ".");
  const command = tool === "vite" ? "vite build" : tool;
  const uses = [[".", "page"], ["/slim", "page-slim"], ["/worker", bundler.copies ? "page-thread" : "page-worker"]];
  for (const [entry, program] of uses) {
    const help = !bundler.copies || entry === "." ? "" : entry === "/slim" ? ", .wasm copied" : ", own thread.js";
    rows.push({
      consumer, entry, few: true, ran: `${command}${help} → Chromium`,
      async run() {
        const dist = await bundle(program, entry, bundler);
        modules(dist, entry === "/slim" ? 1 : 0);
        same(await show(dist));
        return weigh(dist).gzip;
      },
    });
  }
  for (const [name, program, wanted] of [["project", "page", "engine"], ["law", "page-law", "law"], ["say", "page-say", "neither engine nor law"]])
    rows.push({
      consumer, entry: ".", few: true, ran: `${command} of import { ${name} }`,
      async run() {
        const dist = await bundle(program, ".", bundler);
        const { gzip, held } = parts(dist);
        if (held !== wanted) throw new Error(`the bundle (${gzip}) holds ${held}, not ${wanted}`);
        await show(dist);
        return `${gzip}: ${held}`;
      },
    });
}

for (const [entry, program] of [[".", "page"], ["/slim", "page-slim"], ["/worker", "page-worker"]])
  rows.push({
    consumer: "Vite dev", entry, ran: "vite, cold cache → Chromium",
    run: () => serving(copy(program, "src"), ["vite"], async (address) => {
      const { text, complaints } = await look(address);
      same(text);
      same(complaints.join("\n"), "");
    }),
  });

rows.push({
  consumer: "Parcel", entry: ".", ran: "parcel build → Chromium",
  async run() {
    const folder = copy("page", "src");
    await run(folder, "parcel", "build", "index.html");
    same(await show(join(folder, "dist")));
    return weigh(join(folder, "dist")).gzip;
  },
});

export default rows;
