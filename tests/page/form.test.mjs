// The form: by keyboard, with wrong input, and for every user.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import {
  blank,
  context,
  costs,
  field,
  id,
  kept,
  loadByKeyboard,
  makassar,
  open,
  openAll,
  openDetails,
  openWith,
  page,
  rowsOf,
  server,
  sidrap,
  simple,
  stored,
  total,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const message = (path) => page.locator(`[id="${path}:message"]`).innerText();

/** Months in which a segment without spans is billed: all of the plan. */
function monthsOf(segment, { period }) {
  assert.equal(segment.billed ?? null, null, "the arithmetic of this test wants a group paid in every month");
  return period.months;
}

/** A segment at 16.800 a head and month: BPU, lowest bracket, JKK and JKM, paid by the city. */
function simplest(scenario) {
  const city = scenario.funds.filter((fund) => fund.kind === "apbdRegency").map((fund) => fund.id);
  const place = scenario.segments.findIndex(
    (segment) =>
      segment.class === "BPU" &&
      !segment.base &&
      segment.enrolment.kind === "fixed" &&
      segment.enrolment.counts.length === 1 &&
      segment.programmes.join() === "JKK,JKM" &&
      segment.payers.every((share) => city.includes(share.fund)),
  );
  assert.notEqual(place, -1);
  return { place, segment: scenario.segments[place] };
}

