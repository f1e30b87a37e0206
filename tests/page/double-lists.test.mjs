// The check for double funding: how numbers are read, and who stands in several lists.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { modules } from "./modules.mjs";

const [nik, compare] = await modules("pages/double/nik", "pages/double/compare");

/** Made-up numbers: 3516000000000001, … 3516000000000009. */
const made = (...last) => last.map((digit) => `351600000000000${digit}`);

describe("numbers", () => {
  test("are read however they are separated, and flagged where they are damaged", () => {
    const good = { is: "nik", digits: "3516000000000001" };
    for (const written of [
      "3516000000000001",
      " 3516 0000 0000 0001 ",
      "35.1600.000000.0001",
      "35-16-00-000000-0001",
      "'3516000000000001",
      "3516000000000001\u00a0",
    ])
      assert.deepEqual(nik.readNik(written), good, written);
    for (const blank of ["", "  ", "-", "–"]) assert.equal(nik.readNik(blank).is, "blank", blank);
    for (const [written, why] of [
      // As a spreadsheet shows 3516000000000001 once it was opened there.
      ["3,516E+15", "exponent"],
      ["3.516e+15", "exponent"],
      // As it writes it out again.
      ["3516000000000000", "rounded"],
      ["351600000000001", "tooShort"],
      ["35160000000000012", "tooLong"],
      ["0", "zero"],
      ["0000000000000000", "zero"],
      ["35160000000O0001", "letters"],
      ["belum ada", "letters"],
    ])
      assert.deepEqual(nik.readNik(written), { is: "damaged", why }, written);
  });

  test("are found in pasted columns by heading or by their digits; a heading is no row", () => {
    const two = { rows: 2, niks: made(1, 2), damaged: [] };
    assert.deepEqual(nik.readList(`${made(1, 2).join("\r\n")}\r\n`), two);
    assert.deepEqual(nik.readList(`Nama\tNIK\nSiti\t${made(1)}\nBudi\t${made(2)}\n`), two);
    assert.deepEqual(nik.readList(`1\tSiti\t${made(1)}\n\n2\tBudi\t${made(2)}\n`), two, "blank rows are no people");
    // Family cards have 16 digits too.
    assert.deepEqual(nik.readList(`No. KK\tNIK\n${made(8)}\t${made(1)}\n${made(9)}\t${made(2)}`), two);
    assert.equal(nik.readList(`${made(8)}\t${made(1)}`), "twoColumns");
    for (const empty of ["", " \n\t\n", "NIK\n"]) assert.equal(nik.readList(empty), "empty", JSON.stringify(empty));
    assert.deepEqual(nik.readList(`NIK\n${made(1)}\n3,516E+15\n0\n`), {
      rows: 3,
      niks: made(1),
      damaged: [
        { row: 3, why: "exponent" },
        { row: 4, why: "zero" },
      ],
    });
  });

  test("that all end in 0 have lost their last digit", () => {
    const cut = Array.from({ length: 10 }, (_, place) => `35160000000${10 + place}120`);
    const { niks, damaged } = nik.readList(cut.join("\n"));
    assert.deepEqual(niks, []);
    assert.ok(damaged.length === 10 && damaged.every(({ why }) => why === "rounded"));
    assert.equal(nik.readList(cut.slice(1).join("\n")).niks.length, 9, "nine may do so by chance");
    assert.equal(nik.readList([...cut, made(1)].join("\n")).niks.length, 11);
  });
});

describe("lists", () => {
  test("are compared by salted marks that are of no use to another session", async () => {
    const [mark, other] = [compare.saltedMark(), compare.saltedMark()];
    const [first] = made(1);
    assert.equal(await mark(first), await mark(first));
    assert.notEqual(await mark(first), await mark(made(2)[0]));
    assert.notEqual(await mark(first), await other(first));
    assert.equal((await mark(first)).length, 32, "SHA-256 has 32 bytes");
    const lists = await Promise.all(
      [made(1, 2, 3, 3), made(3, 4), made(3, 2, 5), made(6)].map((each) => compare.peopleOf(each, mark)),
    );
    assert.deepEqual(
      lists.map(({ size }) => size),
      [3, 2, 3, 1],
    );
    // People 1 to 6; 2 stands in two lists and 3 in three: 1 + 2 entries beyond the first.
    assert.deepEqual(compare.compare(lists), {
      people: 6,
      inSeveral: 2,
      extra: 3,
      overlaps: [
        { one: 0, other: 1, people: 1 },
        { one: 0, other: 2, people: 2 },
        { one: 1, other: 2, people: 1 },
      ],
    });
    assert.deepEqual(compare.compare([]), { people: 0, inSeveral: 0, extra: 0, overlaps: [] });
  });

  test("longer than what is hashed at once are whole", async () => {
    const many = Array.from({ length: 1203 }, (_, place) => `35160000000${String(10_000 + place)}`);
    assert.equal((await compare.peopleOf(many, compare.saltedMark())).size, 1203);
  });
});
