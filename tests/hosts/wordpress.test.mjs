// The calculator in the WordPress of Debian, by the plugin: settings, shortcode, block and editor.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { assertAnswers, assertHosts, newPage, only, open, out, start, stop, visitor } from "./look.mjs";
import { startWordpress } from "./wordpress/site.mjs";

describe("the WordPress of Debian", only("wordpress"), () => {
  let values;
  let site;
  let admin;

  before(async () => {
    values = await start();
    const plugin = `${out}/plugin/cakupan`;
    site = await startWordpress({ folder: `${out}/wordpress`, plugin, origin: values.origin });
    admin = await visitor(1280);
  });
  after(async () => {
    await stop();
    await site?.close();
  });

  test("an administrator logs in and sets the address; what is no address is refused", async () => {
    const page = await admin.newPage();
    await page.goto(`${site.address}/wp-login.php`);
    await page.fill("#user_login", "admin");
    await page.fill("#user_pass", site.password);
    await page.click("#wp-submit");
    await page.waitForURL("**/wp-admin/**");
    // Without an address visitors see nothing of the plugin, and the administrator sees why.
    const hint = "isi alamatnya di Pengaturan › Kalkulator Cakupan";
    await page.goto(site.post("kode-pendek"));
    assert.ok((await page.locator(".entry-content").innerText()).includes(hint));
    const seen = await (await fetch(site.post("kode-pendek"))).text();
    assert.equal(seen.includes(hint) || seen.includes("kalkulator-cakupan"), false);
    await page.goto(`${site.address}/wp-admin/options-general.php?page=cakupan`);
    const field = page.locator("#cakupan_address");
    for (const [typed, told, kept] of [
      ["ftp://kalkulator.contoh.go.id/", "The address was not changed", ""],
      ["javascript:alert(1)", "The address was not changed", ""],
      ["https://nama:sandi@kalkulator.contoh.go.id/", "The address was not changed", ""],
      [new URL(".", values.calculator).href, "Settings saved.", values.calculator],
    ]) {
      await field.fill(typed);
      await Promise.all([page.waitForEvent("load"), page.click("#submit")]);
      await page.getByText(told).waitFor();
      assert.equal(await field.inputValue(), kept);
    }
    assert.match(await page.locator(".wrap").innerText(), new RegExp(`frame-src ${values.origin}`));
    await page.screenshot({ path: `${out}/wordpress-settings.png` });
    await page.close();
  });

  for (const post of ["kode-pendek", "blok"])
    test(`a post with the calculator: ${post}`, () => assertHosts(`wordpress-${post}`, site.post(post)));

  test("what an author writes never leaves its attribute", async () => {
    const { page, complaints, close } = await open(site.post("jahat"), 1000);
    const element = page.locator("kalkulator-cakupan");
    const written = await element.evaluate(({ attributes }) =>
      Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
    );
    assert.deepEqual(written, { src: values.calculator, name: 'Biaya "perlindungan" <b>' });
    assert.deepEqual(complaints, []);
    await close();
  });

  test("an author finds the block in the editor and sets it", async () => {
    const { page, complaints } = await newPage(admin, ["error"]);
    await page.goto(site.edit("blok"));
    const block = page.locator("[data-type='cakupan/kalkulator']");
    await block.getByText("73.71").waitFor();
    await block.click();
    await page.screenshot({ path: `${out}/wordpress-editor.png` });
    await page.getByLabel("Region").fill("Kota Makassar");
    await page.getByRole("button", { name: "Update", exact: true }).click();
    await page.getByText("Post updated.").first().waitFor();
    assert.deepEqual(complaints, []);
    await page.goto(site.post("blok"));
    await assertAnswers(page, page.locator("kalkulator-cakupan iframe"));
    assert.equal(await page.locator("kalkulator-cakupan").getAttribute("region"), "Kota Makassar");
    await page.close();
  });

  test("the plugin leaves no warning of PHP", async () => {
    const log = await readFile(`${out}/wordpress/site/debug.log`, "utf8");
    assert.ok(log.includes("hasil: the log is kept"));
    assert.deepEqual(
      log.split("\n").filter((line) => line.includes("plugins/cakupan")),
      [],
    );
  });
});