describe("by keyboard", () => {
  beforeEach(() => open());

  test("an example is loaded, a head count changed, and the total follows to the rupiah", async () => {
    await loadByKeyboard(1);
    const { place, segment } = simplest(makassar);
    const path = `segments[${place}].enrolment.counts[0].people`;
    const people = segment.enrolment.counts[0].people;
    const old = await total();
    await write(path, String(people + 1000));
    await costs(old + 1000 * 16_800 * monthsOf(segment, makassar));
    await page.keyboard.press("Tab");
    assert.equal(await field(path).inputValue(), new Intl.NumberFormat("id-ID").format(people + 1000));
    if (segment.evidence?.enrolment)
      assert.match(await page.locator(`[id="segments[${place}].enrolment:brief"]`).innerText(), /^angka diubah/);
  });

  test("typing neither moves the caret nor rewrites the field; Escape brings the value back", async () => {
    await loadByKeyboard(1);
    const { place } = simplest(makassar);
    const path = `segments[${place}].enrolment.counts[0].people`;
    const shown = await field(path).inputValue();
    const old = await total();
    await field(path).focus();
    await page.keyboard.press("Home");
    await page.keyboard.type("12");
    assert.equal(await field(path).inputValue(), `12${shown}`);
    assert.equal(await field(path).evaluate((input) => input.selectionStart), 2);
    await page.keyboard.press("Escape");
    assert.equal(await field(path).inputValue(), shown);
    await costs(old);
  });

  test("a group is added, moved, deleted and brought back", async () => {
    await loadByKeyboard(1);
    const fields = page.locator("[data-path^='segments['][data-path$='].name']");
    const names = () => fields.evaluateAll((all) => all.map((each) => each.value));
    const original = await names();
    await page.locator("[id='segments:add']").press("Enter");
    await page.waitForFunction((id) => document.activeElement?.id === id, `segments[${original.length}].name`);
    await page.keyboard.type("Baru");
    assert.deepEqual(await names(), [...original, "Baru"]);
    await page.locator(`[id='segments[${original.length}]:up']`).press("Enter");
    assert.equal((await names())[original.length - 1], "Baru");
    await page.getByRole("button", { name: "Hapus: Baru", exact: true }).press("Enter");
    assert.deepEqual(await names(), original);
    await page.getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    assert.ok((await names()).includes("Baru"));
  });

  test("an example never costs what was typed before, not even after a reload", async () => {
    await write("region.name", "Kabupaten Contoh");
    await loadByKeyboard(1);
    assert.equal(await field("region.name").inputValue(), makassar.region.name);
    await stored("Kabupaten Contoh");
    await page.reload();
    await page.getByRole("button", { name: "Kembalikan isian sebelumnya" }).press("Enter");
    assert.equal(await field("region.name").inputValue(), "Kabupaten Contoh");
  });

  test("a figure tells where it comes from, and gives the focus back", async () => {
    await loadByKeyboard(1);
    const figure = page.locator(".figure").first();
    await figure.focus();
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Dari mana angka ini?" });
    await dialog.waitFor();
    const value = (await figure.innerText()).replace(/\D/g, "");
    assert.ok((await dialog.innerText()).replace(/[.\s\u00a0]/g, "").includes(value));
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    assert.ok(await figure.evaluate((button) => button === document.activeElement));
  });

  test("a link in the explanation leads to the input", async () => {
    await loadByKeyboard(1);
    const { segment } = simplest(makassar);
    const figure = page.locator(`button.figure[aria-label*="? ${segment.name}, JKK"]`).first();
    await figure.press("Enter");
    await page
      .getByRole("dialog")
      .getByRole("link", { name: `Jumlah peserta (${segment.name})` })
      .press("Enter");
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    const focused = await page.evaluate(() => document.activeElement.id);
    assert.match(focused, /^segments\[\d+\]\.enrolment\.counts\[0\]\.people$/);
  });

  test("a relief that the text leaves open is switched on, and the total follows to the rupiah", async () => {
    await loadByKeyboard(3);
    await write("period.firstMonth:year", "2026");
    const place = sidrap.segments.findIndex((segment) => segment.class === "BPU");
    const { payers, programmes, base } = sidrap.segments[place];
    assert.deepEqual([programmes.join(), base, payers.length], ["JKK,JKM", undefined, 1]);
    await write(`segments[${place}].enrolment.counts[0].people`, "1000");
    const without = await total();
    const choice = page.getByLabel(/^Keringanan iuran BPU selain transportasi/);
    await choice.focus();
    await choice.selectOption({ label: "Dapat keringanan" });
    // 50 % of 16.800 from April to December 2026.
    await costs(without - 1000 * 8_400 * 9);
    await page.locator("summary").first().focus();
    await page.keyboard.press("Control+z");
    await costs(without);
  });

  test("whom money may pay for is the planner's to decide; the remark changes, the rupiah do not", async () => {
    await loadByKeyboard(3);
    const before = await total();
    const officials = sidrap.segments.find(({ group }) => group === "villageOfficial");
    const choice = page.getByLabel(/^Perangkat desa, dibayar/).first();
    await choice.focus();
    await choice.selectOption({ label: "Tidak boleh" });
    await page
      .getByText(`${officials.name}: `, { exact: false })
      .filter({ hasText: "menurut pilihan Anda: tidak" })
      .first()
      .waitFor();
    await costs(before);
    assert.deepEqual(await violations(), []);
  });

  test("the language changes, what was typed does not", async () => {
    await write("region.name", "Kota Uji");
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Groups of workers" }).waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
    assert.equal(await field("region.name").inputValue(), "Kota Uji");
    assert.equal(await page.evaluate(() => document.activeElement.id), "language");
  });

  test("the short result is spoken a second after the last change", async () => {
    await loadByKeyboard(1);
    const status = page.getByRole("status");
    await page.waitForFunction(() => document.getElementById("status").textContent.includes("Biaya"));
    const before = await status.innerText();
    await write("period.months", "1");
    assert.equal(await status.innerText(), before, "not at once");
    await page.waitForFunction((old) => document.getElementById("status").textContent !== old, before);
  });
});

