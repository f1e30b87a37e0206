// npm run phone: how long an old phone on a slow network takes to the first answer, and how long a change takes in a large plan.
// It prints what it measures and asserts nothing: times depend on the machine. `--runs 3`.
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { fileIn, listen, policyOf } from "../scripts/serve.mjs";
import { root } from "../scripts/setup.mjs";
import { startChromium } from "../tests/browsers.mjs";

const at = process.argv.indexOf("--runs");
const RUNS = at > 0 ? Number(process.argv[at + 1]) : 3;
const dist = join(root, "www", "dist");

/** As web servers do, files are sent packed. */
const server = await listen(async (path) => {
  const found = await fileIn(dist, path);
  return (
    found && { ...found, body: gzipSync(found.body), policy: policyOf(path), headers: { "content-encoding": "gzip" } }
  );
});
const browser = await startChromium();

/** An empty browser on this device. */
async function device({ slow, network }) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const page = await context.newPage();
  const debug = await context.newCDPSession(page);
  await debug.send("Emulation.setCPUThrottlingRate", { rate: slow });
  if (network) {
    await debug.send("Network.enable");
    const bytes = 400_000 / 8;
    await debug.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 400,
      downloadThroughput: bytes,
      uploadThroughput: bytes,
    });
  }
  return { page, context };
}

const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)];
const inMs = (values) => `${Math.round(median(values))} ms (${values.map(Math.round).join(", ")})`;

/** Milliseconds from the start of loading: the form can be used; the answer of an example that is chosen at once is there. */
async function firstAnswer(how) {
  const { page, context } = await device(how);
  await page.addInitScript(() => {
    const seen = {};
    window.seen = seen;
    const look = () => {
      const button = document.querySelector("#cases button");
      if (button && seen.form === undefined) {
        seen.form = performance.now();
        button.click();
      }
      if (document.querySelector(".lead .total")) seen.answer = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(server.address, { timeout: 120_000 });
  await page.waitForFunction(() => window.seen.answer !== undefined, null, { timeout: 120_000 });
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return seen;
}

/** Thirty groups over ten years, or one group in three hundred villages. */
const segment = (place, enrolment) => ({
  id: `s${place}`,
  name: `Kelompok ${place}`,
  class: "BPU",
  programmes: ["JKK", "JKM", "JHT"],
  enrolment,
  payers: [{ fund: "f", percent: 100 }],
});
const plan = (months, segments, more = {}) => ({
  schema: 1,
  region: { name: "Kabupaten Uji", level: "regency" },
  period: { firstMonth: "2027-01", months },
  segments,
  funds: [{ id: "f", name: "APBD", kind: "apbdRegency", ceilings: [{ year: 2027, rupiah: 100_000_000 }] }],
  ...more,
});
const groups = plan(
  120,
  Array.from({ length: 30 }, (_, place) =>
    segment(place, { kind: "fixed", counts: [{ from: "2027-01", people: 1000 + place }] }),
  ),
);
const villages = plan(12, [segment(0, { kind: "villages" })], {
  villages: Array.from({ length: 300 }, (_, place) => ({
    name: `Desa ${place}`,
    counts: [{ segment: "s0", people: 50 }],
  })),
});

/** Milliseconds from a key to the first change of the answer, and the longest time without a frame meanwhile. */
async function change(scenario, how, go, key) {
  const { page, context } = await device(how);
  await page.goto(server.address);
  await page.locator("[id='region.name']").waitFor();
  const draft = JSON.parse(
    JSON.stringify(scenario, (name, value) => (typeof value === "number" && name !== "schema" ? String(value) : value)),
  );
  await page.evaluate((kept) => localStorage.setItem("cakupan.draft", kept), JSON.stringify({ draft, before: null }));
  await page.reload();
  await page.locator(".lead .total").waitFor({ timeout: 60_000 });
  await go(page);
  await page.waitForTimeout(2000);
  await page.evaluate(() => {
    window.took = null;
    let changed = false;
    const observer = new MutationObserver(() => {
      changed = true;
    });
    observer.observe(document.querySelector("#answer"), { childList: true, subtree: true, characterData: true });
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        let [last, longest] = [performance.now(), 0];
        const frame = () => {
          const now = performance.now();
          longest = Math.max(longest, now - last);
          last = now;
          if (changed && window.took === null) window.took = { answer: now - timeStamp };
          if (now - timeStamp < 3000) requestAnimationFrame(frame);
          else window.took = { ...window.took, longest };
        };
        requestAnimationFrame(frame);
      },
      { capture: true, once: true },
    );
  });
  await page.keyboard.press(key);
  await page.waitForFunction(() => window.took?.longest !== undefined, null, { timeout: 60_000 });
  const took = await page.evaluate(() => window.took);
  await context.close();
  return took;
}

const repeat = async (act) => {
  const all = [];
  for (let run = 0; run < RUNS; run++) all.push(await act());
  return all;
};

console.log(`Chromium ${browser.version()}, median of ${RUNS} (each)`);
for (const [name, how] of [
  ["old phone: processor ÷ 6, 400 kbit/s, 400 ms", { slow: 6, network: true }],
  ["this machine, no network between", { slow: 1, network: false }],
]) {
  const all = await repeat(() => firstAnswer(how));
  console.log(`\n${name}`);
  console.log(`  the form can be used      ${inMs(all.map(({ form }) => form))}`);
  console.log(`  the answer of an example  ${inMs(all.map(({ answer }) => answer))}`);
}
const months = async (page) => {
  await page.locator("[id='period.months']").focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
};
const ceiling = async (page) => {
  await page.locator("[id='funds[0].ceilings[0].rupiah']").focus();
  await page.keyboard.press("End");
};
const firstVillage = async (page) => {
  await page.locator('#villages tr[aria-rowindex="2"] > :nth-child(3)').click();
  await page.keyboard.type("60");
};
for (const [name, scenario, go, key] of [
  ["30 groups and 120 months, a ceiling changed", groups, ceiling, "5"],
  ["30 groups, from 12 to 120 months", groups, months, "0"],
  ["300 villages, one of them changed", villages, firstVillage, "Enter"],
])
  for (const slow of [1, 6]) {
    const all = await repeat(() => change(scenario, { slow, network: false }, go, key));
    console.log(`\n${name}, processor ÷ ${slow}`);
    console.log(`  from the key to the answer ${inMs(all.map(({ answer }) => answer ?? Number.NaN))}`);
    console.log(`  longest wait for a frame   ${inMs(all.map(({ longest }) => longest))}`);
  }
await browser.close();
await server.close();
