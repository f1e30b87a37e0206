// One flow for every browser: what a planner does in an afternoon, with the same numbers everywhere, and nothing that the
// browser complains of. Chromium and Firefox: browsers.test.mjs; WebKit: tests/webkit/.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileIn, listen, policyOf } from "../../scripts/serve.mjs";
import { root } from "../../scripts/setup.mjs";

const dist = join(root, "www", "dist");
const axe = await readFile(join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");

/** Runs before the page's own code, and writes down what a browser would show in its console, also over a reload. */
function watch() {
  const note = (text) => {
    const heard = JSON.parse(sessionStorage.getItem("complaints") ?? "[]");
    sessionStorage.setItem("complaints", JSON.stringify([...heard, text]));
  };
  for (const level of ["error", "warn"])
    console[level] = (...parts) => note(`${level}: ${parts.map(String).join(" ")}`);
  addEventListener(
    "error",
    (event) => note(`error: ${event.message ?? event.target?.src ?? event.target?.href}`),
    true,
  );
  addEventListener("unhandledrejection", (event) => note(`unhandled: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    note(`policy: ${event.violatedDirective} ${event.blockedURI}`),
  );
}

/**
 * The built page, watched, on a server that can be closed. What violates the policy, Trusted Types too, is reported to the
 * server as well: no script can miss that.
 */
export async function watched() {
  const reports = [];
  const made = await listen(async (path) => {
    if (path === "/laporan") {
      reports.push(path);
      return { body: "" };
    }
    const found = await fileIn(dist, path);
    if (!found) return null;
    const isFirst = /^\/assets\/index-[^/]+\.js$/.test(path);
    const body = isFirst ? `(${watch})();${found.body}` : found.body;
    return {
      ...found,
      body,
      policy: `${policyOf(path)}; report-uri /laporan`,
      headers: { "cache-control": "no-cache" },
    };
  });
  return { ...made, reports };
}

const totalIs = (rupiah) =>
  Number((document.querySelector(".lead .total")?.textContent ?? "").replace(/\D/g, "")) === rupiah;
const has = (text) => document.body.innerText.replaceAll("\u00a0", " ").includes(text);
const clickButton = (text) => {
  const found = [...document.querySelectorAll("button")].find((button) => button.textContent.trim().startsWith(text));
  found?.click();
  return found !== undefined;
};
const tickBox = (name) => {
  const found = [...document.querySelectorAll("label")].find((label) => label.textContent.trim() === name);
  found?.querySelector("input")?.click();
  return found !== undefined;
};

/** Marks the cell in the column with this heading, in the first row. */
const chooseCell = (heading) => {
  const heads = [...document.querySelectorAll("#villages [role=grid] thead th")].map((th) => th.innerText.trim());
  const place = heads.indexOf(heading);
  const cell = document.querySelector("#villages tbody tr[aria-rowindex]")?.children[place];
  if (!cell) return false;
  for (const kind of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"])
    cell.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
  cell.focus();
  return document.activeElement === cell;
};
/** A text of another program, marked to be copied. */
const elsewhere = (text) => {
  const area = document.body.appendChild(document.createElement("textarea"));
  area.id = "elsewhere";
  area.value = text;
  area.focus();
  area.select();
};

/**
 * A month of Sidrap's example from the ADD: 0.54 % of the siltap of PP 11/2019, article 81, for heads and officials, rounded by
 * programme as in sidrap.test.mjs, and of Rp 1.000.000 for the BPD.
 */
const ADD = 68 * 13_104 + 680 * 10_920 + 476 * 5_400;
/** And 1,360 people of RT/RW at 10,000 + 6,800. */
const MONTH = ADD + 1_360 * 16_800;

/**
 * `tab` is one window of a browser: `goto`, `run` a function in it, press a `key`, or one with Control in a `chord`, and `until` a
 * function is true in it.
 */
export async function flow(tab, site) {
  const costs = (rupiah) => tab.until(totalIs, rupiah);
  const click = (text) => tab.until(clickButton, text);
  const clean = async (where) => {
    await tab.run(() => scrollTo({ top: 0, behavior: "instant" }));
    const found = await tab.run(
      new Function(`return async () => {${axe};
      const { violations } = await axe.run(document, { runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
      return violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.target.join(" ")).join(", "));
    }`)(),
    );
    assert.deepEqual(found, [], where);
  };

  // It is loaded, and calculates.
  await tab.goto(site.address);
  await tab.until(() => document.querySelector("#cases button, #cases summary") !== null);
  await tab.run(() => {
    document.querySelector("#cases").open = true;
  });
  await click("Kabupaten Sidenreng Rappang");
  await costs(12 * MONTH);
  await clean("the result");

  // A number is changed by keyboard.
  await tab.run(() => document.getElementById("period.months").focus());
  for (const key of ["End", "Backspace", "Backspace", "6", "Tab"]) await tab.key(key);
  await costs(6 * MONTH);

  // Twenty rows of a spreadsheet.
  await click("Isi jumlah peserta per desa");
  await click("Ambil 68 desa");
  await tab.until(tickBox, "Ketua RT/RW dan kader");
  await tab.run(elsewhere, Array.from({ length: 20 }, () => "20").join("\n"));
  await tab.chord("c");
  await tab.run(() => document.getElementById("elsewhere").remove());
  await tab.until(chooseCell, "Ketua RT/RW dan kader (peserta)");
  await tab.chord("v");
  const pasted = 6 * (ADD + 20 * 20 * 16_800);
  await costs(pasted);
  await clean("the villages");

  // Taken back, and done again.
  await click("Batalkan perubahan");
  await tab.until((rupiah) => {
    const text = document.querySelector(".lead .total")?.textContent ?? "";
    return Number(text.replace(/\D/g, "")) !== rupiah;
  }, pasted);
  await click("Ulangi perubahan");
  await costs(pasted);

  // Loaded again.
  await tab.until(has, "Tersimpan di perangkat ini");
  await tab.goto(site.address);
  await costs(pasted);

  // Shared by a link, which opens beside what is there.
  await tab.run(() => {
    document.querySelector("#files").open = true;
  });
  await click("Bagikan");
  const link = await tab.until(() => document.querySelector("dialog[open] input, dialog[open] textarea")?.value);
  assert.ok(link.startsWith(`${site.address}#`), link);
  await click("Tutup");
  await tab.goto("about:blank");
  await tab.goto(link);
  await tab.until(has, `Biaya seluruh rencana: Rp ${String(pasted).replace(/\B(?=(\d{3})+$)/g, ".")}`);
  await click("Buka sebagai rencana tersendiri");
  await costs(pasted);

  // Without a network.
  await tab.until(has, "Siap dipakai tanpa internet.");
  await site.close();
  await tab.goto(site.address);
  await costs(pasted);

  // In the other language.
  await tab.run(() => document.getElementById("language").click());
  await tab.until(has, "Plan data");
  await costs(pasted);
  await clean("in English");

  // On paper: the browser's own dialog is not opened.
  await click("Print");
  await tab.until(has, String(pasted).replace(/\B(?=(\d{3})+$)/g, "."));
  await tab.until(() => document.querySelector("main article") !== null);
  await clean("the paper");

  const heard = await tab.run(() => JSON.parse(sessionStorage.getItem("complaints") ?? "[]"));
  assert.deepEqual([heard, site.reports], [[], []], "console errors or policy violations");
}
