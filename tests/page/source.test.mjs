// Sources of inputs: named by the planner, kept with the number, and marked when the number changes.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  context,
  costs,
  field,
  kept,
  openAll,
  openDetails,
  openWith,
  page,
  simple,
  stored,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const dialog = () => page.getByRole("dialog");

/** Names a source by keyboard: opens its dialog by its button, fills it in and closes it. */
async function name(path, { source, date, quality }) {
  await field(path).press("Enter");
  await dialog().waitFor();
  const at = (part) => page.getByRole("dialog").locator(`[id$='.${part}']`);
  await at("source").focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(source);
  await page.keyboard.press("Tab");
  if (date) await page.keyboard.type(date);
  if (quality) await at("quality").selectOption(quality);
  await page.getByRole("dialog").getByRole("button", { name: "Selesai" }).press("Enter");
  await dialog().waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.id), path, "the focus is where it was");
}

describe("the planner names a source", () => {
  const heads = "segments[0].enrolment";
  const people = `${heads}.counts[0].people`;

  test("it stays with the number over a change and a reload, and says that the number was changed", async () => {
    await openWith(simple);
    await name(`${heads}:brief`, { source: "SK Wali Kota 12/2025", date: "17 Maret 2025", quality: "official" });
    assert.match(await field(`${heads}:brief`).innerText(), /^Sumber: resmi/);
    await write(people, "1100");
    await page.keyboard.press("Tab");
    await costs(yearly(6_800, 1100));
    assert.match(await field(`${heads}:brief`).innerText(), /^angka diubah/);
    await stored('"changed":true');
    const [{ evidence }] = (await kept()).segments;
    assert.deepEqual(evidence.enrolment, {
      source: "SK Wali Kota 12/2025",
      date: "17 Maret 2025",
      quality: "official",
      changed: true,
    });
    await page.reload();
    await page.locator(".lead .total").waitFor();
    await openDetails("Rincian: Rentan");
    assert.match(
      await field(`${heads}:source`).innerText(),
      /^angka diubah Sumber: SK Wali Kota 12\/2025, 17\sMar\s2025, resmi/,
    );
    await field(`${heads}:source`).press("Enter");
    await dialog().getByRole("button", { name: "Sumber ini juga menyebut isian yang sekarang" }).press("Enter");
    await page.keyboard.press("Escape");
    assert.match(await field(`${heads}:source`).innerText(), /^Sumber: SK Wali Kota/);
    assert.equal(await field(people).inputValue(), "1.100");
  });

  test("the old number typed again, or written otherwise, is no change", async () => {
    await openWith({ ...simple, segments: [{ ...simple.segments[0], evidence: survey("enrolment") }] });
    await write(people, "1100");
    assert.match(await field(`${heads}:brief`).innerText(), /^angka diubah/);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
    await page.keyboard.type("000");
    assert.equal(await field(people).inputValue(), "11000");
    await write(people, "1.000");
    assert.match(await field(`${heads}:brief`).innerText(), /^Sumber: survei/);
    await write(people, "1 000");
    await page.keyboard.press("Tab");
    assert.match(await field(`${heads}:brief`).innerText(), /^Sumber: survei/);
    await write(people, "1001");
    await page.keyboard.press("Escape");
    assert.match(await field(`${heads}:brief`).innerText(), /^Sumber: survei/, "Escape brings the number back");
  });

  test("a source that is not whole is kept, says what it wants, and holds up no answer", async () => {
    await openWith(simple);
    await name(`${heads}:brief`, { source: "Dinas Tenaga Kerja", date: "30-02-2025" });
    assert.match(await field(`${heads}:brief`).innerText(), /^sumber belum lengkap/);
    await write(people, "1100");
    await costs(yearly(6_800, 1100));
    assert.equal(await page.locator(".problems, .stale").count(), 0);
    await field(`${heads}:brief`).press("Enter");
    const said = () => dialog().locator(".message").innerText();
    assert.match(await said(), /pilih mutunya.*Tanggal belum terbaca/);
    await dialog().getByLabel("Mutu sumber").selectOption("survey");
    assert.doesNotMatch(await said(), /pilih mutunya/);
    await dialog().getByRole("button", { name: "Hapus sumber ini" }).press("Enter");
    assert.match(await field(`${heads}:brief`).innerText(), /^\+ sumber data/);
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    assert.match(await field(`${heads}:brief`).innerText(), /^angka diubah/);
  });

  test("every figure and choice of the form has a place for it, and the engine takes all of them", async () => {
    await openWith(everything);
    await openAll();
    const buttons = page.locator("button.source");
    const paths = await buttons.evaluateAll((all) => all.map(({ id }) => id));
    assert.equal(new Set(paths).size, paths.length, "no id twice");
    const brief = ["programmes", "enrolment", "base"];
    for (const path of [...SOURCED, ...brief.map((name) => `segments[0].${name}:brief`)])
      assert.ok(paths.includes(path) || paths.includes(`${path}:source`), path);
    const texts = await buttons.evaluateAll((all) => all.map(({ textContent }) => textContent.trim()));
    assert.deepEqual(
      texts.filter((text) => !/: \S/.test(text)),
      [],
      "each says of what",
    );
    const total = await page.locator(".lead .total").innerText();
    await context.close();
    await openWith(withSources(everything));
    await openAll();
    assert.equal(await page.locator(".problems, .stale").count(), 0);
    assert.equal(await page.locator(".lead .total").innerText(), total);
    for (const path of SOURCED) assert.match(await field(`${path}:source`).innerText(), /^Sumber: Uji, resmi/, path);
  });

  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing with the dialog open: ${colorScheme}, ${width} px`, async () => {
        await openWith(simple, "", ".lead .total", { colorScheme, viewport: { width, height: 800 } });
        await name(`${heads}:brief`, { source: "Dinas", quality: "guess" });
        await write(people, "1100");
        await field(`${heads}:brief`).press("Enter");
        await dialog().waitFor();
        assert.deepEqual(await violations(), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      });
});

/** All inputs with a source of their own, in the plan with everything. */
const SOURCED = [
  ...["period", "rounding", "region", "stage", "totals", "otherTargets", "lawDate"],
  ...["denominator", "eligible", "growthPercent", "otherMembers", "rivals"].map((name) => `workforce.${name}`),
  ...["points", "shape", "yearly", "spread"].map((name) => `target.${name}`),
  ...["class", "risk", "programmes", "enrolment", "base", "payers", "workerPayers", "billed", "flows"].map(
    (name) => `segments[0].${name}`,
  ),
  ...["group", "agreementUntil"].map((name) => `segments[0].${name}`),
  "segments[1].sector",
  ...["kind", "ceilings", "next", "accounts"].map((name) => `funds[0].${name}`),
];

/** The plan with a source for each of them. */
function withSources(plan) {
  const next = structuredClone(plan);
  for (const path of SOURCED) {
    const [, list, place, name] = /^(?:([a-z]+)(?:\[(\d+)\])?\.)?([a-zA-Z]+)$/.exec(path);
    const owner = list === undefined ? next : place === undefined ? next[list] : next[list][place];
    owner.evidence = { ...owner.evidence, [name]: { quality: "official", source: "Uji" } };
  }
  return next;
}

/** A source under the name of a field. */
function survey(path) {
  return { [path]: { quality: "survey", source: "Pendataan desa", date: "2025" } };
}

const path = { points: [{ month: "2025-01", percent: 10 }], shape: "linear" };
/** A plan in which every part of the form is filled in. */
const everything = {
  ...simple,
  region: { ...simple.region, population: 9000 },
  workforce: {
    denominator: "eligible",
    eligible: [{ from: "2025-01", people: 4000 }],
    growthPercent: 1,
    otherMembers: [{ from: "2025-01", people: 100 }],
    rivals: [{ name: "Angkatan kerja", denominator: "labourForce", eligible: [{ from: "2025-01", people: 8000 }] }],
  },
  segments: [
    {
      ...simple.segments[0],
      class: "PU",
      risk: "low",
      group: "nonAsn",
      programmes: ["JKK", "JKM", "JHT"],
      base: { kind: "fixed", rupiah: 3_000_000 },
      workerPayers: [{ fund: "g", percent: 100 }],
      billed: [{ from: "2025-01", to: "2025-12" }],
      agreementUntil: "2025-12",
      flows: { leave: [{ cause: "age", percentAYear: 5 }] },
    },
    {
      ...simple.segments[0],
      id: "b",
      name: "Nelayan",
      enrolment: { kind: "target", members: 0, eligible: 900 },
    },
  ],
  target: { ...path, yearly: { kind: "points", points: 5 } },
  otherTargets: [{ name: "RPJMD", ...path }],
  funds: [
    {
      id: "f",
      name: "APBD",
      kind: "apbdRegency",
      ceilings: [{ year: 2025, rupiah: 9_000_000 }],
      next: "g",
      accounts: [{ code: "5.1.02", description: "Iuran" }],
    },
    { id: "g", name: "Pekerja", kind: "self" },
  ],
  stage: { name: "APBD", month: "2025-03" },
  totals: [{ name: "APBD", year: 2025, rupiah: 1e12 }],
  lawDate: "2026-11-01",
};
