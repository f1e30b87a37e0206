// LibreOffice and openpyxl for the tests: recalculates workbooks from scratch, reads and changes cells.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { randomScenario } from "../oracle/generate.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const program = join(root, "target", "debug", "cakupan");

/** "Recalculate on load: always". By default LibreOffice shows the values that a file brings along. */
const ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const works = (command, ...args) => spawnSync(command, args).status === 0;
/** Debian's openpyxl belongs to Debian's Python. */
const python = ["/usr/bin/python3", "python3"].find((command) => works(command, "-c", "import openpyxl"));

/** Why the tests cannot run here; null if they can. */
export function missing() {
  if (!works("soffice", "--version")) return "LibreOffice is not installed (apt install libreoffice-calc)";
  if (!python) return "openpyxl is not installed (apt install python3-openpyxl)";
  return null;
}

/** The five cases and so many random scenarios, each with its name. */
export function scenariosOf(runs) {
  const cases = readdirSync(join(root, "cases")).filter((name) => name.endsWith(".json"));
  const read = (name) => [name, JSON.parse(readFileSync(join(root, "cases", name), "utf8"))];
  const seeds = Array.from({ length: runs }, (_, at) => at + 1);
  // A quarter of all scenarios has villages: of few runs some more.
  for (let seed = runs + 1, found = 0; found < 3; seed++) {
    if (!randomScenario(seed).villages) continue;
    seeds.push(seed);
    found++;
  }
  return [...cases.map(read), ...seeds.map((seed) => [`seed ${seed}`, randomScenario(seed)])];
}

export class Office {
  #folder = mkdtempSync(join(tmpdir(), "cakupan-sheets-"));

  constructor() {
    mkdirSync(join(this.#folder, "profile", "user"), { recursive: true });
    writeFileSync(join(this.#folder, "profile", "user", "registrymodifications.xcu"), ALWAYS);
  }

  close() {
    rmSync(this.#folder, { recursive: true });
  }

  path(name) {
    return join(this.#folder, name);
  }

  /** What the program prints for a scenario, or null where it refuses it. */
  #asked(scenario, ...words) {
    writeFileSync(this.path("scenario.json"), JSON.stringify(scenario));
    const [verb, ...rest] = words;
    const { status, stdout, stderr } = spawnSync(program, [verb, this.path("scenario.json"), ...rest], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (status > 1 || status === null) throw new Error(stderr);
    return { refused: status === 1, stdout };
  }

  project(scenario) {
    const { refused, stdout } = this.#asked(scenario, "project", "--json");
    return refused ? null : JSON.parse(stdout);
  }

  /** By village, what all funds together are asked for in each year; null without villages. */
  villages(scenario) {
    if (!scenario.villages) return null;
    const [heads, ...rows] = this.#asked(scenario, "villages", "--comma")
      .stdout.slice(1)
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(","));
    const years = new Map();
    heads.forEach((head, at) => {
      const [, year] = /(\d{4}): diminta \(Rp\)"$/.exec(head) ?? [];
      if (year) years.set(year, [...(years.get(year) ?? []), at]);
    });
    const asked = (row) => [...years.values()].map((cells) => cells.reduce((sum, at) => sum + Number(row[at]), 0));
    return rows.slice(0, scenario.villages.length).map(asked);
  }

  /** A realisation as a file. */
  #happened(realisation) {
    writeFileSync(this.path("realisation.json"), JSON.stringify(realisation));
    return this.path("realisation.json");
  }

  /** What happened against the plan, or null where the program refuses it. */
  monitor(scenario, realisation) {
    const { refused, stdout } = this.#asked(scenario, "monitor", this.#happened(realisation), "--json");
    return refused ? null : JSON.parse(stdout);
  }

  /** Writes the workbook of a scenario, with what happened where that is given. */
  write(scenario, name, realisation = null) {
    const happened = realisation ? [this.#happened(realisation)] : [];
    const { refused, stdout } = this.#asked(scenario, "sheet", ...happened, "-o", this.path(name));
    if (refused) throw new Error(`${name}: ${stdout}`);
  }

  /** What the program finds in a workbook that came back. */
  open(name) {
    const { status, stdout, stderr } = spawnSync(program, ["open", this.path(name)], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
    return JSON.parse(stdout);
  }

  /** Recalculates workbooks from scratch; the results stand beside, under `to`. */
  recalculate(names, to) {
    const profile = pathToFileURL(this.path("profile"));
    const options = [`-env:UserInstallation=${profile}`, "--headless", "--convert-to", "xlsx", "--outdir"];
    for (let start = 0; start < names.length; start += 50) {
      const files = names.slice(start, start + 50).map((name) => this.path(name));
      const { status, stderr } = spawnSync("soffice", [...options, this.path(to), ...files], { encoding: "utf8" });
      if (status !== 0) throw new Error(stderr);
    }
    return names.map((name) => join(to, basename(name)));
  }

  /** Answers to jobs of `cells.py`, in order. */
  cells(jobs) {
    const input = jobs.map((job) => JSON.stringify({ ...job, file: this.path(job.file), to: this.path(job.to ?? "") }));
    const { status, stdout, stderr } = spawnSync(python, [join(root, "tests", "sheets", "cells.py")], {
      input: input.join("\n"),
      encoding: "utf8",
      maxBuffer: 1 << 29,
    });
    if (status !== 0) throw new Error(stderr);
    return stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  }
}
