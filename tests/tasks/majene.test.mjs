// Majene writes the RKA of 2025: which rows, on which accounts? Asked by somebody who has the accessibility tree alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dots, somebody, table } from "./stage.mjs";
import { Reader } from "./tree.mjs";

/**
 * 2,500 non-ASN on the UMP of Sulawesi Barat, 3,104,430: 0.24 % of it is 7,451 and 0.30 % is 9,313. 5,000 vulnerable workers
 * at 10,000 and 6,800. Twelve months.
 */
const rows = [
  ["5.1.02.02.02.0006", "Non-ASN", "JKK", 2_500 * 12 * 7_451],
  ["5.1.02.02.02.0007", "Non-ASN", "JKM", 2_500 * 12 * 9_313],
  ["", "Pekerja rentan", "JKK", 5_000 * 12 * 10_000],
  ["", "Pekerja rentan", "JKM", 5_000 * 12 * 6_800],
];
assert.deepEqual([rows[0][3], rows[2][3]], [223_530_000, 600_000_000]);
const sum = rows.reduce((sum, [, , , rupiah]) => sum + rupiah, 0);
assert.equal(sum, 1_510_920_000);

const agrees = (table) => {
  for (const [code, group, programme, rupiah] of rows) {
    const row = table.find((cells) => cells.includes(group) && cells.includes(programme));
    assert.ok(row, `${group}, ${programme}`);
    assert.ok(
      row.some((cell) => cell.startsWith(dots(rupiah))),
      row.join(" | "),
    );
    if (code !== "")
      assert.ok(
        row.some((cell) => cell.startsWith(code)),
        row.join(" | "),
      );
  }
  assert.ok(table.some((cells) => cells[0] === "Jumlah" && cells.some((cell) => cell.startsWith(dots(sum)))));
};

test("the rows of the RKA by the accessibility tree alone, in three steps", async () => {
  const person = await somebody();
  const reader = await Reader.begin();
  await reader.press("DisclosureTriangle", "Contoh kasus");
  await reader.press("button", "Kabupaten Majene");
  await reader.press("DisclosureTriangle", "RKA: rincian belanja per OPD");
  agrees(await reader.rows("RKA (OPD belum diisi)"));
  await person.picture("majene-rka", table("RKA (OPD belum diisi)"));
  await person.printed("majene-laporan");
  await person.ends(3, reader.steps);
});
