// `<kalkulator-cakupan>` on a page of another origin with the strictest policy: what host and reader get.
import assert from "node:assert/strict";
import { after, afterEach, before, describe, test } from "node:test";
import { check, project } from "cakupan";
import { LIMITS } from "cakupan/embed";
import { calculator, host, json, launch, listening, newPage, somebody, strict } from "./stage.mjs";

const makassar = await json("cases/makassar.json");
const sidrap = await json("cases/sidrap.json");
/** Makassar, as in the README. */
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
  assert.deepEqual(stage?.complaints, [], "console errors or policy violations");
  stage = undefined;
});

async function open({ body, script = "", policy, options }) {
  stage = await newPage(browser, options);
  await stage.page.goto(host(portal, home.address, { body, script: listening + script, ...(policy && { policy }) }));
  return stage.page;
}

const give = (id, scenario) => `document.getElementById(${JSON.stringify(id)}).scenario = ${JSON.stringify(scenario)};`;
const element = (attributes = "", id = "a") => `<kalkulator-cakupan id="${id}" ${attributes}></kalkulator-cakupan>`;
const inside = (page, id = "a") => page.frameLocator(`#${id} iframe`);
const heard = (page, kind, id = "a") =>
  page.evaluate(
    ([kind, id]) => window.heard.filter((each) => each.kind === kind && each.id === id).map(({ detail }) => detail),
    [kind, id],
  );

/** Waits until the element has reported a total. */
async function told(page, total, id = "a") {
  await page.waitForFunction(
    ([id, total]) =>
      window.heard.findLast((each) => each.kind === "result" && each.id === id)?.detail.totalRupiah === total,
    [id, total],
  );
}

/** Height of the frame and of its content, in whole pixels. */
async function heights(page, id = "a") {
  const frame = await (await page.locator(`#${id} iframe`).elementHandle()).contentFrame();
  const [outer, { inner, shown, scrolls }] = await Promise.all([
    page.locator(`#${id} iframe`).evaluate((iframe) => iframe.getBoundingClientRect().height),
    frame.evaluate(() => {
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement;
      return {
        inner: innerHeight,
        shown: scrollHeight,
        scrolls: scrollHeight > clientHeight || scrollWidth > clientWidth,
      };
    }),
  ]);
  return { outer, inner, shown, scrolls };
}

async function fits(page, id) {
  await assert.doesNotReject(async () => {
    for (let tries = 0; ; tries++) {
      const { outer, inner, shown, scrolls } = await heights(page, id);
      if (outer === shown && inner === shown && !scrolls) return;
      if (tries > 40) throw new Error(JSON.stringify({ outer, inner, shown, scrolls }));
      await page.waitForTimeout(100);
    }
  });
}

