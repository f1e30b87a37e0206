// The calculator in portals of plain HTML, frameworks and villages, under a strict policy of the portal.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import {
  PUBLISHED,
  WIDTHS,
  assertAnswers,
  assertFits,
  assertHosts,
  only,
  open,
  out,
  path,
  policyOf,
  settle,
  start,
  stop,
} from "./look.mjs";
import { serveFolders, servePhp } from "./serve.mjs";

let values;

before(async () => {
  values = await start();
});
after(stop);

/** A portal built by a framework: later bindings reach the frame too. */
async function assertFramework(name) {
  const host = await serveFolders({ folders: [`${out}/${name}`], values, policy: policyOf(values) });
  try {
    await assertHosts(name, host.address);
    const { page, complaints, close } = await open(host.address, 1000);
    const iframe = page.locator("kalkulator-cakupan iframe");
    await assertAnswers(page, iframe);
    const language = () => iframe.contentFrame().locator("html").getAttribute("lang");
    assert.equal(await language(), "id");
    await page.getByRole("button", { name: "English" }).click();
    await settle(page, async () => assert.equal(await language(), "en"));
    await assertAnswers(page, iframe);
    assert.deepEqual(complaints, []);
    await close();
  } finally {
    await host.close();
  }
}

describe("plain HTML", only("plain"), () => {
  const folders = [path("tests/hosts/plain"), path("tests/hosts")];
  let host;
  before(async () => {
    host = await serveFolders({ folders, values, policy: policyOf(values, values.origin) });
  });
  after(() => host?.close());

  test("the element, its script pinned by its hash", () => assertHosts("plain-element", host.address));

  test("the host hears of what is typed, and the frame grows and shrinks with its content", async () => {
    const { page, complaints, close } = await open(host.address, 340);
    const iframe = page.locator("kalkulator-cakupan iframe");
    const frame = iframe.contentFrame();
    await assertAnswers(page, iframe);
    // 218 more people for 24 months: each month JKK 1 % of Rp 1,000,000 and JKM Rp 6,800 (PP 44/2015, lowest bracket).
    await frame.getByLabel("Jumlah peserta", { exact: true }).first().fill("36.000");
    const more = Number(PUBLISHED) + 218 * (10_000 + 6_800) * 24;
    await settle(page, async () => assert.equal(await page.locator("#hasil").innerText(), String(more)));
    await frame.getByRole("button", { name: "Tambah kelompok" }).click();
    await assertFits(page, iframe);
    await frame.getByRole("button", { name: "Batalkan perubahan" }).click();
    await assertFits(page, iframe);
    assert.deepEqual(complaints, []);
    await close();
  });

  test("a script that was changed on its way does not run; the page goes on without it", async () => {
    const other = values.integrity.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    const wrong = { ...values, integrity: other };
    const changed = await serveFolders({ folders, values: wrong, policy: policyOf(values, values.origin) });
    const { page, complaints, close } = await open(changed.address, 1000);
    assert.equal(await page.evaluate(() => customElements.get("kalkulator-cakupan") === undefined), true);
    assert.ok(await page.getByRole("link", { name: "Buka kalkulator" }).isVisible());
    assert.equal(complaints.length, 1);
    assert.match(complaints[0], /integrity/);
    await close();
    await changed.close();
  });

  test("a frame without any script of the host", async () => {
    for (const width of WIDTHS) {
      const { page, complaints, close } = await open(`${host.address}iframe.html`, width);
      await assertAnswers(page, page.locator("iframe"));
      const { scrollWidth, innerWidth } = await page
        .locator("iframe")
        .contentFrame()
        .locator("html")
        .evaluate((html) => ({ scrollWidth: html.scrollWidth, innerWidth }));
      assert.ok(scrollWidth <= innerWidth, "the frame is wider than the host");
      await page.screenshot({ path: `${out}/plain-iframe-${width}.png`, fullPage: true });
      assert.deepEqual(complaints, []);
      await close();
    }
  });
});

for (const name of ["vue", "react", "angular"]) {
  test(`a portal in ${name}, from the packed package`, only(name), () => assertFramework(name));
}

test("a village portal: element in a widget, frame in an article", only("opensid"), async () => {
  const env = {
    HOSTS_CALCULATOR: values.calculator,
    HOSTS_ORIGIN: values.origin,
    HOSTS_SCRIPT: values.script,
    HOSTS_INTEGRITY: values.integrity,
  };
  const host = await servePhp({ router: "opensid/index.php", env });
  try {
    await assertHosts("opensid", host.address, ".sidebar kalkulator-cakupan iframe");
    for (const width of WIDTHS) {
      const { page, complaints, close } = await open(host.address, width);
      await assertAnswers(page, page.locator("article iframe"));
      await page.screenshot({ path: `${out}/opensid-article-${width}.png` });
      await assertAnswers(page, page.locator(".sidebar kalkulator-cakupan iframe"));
      assert.deepEqual(complaints, []);
      await close();
    }
  } finally {
    await host.close();
  }
});

test("the WordPress plugin carries the version of the package", async () => {
  const { version } = JSON.parse(await readFile(path("pkg/package.json"), "utf8"));
  const plugin = await readFile(path("hosts/wordpress/cakupan/cakupan.php"), "utf8");
  const readme = await readFile(path("hosts/wordpress/cakupan/readme.txt"), "utf8");
  assert.equal(/^ \* Version: +(.+)$/m.exec(plugin)[1], version);
  assert.equal(/^Stable tag: (.+)$/m.exec(readme)[1], version);
});