describe("bad input", () => {
  beforeEach(async () => {
    await open();
    await loadByKeyboard(1);
  });

  const people = "segments[0].enrolment.counts[0].people";

  for (const [text, sentence] of [
    ["-5", /tidak boleh kurang dari 0/],
    ["1,5", /bilangan bulat/],
    ["NaN", /dengan angka/],
    ["abc", /dengan angka/],
    ["", /Belum diisi/],
    ["1,200", /bukan bilangan bulat/],
  ])
    test(`${JSON.stringify(text)} people: the message stands at the field, the text stays`, async () => {
      const old = await total();
      await write(people, text);
      await page.keyboard.press("Tab");
      assert.match(await message(people), sentence);
      assert.equal(await field(people).inputValue(), text);
      assert.equal(await field(people).getAttribute("aria-invalid"), "true");
      assert.ok((await field(people).getAttribute("aria-describedby")).includes(`${people}:message`));
      await costs(old, "the last good result stays");
      assert.match(await page.locator(".stale").innerText(), /Belum diperbarui/);
      await page.locator(".problems a").first().press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), people);
    });

  test("an unclear number is settled with one of two buttons", async () => {
    await write(people, "1,200");
    await page.keyboard.press("Tab");
    await page.locator(`[id="${people}:message"] button`, { hasText: "1.200" }).press("Enter");
    assert.equal(await field(people).inputValue(), "1.200");
    assert.equal(await page.locator(".problems").count(), 0);
  });

  for (const [share, where, sentence] of [
    ["99", "segments[0].payers", /100 %; sekarang 99 %/],
    ["101", "segments[0].payers[0].percent", /tidak boleh lebih dari 100/],
  ])
    test(`a share of ${share} % is refused`, async () => {
      await page.locator("details.more summary", { hasText: makassar.segments[0].name }).press("Enter");
      await write("segments[0].payers[0].percent", share);
      await page.keyboard.press("Tab");
      assert.match(await message(where), sentence);
      assert.equal(await field("segments[0].payers[0].percent").inputValue(), share);
    });

  test("nothing typed is lost on reload, right or wrong", async () => {
    await write("region.name", "Kota Uji");
    await write(people, "abc");
    await page.reload();
    await field("region.name").waitFor();
    assert.equal(await field("region.name").inputValue(), "Kota Uji");
    assert.equal(await field(people).inputValue(), "abc");
  });
});

