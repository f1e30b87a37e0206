// Tables of villages that are imported: what is read, what is left out, and every fault by its cell. The expected values
// are those that each file was made of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { start, tables } from "cakupan/sheets";
import { packs } from "../../scripts/regions.mjs";
import { modules } from "./modules.mjs";
import { xlsx } from "./xlsx.mjs";

const [
  { guess },
  { NO_CHOICES },
  { decoded },
  { delimited },
  { tableOfSheet, tableOfText },
  { withImported, takenOf },
  { placesOf },
  pack,
] = await modules(
  "plan/import/guess",
  "plan/import/facts",
  "plan/import/encoding",
  "plan/import/delimited",
  "plan/import/table",
  "plan/import/merge",
  "plan/import/places",
  "regions/pack",
);
await start();

const files = packs();
const register = (code) => pack.districtsOf(files.get(`${code}.json`));

/** A plan of 2026 with these groups and village money. */
const plan = (...names) => ({
  segments: names.map((name, place) => ({ id: `s${place}`, name })),
  funds: [
    { id: "add", name: "ADD", kind: "add" },
    { id: "dd", name: "Dana Desa", kind: "danaDesa" },
  ],
  firstMonth: "2026-01",
  lastMonth: "2026-12",
});

/** As a file: bytes, their text, its rows. */
function ofBytes(bytes, facts, districts = [], choices = NO_CHOICES) {
  const { rows, moreRows } = delimited(decoded(new Uint8Array(bytes)).text);
  return guess(tableOfText(rows, moreRows), facts, placesOf(districts), choices);
}
const ofText = (text, ...rest) => ofBytes(Buffer.from(text), ...rest);
function ofBook(book, facts, districts = [], choices = NO_CHOICES) {
  return guess(tableOfSheet(tables(book).sheets[0]), facts, placesOf(districts), choices);
}

const meanings = ({ columns }) => columns.map(({ meaning }) => meaning);
const villages = ({ rows }) => rows.map(({ village }) => village);
const people = (found) => villages(found).map(({ name, counts }) => [name, ...counts.map(({ people }) => people)]);
const faults = (found) => found.faults.map(({ cell, fault }) => [cell, fault]);
const remarks = (found) => found.remarks.map(({ row, remark }) => [row + 1, remark]);

// ───────────────────────────── encoding and separators ─────────────────────────────

test("a CSV of an Indonesian Excel: semicolons, mark of the order of bytes, dots", () => {
  const found = ofText(
    "\ufeffDesa;Jumlah;Pagu ADD\r\nSuka Maju;12;2.152.322\r\nSumber Rejo;1.200;16.800\r\n",
    plan("Rentan"),
  );
  assert.deepEqual(meanings(found), ["name", "people:0", "ceiling:0:2026"]);
  assert.equal(found.columns[0].head, "Desa");
  assert.deepEqual(villages(found), [
    {
      name: "Suka Maju",
      counts: [{ segment: "s0", people: "12" }],
      ceilings: [{ fund: "add", year: "2026", rupiah: "2.152.322" }],
    },
    {
      name: "Sumber Rejo",
      counts: [{ segment: "s0", people: "1.200" }],
      ceilings: [{ fund: "add", year: "2026", rupiah: "16.800" }],
    },
  ]);
  assert.deepEqual(found.faults, []);
});

test("the separator and the encoding are found, or said by a line", () => {
  const lines = (between) =>
    [
      ["Desa", "Kades"],
      ["Wanio", "1"],
      ["Lise", "2"],
    ]
      .map((row) => row.join(between))
      .join("\r\n");
  for (const between of [";", ",", "\t", "|"]) {
    assert.equal(delimited(lines(between)).separator, between);
    assert.deepEqual(people(ofText(lines(between), plan("Kades"))), [
      ["Wanio", "1"],
      ["Lise", "2"],
    ]);
  }
  // A line says semicolon, though each has as many commas.
  const said = delimited("sep=;\r\nDesa;Jumlah,orang\r\nWanio;1,5\r\n");
  assert.deepEqual([said.separator, said.rows[1]], [";", ["Wanio", "1,5"]]);
  const text = "Desa;Kades\nTékad;1\n";
  const utf16 = (order, mark) => {
    const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
    return order === "be" ? bytes.swap16() : bytes;
  };
  for (const [bytes, encoding] of [
    [Buffer.from(text), "utf-8"],
    [Buffer.from(`\ufeff${text}`), "utf-8"],
    [utf16("le", true), "utf-16le"],
    [utf16("be", true), "utf-16be"],
    [utf16("le", false), "utf-16le"],
    [utf16("be", false), "utf-16be"],
    [Buffer.from(text, "latin1"), "windows-1252"],
  ]) {
    assert.equal(decoded(new Uint8Array(bytes)).encoding, encoding);
    assert.deepEqual(people(ofBytes(bytes, plan("Kades"))), [["Tékad", "1"]], encoding);
  }
});

