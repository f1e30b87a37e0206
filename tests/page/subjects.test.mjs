// The answer by subject: its index, its width, and the bar at the foot; and parts of the form that are opened and left blank.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { costs, loadByKeyboard, open, openAll, openWith, page, simple, violations, yearly } from "./stage.mjs";

const phone = { width: 360, height: 640 };
const bar = () => page.locator(".result-bar");
const words = async (place) => (await place.innerText()).replaceAll("\u00a0", " ");

/** 1,000 of 4,000 workers are paid for, and 30 % are asked; the ceiling is 1.6 million short of the year. */
const short = {
  ...simple,
  workforce: { denominator: "eligible", eligible: [{ from: "2025-01", people: 4000 }] },
  target: { points: [{ month: "2025-01", percent: 30 }], shape: "step" },
  funds: [{ ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 200_000_000 }] }],
};

describe("the answer by subject", () => {
  test("the index leads by keyboard to the heading of each subject, which it does not cover", async () => {
    for (const viewport of [undefined, phone]) {
      await openWith(short, "", ".lead .total", viewport && { viewport });
      await page.locator(".budget").first().waitFor();
      const index = page.getByRole("navigation", { name: "Bagian hasil" });
      const subjects = ["Biaya", "Cakupan", "Dana", "Aturan", "Catatan"];
      assert.deepEqual(await index.getByRole("link").allInnerTexts(), subjects);
      for (const subject of subjects) {
        await index.getByRole("link", { name: subject }).press("Enter");
        const heading = page.getByRole("heading", { name: subject, exact: true, level: 3 });
        await page.waitForFunction((name) => document.activeElement?.innerText === name, subject);
        const [links, at] = await Promise.all([index.boundingBox(), heading.boundingBox()]);
        assert.ok(at.y >= links.y + links.height, `${subject}: ${at.y} px, below ${links.y + links.height}`);
        assert.ok(links.y >= 0, "the index stays in sight");
      }
      assert.deepEqual(await violations(), []);
    }
  });

  test("before there is an answer there is no index", async () => {
    await open();
    await page.getByText("hasil muncul di sini").waitFor();
    assert.equal(await page.locator("#answer nav, #answer h3:text-is('Biaya')").count(), 0);
  });

  test("at 1280 px no table of an example is cut, and only the page itself scrolls", async () => {
    for (const example of [1, 2, 3, 4, 5]) {
      await open();
      await loadByKeyboard(example);
      await openAll();
      const found = await page.evaluate(() => {
        const answer = document.getElementById("answer");
        const form = document.getElementById("form");
        const cut = [...answer.querySelectorAll(".scroll")].filter((box) => box.scrollWidth > box.clientWidth);
        return {
          cut: cut.map((box) => box.getAttribute("aria-label")),
          scrolls: answer.scrollHeight > answer.clientHeight,
          beside: form.getBoundingClientRect().right <= answer.getBoundingClientRect().left,
          share: answer.clientWidth / innerWidth,
        };
      });
      assert.deepEqual(found.cut, [], `example ${example}`);
      assert.equal(found.scrolls, false);
      assert.ok(found.beside && found.share > 0.55 && found.share < 0.6, `${found.share}`);
    }
  });

  test("without a workforce the part on coverage leads to it", async () => {
    await openWith(simple);
    await page.getByRole("link", { name: "Isi tenaga kerja agar cakupan dapat dihitung." }).press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "workforce:add");
  });

  test("what a fund may not pay stands first beside the sentence", async () => {
    const head = { ...simple.segments[0], id: "b", name: "Kepala desa", group: "villageHead" };
    const funds = [{ ...short.funds[0], kind: "danaDesa", name: "Dana Desa" }];
    const plan = { ...short, segments: [...short.segments, head], funds };
    await openWith(JSON.parse(JSON.stringify(plan).replaceAll("2025", "2024")));
    const warnings = await page.locator(".warnings li").allInnerTexts();
    assert.ok(warnings.length > 1);
    // Permendagri 15/2023 on the APBD of 2024: Dana Desa must not pay for village heads. The ceiling is short too.
    assert.match(warnings[0], /Kepala desa.*Dana Desa.*dilarang/);
  });
});