describe("height, prefill and result", () => {
  for (const mode of ["compact", "full"])
    for (const width of [1000, 340])
      test(`${mode}, ${width} px: as high as its content, and Makassar's figure`, async () => {
        const page = await open({
          body: element(`mode="${mode}"`),
          script: give("a", makassar),
          options: { viewport: { width, height: 800 } },
        });
        await told(page, MAKASSAR);
        const lead = await inside(page).locator(".lead .total").innerText();
        assert.equal(Number(lead.replace(/\D/g, "")), MAKASSAR);
        await fits(page);
        // Opening a part makes the frame higher, closing it lower.
        const before = (await heights(page)).outer;
        const details = inside(page).locator("fieldset.card details, .rest details").first();
        await details.locator("summary").click();
        await page.waitForFunction(
          (before) => Number(document.querySelector("#a").shadowRoot.querySelector("iframe").height) > before,
          before,
        );
        await fits(page);
        await details.locator("summary").click();
        await page.waitForFunction(
          (before) => Number(document.querySelector("#a").shadowRoot.querySelector("iframe").height) === before,
          before,
        );
      });

  test("the result is that of the engine, and its scenario can be given back", async () => {
    const page = await open({ body: element(), script: give("a", makassar) });
    await told(page, MAKASSAR);
    const result = (await heard(page, "result")).at(-1);
    const expected = project(makassar);
    assert.deepEqual(
      result.years,
      expected.years.map(({ year, rupiah, unpaidRupiah, coverage }) => ({
        year,
        rupiah,
        shortRupiah: unpaidRupiah,
        members: coverage.members,
        percent: coverage.percent,
        scope: "region",
      })),
    );
    assert.deepEqual(
      [result.region, result.firstMonth, result.months, result.law],
      ["Kota Makassar", "2025-01", 24, expected.law],
    );
    assert.equal(project(result.scenario).input, expected.input);
    assert.deepEqual((await heard(page, "problems")).at(-1), []);
  });

  test("what is typed inside is told outside", async () => {
    const page = await open({ body: element(), script: give("a", makassar) });
    await told(page, MAKASSAR);
    const people = makassar.segments[0].enrolment.counts[0].people;
    await inside(page)
      .locator("[id='segments[0].enrolment.counts[0].people']")
      .fill(String(people + 1000));
    // Lowest bracket: JKK 10.000 and JKM 6.800 a month, 24 months.
    await told(page, MAKASSAR + 1000 * 16_800 * 24);
  });

  test("a scenario that cannot be calculated is shown as far as it goes, with its problems", async () => {
    const broken = { ...makassar, funds: "none", colour: 1, segments: [{ ...makassar.segments[0], class: "PNS" }] };
    const page = await open({ body: element(), script: give("a", broken) });
    await page.waitForFunction(() => window.heard.some(({ kind, detail }) => kind === "problems" && detail.length > 0));
    const problems = (await heard(page, "problems")).at(-1);
    for (const { code, path } of check(broken))
      assert.ok(
        problems.some((each) => each.code === code && each.path === path),
        `${code} ${path}`,
      );
    assert.equal(await inside(page).locator("[id='region.name']").inputValue(), "Kota Makassar");
    assert.match(await inside(page).locator(".history").innerText(), /3 bagian/);
  });
});

