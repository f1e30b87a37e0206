// The page "Pasang": copied snippets work when pasted, and its statements on colours are true.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { after, afterEach, before, describe, test } from "node:test";
import { calculator, file, json, launch, listening, newPage, somebody } from "./stage.mjs";

const axe = await readFile(file("node_modules/axe-core/axe.min.js"), "utf8");
const MAKASSAR = 20_227_939_200;

let home;
let portal;
let browser;
let stage;

before(async () => {
  [home, portal, browser] = await Promise.all([calculator(), somebody(), launch()]);
});

after(async () => {
  await browser?.close();
  await Promise.all([home?.close(), portal?.close()]);
});

afterEach(async () => {
  await stage?.context.close();
  // The browser warns of a sandbox that the page could leave; the preview is of our own origin, which may.
  const rest = (stage?.complaints ?? []).filter((text) => !text.includes("can escape its sandboxing"));
  assert.deepEqual(rest, [], "console errors or policy violations");
  stage = undefined;
});

async function open(options) {
  stage = await newPage(browser, options);
  await stage.page.goto(`${home.address}pasang.html`);
  await stage.page.locator("#element-snippet").waitFor();
  return stage.page;
}

const snippet = (name) => stage.page.locator(`#${name}-snippet`).innerText();
const preview = () => stage.page.frameLocator("kalkulator-cakupan iframe");

/** The snippet on another site, under the policy that the page gives with it. */
async function paste(body, policy) {
  portal.pages.set("/host.js", { type: "text/javascript", body: listening });
  portal.pages.set("/pasted", {
    policy: `default-src 'none'; img-src data:; ${policy.replace("script-src", "script-src 'self'")}`,
    body: `<!doctype html><html lang="id"><title>Portal</title><link rel="icon" href="data:,"><script src="/host.js"></script><body>${body}</body></html>`,
  });
  const page = await stage.context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") stage.complaints.push(message.text());
  });
  await page.goto(`${portal.address}pasted`);
  return page;
}

describe("snippets", () => {
  test("every case file's region is offered by its code, and the frame fills it in", async () => {
    const page = await open();
    const cases = await Promise.all((await readdir(file("cases"))).map((name) => json(`cases/${name}`)));
    const offered = await page.locator("#choose-region option").evaluateAll((all) => all.map(({ value }) => value));
    assert.deepEqual(offered.filter(Boolean).sort(), cases.map(({ region }) => region.code).sort());
    for (const { region } of cases) {
      await page.selectOption("#choose-region", region.code);
      await page.waitForFunction((wanted) => {
        const frame = document.querySelector("kalkulator-cakupan").shadowRoot.querySelector("iframe");
        return frame?.contentDocument?.getElementById("region.name")?.value === wanted;
      }, region.name);
    }
  });

  test("the plain frame works where it is pasted", async () => {
    const page = await open();
    await page.selectOption("#choose-region", "73.71");
    await page.selectOption("#choose-mode", "full");
    await page.selectOption("#choose-language", "en");
    await page.fill("#accent", "#8a1538");
    const pasted = await paste(await snippet("frame"), `${(await snippet("host-policy")).split(";")[0]}; script-src`);
    const frame = pasted.frameLocator("iframe");
    await frame.locator(".lead .total").waitFor();
    assert.equal(Number((await frame.locator(".lead .total").innerText()).replace(/\D/g, "")), MAKASSAR);
    await frame.getByRole("heading", { name: "Workforce" }).waitFor();
    assert.equal(
      await frame.locator("html").evaluate((root) => getComputedStyle(root).getPropertyValue("--primary")),
      "#8a1538",
    );
  });

  test("the element works where it is pasted, its script held against the hash", async () => {
    const page = await open();
    await page.selectOption("#choose-region", "73.71");
    await page.fill("#radius", "0");
    await page.locator("[name=keep]").check();
    const held = await page.locator("kalkulator-cakupan iframe").getAttribute("sandbox");
    assert.ok((await snippet("frame")).includes(`sandbox="${held}"`), "both ways give the calculator the same rights");
    const text = await snippet("element");
    assert.match(text, /integrity="sha384-[A-Za-z0-9+/]{64}" crossorigin="anonymous"/);
    assert.match(text, /radius="0" keep>/);
    const pasted = await paste(text, await snippet("host-policy"));
    await pasted.waitForFunction((total) => window.heard.some(({ detail }) => detail?.totalRupiah === total), MAKASSAR);
    await pasted.close();
    const broken = await paste(
      text.replace(/sha384-./, (start) => `${start.slice(0, -1)}${start.endsWith("A") ? "B" : "A"}`),
      await snippet("host-policy"),
    );
    await broken.waitForLoadState("load");
    assert.equal(await broken.evaluate(() => customElements.get("kalkulator-cakupan")), undefined);
    // Without the script there is still a link to the calculator.
    assert.ok(await broken.getByRole("link").isVisible());
    assert.ok(stage.complaints.some((text) => text.includes("integrity")));
    stage.complaints = [];
  });

  test("the lines that receive the result and give a beginning run", async () => {
    const page = await open();
    await page.selectOption("#choose-region", "73.71");
    const result = await snippet("result");
    const element = (await snippet("element")).replace(" async", "");
    const policy = (await snippet("host-policy")).replace("script-src", "script-src 'unsafe-inline'");
    const pasted = await paste(`${element}<script>${result}</script>`, policy);
    await pasted.waitForFunction(() => JSON.parse(localStorage.getItem("rencana"))?.region.name === "Kota Makassar");
    await pasted.evaluate(() =>
      localStorage.setItem("rencana", localStorage.getItem("rencana").replace("Kota Makassar", "Kota Kembali")),
    );
    await pasted.reload();
    await pasted.waitForFunction(() => window.heard.some(({ detail }) => detail?.region === "Kota Kembali"));
  });

  test("the hash is that of the file, at the address of its version", async () => {
    const { version, path, integrity } = await json("www/dist/embed/embed.json");
    assert.equal(version, (await json("pkg/package.json")).version);
    assert.equal(path, `embed/${version}/embed.js`);
    const [pinned, newest] = await Promise.all(
      [path, "embed/embed.js"].map((name) => readFile(file(`www/dist/${name}`))),
    );
    assert.equal(integrity, `sha384-${createHash("sha384").update(pinned).digest("base64")}`);
    assert.ok(pinned.equals(newest));
    const size = gzipSync(pinned, { level: 9 }).length;
    assert.ok(size <= 3000, `${size} bytes`);
  });
});

