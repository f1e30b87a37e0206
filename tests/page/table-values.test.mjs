// Numbers of the page read back from what is shown: written as planners in Indonesia read them, in both languages.
import assert from "node:assert/strict";
import { test } from "node:test";
import { modules } from "./modules.mjs";

const [{ readShown }, { asText, asHtml }] = await modules("ui/table-values", "ui/copied");

test("a figure that is shown is read as the number it is", () => {
  for (const [shown, value] of [
    ["0", 0],
    ["12", 12],
    ["1.234", 1234],
    ["570.326.400", 570_326_400],
    ["Rp 16.800", 16_800],
    ["-1.500", -1500],
    // With the sign of minus that screen readers say.
    ["−9.996.000", -9_996_000],
    ["-Rp 1.500", -1500],
    ["+1.234", 1234],
    ["12,5", 12.5],
    ["1.234,56", 1234.56],
    ["–", null],
    ["", null],
    ["Des 2026", "Des 2026"],
    ["tidak dapat dihitung", "tidak dapat dihitung"],
    // Not grouped in threes: no number of the page.
    ["1.23", "1.23"],
    ["5.1.02.02.02.0006", "5.1.02.02.02.0006"],
  ])
    assert.equal(readShown(shown).value, value, shown);
  assert.deepEqual(readShown("50,54 %"), { value: 50.54, isPercent: true, note: "" });
  assert.deepEqual(readShown("50,54 % (dibulatkan 50,55 %)"), {
    value: 50.54,
    isPercent: true,
    note: "dibulatkan 50,55 %",
  });
});

test("a copied text is no formula, and its cells stay apart", () => {
  const table = {
    caption: "x",
    heads: ["A", "B"],
    rows: [
      ['=1+1\t"a"', 1.5],
      [null, -2],
    ],
  };
  assert.equal(asText(table), 'A\tB\n"\'=1+1\t""a"""\t1,5\n\t-2');
  assert.match(asHtml(table), /<td align="right" sdval="1.5" sdnum="1033;" x:num="1.5">1,5<\/td>/);
  assert.match(asHtml({ ...table, rows: [["<b>&", 1]] }), />&lt;b&gt;&amp;<\/td>/);
});
