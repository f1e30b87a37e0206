// What people set in their browser or system: large text, wide spacing, forced colours, less motion; and a focus that is seen.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { costs, loadByKeyboard, open, openAll, page, violations } from "./stage.mjs";

/** Majene with all that can be opened; its ceiling is short, so that a warning is there too. */
async function majeneOpen(options) {
  await open(options);
  await loadByKeyboard(4);
  await costs(1_510_920_000);
  await openAll();
  await page.getByRole("table", { name: /^RKA/ }).waitFor();
}

/** Sheets that a script makes are no inline styles; the policy of the page lets them be. */
const setStyle = (css) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, css);

/** Texts that are cut: wider or higher than the box around them, which neither scrolls nor lets them out. */
const cut = () =>
  page.evaluate(() => {
    const isText = (node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim() !== "";
    return [...document.querySelectorAll("body *")]
      .filter((element) => [...element.childNodes].some(isText) && element.checkVisibility() && element.clientWidth > 2)
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isHidden = (overflow) => overflow === "hidden" || overflow === "clip";
        return (
          (isHidden(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (isHidden(overflowY) && element.scrollHeight > element.clientHeight + 1)
        );
      })
      .map((element) => `${element.tagName} ${element.className}: ${element.textContent.trim().slice(0, 40)}`);
  });
const width = () => page.evaluate(() => document.documentElement.scrollWidth);

describe("text", () => {
  for (const [percent, screen] of [
    [130, 360],
    [200, 640],
    [200, 1280],
  ])
    test(`${percent} %, ${screen} px: nothing is cut, and the page does not scroll sideways`, async () => {
      await majeneOpen({ viewport: { width: screen, height: 800 } });
      await setStyle(`:root { font-size: ${percent}% }`);
      await page.waitForTimeout(300);
      assert.equal(await width(), screen);
      assert.deepEqual(await cut(), []);
    });

  // WCAG 1.4.12
  for (const screen of [320, 1280])
    test(`with wide spacing, ${screen} px: nothing is cut, and the page does not scroll sideways`, async () => {
      await majeneOpen({ viewport: { width: screen, height: 800 } });
      await setStyle(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
        p { margin-bottom: 2em !important }`);
      await page.waitForTimeout(300);
      assert.equal(await width(), screen);
      assert.deepEqual(await cut(), []);
    });
});

describe("the other pages", () => {
  for (const [path, sign] of [
    ["aturan.html", "main table"],
    ["uji.html", "main table"],
  ])
    test(`${path} with text of 200 %, 640 px: nothing is cut, and the page does not scroll sideways`, async () => {
      await open({ viewport: { width: 640, height: 800 } }, path, sign);
      await setStyle(":root { font-size: 200% }");
      await page.waitForTimeout(300);
      assert.equal(await width(), 640);
      assert.deepEqual(await cut(), []);
    });
});

describe("forced colours", () => {
  test("each control has an edge or a line of its own, and axe finds nothing", async () => {
    await majeneOpen({ forcedColors: "active" });
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll("button, input, select, textarea, a[href], summary")]
        .filter((element) => element.checkVisibility() && element.offsetWidth > 1)
        .filter((element) => {
          const { borderStyle, borderWidth, textDecorationLine, appearance, display } = getComputedStyle(element);
          const hasEdge = borderStyle !== "none" && Number.parseFloat(borderWidth) > 0;
          const isDrawnByBrowser = ["checkbox", "radio"].includes(element.type) && appearance !== "none";
          const isFolded = element.tagName === "SUMMARY" && (display === "list-item" || element.children.length > 0);
          return !(hasEdge || isDrawnByBrowser || isFolded || textDecorationLine.includes("underline"));
        })
        .map((element) => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 30)}`),
    );
    assert.deepEqual(bare, []);
    assert.deepEqual(await violations(), []);
  });
});

describe("less motion", () => {
  test("nothing moves, and nothing would", async () => {
    await majeneOpen({ reducedMotion: "reduce" });
    const moving = await page.evaluate(() => {
      const lasts = (text) => text.split(",").some((time) => Number.parseFloat(time) > 0.01);
      return [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return lasts(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
        })
        .map((element) => `${element.tagName} ${element.className}`);
    });
    assert.deepEqual([moving, await page.evaluate(() => document.getAnimations().length)], [[], 0]);
  });
});

describe("the focus", () => {
  // WCAG 2.4.7 and 2.4.11
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 900 },
  ])
    test(`${viewport.width} px: by Tab through the page it is seen, and under no bar`, async () => {
      await majeneOpen({ viewport });
      const [hidden, unmarked] = [[], []];
      let [count, first] = [0, null];
      for (; count < 600; count++) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(async () => {
          await new Promise(requestAnimationFrame);
          const element = document.activeElement;
          // Of a link on two lines, the first.
          const { left, top, right, bottom } = element.getClientRects()[0];
          const at = (x, y) => document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
          // The middle is not covered; of what is larger than the screen, such as a table, some part.
          const isLarge = right - left > innerWidth * 0.7 || bottom - top > innerHeight * 0.4;
          const points = [at(0.5, 0.5), ...(isLarge ? [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)] : [])];
          const label = element.labels?.[0];
          const isSeen = points.some((found) => found && (element.contains(found) || label?.contains(found)));
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          // The parts of a date are marked by the browser itself.
          const isMarked =
            element.type === "date" ||
            (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) ||
            boxShadow !== "none";
          element.dataset.place ??= String(Math.random());
          const name = `${element.tagName} ${element.id} ${element.textContent.trim().slice(0, 30)}`;
          return { place: element.dataset.place, isBody: element === document.body, isSeen, isMarked, name };
        });
        if (seen.isBody || seen.place === first) break;
        first ??= seen.place;
        if (!seen.isSeen) hidden.push(seen.name);
        if (!seen.isMarked) unmarked.push(seen.name);
      }
      assert.ok(count > 100, `${count} stops`);
      assert.deepEqual({ hidden, unmarked }, { hidden: [], unmarked: [] });
    });
});