test("quoted cells hold separators, marks and line ends; a quotation mark that stays open is said", () => {
  const { rows, openQuote } = delimited('Desa;Kades\r\n"Suka; ""Maju""\r\nBaru";3\r\n');
  assert.deepEqual(rows, [
    ["Desa", "Kades"],
    ['Suka; "Maju"\r\nBaru', "3"],
  ]);
  assert.equal(openQuote, null);
  assert.equal(delimited('Desa;Kades\r\nLise;1\r\n"Wanio;3\r\nLise;4').openQuote, 2);
});

// ───────────────────────────── heads ─────────────────────────────

test("heads are found below a title, in two rows, above a row of numbers", () => {
  const found = ofBook(
    xlsx([
      {
        name: "Rekap",
        rows: [
          ["REKAPITULASI PESERTA DESA KABUPATEN SIDRAP"],
          [],
          ["No", "Kecamatan", "Nama Desa", "Jumlah Peserta", null, null, "Pagu", null],
          [null, null, null, "Kades", "Perangkat Desa", "BPD", "ADD", "DD"],
          [1, 2, 3, 4, 5, 6, 7, 8],
          [1, "Kulo", "Kulo", 1, 9, 5, 1000000, 2000000],
          [2, null, "Mario", 1, 10, 7, 3000000, 4000000],
          [3, "Pitu Riase", "Lombo", 1, 8, 5, null, null],
        ],
        merged: ["A1:H1", "A3:A4", "B3:B4", "C3:C4", "D3:F3", "G3:H3", "B6:B7"],
      },
    ]),
    plan("Kepala desa", "Perangkat desa", "BPD"),
    register("73.14"),
  );
  assert.deepEqual(meanings(found), [
    "number",
    "district",
    "name",
    "people:0",
    "people:1",
    "people:2",
    "ceiling:0:2026",
    "ceiling:1:2026",
  ]);
  assert.deepEqual(found.headRows, [2, 3]);
  assert.deepEqual(people(found), [
    ["Kulo", "1", "9", "5"],
    ["Mario", "1", "10", "7"],
    ["Lombo", "1", "8", "5"],
  ]);
  assert.deepEqual(
    villages(found).map(({ district, code, ceilings }) => [district, code, ceilings.map(({ rupiah }) => rupiah)]),
    [
      ["Kulo", "73.14.06.2002", ["1.000.000", "2.000.000"]],
      ["Kulo", "73.14.06.2004", ["3.000.000", "4.000.000"]],
      ["Pitu Riase", "73.14.11.2008", []],
    ],
  );
  assert.deepEqual([found.carried, found.faults], [1, []]);
});

test("groups are known by other words, and a full-time PPPK is not a part-time one", () => {
  const heads = (head, ...names) => meanings(ofText(`Desa;${head}\nWanio;1\nLise;2\n`, plan(...names)))[1];
  for (const [head, name] of [
    ["Non ASN", "Non-ASN"],
    ["non-ASN", "Tenaga honorer"],
    ["honorer", "Non-ASN"],
    ["PTT", "Non-ASN"],
    ["PPPK PW", "PPPK paruh waktu"],
    ["PPPK Paruh Waktu", "PPPK PW"],
    ["Jumlah Kades (orang)", "Kepala desa"],
    ["Sekdes, Kaur", "Perangkat desa"],
    ["RT/RW", "RT/RW"],
    ["Pekerja rentan", "Rentan"],
    ["Jumlah pekerja rentan", "Pekerja rentan"],
    ["Kuota", "Rentan"],
  ])
    assert.equal(heads(head, name), "people:0", `${head} = ${name}`);
  assert.equal(heads("PPPK", "PPPK paruh waktu", "Rentan"), "ignored");
  assert.equal(heads("PPPK Paruh Waktu", "PPPK", "Rentan"), "ignored");
  assert.equal(heads("ASN", "Non-ASN", "Rentan"), "ignored");
  assert.equal(heads("Jumlah", "Kades", "Rentan"), "ignored", "of two groups it may be the sum");
  assert.equal(heads("Rentan lama", "Rentan"), "ignored", "they may be a part");
  assert.equal(heads("Desa lama", "Pekerja desa", "Rentan"), "ignored");
});