describe("targets, paths and flows in the form", () => {
  const workforce = { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] };
  const month = async (path) => `${await field(`${path}:year`).inputValue()}-${await field(path).inputValue()}`;
  /** Sets a date to the first month of these plans. */
  async function first(path) {
    await field(path).selectOption("01");
    await write(`${path}:year`, "2025");
  }

  test("by keyboard: a target that goes on each year, another to compare with, and another denominator", async () => {
    await openWith({ ...simple, period: { firstMonth: "2025-01", months: 24 }, workforce });
    await page.locator("[id='target:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id.startsWith("target.points[0]"));
    assert.equal(
      await month("target.points[0].month"),
      "2026-12",
      "a target is first aimed at for the end of the plan",
    );
    await first("target.points[0].month");
    await write("target.points[0].percent", "25");
    await field("target.shape").selectOption("step");
    await field("target.yearly.kind").selectOption("points");
    await write("target.yearly.points", "10");
    await page.locator("[id='otherTargets:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "otherTargets[0].name");
    await page.keyboard.type("RPJMD");
    await first("otherTargets[0].points[0].month");
    await write("otherTargets[0].points[0].percent", "40");
    await field("otherTargets[0].yearly.kind").selectOption("factor");
    await write("otherTargets[0].yearly.percent", "120");
    await write("workforce.growthPercent", "5");
    await page.locator("[id='workforce.rivals:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "workforce.rivals[0].name");
    await page.keyboard.type("Angkatan kerja");
    await write("workforce.rivals[0].eligible[0].people", "8000");
    await page.keyboard.press("Tab");
    assert.equal(await page.locator(".problems").count(), 0);
    const rows = page.getByRole("table", { name: "Target berdampingan" }).locator("tbody").nth(1).locator("tr:has(td)");
    // 2026: 25 + 10 points of 4.000 × 1,05. The other target: 40 % × 1,2 in January 2026, rising to 57,6 % in January
    // 2027.
    assert.deepEqual((await rows.nth(0).locator("td").allInnerTexts()).slice(0, 3), [
      "35\u00a0%",
      id.format(4200 * 0.35),
      id.format(4200 * 0.35 - 1000),
    ]);
    assert.equal(
      await rows.nth(1).locator("td").nth(1).innerText(),
      id.format(Math.ceil(4200 * (0.48 + (0.096 * 11) / 12))),
    );
    const rivals = page
      .getByRole("table", { name: "Cakupan menurut dasar penghitungan yang berbeda" })
      .locator("tbody")
      .nth(0);
    assert.match(await rivals.innerText(), /Angkatan kerja\s+Hitungan sendiri\s+8\.000\s+12,5\s%/);
    await page.getByRole("button", { name: "Hapus: Target lain 1" }).press("Enter");
    assert.equal(await page.getByRole("table", { name: "Target berdampingan" }).count(), 0);
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    assert.equal(await field("otherTargets[0].name").inputValue(), "RPJMD");
  });

  test("a group by quota and priority, on its own path, with those who leave", async () => {
    const target = { points: [{ month: "2025-01", percent: 30 }], shape: "step" };
    const enrolment = { kind: "target", members: 0, eligible: 3000 };
    await openWith({ ...simple, workforce, target, segments: [{ ...simple.segments[0], enrolment }] });
    await openDetails("Rincian: Rentan");
    assert.equal(
      await field("segments[0].enrolment.quotaPercent").count(),
      0,
      "asked for only where the spread needs it",
    );
    await field("target.spread").selectOption("quota");
    await write("segments[0].enrolment.quotaPercent", "100");
    await write("segments[0].enrolment.mostPerMonth", "100");
    await page.keyboard.press("Tab");
    // 1.200 are required, 100 join each month: 100 + 200 + … + 1.200 person-months.
    await costs(100 * ((12 * 13) / 2) * 16_800);
    // Quotas are asked for only while a segment follows the target.
    await field("target.spread").selectOption("");
    await field("segments[0].enrolment.kind").selectOption("path");
    assert.equal(await field("segments[0].enrolment.eligible").inputValue(), "3000", "what means the same stays");
    await first("segments[0].enrolment.path.points[0].month");
    await write("segments[0].enrolment.path.points[0].percent", "10");
    await page.keyboard.press("Tab");
    await costs(300 * 12 * 16_800);
    await page.locator("[id='segments[0].flows.leave:add']").press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "segments[0].flows.leave[0].cause");
    await write("segments[0].flows.leave[0].percentAYear", "0,5");
    await field("segments[0].flows.billedFromNext").press("Space");
    await page.keyboard.press("Tab");
    await stored("billedFromNext");
    const [{ flows }] = (await kept()).segments;
    assert.deepEqual(flows, { leave: [{ cause: "lapse", percentAYear: "0,5" }], billedFromNext: true });
    assert.equal(await page.locator(".problems").count(), 0);
  });

  test("a slider gives and takes, the sum stays 100 %, and one step back undoes all of it", async () => {
    const funds = [...simple.funds, { id: "g", name: "CSR", kind: "csr" }, { id: "h", name: "Baznas", kind: "baznas" }];
    const payers = [
      ["f", 60],
      ["g", 30],
      ["h", 10],
    ].map(([fund, percent]) => ({ fund, percent }));
    await openWith({ ...simple, funds, segments: [{ ...simple.segments[0], payers }] });
    await openDetails("Rincian: Rentan");
    const shares = () =>
      Promise.all([0, 1, 2].map((place) => field(`segments[0].payers[${place}].percent`).inputValue()));
    const slider = page.getByRole("slider", { name: /Geser bagian \(Pembayar iuran 1\)/ });
    await slider.focus();
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
    // 36 % are divided 3 to 1.
    assert.deepEqual(await shares(), ["64", "27", "9"]);
    assert.match(await page.locator(".sum").innerText(), /^Jumlah 100\s%$/);
    const rows = await rowsOf("Biaya per sumber dana, 2025");
    assert.equal(rows.CSR[0], id.format(yearly(6_800) * 0.27));
    await page.keyboard.press("Tab");
    await page.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    assert.deepEqual(await shares(), ["60", "30", "10"]);
    await write("segments[0].payers[0].percent", "33,3333");
    await page.keyboard.press("Tab");
    assert.deepEqual(await shares(), ["33,3333", "30", "10"], "a field stays exact and moves no other");
    assert.match(await page.locator(".sum").innerText(), /harus 100/);
  });
});

describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await open({ colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(), [], "empty form");
        await loadByKeyboard(1);
        await openAll();
        assert.deepEqual(await violations(), [], "example, everything open");
        if (width === 340) {
          // On a phone the four groups are a list; the fields of all are one press away.
          await field("segments:cards").press("Enter");
          await field("segments:table").waitFor();
          await openAll();
          assert.deepEqual(await violations(), [], "the fields of all groups, everything open");
        }
        await write("segments[0].enrolment.counts[0].people", "1,200");
        await page.keyboard.press("Tab");
        assert.deepEqual(await violations(), [], "with messages");
        await page.locator(".figure").first().press("Enter");
        await page.getByRole("dialog").waitFor();
        assert.deepEqual(await violations(), [], "with the explanation");
      });

  test("no page is wider than a screen of 320 px, and the result bar stays small", async () => {
    await open({ viewport: { width: 320, height: 640 } });
    await loadByKeyboard(1);
    await openAll();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const bar = await page.locator(".result-bar").boundingBox();
    assert.ok(bar.height <= 640 * 0.15, `${bar.height} px`);
  });

  test("text of twice the size still fits", async () => {
    await open();
    await loadByKeyboard(1);
    await page.evaluate(() => document.documentElement.attributeStyleMap.set("font-size", CSS.percent(200)));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  test("the engine comes packed; where that does not arrive, or not whole, as it is", async () => {
    const came = [];
    const start = async (answered) => {
      came.length = 0;
      await open();
      await context.close();
      await blank();
      await page.route("**/*.bin", answered);
      page.on("response", (response) => came.push(`${response.url().split(".").at(-1)} ${response.status()}`));
      await page.goto(server.address);
      await page.getByText("Lengkapi isian; hasil muncul di sini.").waitFor();
    };
    await start((route) => route.continue());
    assert.deepEqual(
      came.filter((name) => /^(bin|wasm)/.test(name)),
      ["bin 200"],
    );
    await start((route) => route.fulfill({ status: 404 }));
    assert.ok(came.includes("wasm 200"));
    await start((route) => route.fulfill({ body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3]) }));
    assert.ok(came.includes("wasm 200"));
    await start((route) => route.abort());
    assert.ok(came.includes("wasm 200"));
  });

  test("the form can be read before any script has run", async () => {
    const response = await fetch(server.address);
    const text = await response.text();
    for (const part of ["Kelompok pekerja", "Sumber dana", "bukan penetapan anggaran", "<noscript>"])
      assert.ok(text.includes(part), part);
  });
});

test("without WebAssembly the page says so, and the form stands", async () => {
  await blank();
  await page.addInitScript(() => {
    delete globalThis.WebAssembly;
  });
  await page.goto(server.address);
  await page.locator(".failed").waitFor();
  assert.match(await page.locator(".failed").innerText(), /Mesin hitung tidak dapat dimulai/);
  await write("region.name", "Kota Uji");
  assert.equal(await field("region.name").inputValue(), "Kota Uji");
});