describe("choices", () => {
  test("show at once in the preview, and what was typed there stays", async () => {
    const page = await open();
    await preview().locator("[id='region.name']").fill("Kota Coba");
    await page.fill("#accent", "#8a1538");
    await preview()
      .locator("html")
      .evaluate(
        (root) =>
          new Promise((resolve) => {
            const look = () =>
              getComputedStyle(root).getPropertyValue("--primary") === "#8a1538" ? resolve() : setTimeout(look, 50);
            look();
          }),
      );
    assert.equal(await preview().locator("[id='region.name']").inputValue(), "Kota Coba");
  });

  test("a colour that cannot be read is called so, with its contrast", async () => {
    const page = await open();
    const verdict = (name) => page.locator(`#${name}-verdict`).innerText();
    // White on white is 1 : 1; #767676 on white is 4,54 : 1, on the dark background 3,6.
    await page.fill("#accent", "#ffffff");
    assert.match(
      await verdict("accent"),
      /Kontras 1 : 1 di latar terang, perlu 4,5 : 1\. Warna ini tidak akan diikuti/,
    );
    await page.fill("#accent", "#767676");
    assert.match(await verdict("accent"), /Kontras 4,54 : 1 di latar terang: terbaca\./);
    assert.match(await verdict("accent"), /di latar gelap, perlu 4,5 : 1/);
    await page.fill("#background", "#ffffff");
    assert.match(await verdict("accent"), /^Kontras 4,54 : 1 dengan warna pasangannya: terbaca\.$/);
    await page.fill("#background", "#777777");
    assert.match(await verdict("background"), /tidak akan diikuti/);
    // A refused colour does not turn off the dark scheme.
    assert.match(await verdict("accent"), /di latar gelap, perlu 4,5 : 1/);
    await page.fill("#text", "merah");
    assert.match(await verdict("text"), /Tulis seperti #0b5cad/);
    assert.ok(!(await snippet("element")).includes("merah"));
    await page.fill("#radius", "25");
    assert.ok(!(await snippet("element")).includes("radius"));
    assert.equal(await page.locator("#radius").getAttribute("aria-invalid"), "true");
  });

  test("beside a background that is refused, a colour is judged for light and dark readers alike", async () => {
    const page = await open();
    const verdict = async (name) => (await page.locator(`#${name}-verdict`).innerText()).split(/(?<=\.)\s*(?=Kontras)/);
    // #777777 has a contrast of 4,48 : 1 with white, so no text of ours passes on it; #0a489f is a dark blue.
    await page.fill("#background", "#777777");
    await page.fill("#accent", "#0a489f");
    const [light, dark, ...more] = await verdict("accent");
    assert.match(light, /di latar terang: terbaca\.$/);
    assert.match(dark, /di latar gelap, perlu 4,5 : 1\. Warna ini tidak akan diikuti/);
    assert.deepEqual(more, []);
    const own = await verdict("background");
    assert.equal(own.length, 1);
    assert.match(own[0], /dengan warna pasangannya, perlu 4,5 : 1/);
    // The calculator itself shows what the page states, for a reader who prefers dark.
    await page.emulateMedia({ colorScheme: "dark" });
    await preview()
      .locator("html")
      .evaluate(
        (root) =>
          new Promise((resolve) => {
            const look = () =>
              getComputedStyle(root).getPropertyValue("--primary").trim() === "#9cc4fb"
                ? resolve()
                : setTimeout(look, 50);
            look();
          }),
      );
  });

  test("what goes into the portal speaks the language that was chosen for it", async () => {
    const page = await open();
    const english = 'title="Calculator: protecting workers by BPJS Ketenagakerjaan"';
    await page.selectOption("#choose-language", "en");
    assert.ok((await snippet("frame")).includes(english));
    assert.ok((await snippet("element")).includes(">Calculator: protecting workers by BPJS Ketenagakerjaan</a>"));
    await page.selectOption("#choose-language", "id");
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Choices" }).waitFor();
    assert.ok((await snippet("frame")).includes('title="Kalkulator perlindungan pekerja lewat BPJS Ketenagakerjaan"'));
  });

  test("each snippet has a name of its own", async () => {
    const page = await open();
    for (const [role, scope] of [
      ["button", ".snippet button"],
      ["region", ".snippet pre"],
    ]) {
      const names = await page.locator(scope).evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));
      assert.equal(names.length, 5, role);
      assert.equal(new Set(names).size, names.length, names.join(", "));
    }
    await page.getByRole("button", { name: "Salin: CSP portal" }).waitFor();
    await page.getByRole("region", { name: "CSP server kalkulator" }).waitFor();
  });

  test("every copy is told anew, by the name of what was copied", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.evaluate(() => {
      const status = document.getElementById("status");
      window.told = [];
      new MutationObserver(() => window.told.push(status.textContent)).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    for (const name of ["CSP portal", "CSP portal", "CSP server kalkulator"]) {
      const before = await page.evaluate(() => window.told.filter(Boolean).length);
      await page.getByRole("button", { name: `Salin: ${name}` }).press("Enter");
      await page.waitForFunction((before) => window.told.filter(Boolean).length > before, before);
    }
    assert.deepEqual(await page.evaluate(() => window.told.filter(Boolean)), [
      "Disalin: CSP portal",
      "Disalin: CSP portal",
      "Disalin: CSP server kalkulator",
    ]);
  });

  test("copying writes to the clipboard, or else selects the text", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.getByRole("button", { name: "Salin: 1. Bingkai biasa (iframe)" }).press("Enter");
    await page.getByText("Disalin: 1. Bingkai biasa (iframe)").waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await snippet("frame"));
    for (const about of ["CSP portal", "CSP server kalkulator"]) {
      await page.getByRole("button", { name: `Salin: ${about}`, exact: true }).press("Enter");
      await page.getByText(`Disalin: ${about}`).waitFor();
    }
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("no"));
    });
    await page.getByRole("button", { name: "Salin: 2. Elemen" }).press("Enter");
    await page.getByText("Terpilih.").waitFor();
    assert.equal((await page.evaluate(() => String(getSelection()))).trim(), (await snippet("element")).trim());
  });
});

test("the calculator leads here, and back", async () => {
  stage = await newPage(browser);
  const { page } = stage;
  await page.goto(home.address);
  await page.getByRole("link", { name: "Sematkan di situs" }).click();
  await page.getByRole("heading", { name: "Cakupan: pasang" }).waitFor();
  await page.getByRole("link", { name: "Ke kalkulator" }).click();
  await page.locator("[id='region.name']").waitFor();
});

describe("axe finds nothing", () => {
  for (const colorScheme of ["light", "dark"])
    for (const width of [1000, 340])
      test(`${colorScheme}, ${width} px, in both languages`, async () => {
        const page = await open({ colorScheme, viewport: { width, height: 800 } });
        await page.fill("#accent", "#767676");
        await page.fill("#text", "x");
        for (const heading of ["Pilihan", "Choices"]) {
          await page.getByRole("heading", { name: heading }).waitFor();
          await page.evaluate(axe);
          const found = await page.evaluate(async () => {
            const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
            const { violations } = await window.axe.run(document, { runOnly: { type: "tag", values }, iframes: false });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
          });
          assert.deepEqual(found, [], heading);
          assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
          await page.locator("#language").press("Enter");
        }
      });
});