describe("the bar at the foot", () => {
  test("says cost, coverage with its gap, and what the funds lack, in 15 % of a phone", async () => {
    for (const viewport of [phone, { width: 320, height: 640 }]) {
      await openWith(short, "", ".lead .total", { viewport });
      await costs(yearly(6_800));
      const text = await words(bar());
      // 16,800 × 1,000 × 12; 30 % of 4,000 are 1,200; 201.6 million of a ceiling of 200.
      for (const part of ["Rp 201.600.000", "25 %, kurang 200 orang ke 30 %", "Dana kurang Rp 1,6 juta pada 2025"])
        assert.ok(text.includes(part), `${part} in ${text}`);
      const { height } = await bar().boundingBox();
      assert.ok(height <= 0.15 * viewport.height, `${height} px`);
      // Nothing of it is cut off.
      assert.ok(await bar().evaluate((box) => box.scrollHeight <= box.clientHeight));
    }
  });

  test("says nothing of funds that suffice, nor of coverage without a workforce", async () => {
    await openWith(simple, "", ".lead .total", { viewport: phone });
    assert.equal((await words(bar())).replace(/\s+/g, " "), "Rp 201.600.000 2025 Lihat hasil");
  });
});

test("each part that can be added, opened and left blank, leaves the answer as it was", async () => {
  await openWith(simple);
  await costs(yearly(6_800));
  const opened = new Set(["lawPacks:add"]); // asks for a file
  for (let tries = 0; tries < 60; tries++) {
    await openAll();
    const ids = await page.locator("form button[id$=':add']:enabled").evaluateAll((all) => all.map(({ id }) => id));
    const next = ids.find((id) => !opened.has(id));
    if (next === undefined) break;
    opened.add(next);
    await page.locator(`[id='${next}']`).press("Enter");
    await page.waitForTimeout(50);
    assert.equal(await page.locator(".stale").count(), 0, next);
    await costs(yearly(6_800), next);
  }
  for (const part of [
    "workforce",
    "target",
    "otherTargets",
    "totals",
    "published",
    "overrides",
    "assumptions",
    "funds",
  ])
    assert.ok(opened.has(`${part}:add`), `${part} of ${[...opened]}`);
});

describe("charts", () => {
  test("on a phone their letters have 12 pixels; lines bear their names, and years begin at a mark", async () => {
    for (const width of [320, 360]) {
      await open({ viewport: { width, height: 640 } });
      await loadByKeyboard(2);
      const chart = page.locator("figure.chart", { hasText: "Lintasan cakupan dan target" });
      await chart.waitFor();
      const sizes = await page.locator(".chart > svg").evaluateAll((drawings) =>
        drawings.flatMap((svg) => {
          const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
          return [...svg.querySelectorAll("text")]
            .filter((text) => getComputedStyle(text).display !== "none")
            .map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale);
        }),
      );
      assert.ok(sizes.length > 5);
      assert.ok(Math.min(...sizes) >= 12, `${Math.min(...sizes)} px at ${width} px`);
      // Sulawesi Selatan: its target of 2025 is 62,93 %; the label ends within the drawing.
      const ends = chart.locator("text.end");
      assert.match((await ends.allTextContents()).join("; "), /62,93\s%/);
      const outside = await chart.evaluate((figure) => {
        const box = figure.getBoundingClientRect();
        return [...figure.querySelectorAll("text")]
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left < box.left - 1 || right > box.right + 1;
          })
          .map((text) => text.textContent);
      });
      assert.deepEqual(outside, [], `${width} px`);
      assert.deepEqual(await violations(), []);
    }
  });
});
