// Letters, as python-docx reads them and as LibreOffice prints them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { root } from "./office.mjs";

const works = (command, ...args) => spawnSync(command, args).status === 0;
/** Debian's python-docx belongs to Debian's Python. */
const python = ["/usr/bin/python3", "python3"].find((command) => works(command, "-c", "import docx"));
const noReader = python ? false : "python-docx is not installed (apt install python3-docx)";
const noPrinter =
  works("sh", "-c", "soffice --version && dpkg -s libreoffice-writer") && works("pdftotext", "-v")
    ? false
    : "LibreOffice Writer or pdftotext is not installed (apt install libreoffice-writer poppler-utils)";

const folder = mkdtempSync(join(tmpdir(), "cakupan-letters-"));
after(() => rmSync(folder, { recursive: true }));

/** The letter that the program writes about a plan. */
function letter(plan, kind, name, ...more) {
  const file = join(folder, name);
  const program = join(root, "target", "debug", "cakupan");
  const { status, stderr } = spawnSync(program, ["letter", join(root, plan), kind, "-o", file, ...more]);
  assert.equal(status, 0, String(stderr));
  return file;
}

function read(file) {
  const { status, stdout, stderr } = spawnSync(python, [join(root, "tests", "sheets", "letters.py")], {
    input: JSON.stringify({ file }),
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const plain = (text) => text.replaceAll("\u00a0", " ");

test("python-docx finds the printed budget of Manggarai Barat in tables whose heads repeat", { skip: noReader }, () => {
  // 2,829 × 16,800 × 12 = 570,326,400 in the DPA of 2025: 2,829 × 10,000 × 12 = 339,480,000 and 2,829 × 6,800 × 12.
  const file = letter("tests/cases/published/03.json", "kak", "manggarai.docx", "--f4");
  const { paragraphs, tables, millimetres, foot } = read(file);
  assert.deepEqual(millimetres, [215, 330]);
  assert.ok(tables.length >= 4 && tables.every(({ repeats }) => repeats));
  const rows = tables.find(({ rows: [head] }) => head[1] === "Kode rekening").rows;
  assert.deepEqual(
    rows.slice(1, -1).map((row) => row.slice(3)),
    [
      ["2.829 orang × 12 bulan", "10.000", "339.480.000"],
      ["2.829 orang × 12 bulan", "6.800", "230.846.400"],
    ],
  );
  assert.equal(rows.at(-1).at(-1), "570.326.400");
  const months = tables.find(({ rows: [head] }) => head[0] === "Bulan").rows;
  assert.equal(months.length, 1 + 12 + 1);
  const sum = months.slice(1, -1).reduce((all, row) => all + Number(row[2].replaceAll(".", "")), 0);
  assert.equal(sum, 570_326_400);
  const heads = paragraphs.filter(([style]) => style === "Heading 1").map(([, text]) => text);
  assert.deepEqual(heads.slice(0, 4), [
    "Latar belakang",
    "Dasar hukum",
    "Maksud dan tujuan",
    "Penerima manfaat dan target",
  ]);
  assert.ok(heads.includes("Belum dihitung"));
  assert.match(foot, /bukan penetapan anggaran/);
  assert.match(foot, /Halaman .* dari /);
});

test("LibreOffice prints both letters of Majene on A4 and F4", { skip: noPrinter }, () => {
  const profile = join(folder, "profile");
  mkdirSync(profile);
  // Points of a PDF: 210 × 297 mm and 215 × 330 mm.
  for (const [paper, size, more] of [
    ["a4", [595, 842], []],
    ["f4", [609, 935], ["--f4"]],
  ]) {
    for (const kind of ["notaDinas", "kak"]) {
      const file = letter("cases/majene.json", kind, `${kind}-${paper}.docx`, ...more);
      const options = [`-env:UserInstallation=${pathToFileURL(profile)}`, "--headless", "--convert-to", "pdf"];
      spawnSync("soffice", [...options, "--outdir", folder, file]);
      const pdf = file.replace(".docx", ".pdf");
      assert.equal(readFileSync(pdf).subarray(0, 4).toString(), "%PDF");
      const info = spawnSync("pdfinfo", [pdf], { encoding: "utf8" }).stdout;
      const [, width, height] = /Page size: +([\d.]+) x ([\d.]+)/.exec(info);
      for (const [at, points] of [width, height].entries()) assert.ok(Math.abs(points - size[at]) < 1.5, info);
      const text = plain(spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" }).stdout);
      // 2,500 non-ASN at 7,451 + 9,313 and 5,000 vulnerable workers at 16,800, for 12 months.
      assert.match(text.replace(/\s+/g, " "), /Rp 1\.510\.920\.000 \(satu miliar lima ratus sepuluh juta sembilan/);
      const pages = Number(/Pages: +(\d+)/.exec(info)[1]);
      assert.match(text, new RegExp(`Halaman ${pages} dari ${pages}`));
    }
  }
});
