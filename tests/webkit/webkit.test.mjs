// The package, the page and the embed in Safari's engine: the same results, and nothing wider than the screen.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileIn, listen, serve } from "../../scripts/serve.mjs";
import { host, listening, somebody } from "../embed/stage.mjs";
import { answersOf, calls, root, same } from "../surfaces/suite.mjs";
import { flow, watched } from "../tasks/flow.mjs";
import { startWebKit } from "./driver.mjs";

let webkit, calculator;
before(async () => {
  calculator = await serve({ port: 0 });
  webkit = await startWebKit();
  console.log(`WebKitGTK ${webkit.version}`);
});
after(async () => {
  await webkit?.close();
  await calculator?.close();
});

/** Saves a picture, to be looked at. */
async function picture(name) {
  const folder = join(root, "target", "webkit");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await webkit.screenshot());
}

for (const entry of ["index", "slim"])
  test(`the answers of the whole suite, from ${entry}.js`, async (t) => {
    const folder = join(root, "pkg", "dist");
    const server = await listen((path) =>
      path === "/" ? { body: "<!doctype html><title>.</title>" } : fileIn(folder, path),
    );
    t.after(() => server.close());
    await webkit.goto(server.address);
    same(
      await webkit.run(
        async (source, entry, calls) => {
          const engine = await import(`/${entry}.js`);
          await engine.start?.();
          return new Function(`return ${source}`)()(engine, JSON.parse(calls));
        },
        String(answersOf),
        entry,
        JSON.stringify(calls),
      ),
    );
  });

const total = () => Number((document.querySelector(".lead .total")?.textContent ?? "").replace(/\D/g, ""));
const costs = (rupiah) => webkit.until(`() => (${total})() === ${rupiah}`);

test("the page: Sidrap, a number changed, asked where it comes from, and kept", async () => {
  await webkit.resize(1280, 1000);
  await webkit.goto(calculator.address);
  await webkit.until(() => document.querySelector("#cases summary") !== null);
  await webkit.click("#cases summary");
  await webkit.run(() =>
    [...document.querySelectorAll("#cases button")].find((button) => /Sidenreng/.test(button.textContent)).click(),
  );
  await costs(404_820_864);
  await webkit.until(() => document.querySelector(".answer svg") !== null);
  await picture("page");
  // Two more village heads: 2 × 12 × (0,24 % + 0,30 %) of Rp 2.426.640 = 24 × 13.104.
  await webkit.type("[id='segments[0].enrolment.counts[0].people']", "70");
  await costs(404_820_864 + 24 * 13_104);
  await webkit.click(".lead .total button");
  await webkit.until(() => document.querySelector("#explain[open]") !== null);
  await picture("explained");
  await webkit.press("#explain button", "\uE00C");
  await webkit.until(() => document.querySelector("#explain[open]") === null);
  await webkit.goto(calculator.address);
  await costs(404_820_864 + 24 * 13_104);
});

test("an afternoon: load, type, paste, undo, reload, link, no network, English, paper", async (t) => {
  const site = await watched();
  t.after(() => site.close());
  await webkit.resize(1280, 1000);
  await flow(webkit, site);
});

test("the law", async () => {
  await webkit.goto(`${calculator.address}aturan.html`);
  await webkit.until(() => document.querySelectorAll("table.cards").length > 5);
});

test("two calculators in a portal under its own policy: their results, and frames as high as what they hold", async (t) => {
  const portal = await somebody();
  t.after(() => portal.close());
  const body = `<kalkulator-cakupan id="a" region="73.14"></kalkulator-cakupan><kalkulator-cakupan id="b" region="73.71" mode="full"></kalkulator-cakupan>`;
  const address = host(portal, calculator.address, { body, script: listening });
  for (const width of [1000, 460]) {
    await webkit.resize(width, 900);
    await webkit.goto(address);
    const results = await webkit.until(() => {
      const results = window.heard.filter(({ kind }) => kind === "result");
      return results.length >= 2 && results.map(({ id, detail }) => `${id} ${detail.totalRupiah}`).sort();
    });
    assert.deepEqual(results, ["a 404820864", "b 20227939200"]);
    await webkit.until(() =>
      [...document.querySelectorAll("kalkulator-cakupan")].every((element) => element.offsetHeight > 1000),
    );
    await picture(`portal-${width}`);
  }
});

for (const settings of [
  "region=73.14",
  "mode=full&region=73.71",
  "mode=full&region=73",
  "mode=full&language=en&region=76.05",
])
  for (const width of [320, 447])
    test(`no wider than ${width} px: ${settings}`, async (t) => {
      const portal = await somebody();
      t.after(() => portal.close());
      const frame = `<iframe width="${width}" height="800" src="${calculator.address}sematan.html#${settings}"></iframe>`;
      await webkit.goto(host(portal, calculator.address, { body: frame }));
      await webkit.enterFrame();
      await webkit.until(() => /Rp/.test(document.querySelector(".answer")?.innerText ?? ""));
      await webkit.run(() =>
        document.querySelectorAll("details").forEach((details) => {
          details.open = true;
        }),
      );
      const [inside, outside] = await webkit.run(() => [document.documentElement.scrollWidth, innerWidth]);
      await webkit.leaveFrame();
      assert.ok(inside <= outside, `${inside} px`);
    });