test("a column is taken for what the reader says, and gives its place up where it was a guess", () => {
  const text = "Desa;Lama;Kades\nWanio;7;1\n";
  const choices = { ...NO_CHOICES, columns: new Map([[1, "people:0"]]) };
  assert.deepEqual(meanings(ofText(text, plan("Kades"))), ["name", "ignored", "people:0"]);
  const found = ofText(text, plan("Kades"), [], choices);
  assert.deepEqual(meanings(found), ["name", "people:0", "ignored"]);
  assert.deepEqual(people(found), [["Wanio", "7"]]);
});

test("rows without a head are understood by what they hold", () => {
  const found = ofText("1\tWanio\t12\n2\tLise\t15\n3\tBapangi\t1.200\n", plan("Rentan"), register("73.14"));
  assert.deepEqual(meanings(found), ["number", "name", "people:0"]);
  assert.deepEqual(people(found), [
    ["Wanio", "12"],
    ["Lise", "15"],
    ["Bapangi", "1.200"],
  ]);
});

test("months: as date, by name, as a number of months; a blank one is not given", () => {
  const book = xlsx([
    {
      name: "a",
      rows: [
        ["Desa", "Kades", "Bulan mulai", "Bulan akhir"],
        ["Wanio", 1, { day: 46082 }, "Des 2026"], // 1 March 2026
        ["Lise", 1, "April", "2026-09"],
        ["Bapangi", 1, null, "-"],
        ["Corawali", 1, "besok", "2027-01"],
      ],
    },
  ]);
  const found = ofBook(book, plan("Kades"));
  assert.deepEqual(
    villages(found).map(({ firstMonth, lastMonth }) => [firstMonth, lastMonth]),
    [
      ["2026-03", "2026-12"],
      ["2026-04", "2026-09"],
      [undefined, undefined],
      [undefined, "2027-01"],
    ],
  );
  assert.deepEqual(faults(found), [
    ["C5", "badMonth"],
    ["D5", "monthOutsidePlan"],
  ]);
  const turned = ofText("Desa;Mulai;Bulan akhir;Penduduk\nWanio;2026-05;2026-04;0\n", plan("Kades"));
  assert.deepEqual(faults(turned).sort(), [
    ["C2", "endsBeforeStart"],
    ["D2", "noResidents"],
  ]);
  // From October on three months: to December.
  const counted = ofText(
    "Desa;Kades;Mulai;Jumlah bulan\nWanio;1;Oktober;3\nLise;1;;3\nKulo;1;Oktober;4\n",
    plan("Kades"),
  );
  assert.deepEqual(
    villages(counted).map(({ firstMonth, lastMonth }) => [firstMonth, lastMonth]),
    [
      ["2026-10", "2026-12"],
      [undefined, "2026-03"],
      ["2026-10", undefined],
    ],
  );
  assert.deepEqual(faults(counted), [["D4", "monthOutsidePlan"]]);
});

// ───────────────────────────── rows ─────────────────────────────

test("totals, blank rows, kecamatan above their villages, repeated heads and signatures are no villages", () => {
  const found = ofText(
    [
      "No;Desa;Kades;Perangkat",
      "I;Kecamatan Kulo;;",
      "1;Kulo;1;9",
      "2;Mario;1;10",
      ";Sub Total;2;19",
      "",
      "No;Desa;Kades;Perangkat",
      "II;KEC. PITU RIASE;2;14",
      "1;Lombo;1;8",
      "2;Compong;;6",
      ";JUMLAH KEC. PITU RIASE;1;14",
      ";Total;3;33",
      ";;;",
      ";Pangkajene, 3 Januari 2026;;",
      ";Kepala Dinas PMD;;",
    ].join("\n"),
    plan("Kades", "Perangkat desa"),
    register("73.14"),
  );
  assert.deepEqual(people(found), [
    ["Kulo", "1", "9"],
    ["Mario", "1", "10"],
    ["Lombo", "1", "8"],
    ["Compong", "6"],
  ]);
  assert.deepEqual(
    villages(found).map(({ district }) => district),
    ["Kulo", "Kulo", "PITU RIASE", "PITU RIASE"],
  );
  assert.deepEqual(found.ignored, { blank: 2, totals: 3, headings: 2, heads: 1, notes: 2, hidden: 0 });
  assert.deepEqual(found.faults, []);
});

