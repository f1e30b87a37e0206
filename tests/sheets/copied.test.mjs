// What "Salin" and CSV hand out, read by LibreOffice set to Indonesian and to English: numbers as numbers, texts as texts.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { start, tableCsv, tables } from "cakupan/sheets";
import { modules } from "../page/modules.mjs";
import { missing } from "./office.mjs";

const skip = missing() ?? false;
const folder = mkdtempSync(join(tmpdir(), "cakupan-copied-"));
after(() => rmSync(folder, { recursive: true }));

const [{ asHtml, asText }] = await modules("ui/copied");

// By hand: 2,829 × 16,800 × 12 = 570,326,400 (DPA of Manggarai Barat, 2025); a coverage; a price with decimals.
const TABLE = {
  caption: "Uji",
  heads: ["Tahun", "Kode", "Uraian", "Orang", "Jumlah (Rp)", "Cakupan (%)", "Catatan"],
  rows: [
    [2025, "5.1.02.02.02.0006", "=1+1", 2829, 570_326_400, 50.54, null],
    [2026, "5.1.03", '+62 "a"; b,\tc', 0, 999_999_999_999_999, 0.5, "@SUM(1)"],
  ],
};

/** The first sheet of a file as LibreOffice of this language opens it. */
function opened(name, language, filter) {
  const profile = join(folder, language);
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>${language}</value></prop></item>
</oor:items>`,
  );
  const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", `--infilter=${filter}`];
  const to = join(folder, `${language}-xlsx`);
  const { status, stderr } = spawnSync(
    "soffice",
    [...options, "--convert-to", "xlsx", "--outdir", to, join(folder, name)],
    { encoding: "utf8" },
  );
  assert.equal(status, 0, stderr);
  const { sheets } = tables(readFileSync(join(to, name.replace(/\.\w+$/, ".xlsx"))));
  return sheets[0];
}

const HTML = "HTML (StarCalc)";
/** Separator, quotation mark, UTF-8, from the first row; the language of the program; quoted cells are texts. */
const csv = (separator) => `CSV:${separator.charCodeAt(0)},34,76,1,,0,true,true`;

/** Texts that begin like a formula are texts with an apostrophe before them, or as they were. */
const same = (read, wanted) =>
  wanted.forEach((row, line) => {
    const cells = row.map((value) => (typeof value === "string" ? value.replace(/\s+/g, " ") : value));
    const found = row.map((_, place) => read.rows[line]?.[place] ?? null);
    const plain = found.map((value) =>
      typeof value === "string" ? value.replace(/^'/, "").replace(/\s+/g, " ") : value,
    );
    assert.deepEqual(plain, cells);
  });

const whole = [TABLE.heads, ...TABLE.rows];

for (const language of ["id-ID", "en-US"]) {
  test(`what is copied as HTML stays what it is under ${language}`, { skip }, async () => {
    await start();
    writeFileSync(join(folder, "copied.html"), asHtml(TABLE));
    const read = opened("copied.html", language, HTML);
    same(read, whole);
    assert.ok(!read.marks.some(({ mark }) => mark === "formula"), "no cell is a formula");
  });

  test(`whole numbers that are copied as text are numbers under ${language}`, { skip }, async () => {
    await start();
    writeFileSync(join(folder, "copied.csv"), asText(TABLE));
    const read = opened("copied.csv", language, csv("\t"));
    // Decimals are written with a comma: of the language of the page.
    const numbers = (row) => [row[0], row[3], row[4]];
    assert.deepEqual(read.rows.slice(1).map(numbers), TABLE.rows.map(numbers));
    assert.ok(!read.marks.some(({ mark }) => mark === "formula"), "no cell is a formula");
  });
}

for (const [language, dialect, separator] of [
  ["id-ID", "semicolon", ";"],
  ["en-US", "comma", ","],
]) {
  test(`a CSV with ${dialect} is read as it was under ${language}`, { skip }, async () => {
    await start();
    writeFileSync(join(folder, `${dialect}.csv`), tableCsv(TABLE.heads, TABLE.rows, dialect));
    const read = opened(`${dialect}.csv`, language, csv(separator));
    same(read, whole);
    assert.ok(!read.marks.some(({ mark }) => mark === "formula"), "no cell is a formula");
  });
}
