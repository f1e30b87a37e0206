// The calculator inside real hosts, under their security policy: seen, as high as its content, filled in, and heard.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/serve.mjs";
import { serveFolders, servePhp } from "./serve.mjs";
import { startWordpress } from "./wordpress/site.mjs";

const path = name => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const out = path("target/hosts");
const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const hosts = (process.env.HOSTS ?? "plain").split(",");
const only = name => ({ skip: !hosts.includes(name) });

// Makassar renews the cover of 58,161 workers for 2025 and 2026, as the README prints.
const PUBLISHED = "20227939200";
const WIDTHS = [1000, 340];

let calculator;
let browser;
let values;

before(async () => {
  await mkdir(out, { recursive: true });
  calculator = await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: flags });
  const embed = JSON.parse(await readFile(path("www/dist/embed/embed.json"), "utf8"));
  values = {
    calculator: `${calculator.address}sematan.html`,
    origin: new URL(calculator.address).origin,
    script: calculator.address + embed.path,
    integrity: embed.integrity,
  };
});

after(async () => {
  await browser?.close();
  await calculator?.close();
});

/** The strictest policy a portal can have; `scripts` names where else its scripts come from. */
const policy = (scripts = "") => [
  "default-src 'none'", `script-src 'self' ${scripts}`, "style-src 'self'", `frame-src ${values.origin}`,
  "img-src 'self'", "connect-src 'self'", "base-uri 'none'", "form-action 'none'",
].join("; ");

/** A page of a host at one width; what its console says counts as a fault. */
async function open(address, width) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints = [];
  page.on("console", message => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", error => complaints.push(String(error)));
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

const answerIn = frame => frame.locator(".lead .total").first();

/** How high the frame is, how high what is in it, and whether anything in it can be scrolled. */
const measure = frame => frame.locator("html").evaluate(html => ({
  frame: innerHeight,
  content: Math.ceil(html.getBoundingClientRect().height),
  scrolls: html.scrollHeight > innerHeight || html.scrollWidth > innerWidth,
  last: Math.max(...[...document.querySelectorAll("#page *")].map(element => element.getBoundingClientRect().bottom)),
}));

/** Waits until `attempt` does not fail any more, for what settles over several frames of the screen. */
async function settle(page, attempt) {
  for (let left = 50; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0) throw error;
      await page.waitForTimeout(100);
    }
  }
}

/** The calculator that `iframe` holds: visible, and filled in with the case of Makassar. */
async function assertAnswers(page, iframe) {
  await iframe.scrollIntoViewIfNeeded();
  assert.ok(await iframe.isVisible());
  const total = answerIn(iframe.contentFrame());
  await total.waitFor();
  await settle(page, async () => assert.equal((await total.innerText()).replace(/\D/g, ""), PUBLISHED));
}

/** As high as its content: no inner scroll bar, and no gap below it. The host itself does not get too wide. */
async function assertFits(page, iframe) {
  // Browsers lay out frames of other origins only near what is seen.
  await iframe.scrollIntoViewIfNeeded();
  await settle(page, async () => {
    const { frame, content, scrolls, last } = await measure(iframe.contentFrame());
    assert.equal(frame, content, "height of the frame and of its content");
    assert.equal(scrolls, false, "the frame scrolls");
    assert.ok(frame - last >= 0 && frame - last <= 40, `${frame - last} pixels below the last line`);
  });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "the host is too wide");
}

/** All that a host must show, at both widths, and again after the window was made narrow. */
async function assertHosts(name, address, element = "kalkulator-cakupan iframe") {
  for (const width of WIDTHS) {
    const { page, complaints, close } = await open(address, width);
    const iframe = page.locator(element);
    await assertAnswers(page, iframe);
    await assertFits(page, iframe);
    await settle(page, async () => assert.equal(await page.locator("#hasil").innerText(), PUBLISHED));
    await page.screenshot({ path: `${out}/${name}-${width}.png`, fullPage: true });
    await page.setViewportSize({ width: width === 340 ? 1000 : 340, height: 900 });
    await assertFits(page, iframe);
    assert.deepEqual(complaints, [], "console of the host and of the frame");
    await close();
  }
}