test("twelve filled rows and seven that are only formatted are twelve villages without a fault", () => {
  const rows = Array.from({ length: 12 }, (_, at) => [`Desa ${String.fromCharCode(65 + at)}`, at + 1]);
  const blank = Array.from({ length: 7 }, () => [" ", ""]);
  const found = ofBook(xlsx([{ name: "a", rows: [["Desa", "Rentan"], ...rows, ...blank] }]), plan("Rentan"));
  assert.deepEqual([found.rows.length, found.faults.length], [12, 0]);
});

test("numbers that are none are told by cell; a dash and a blank are not given, 0 is", () => {
  const found = ofText(
    [
      "Desa;Kades;Perangkat",
      "Satu;-100;2",
      "Dua;dua belas;2",
      "Tiga;3,516E+15;2",
      "Empat;1,5;2",
      "Lima;-;",
      "Enam;0;2",
      "Tujuh;12 orang;12 KK",
      "Delapan;1,234;2",
      "Sembilan;400.000.000;2",
      ";5;2",
    ].join("\n"),
    plan("Kades", "Perangkat"),
  );
  assert.deepEqual(faults(found), [
    ["B2", "negative"],
    ["B3", "notNumber"],
    ["B4", "damaged"],
    ["B5", "notWhole"],
    ["C8", "households"],
    ["B9", "unclear"],
    ["B10", "tooLarge"],
    ["A11", "nameMissing"],
  ]);
  const taken = found.rows.filter(({ isFaulty }) => !isFaulty).map(({ village }) => village);
  assert.deepEqual(
    taken.map(({ name, counts }) => [name, counts.map(({ people }) => people)]),
    [
      ["Lima", []],
      ["Enam", ["0", "2"]],
    ],
  );
});

test("what a comma means is asked once for the file", () => {
  const text = 'Desa,Kades,ADD\nSatu,"1,234","2,500,000"\nDua,7,"1,500"\n';
  const [open, comma, dot] = [null, ",", "."].map((thousands) =>
    ofText(text, plan("Kades"), [], { ...NO_CHOICES, thousands }),
  );
  assert.deepEqual(faults(open), [
    ["B2", "unclear"],
    ["C3", "unclear"],
  ]);
  assert.deepEqual(comma.faults, []);
  assert.deepEqual(villages(comma)[0].counts[0].people, "1.234");
  assert.deepEqual(villages(comma)[1].ceilings[0].rupiah, "1.500");
  // With the comma as decimal sign 1,234 people and Rp 1,5 are not whole.
  assert.deepEqual(faults(dot), [
    ["B2", "notWhole"],
    ["C3", "notWhole"],
  ]);
});

test("formulas give their result; one without, a message and a number for several villages are told", () => {
  const found = ofBook(
    xlsx([
      {
        name: "a",
        rows: [
          ["Desa", "Kades", "Perangkat"],
          ["Satu", { f: "1+1", v: 2 }, 3],
          ["Dua", { f: "1+1" }, 3],
          ["Tiga", { e: "#DIV/0!" }, 3],
          ["Empat", 1, 20],
          ["Lima", 1, null],
          ["Enam", 1.0000000001, 2.5],
        ],
        merged: ["C5:C6"],
      },
    ]),
    plan("Kades", "Perangkat"),
  );
  assert.deepEqual(faults(found), [
    ["B3", "formulaEmpty"],
    ["B4", "error"],
    ["C6", "merged"],
    ["C7", "notWhole"],
  ]);
  assert.deepEqual(people(found)[0], ["Satu", "2", "3"]);
  assert.equal(found.formulas, 1);
});

