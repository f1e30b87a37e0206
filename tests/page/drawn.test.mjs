// What a keystroke draws again in the browser: its own section, and of a list its own row.
import assert from "node:assert/strict";
import { test } from "node:test";
import { costs, field, openWith, page, simple, yearly } from "./stage.mjs";

const group = (id, name, people) => ({
  ...simple.segments[0],
  id,
  name,
  enrolment: { kind: "fixed", counts: [{ from: "2025-01", people }] },
});
const plan = {
  ...simple,
  note: "Catatan",
  segments: [group("a", "Rentan", 600), group("b", "Kader", 400)],
  funds: [
    { ...simple.funds[0], ceilings: [{ year: 2025, rupiah: 900_000_000 }] },
    { id: "g", name: "CSR", kind: "csr", ceilings: [{ year: 2025, rupiah: 100_000_000 }] },
  ],
};

/**
 * Counts for each section of the form, and each row of its lists, how often a field of it is drawn: lit-html reads the
 * value of a field each time, to compare it with the one to be shown.
 */
const countDrawings = () =>
  page.evaluate(() => {
    window.drawn = {};
    const { get, ...rest } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    Object.defineProperty(HTMLInputElement.prototype, "value", {
      ...rest,
      get() {
        const section = this.closest("form section")?.getAttribute("aria-labelledby");
        const row = this.closest("tbody");
        const name = row ? `${section} ${[...row.parentElement.tBodies].indexOf(row)}` : section;
        window.drawn[name] = (window.drawn[name] ?? 0) + 1;
        return get.call(this);
      },
    });
  });

/** Where something was drawn since the last call. */
const drawn = () =>
  page.evaluate(() => {
    const names = Object.keys(window.drawn).sort();
    window.drawn = {};
    return names;
  });

test("a keystroke draws the section of its field, and in a list the row of its field, and no other", async () => {
  await openWith(plan);
  await page.locator("#compare").waitFor();
  await costs(yearly(6_800));
  await countDrawings();
  const expected = {
    "region.name": ["region-heading"],
    "period.months": ["region-heading"],
    "segments[0].enrolment.counts[0].people": ["segments-heading 0"],
    "segments[1].enrolment.counts[0].people": ["segments-heading 1"],
    "funds[1].ceilings[0].rupiah": ["funds-heading 1"],
    // All groups choose their payers from the funds by name; a fund chooses its follower so.
    "funds[0].name": ["funds-heading 0", "funds-heading 1", "segments-heading 0", "segments-heading 1"],
  };
  for (const [path, sections] of Object.entries(expected)) {
    await field(path).focus();
    await page.keyboard.press("End");
    await drawn();
    await page.keyboard.press("1");
    assert.deepEqual(await drawn(), sections, path);
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Tab");
  }
});

test("a note changes nothing on the page but the check code of the input and the bar of steps", async () => {
  await openWith(plan);
  await page.locator("#compare").waitFor();
  await field("note").focus();
  // The first key also lets the step be taken back.
  await page.keyboard.type("a");
  await page.evaluate(() => {
    window.changed = [];
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const place = element.closest(".provenance, .history, table, figure, section, form");
        window.changed.push(place?.className || place?.tagName);
      }
    }).observe(document.getElementById("page"), {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
  const before = await page.locator(".provenance").innerText();
  await page.keyboard.type("b");
  assert.notEqual(await page.locator(".provenance").innerText(), before);
  const changed = await page.evaluate(() => [...new Set(window.changed)]);
  assert.deepEqual(
    changed.filter((place) => place !== "history"),
    ["provenance"],
  );
});
