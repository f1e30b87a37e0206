// Cuts the register of regions into packs: one list of provinces, kabupaten and kota, and one pack for each kabupaten and
// kota with its districts and villages. From the npm package idn-area-data, which follows the decrees of Kemendagri.
//
//   node scripts/regions.mjs [folder]     writes regions.json and 73.14.json and the like; default data/packs
//
// The package asks for Node 22, though nothing of it runs here but its tables: as a dependency it would shut out Node 20.
// So npm fetches it once, and its checksum is held to the one below.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npm, root, run, say, stop } from "./setup.mjs";

const VERSION = "4.0.1";
const INTEGRITY = "sha512-PhNSIl5T7swVwwWxJOFMtCaeHAF9TUu0HLDf+36EIWZro9j7au83AFIJiBQGL+iRsBDA2OlpJ5fjiqxNYndzOQ==";

const store = join(root, "node_modules", ".cache", "regions", VERSION);
const source = join(store, "package");

/** The tables of the package. */
function ensureSource() {
  const archive = join(store, `idn-area-data-${VERSION}.tgz`);
  if (!existsSync(archive)) {
    say("Fetching the register of regions (3 MB, once for each clone)");
    mkdirSync(store, { recursive: true });
    npm(["pack", `idn-area-data@${VERSION}`, "--silent", "--pack-destination", store], {
      stdio: ["ignore", "ignore", "inherit"],
      remedy: "The register could not be fetched. Check the network, then run the same command again.",
    });
  }
  const sum = `sha512-${createHash("sha512").update(readFileSync(archive)).digest("base64")}`;
  if (sum !== INTEGRITY) stop(`${archive} is not the register that was checked: ${sum}. Remove it and try again.`);
  if (!existsSync(join(source, "data", "villages.csv"))) run("tar", ["-xzf", archive, "-C", store]);
}

/** The cells of a line of CSV: a cell in quotes may hold commas, and quotes that are doubled. */
function cells(line) {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return found.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}

function table(name) {
  const [head, ...rows] = readFileSync(join(source, "data", `${name}.csv`), "utf8")
    .trimEnd()
    .split(/\r?\n/);
  const names = cells(head);
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, at) => [names[at], cell])));
}

function grouped(rows, key) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

/** A fault of the source is told, never passed on. */
function held(rows, shape, what) {
  const codes = new Set(rows.map(({ code }) => code));
  if (codes.size !== rows.length) throw new Error(`${what}: a code stands twice`);
  for (const { code, name } of rows)
    if (!shape.test(code) || !name?.trim()) throw new Error(`${what}: ${code} "${name}" is no code with a name`);
  return rows;
}

/** The list and the packs, by the names of their files. */
export function packs() {
  ensureSource();
  const provinces = held(table("provinces"), /^\d\d$/, "provinces");
  const regencies = held(table("regencies"), /^\d\d\.\d\d$/, "regencies");
  const districts = held(table("districts"), /^\d\d\.\d\d\.\d\d$/, "districts");
  const villages = held(table("villages"), /^\d\d\.\d\d\.\d\d\.[123]\d{3}$/, "villages");
  const ofRegency = grouped(districts, "regency_code");
  const ofDistrict = grouped(villages, "district_code");
  const last = (code) => code.slice(code.lastIndexOf(".") + 1);
  const pair = ({ code, name }) => [code, name.trim()];
  const files = new Map([
    [
      "regions.json",
      { source: `idn-area-data ${VERSION}`, provinces: provinces.map(pair), regencies: regencies.map(pair) },
    ],
  ]);
  for (const { code, name } of regencies) {
    const own = (ofRegency.get(code) ?? []).map((district) => [
      last(district.code),
      district.name.trim(),
      (ofDistrict.get(district.code) ?? []).map((village) => [last(village.code), village.name.trim()]),
    ]);
    files.set(`${code}.json`, { code, name: name.trim(), districts: own });
  }
  const placed = [...files.values()].flatMap(({ districts }) => districts ?? []);
  const count = placed.reduce((sum, [, , of]) => sum + of.length, 0);
  if (placed.length !== districts.length || count !== villages.length)
    throw new Error("a district or village belongs to no kabupaten or kota");
  return files;
}

/** Writes the packs into an empty folder; returns their number. */
export function writePacks(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = packs();
  for (const [name, pack] of files) writeFileSync(join(folder, name), `${JSON.stringify(pack)}\n`);
  // The packs are a derived database: its licence goes with them.
  copyFileSync(join(root, "data", "NOTICE.md"), join(folder, "NOTICE.md"));
  copyFileSync(join(source, "data", "LICENSE.md"), join(folder, "LICENSE-ODbL.md"));
  return files.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(root, "data", "packs");
  console.log(`${writePacks(folder)} packs in ${folder}`);
}