test("hidden rows are counted, and left out where the reader says so", () => {
  const book = xlsx([
    {
      name: "a",
      rows: [
        ["Desa", "Kades"],
        ["Satu", 1],
        ["Dua", 2],
        ["Tiga", 3],
      ],
      hidden: [3],
    },
  ]);
  const found = ofBook(book, plan("Kades"));
  assert.deepEqual([found.hiddenRows, found.rows.map(({ isHidden }) => isHidden)], [1, [false, true, false]]);
  const without = ofBook(book, plan("Kades"), [], { ...NO_CHOICES, withHidden: false });
  assert.deepEqual(people(without), [
    ["Satu", "1"],
    ["Tiga", "3"],
  ]);
  assert.equal(without.ignored.hidden, 1);
});

test("numbers of persons are dropped: by their head, by their digits, and damaged ones", () => {
  for (const head of ["NIK", "Nomor", "Keterangan"]) {
    const found = ofText(`Desa;${head};Kades\nSatu;3516000000000001;1\nDua;3,516E+15;1\n`, plan("Kades"));
    assert.deepEqual(meanings(found), ["name", "nik", "people:0"], head);
    assert.deepEqual(found.faults, []);
    assert.ok(!JSON.stringify(found).includes("3516000000000001"), "it is nowhere in what is shown or taken");
  }
  // Among numbers of people one is no reason to drop the column; it is not shown in full.
  const [one] = ofText("Desa;Kades\nSatu;3516000000000001\nDua;1\nTiga;2\n", plan("Kades")).faults;
  assert.deepEqual([one.cell, one.fault, one.text], ["B2", "tooLarge", "3516…"]);
  const numbers = xlsx([
    {
      name: "a",
      rows: [
        ["Desa", "Nomor", "Kades"],
        ["Satu", 3516000000000001, 1],
      ],
    },
  ]);
  assert.equal(meanings(ofBook(numbers, plan("Kades")))[1], "nik");
});

// ───────────────────────────── the register ─────────────────────────────

test("codes are compared with the register, and a village without one is looked up by its name", () => {
  const found = ofText(
    [
      "Kode Desa;Desa;Kecamatan;Kades",
      "73.14.01.2004;Wanio;Panca Lautang;1",
      "7314012005;Wanio Timoreng;;1",
      "73.14.99.2001;Antah;Panca Lautang;1",
      "73.14.01.2010;Bapangi;Panca Lautang;1",
      "731401;Corawali;Panca Lautang;1",
      ";Desa LISE;Panca Lautang;1",
      ";Tonrong Ngae;Baranti;1",
      ";Baranti;Baranti;1",
      ";Timoreng Panwa;Panca Rijang;1",
      ";Suka Suka;Baranti;1",
      ";Talumai;Kecamatan Antah;1",
    ].join("\n"),
    plan("Kades"),
    register("73.14"),
  );
  assert.deepEqual(
    found.rows.map(({ village, codeBy }) => [village.code, codeBy]),
    [
      ["73.14.01.2004", "file"],
      ["73.14.01.2005", "file"],
      ["73.14.99.2001", "file"],
      ["73.14.01.2010", "file"],
      // Its own code cannot be read, so the row is not taken as it is.
      ["73.14.01.2006", "name"],
      ["73.14.01.2007", "name"],
      // The register writes Tonrongnge.
      ["73.14.04.2008", "near"],
      ["73.14.04.1001", "name"],
      ["73.14.05.2005", "near"],
      [undefined, "none"],
      // Near Talumae, but in no kecamatan of the register.
      [undefined, "none"],
    ],
  );
  assert.deepEqual(
    remarks(found).filter(([, remark]) => remark !== "sameName"),
    [
      [4, "unknownCode"],
      [5, "codeOfOther"],
      [9, "kelurahan"],
      [11, "notInRegister"],
      [12, "notInRegister"],
    ],
  );
  assert.deepEqual(faults(found), [["A6", "badCode"]]);
});

const two = pack.districtsOf({
  code: "73.99",
  name: "Kabupaten Uji",
  districts: [
    [
      "01",
      "Utara",
      [
        ["2001", "Suka Maju"],
        ["2002", "Sari"],
      ],
    ],
    [
      "02",
      "Selatan",
      [
        ["2001", "Suka Maju"],
        ["1002", "Kota Baru"],
      ],
    ],
  ],
});