describe("the element", () => {
  test("takes a scenario that was set before it was known, and another later", async () => {
    const page = await open({ body: element(), script: give("a", makassar) });
    await told(page, MAKASSAR);
    await page.evaluate((scenario) => {
      document.getElementById("a").scenario = scenario;
    }, sidrap);
    await told(page, project(sidrap).total.rupiah);
    assert.equal(await page.evaluate(() => document.getElementById("a").scenario.region.name), sidrap.region.name);
  });

  test("follows its attributes without losing what was typed", async () => {
    const page = await open({ body: element(), script: give("a", makassar) });
    await told(page, MAKASSAR);
    await inside(page).locator("[id='region.name']").fill("Kota Baru");
    await page.evaluate(() => document.getElementById("a").setAttribute("language", "en"));
    await inside(page).getByRole("heading", { name: "What it costs to protect workers" }).waitFor();
    await page.evaluate(() => document.getElementById("a").setAttribute("mode", "full"));
    await inside(page).getByRole("heading", { name: "Workforce" }).waitFor();
    assert.equal(await inside(page).locator("[id='region.name']").inputValue(), "Kota Baru");
    await page.evaluate(() => document.getElementById("a").setAttribute("name", "Hitung iuran"));
    assert.equal(await page.locator("#a iframe").getAttribute("title"), "Hitung iuran");
  });

  test("a host that binds the result back, a moment late, neither undoes what is typed nor fills the history", async () => {
    const echo = `addEventListener("cakupan-result", ({ target, detail }) => {
      const { scenario } = JSON.parse(JSON.stringify(detail));
      setTimeout(() => { target.scenario = scenario; window.echoes = (window.echoes ?? 0) + 1; }, 400);
    });`;
    const page = await open({ body: element(), script: give("a", makassar) + echo });
    await told(page, MAKASSAR);
    const people = inside(page).locator("[id='segments[0].enrolment.counts[0].people']");
    const before = await people.inputValue();
    await people.fill("");
    await people.pressSequentially("36250", { delay: 300 });
    const typed = structuredClone(makassar);
    typed.segments[0].enrolment.counts[0].people = 36_250;
    await told(page, project(typed).total.rupiah);
    // Each digit gave a result, and all of them have returned by now.
    await page.waitForTimeout(1500);
    assert.ok((await page.evaluate(() => window.echoes)) >= 4);
    assert.equal(await people.inputValue(), "36250");
    await people.blur();
    assert.ok(!(await inside(page).locator(".history").innerText()).includes("Isian dari halaman ini dimuat."));
    const echoes = await page.evaluate(() => window.echoes);
    await inside(page).getByRole("button", { name: "Batalkan perubahan" }).click();
    assert.equal(await people.inputValue(), before);
    // This host would bind that result over a scenario that it was given in the meantime.
    await page.waitForFunction((echoes) => window.echoes > echoes, echoes);
    // A scenario from elsewhere is accepted as before.
    await page.evaluate((scenario) => {
      document.getElementById("a").scenario = scenario;
    }, sidrap);
    await told(page, project(sidrap).total.rupiah);
  });

  test("works again after it was taken off and put back", async () => {
    const page = await open({ body: element(), script: give("a", makassar) });
    await told(page, MAKASSAR);
    await page.evaluate(() => {
      const calculator = document.getElementById("a");
      calculator.remove();
      window.heard.length = 0;
      document.body.append(calculator);
    });
    await told(page, MAKASSAR);
    assert.equal(await page.locator("#a iframe").count(), 1);
    await fits(page);
  });

  test("two on one page do not disturb each other", async () => {
    const page = await open({
      body: element("", "a") + element('language="en" accent="#8a1538"', "b"),
      script: give("a", makassar) + give("b", sidrap),
    });
    const other = project(sidrap).total.rupiah;
    await told(page, MAKASSAR, "a");
    await page.locator("#b").scrollIntoViewIfNeeded();
    await told(page, other, "b");
    await inside(page, "b").locator("[id='region.name']").fill("Kabupaten Lain");
    await page.waitForFunction(() =>
      window.heard.some(({ id, detail }) => id === "b" && detail?.region === "Kabupaten Lain"),
    );
    assert.equal(await inside(page, "a").locator("[id='region.name']").inputValue(), "Kota Makassar");
    const totals = (await heard(page, "result", "a")).map(({ totalRupiah }) => totalRupiah);
    assert.deepEqual([...new Set(totals)], [MAKASSAR]);
    const colour = (id) =>
      inside(page, id)
        .locator("html")
        .evaluate((root) => getComputedStyle(root).getPropertyValue("--primary"));
    assert.deepEqual([await colour("a"), await colour("b")], ["#0a489f", "#8a1538"]);
    await fits(page, "a");
    await fits(page, "b");
  });

  test("refuses addresses that are none, and goes on with a good one", async () => {
    const page = await open({ body: "" });
    await page.waitForFunction(() => customElements.get("kalkulator-cakupan"));
    const refused = await page.evaluate(() =>
      ["javascript:alert(1)", "data:text/html,x", "blob:x", "file:///etc/passwd", "http://", ""].map((src) => {
        const calculator = document.createElement("kalkulator-cakupan");
        const codes = [];
        calculator.addEventListener("cakupan-refused", ({ detail }) => codes.push(detail.code, detail.params.setting));
        calculator.setAttribute("src", src);
        document.body.append(calculator);
        return [...codes, calculator.shadowRoot.querySelectorAll("iframe").length];
      }),
    );
    for (const found of refused) assert.deepEqual(found, ["badSetting", "src", 0]);
    await page.evaluate((src) => {
      const calculator = document.querySelector("kalkulator-cakupan");
      calculator.id = "a";
      calculator.setAttribute("src", src);
    }, `${home.address}sematan.html`);
    await inside(page).locator("#form").waitFor();
  });

  test("a scenario that no message can carry is refused by its name, and one of a framework is carried", async () => {
    const page = await open({ body: element() });
    await inside(page).locator("#form").waitFor();
    await page.evaluate(() => {
      const cycle = {};
      cycle.cycle = cycle;
      document.getElementById("a").scenario = cycle;
    });
    await page.waitForFunction(() => window.heard.some(({ kind }) => kind === "refused"));
    assert.deepEqual(await heard(page, "refused"), [{ code: "badSetting", params: { setting: "scenario" } }]);
    await page.evaluate((scenario) => {
      document.getElementById("a").scenario = new Proxy(scenario, {});
    }, makassar);
    await told(page, MAKASSAR);
  });

  test("what the frame refuses is told to the host", async () => {
    const page = await open({ body: element('region="Kota Antah" accent="#ffff00" background="#ffffff"') });
    await page.waitForFunction(() => window.heard.filter(({ kind }) => kind === "refused").length > 1);
    const codes = (await heard(page, "refused")).map(({ code, params }) => [code, params.setting ?? params.region]);
    assert.deepEqual(codes, [
      ["lowContrast", "theme.accent"],
      ["unknownRegion", "Kota Antah"],
    ]);
    assert.equal(await inside(page).locator("[id='region.name']").inputValue(), "Kota Antah");
    await page.evaluate(() => document.getElementById("a").setAttribute("radius", "8px"));
    await page.waitForFunction(
      () => window.heard.findLast(({ kind }) => kind === "refused")?.detail.params.setting === "theme.radius",
    );
  });
});

