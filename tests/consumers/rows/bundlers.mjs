// Bundlers without configuration: their output runs in Chromium under the strict policy.
import { cpSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copy, files, installed, run, same, serving, weigh } from "../bench.mjs";
import { look, lookInto, quiet } from "../browsers.mjs";

/** Name of each bundler's output, and what its user must do by hand: copy files, create workers. */
const bundlers = {
  Vite: { build: () => ["vite", "build"] },
  webpack: { build: () => ["webpack", "--mode", "production"], script: "main.js" },
  esbuild: {
    build: (sources, entry) => [
      "esbuild",
      ...sources,
      "--bundle",
      "--minify",
      "--outdir=dist",
      ...(entry === "." ? [] : ["--format=esm"]),
    ],
    script: "index.js",
    copies: true,
  },
  Rollup: {
    build: (sources) => ["rollup", ...sources, "-d", "dist", "-p", "@rollup/plugin-node-resolve"],
    script: "index.js",
    copies: true,
  },
  Rolldown: { build: (sources) => ["rolldown", ...sources, "-d", "dist"], script: "index.js", copies: true },
};

/** A page with one program as its script. */
function page(program) {
  const folder = copy("page", "src");
  renameSync(join(folder, "src", `${program}.js`), join(folder, "src", "index.js"));
  return folder;
}

/** Bundles a program as a user would; returns the folder to serve. */
async function bundle(program, entry, { build, script, copies }) {
  const folder = page(program);
  const dist = join(folder, "dist");
  const sources = ["src/index.js", ...(program === "worker.own" ? ["src/thread.js"] : [])];
  await run(folder, ...build(sources, entry));
  if (script) {
    const html = readFileSync(join(folder, "index.html"), "utf8");
    writeFileSync(join(dist, "index.html"), html.replace("src/index.js", script));
  }
  if (copies && entry === "/slim") cpSync(join(installed, "dist", "cakupan.wasm"), join(dist, "cakupan.wasm"));
  return dist;
}

/** A text of the law that only the law has: the longest without a character to escape. */
function lawText() {
  const texts = readFileSync(join(installed, "dist", "law.json"), "latin1").match(/"[\w ,.;()]{60,}"/g);
  return texts.sort((one, other) => other.length - one.length)[0].slice(1, -1);
}

/** A piece of the encoded module without a character to escape. */
function engineText() {
  return /"text":".{1000}(.{1000})/.exec(readFileSync(join(installed, "dist", "bytes.js"), "latin1"))[1];
}

/** Sentence of `fundShort` in `words/id.json`, filled by hand. */
const sentence = "APBD kurang Rp 12.500.000 pada 2027. Tambah pagu atau kurangi jumlah peserta.";
/** JKM of BPU for one month, in rupiah (PP 44/2015). */
const jkm = 6800;

/** Parts of the package in a bundle, found by their bytes. */
function parts(dist) {
  const { gzip, text } = weigh(dist);
  const held = [text.includes(engineText()) && "engine", text.includes(lawText()) && "law"].filter(Boolean);
  return { gzip, held: held.join(" and ") || "neither engine nor law" };
}

/** A row for one program and bundler: output files, contained parts, and text shown. */
function row(consumer, bundler, { entry, program, what, holds, shows }) {
  return {
    consumer,
    entry,
    few: true,
    ran: `${bundler.build([], entry)[0]} build${what} → Chromium`,
    async run() {
      const dist = await bundle(program, entry, bundler);
      const { gzip, held } = parts(dist);
      same(held, holds);
      same(files(dist, ".wasm").length, entry === "/slim" ? 1 : 0);
      same(quiet(await lookInto(dist)), shows);
      return entry === "/slim" ? `${gzip} beside 1 .wasm: ${held}` : `${gzip}: ${held}`;
    },
  };
}

const rows = Object.entries(bundlers).flatMap(([consumer, bundler]) =>
  [
    { entry: ".", program: "project", what: " of { project }", holds: "engine" },
    { entry: ".", program: "law", what: " of { law }", holds: "law", shows: jkm },
    { entry: ".", program: "say", what: " of { say }", holds: "neither engine nor law", shows: sentence },
    ...(bundler.copies
      ? [
          { entry: "/slim", program: "slim.copied", what: ", .wasm copied", holds: "neither engine nor law" },
          { entry: "/worker", program: "worker.own", what: ", own thread", holds: "engine" },
        ]
      : [
          { entry: "/slim", program: "slim", what: "", holds: "neither engine nor law" },
          { entry: "/worker", program: "worker", what: "", holds: "engine" },
        ]),
  ].map((use) => row(consumer, bundler, use)),
);

rows.push({
  consumer: "esbuild for Node",
  entry: ".",
  few: true,
  ran: "esbuild --platform=node, node",
  async run() {
    const folder = copy("node");
    await run(folder, "esbuild", "main.mjs", "--bundle", "--platform=node", "--outfile=out.cjs");
    same((await run(folder, "node", "out.cjs")).printed);
  },
});

for (const [entry, program] of [
  [".", "project"],
  ["/slim", "slim"],
  ["/worker", "worker"],
])
  rows.push({
    consumer: "Vite dev",
    entry,
    ran: "vite, cold cache → Chromium",
    run: () => serving(page(program), ["vite"], async (address) => same(quiet(await look(address)))),
  });

rows.push({
  consumer: "Parcel",
  entry: ".",
  ran: "parcel build → Chromium",
  async run() {
    const folder = page("project");
    await run(folder, "parcel", "build", "index.html");
    same(quiet(await lookInto(join(folder, "dist"))));
    return weigh(join(folder, "dist")).gzip;
  },
});

export default rows;