test("one name under two kecamatan is two villages, and told; the same twice is one, and a fault", () => {
  const text = "Kecamatan;Desa;Kades\nUtara;Suka Maju;1\nSelatan;Suka Maju;2\nUtara;SUKAMAJU;3\nSelatan;Kota Baru;4\n";
  const found = ofText(text, plan("Kades"), two);
  assert.deepEqual(
    found.rows.slice(0, 2).map(({ village }) => village.code),
    ["73.99.01.2001", "73.99.02.2001"],
  );
  assert.deepEqual(faults(found), [["B4", "duplicate"]]);
  assert.equal(found.faults[0].text, "2");
  assert.deepEqual(
    remarks(found).filter(([row]) => row !== 4),
    [
      [3, "sameName"],
      [5, "kelurahan"],
    ],
  );
  // Without kecamatan nobody can say which one it is: no code, and the second is a fault.
  const open = ofText("Desa;Kades\nSuka Maju;1\nSuka Maju;2\n", plan("Kades"), two);
  assert.deepEqual([open.rows[0].village.code, faults(open)], [undefined, [["A3", "duplicate"]]]);
  const byCode = ofText("Kode;Desa;Kades\n73.99.01.2001;Suka Maju;1\n73.99.01.2001;Sari;2\n", plan("Kades"), two);
  assert.deepEqual(faults(byCode), [["B3", "duplicate"]]);
});

test("all 68 desa and 38 kelurahan of Sidrap are found by their names", () => {
  const rows = register("73.14").flatMap(({ name, villages }) =>
    villages.map((village) => [name, village.name, 5, village.code]),
  );
  const book = xlsx([
    { name: "a", rows: [["Kecamatan", "Desa/Kelurahan", "Rentan"], ...rows.map((row) => row.slice(0, 3))] },
  ]);
  const found = ofBook(book, plan("Rentan"), register("73.14"));
  assert.deepEqual(
    villages(found).map(({ code }) => code),
    rows.map(([, , , code]) => code),
  );
  // FACTS §8: 68 desa and 38 kelurahan.
  assert.equal(found.rows.length, 106);
  assert.equal(found.remarks.filter(({ remark }) => remark === "kelurahan").length, 38);
});

// ───────────────────────────── importing twice ─────────────────────────────

test("the same file twice does not double, and keeps what the file does not say", () => {
  const facts = plan("Kades", "Rentan");
  const first = ofText("Desa;Kecamatan;Kades\nSatu;Utara;1\nDua;Utara;2\n", facts);
  const taken = (found) => takenOf(meanings(found), facts);
  const once = withImported([], villages(first), taken(first));
  assert.deepEqual([once.added, once.replaced], [2, 0]);
  const twice = withImported(once.villages, villages(first), taken(first));
  assert.deepEqual([twice.added, twice.replaced], [0, 2]);
  assert.deepEqual(twice.villages, once.villages);
  // The planner typed 30 rentan; the file, corrected, has no kades in Satu any more and a third village.
  const typed = once.villages.map((village) => ({
    ...village,
    residents: "1.000",
    counts: [...village.counts, { segment: "s1", people: "30" }],
  }));
  const next = ofText("Desa;Kecamatan;Kades\nSATU;Utara;\nDua;Utara;5\nTiga;Utara;3\n", facts);
  const after = withImported(typed, villages(next), taken(next));
  assert.deepEqual([after.added, after.replaced], [1, 2]);
  assert.deepEqual(
    after.villages.map(({ residents, counts }) => [residents, counts]),
    [
      ["1.000", [{ segment: "s1", people: "30" }]],
      [
        "1.000",
        [
          { segment: "s1", people: "30" },
          { segment: "s0", people: "5" },
        ],
      ],
      [undefined, [{ segment: "s0", people: "3" }]],
    ],
  );
});

test("a ceiling of the file replaces that of its fund and year, and no other", () => {
  const facts = plan("Kades");
  const there = [
    {
      name: "Satu",
      counts: [],
      ceilings: [
        { fund: "add", year: "2026", rupiah: "1" },
        { fund: "dd", year: "2026", rupiah: "2" },
      ],
    },
  ];
  const found = ofText("Desa;ADD\nSatu;5.000\n", facts);
  const { villages: after } = withImported(there, villages(found), takenOf(meanings(found), facts));
  assert.deepEqual(after[0].ceilings, [
    { fund: "dd", year: "2026", rupiah: "2" },
    { fund: "add", year: "2026", rupiah: "5.000" },
  ]);
});