/** A portal built by a framework: what it binds later reaches the frame too. */
async function assertFramework(name) {
  const host = await serveFolders({ folders: [`${out}/${name}`], values, policy: policy() });
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
  let host;
  before(async () => {
    host = await serveFolders({ folders: [path("tests/hosts/plain"), path("tests/hosts")], values, policy: policy(values.origin) });
  });
  after(() => host?.close());

  test("the element, its script pinned by its hash", () => assertHosts("plain-element", host.address));

  test("a script that was changed on its way does not run; the page goes on without it", async () => {
    const other = values.integrity.replace(/.$/, last => (last === "A" ? "B" : "A"));
    const changed = await serveFolders({
      folders: [path("tests/hosts/plain"), path("tests/hosts")],
      values: { ...values, integrity: other },
      policy: policy(values.origin),
    });
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
      const { scrollWidth, innerWidth } = await page.locator("iframe").contentFrame().locator("html")
        .evaluate(html => ({ scrollWidth: html.scrollWidth, innerWidth }));
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
    HOSTS_CALCULATOR: values.calculator, HOSTS_ORIGIN: values.origin, HOSTS_SCRIPT: values.script,
    HOSTS_INTEGRITY: values.integrity,
  };
  const host = await servePhp({ router: "opensid/index.php", env });
  try {
    await assertHosts("opensid", host.address, ".sidebar kalkulator-cakupan iframe");
    const { page, complaints, close } = await open(host.address, 1000);
    await assertAnswers(page, page.locator("article iframe"));
    await assertAnswers(page, page.locator(".sidebar kalkulator-cakupan iframe"));
    assert.deepEqual(complaints, []);
    await close();
  } finally {
    await host.close();
  }
});

describe("the WordPress of Debian", only("wordpress"), () => {
  let site;
  let admin;

  before(async () => {
    const plugin = `${out}/plugin/cakupan`;
    site = await startWordpress({ folder: `${out}/wordpress`, plugin, origin: values.origin });
    admin = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
    admin.setDefaultTimeout(10_000);
  });
  after(async () => {
    await admin?.close();
    await site?.close();
  });

  test("an administrator logs in and sets the address; what is no address is refused", async () => {
    const page = await admin.newPage();
    await page.goto(`${site.address}/wp-login.php`);
    await page.fill("#user_login", "admin");
    await page.fill("#user_pass", site.password);
    await page.click("#wp-submit");
    await page.waitForURL("**/wp-admin/**");
    // Until there is an address, visitors see nothing of the plugin, and the administrator why.
    await page.goto(site.post("kode-pendek"));
    assert.match(await page.locator(".entry-content").innerText(), /isi alamatnya di Pengaturan › Kalkulator Cakupan/);
    await page.goto(`${site.address}/wp-admin/options-general.php?page=cakupan`);
    const field = page.locator("#cakupan_address");
    for (const [typed, told, kept] of [
      ["ftp://kalkulator.contoh.go.id/", "The address was not changed", ""],
      [calculator.address, "Settings saved.", values.calculator],
    ]) {
      await field.fill(typed);
      await page.click("#submit");
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
      Object.fromEntries([...attributes].map(({ name, value }) => [name, value])));
    assert.deepEqual(written, { src: values.calculator, name: 'Biaya "perlindungan" <b>' });
    assert.deepEqual(complaints, []);
    await close();
  });

  test("an author finds the block in the editor and sets it", async () => {
    const page = await admin.newPage();
    const complaints = [];
    page.on("console", message => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", error => complaints.push(String(error)));
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
    const log = await readFile(`${out}/wordpress/site/debug.log`, "utf8").catch(() => "");
    assert.deepEqual(log.split("\n").filter(line => line.includes("plugins/cakupan")), []);
  });
});