// ───────────────────────────── a hostile frame ─────────────────────────────

describe("a hostile frame", () => {
  /** An attacker's page in the frame in place of the calculator; it may run any script. */
  async function frames(t, evil, more = "") {
    const foe = await somebody();
    t.after(() => foe.close());
    foe.pages.set("/sematan.html", {
      body: `<!doctype html><title>x</title><script>${evil}; parent.postMessage("end", "*")</script>`,
    });
    stage = await newPage(browser);
    const policy = strict(home.address).replace("frame-src ", `frame-src ${foe.address} ${more} `);
    const script = `${listening} addEventListener("message", ({ data }) => {
      if (data === "end") window.ended = true;
      if (data === "said") window.said = (window.said ?? 0) + 1;
    });`;
    const body = element(`src="${foe.address}sematan.html"`);
    await stage.page.goto(host(portal, home.address, { body, script, policy }));
    await stage.page.waitForFunction(() => document.querySelector("#a")?.shadowRoot?.querySelector("iframe"));
    return { page: stage.page, foe };
  }

  const height = (page) =>
    page.locator("#a iframe").evaluate((iframe) => [iframe.height, iframe.getBoundingClientRect().height]);

  test("cannot make it grow beyond the limit, or without end", async (t) => {
    const { page } = await frames(
      t,
      `
      for (const pixels of [1e9, 40001, -5, 1.5, NaN, Infinity, "100%", "300; position: fixed", {}, [], null])
        parent.postMessage({ cakupan: 1, kind: "height", pixels }, "*");
      parent.postMessage({ cakupan: 1, kind: "height", pixels: 40000 }, "*");
      for (let n = 0; n < 5000; n++) parent.postMessage({ cakupan: 1, kind: "height", pixels: n }, "*");
    `,
    );
    await page.waitForFunction(() => window.ended);
    // 11 invalid ones, then 40000, then as many as the limit leaves.
    assert.deepEqual(await height(page), [String(LIMITS.messages - 13), LIMITS.messages - 13]);
  });

  test("floods with results, and the host hears no more than the limit", async (t) => {
    const result = {
      engine: "x",
      law: "x",
      region: "<img src=x onerror=alert(1)>",
      firstMonth: "2025-01",
      months: 1,
      totalRupiah: 1,
      years: [],
      scenario: {},
    };
    const { page } = await frames(
      t,
      `for (let n = 0; n < 3000; n++) parent.postMessage({ cakupan: 1, kind: "result", result: ${JSON.stringify(result)} }, "*");`,
    );
    await page.waitForFunction(() => window.ended);
    const results = await heard(page, "result");
    assert.equal(results.length, LIMITS.messages);
    assert.equal(await page.locator("img").count(), 0);
  });

  test("brings neither prototypes nor foreign parts into the host", async (t) => {
    const { page } = await frames(
      t,
      `
      const evil = JSON.parse('{"__proto__":{"owned":1}}');
      const results = { engine: "x", law: "x", region: "x", firstMonth: "2025-01", months: 1, totalRupiah: 1, years: [] };
      for (const scenario of [evil, new Map([["a", 1]]), new Date(), [], "x", { a: "a".repeat(300000) }])
        parent.postMessage({ cakupan: 1, kind: "result", result: { ...results, scenario } }, "*");
      parent.postMessage({ cakupan: 1, kind: "constructor" }, "*");
      parent.postMessage({ cakupan: 1, kind: "__proto__" }, "*");
      parent.postMessage({ cakupan: 2, kind: "ready" }, "*");
      parent.postMessage({ cakupan: 1, kind: "refused", code: "tooMany", params: evil }, "*");
      parent.postMessage({ cakupan: 1, kind: "problems", problems: [{ code: "x", path: "x", message: { id: "x", en: "x", more: 1 } }] }, "*");
      parent.postMessage({ cakupan: 1, kind: "ready" }, "*");
    `,
    );
    await page.waitForFunction(() => window.heard.some(({ kind }) => kind === "ready"));
    assert.deepEqual(await page.evaluate(() => window.heard.map(({ kind }) => kind)), ["ready"]);
    assert.equal(await page.evaluate(() => ({}).owned), undefined);
  });

  const say = (pixels) => `<!doctype html><title>x</title><script>
    parent.postMessage({ cakupan: 1, kind: "height", pixels: ${pixels} }, "*"); parent.postMessage("said", "*")</script>`;

  test("is heard no more once it has gone to another origin", async (t) => {
    const other = await somebody();
    t.after(() => other.close());
    other.pages.set("/", { body: say(7) });
    const { page } = await frames(t, `location.href = ${JSON.stringify(other.address)};`, other.address);
    await page.waitForFunction(() => window.said === 1);
    assert.deepEqual((await height(page))[0], "480");
  });

  test("has no neighbours who speak for it", async (t) => {
    const { page, foe } = await frames(t, "");
    foe.pages.set("/neighbour.html", { body: say(8) });
    await page.evaluate((src) => {
      const neighbour = document.createElement("iframe");
      neighbour.src = src;
      document.body.append(neighbour);
    }, `${foe.address}neighbour.html`);
    await page.waitForFunction(() => window.said === 1);
    assert.deepEqual((await height(page))[0], "480");
  });

  test("cannot lead the host elsewhere, run script in it, send a form, or start a download", async (t) => {
    const { page, foe } = await frames(
      t,
      `
      try { top.location.href = "about:blank#gone"; } catch {}
      try { parent.document.title = "owned"; } catch {}
      try { top.eval("1"); } catch {}
      const add = (name, more) => {
        const element = Object.assign(document.createElement(name), more);
        document.documentElement.append(element);
        return element;
      };
      addEventListener("message", () => {
        add("a", { href: "/file", download: "file.txt" }).click();
        add("form", { action: "/sent", target: "_top" }).submit();
        add("form", { action: "/sent" }).submit();
      });
    `,
    );
    foe.pages.set("/file", { body: "x", type: "application/octet-stream" });
    foe.pages.set("/sent", { body: "sent" });
    await page.waitForFunction(() => window.ended);
    const left = [];
    page.on("request", (request) => left.push(request.url()));
    page.on("download", (download) => left.push(download.url()));
    await page.locator("#a iframe").evaluate((iframe) => iframe.contentWindow.postMessage("", "*"));
    await page.waitForTimeout(500);
    assert.deepEqual(left, []);
    assert.equal(page.url(), portal.address);
    assert.equal(await page.title(), "Portal");
    stage.complaints.splice(
      0,
      stage.complaints.length,
      ...stage.complaints.filter((text) => !/navigate|sandbox/i.test(text)),
    );
  });
});