test("a village that had no code yet is the one of its name; another code is another village", () => {
  const none = { segments: [], ceilings: [], residents: false, firstMonth: false, lastMonth: false };
  const village = (code) => ({ name: "Satu", district: "Utara", ...(code && { code }), counts: [], ceilings: [] });
  const codes = (there, ...rows) => withImported(there, rows, none).villages.map(({ code }) => code);
  assert.deepEqual(codes([village()], village("73.99.01.2001")), ["73.99.01.2001"]);
  assert.deepEqual(codes([village("73.99.01.2001")], village()), ["73.99.01.2001"]);
  assert.deepEqual(codes([village("73.99.01.2001")], village("73.99.01.2002")), ["73.99.01.2001", "73.99.01.2002"]);
  // As planners write codes, and a row in which nothing was typed yet.
  assert.deepEqual(codes([{ name: "" }, village("7399012001")], village("73.99.01.2001")), ["73.99.01.2001"]);
  assert.deepEqual(codes([{ name: "Satu", district: null, code: "" }], village()), ["", undefined]);
});

// ───────────────────────────── size, and whatever else ─────────────────────────────

test("3,000 rows of a workbook and of a CSV with dots are read, each with its sums", () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [
    `Kec ${Math.floor(at / 20)}`,
    `Desa ke-${at}`,
    at % 40,
    1_000_000 + at,
  ]);
  const heads = ["Kecamatan", "Desa", "Rentan", "ADD"];
  const dots = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ".");
  const csv = `\ufeff${[heads, ...rows.map(([one, two, three, four]) => [one, two, dots(three), dots(four)])].map((row) => row.join(";")).join("\r\n")}`;
  // 75 times 0 + 1 + … + 39 = 780; 3,000 × 1,000,000 + 0 + 1 + … + 2,999 = 4,498,500.
  for (const found of [
    ofBook(xlsx([{ name: "a", rows: [heads, ...rows] }]), plan("Rentan")),
    ofText(csv, plan("Rentan")),
  ]) {
    const sum = (numbers) => numbers.reduce((total, number) => total + Number(number.replaceAll(".", "")), 0);
    assert.deepEqual([found.rows.length, found.faults], [3000, []]);
    assert.equal(sum(villages(found).map(({ counts }) => counts[0].people)), 75 * 780);
    assert.equal(sum(villages(found).map(({ ceilings }) => ceilings[0].rupiah)), 3_004_498_500);
  }
});

test("of 100,000 rows the first 60,000 are read and the others counted", () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `D${at};1`).join("\n");
  const { rows, moreRows } = delimited(`Desa;Kades\n${lines}\n`);
  assert.deepEqual([rows.length, moreRows], [60_000, 40_001]);
});

test("whatever a file holds, there is an answer", () => {
  let dice = 7;
  const throwBelow = (below) => {
    dice = (dice * 1_103_515_245 + 12_345) % 2 ** 31;
    return dice % below;
  };
  const bits = [
    "Desa",
    "Kecamatan",
    "Kode",
    "Kades",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    '"',
    "1",
    "-",
    "1,234",
    "JUMLAH",
    "NIK",
  ];
  const more = [
    "3,5E+15",
    "sep=",
    "|",
    "\u0000",
    "\ufffd",
    "é",
    " ",
    "2026",
    "(1)",
    "Kec. ",
    "73.14.01.2004",
    "__proto__",
    "=",
  ];
  const all = bits.concat(more);
  for (let run = 0; run < 300; run++) {
    const text = Array.from({ length: throwBelow(60) }, () => all[throwBelow(all.length)]).join("");
    const { rows } = ofText(text, plan("Kades", "Rentan"), run % 2 ? two : []);
    assert.ok(Array.isArray(rows), JSON.stringify(text));
    ofBytes(Buffer.from(Array.from({ length: throwBelow(200) }, () => throwBelow(256))), plan("Kades"));
  }
  for (const text of ["", "\n", ";;;", '"', "\ufeff", "sep=;", "Desa", "1"]) ofText(text, plan("Kades"), two);
  assert.deepEqual(ofText("Desa;Kades\nA;1\n", { ...plan(), funds: [] }).rows[0].village.counts, []);
});
