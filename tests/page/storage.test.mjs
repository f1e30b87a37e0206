// Input is never lost: two tabs, broken and foreign plans, full, refused or cleared storage, files, undo after reload.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { records as recordsIn } from "../browsers.mjs";
import {
  blank,
  context,
  costs,
  kept,
  loadByKeyboard,
  majene,
  open,
  openWith,
  page,
  server,
  simple,
  stored,
  violations,
  write,
  yearly,
} from "./stage.mjs";

const region = (of = page) => of.locator("[id='region.name']");
const records = (of = page) => recordsIn(of);
const people = "segments[0].enrolment.counts[0].people";
const reading = (of = page) => of.locator("#kept-reading");
const copies = (of = page) => of.locator("#kept-copies");
const trouble = (of = page) => of.locator("#kept-trouble");
const undo = () => page.locator(".history").getByRole("button", { name: "Batalkan perubahan" });

/** Another tab of the same browser. */
async function openTab() {
  const tab = await context.newPage();
  await tab.goto(server.address);
  await region(tab).waitFor();
  return tab;
}

/** Waits until a field has this value; another tab follows a moment later. */
const shows = (value, of = page) =>
  of.waitForFunction((value) => document.getElementById("region.name")?.value === value, value);

/** The file that a button downloads. */
async function downloaded(button) {
  const [download] = await Promise.all([page.waitForEvent("download"), button.press("Enter")]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

const fileMenu = async (name) => {
  await page.locator("#files summary").press("Enter");
  return page.locator("#files").getByRole("button", { name });
};

async function openFiles(files) {
  const button = await fileMenu(/^Buka berkas/);
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), button.press("Enter")]);
  await chooser.setFiles(files);
}

const openFile = (name, text) => openFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });

describe("two tabs", () => {
  test("the second sees what the first types and changes nothing, until it takes the plan over", async () => {
    await open();
    await write("region.name", "Kota Satu");
    await stored("Kota Satu");
    const second = await openTab();
    await reading(second).waitFor();
    assert.equal(await region(second).inputValue(), "Kota Satu");
    assert.ok(await region(second).isDisabled());
    await write("region.name", "Kota Dua");
    await shows("Kota Dua", second);
    // Controls outside the form change nothing either.
    await second.locator("#cases summary").press("Enter");
    await second.getByRole("button", { name: /Kota Makassar/ }).press("Enter");
    await second.getByText("Tidak diubah, karena rencana ini sedang diubah di tab lain.").waitFor();
    assert.equal(await region(second).inputValue(), "Kota Dua");

    await second.locator("#take-over").press("Enter");
    await reading().waitFor();
    assert.ok(await region().isDisabled());
    await reading(second).waitFor({ state: "detached" });
    await region(second).fill("Kota Tiga");
    await shows("Kota Tiga");
    await stored("Kota Tiga");
    for (const tab of [page, second]) {
      await tab.reload();
      await shows("Kota Tiga", tab);
    }
    // No tab saved late, so there is no copy; and every step can still be undone.
    assert.deepEqual((await records()).copies, []);
    const [tab] = await Promise.all([page, second].map(async (tab) => ((await reading(tab).count()) ? null : tab)));
    const editor = tab ?? second;
    await editor.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await shows("Kota Dua", editor);
  });

  test("when the first is closed the second goes on by itself, with its last letter", async () => {
    await open();
    await write("region.name", "Kota Satu");
    const second = await openTab();
    await reading(second).waitFor();
    await page.evaluate(() => {
      const input = document.getElementById("region.name");
      input.value = "Kota Terakhir";
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.close();
    await reading(second).waitFor({ state: "detached" });
    await shows("Kota Terakhir", second);
    await region(second).fill("Kota Lanjut");
    await stored("Kota Lanjut", second);
  });

  test("a tab that does not answer loses the plan, and nothing of what it held", async () => {
    await open();
    await write("region.name", "Kota Satu");
    await stored("Kota Satu");
    const second = await openTab();
    await reading(second).waitFor();
    // This tab makes the change and is then blocked for longer than the other waits.
    const hanging = page.evaluate(() => {
      const input = document.getElementById("region.name");
      input.value = "Kota Macet";
      input.dispatchEvent(new Event("input", { bubbles: true }));
      for (const end = performance.now() + 5000; performance.now() < end; );
    });
    await second.locator("#take-over").press("Enter");
    await reading(second).waitFor({ state: "detached" });
    await shows("Kota Macet", second);
    await region(second).fill("Kota Baru");
    await stored("Kota Baru", second);
    await hanging;
    await reading().waitFor();
    await shows("Kota Baru");
    assert.equal((await kept()).region.name, "Kota Baru");
  });

  test("without locks and channel: who saves late has a copy, and overwrites nothing", async () => {
    await blank();
    await context.addInitScript(() => {
      delete Navigator.prototype.locks;
      window.BroadcastChannel = undefined;
    });
    await page.goto(server.address);
    await region().waitFor();
    const second = await openTab();
    await write("region.name", "Kota Awal");
    await stored("Kota Awal");
    await region(second).fill("Kota Lambat");
    await second.getByText("Isian Anda di tab ini disimpan sebagai salinan.").waitFor();
    await shows("Kota Awal", second);
    assert.equal((await kept()).region.name, "Kota Awal");
    await copies(second).getByText("Kota Lambat: dari tab yang terlambat menyimpan").waitFor();
    // The second tab continues from what it shows now.
    await region(second).fill("Kota Awal Baru");
    await stored("Kota Awal Baru", second);
    await copies(second)
      .getByRole("button", { name: /^Buka: Kota Lambat/ })
      .press("Enter");
    await shows("Kota Lambat", second);
    await second.locator(".history").getByRole("button", { name: "Batalkan perubahan" }).press("Enter");
    await shows("Kota Awal Baru", second);
    await copies(second)
      .getByRole("button", { name: /^Hapus: Kota Lambat/ })
      .press("Enter");
    await second.getByRole("button", { name: "Kembalikan yang dihapus" }).press("Enter");
    await copies(second).getByText("Kota Lambat").waitFor();
    assert.equal((await records(second)).copies.length, 1);
  });

  test("without locks alone, as without https, each tab shows what the other stored and goes on from there", async () => {
    await blank();
    await context.addInitScript(() => {
      delete Navigator.prototype.locks;
    });
    await page.goto(server.address);
    await region().waitFor();
    const second = await openTab();
    await write("region.name", "Kota Satu");
    await shows("Kota Satu", second);
    await second.locator("[id='period.months']").fill("7");
    await page.waitForFunction(() => document.getElementById("period.months").value === "7");
    await write("region.name", "Kota Dua");
    await shows("Kota Dua", second);
    const { region: name, period } = await kept();
    assert.deepEqual([name.name, period.months, (await records()).copies], ["Kota Dua", "7", []]);
  });

  test("a plan by link opens as one of its own; the tab with the plan before goes on", async () => {
    await openWith(simple);
    await write("region.name", "Kota Satu");
    await stored("Kota Satu");
    const second = await context.newPage();
    await second.goto(`${server.address}#rencana=${encodeURIComponent(JSON.stringify(majene))}`);
    const dialog = second.getByRole("dialog", { name: /^Rencana dari tautan: / });
    await dialog.getByRole("button", { name: "Buka sebagai rencana tersendiri" }).press("Enter");
    await shows(majene.region.name, second);
    await second.getByText("Dibuka sebagai rencana tersendiri.").waitFor();
    assert.equal(await region(second).isDisabled(), false);
    assert.equal(await reading().count(), 0);
    await write("region.name", "Kota Dua");
    await stored("Kota Dua");
    await second.reload();
    await shows(majene.region.name, second);
    assert.equal((await kept()).region.name, "Kota Dua");
  });
});

describe("the moment of closing", () => {
  test("what is typed in the task in which the page goes is there again, each time", async () => {
    await open();
    for (let turn = 0; turn < 10; turn++) {
      await page.evaluate((value) => {
        const input = document.getElementById("region.name");
        input.value = value;
        input.dispatchEvent(new Event("input", { bubbles: true }));
        location.reload();
      }, `Kota ${turn}`);
      await page.waitForLoadState();
      await shows(`Kota ${turn}`);
    }
    assert.deepEqual((await records()).copies, []);
    assert.deepEqual(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("pending"))), []);
  });

  test("undo and redo survive a reload", async () => {
    await openWith(simple);
    for (const count of [1100, 1200, 1300]) {
      await write(people, String(count));
      await page.keyboard.press("Tab");
    }
    await undo().press("Enter");
    await costs(yearly(6_800, 1200));
    await stored("1.300");
    await page.reload();
    await costs(yearly(6_800, 1200));
    await undo().press("Enter");
    await costs(yearly(6_800, 1100));
    await undo().press("Enter");
    await costs(yearly(6_800));
    assert.ok(await undo().isDisabled());
    for (let step = 0; step < 3; step++)
      await page.locator(".history").getByRole("button", { name: "Ulangi" }).press("Enter");
    await costs(yearly(6_800, 1300));
  });
});

describe("a kept plan that this build cannot read", () => {
  const good = { schema: 1, region: { name: "Kota X", level: "city" }, period: {}, segments: [], funds: [] };
  const segment = { id: "a", name: "A", class: "BPU", programmes: [], payers: [], enrolment: { kind: "fixed" } };
  /** Stores a text where an older version kept its plan. */
  const old = (text) => page.evaluate((text) => localStorage.setItem("cakupan.draft", text), text);
  /** Stores a plan where this version keeps it. */
  const put = (content) =>
    page.evaluate(
      (content) =>
        new Promise((resolve) => {
          indexedDB.open("cakupan").onsuccess = ({ target: { result: db } }) => {
            const tx = db.transaction("plans", "readwrite");
            tx.objectStore("plans").put({ id: "cakupan.draft", revision: 7, tab: "x", turn: 1, size: 1, content });
            tx.oncomplete = () => resolve(db.close());
          };
        }),
      content,
    );

  for (const [what, place, text] of [
    ["broken text", old, '{"draft":{"schema":1,'],
    ["a plan of a newer schema", old, JSON.stringify({ draft: { ...good, schema: 2 } })],
    ["a list that is none", old, JSON.stringify({ draft: { ...good, funds: [{ id: "f", ceilings: { a: 1 } }] } })],
    ["a group without its counts", old, JSON.stringify({ draft: { ...good, segments: [segment] } })],
    ["a record of another build", put, JSON.stringify({ plan: good, form: 9 })],
  ])
    test(`${what}: it is kept as it is, offered as a file, and never overwritten`, async () => {
      await open();
      await place(place === put ? JSON.parse(text) : text);
      await page.reload();
      await copies().getByText("tidak dapat dibaca oleh versi ini").waitFor();
      assert.equal(await region().inputValue(), "");
      await write("region.name", "Kota Baru");
      await stored("Kota Baru");
      await page.reload();
      await shows("Kota Baru");
      const file = await downloaded(copies().getByRole("button", { name: /^Simpan ke berkas/ }));
      assert.deepEqual(place === put ? JSON.parse(file.text) : file.text, place === put ? JSON.parse(text) : text);
      assert.match(file.name, /^simulasi-salinan-\d{4}-\d\d-\d\d\.json$/);
      await copies()
        .getByRole("button", { name: /^Hapus/ })
        .press("Enter");
      await copies().locator("li").waitFor({ state: "detached" });
      assert.deepEqual((await records()).copies, []);
      assert.equal((await kept()).region.name, "Kota Baru");
    });

  test("where only a plan put aside cannot be read, the rest opens and the original is kept", async () => {
    await open();
    const draft = { ...good, period: { firstMonth: "2026-01", months: "12" } };
    const content = { draft, before: null, shelf: [draft, { ...draft, schema: 3 }] };
    await put(content);
    await page.reload();
    await shows("Kota X");
    await copies().waitFor();
    await write("region.name", "Kota Y");
    await stored("Kota Y");
    const all = await records();
    assert.deepEqual(
      all.copies.map((copy) => copy.content),
      [content],
    );
    assert.equal(all.plans[0].content.shelf.length, 1);
    await page.reload();
    await shows("Kota Y");
    assert.equal((await records()).copies.length, 1, "once, not with every visit");
  });

  test("with a field that this build does not know: the rest opens, the field is named, the original is kept", async () => {
    await openWith({ ...simple, colour: "merah" });
    await page.getByText("1 bagian dari rencana yang tersimpan tidak dikenal versi ini.").waitFor();
    const lost = page.getByRole("region", { name: "Bagian yang tidak dapat dipakai" });
    assert.match(await lost.innerText(), /colour/);
    await costs(yearly(6_800));
    await copies().waitFor();
    const file = await downloaded(copies().getByRole("button", { name: /^Simpan ke berkas/ }));
    assert.equal(JSON.parse(file.text).draft.colour, "merah");
    await page.reload();
    await costs(yearly(6_800));
    assert.equal((await records()).copies.length, 1);
  });
});

describe("delete all data", () => {
  test("it says what goes, asks once, and leaves nothing in this browser", async () => {
    await openWith(simple);
    await page.locator("#compare-keep").press("Enter");
    await write("region.name", "Kota Uji Baru");
    await page.keyboard.press("Tab");
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Groups of workers" }).waitFor();
    await page.locator("#language").press("Enter");
    await page.getByRole("heading", { name: "Kelompok pekerja" }).waitFor();
    await stored("Kota Uji Baru");
    await (await fileMenu(/^Hapus semua data/)).press("Enter");
    const dialog = page.getByRole("dialog", { name: "Hapus semua data?" });
    await dialog.waitFor();
    assert.deepEqual(await dialog.locator("li").allInnerTexts(), [
      "rencana yang terbuka: Kota Uji Baru",
      "riwayat perubahan: 1 langkah",
      "1 rencana yang disimpan untuk dibandingkan",
      "pilihan bahasa",
    ]);
    assert.deepEqual(await violations(), []);
    // The first choice is "Batal".
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "detached" });
    assert.equal((await kept()).region.name, "Kota Uji Baru");
    const second = await openTab();
    await shows("Kota Uji Baru", second);
    await (await fileMenu(/^Hapus semua data/)).press("Enter");
    await dialog.getByRole("button", { name: "Hapus semua data" }).press("Enter");
    await page.getByText("Semua data di peramban ini dihapus.").waitFor();
    await shows("");
    await shows("", second);
    assert.ok(await undo().isDisabled());
    assert.equal(await page.locator(".shelf").count(), 0);
    const left = async () => [await records(), await page.evaluate(() => Object.keys(localStorage))];
    assert.deepEqual(await left(), [{ copies: [], plans: [], steps: [], versions: [] }, []]);
    await second.close();
    await page.reload();
    await shows("");
    assert.deepEqual(await left(), [{ copies: [], plans: [], steps: [], versions: [] }, []]);
    await write("region.name", "Kota Lagi");
    await stored("Kota Lagi");
  });
});

describe("storage that fails", () => {
  test("a full disk is told, the plan goes into a file, and all of it is stored once there is room", async () => {
    // The browser keeps a granted quota for a while, so it must be small from the start.
    await blank();
    const { origin } = new URL(server.address);
    const debug = await context.newCDPSession(page);
    await debug.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 60_000 });
    await page.goto(server.address);
    await region().waitFor();
    await write("region.name", "Kota Penuh");
    await trouble().getByText("Penyimpanan peramban penuh").waitFor();
    assert.equal(await kept(), undefined);
    const { text } = await downloaded(trouble().getByRole("button", { name: "Simpan ke berkas" }));
    assert.equal(JSON.parse(text).plan.region.name, "Kota Penuh");
    // The note in localStorage has its own quota.
    await page.reload();
    await shows("Kota Penuh");
    await trouble().getByText("Penyimpanan peramban penuh").waitFor();
    await debug.send("Storage.overrideQuotaForOrigin", { origin });
    await write("period.months", "11");
    await stored("Kota Penuh");
    await trouble().waitFor({ state: "detached" });
    assert.equal((await kept()).period.months, "11");
    const { copies: put } = await records();
    assert.deepEqual(put, [], "it goes on from what it was, so nothing was late");
  });

  test("data deleted under the open page are told, and the plan is stored again", async () => {
    await openWith(simple);
    await write("region.name", "Kota Hapus");
    await stored("Kota Hapus");
    const debug = await context.newCDPSession(page);
    const { origin } = new URL(server.address);
    await debug.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" });
    await trouble().getByText("dihapus dari peramban selagi halaman terbuka").waitFor();
    await stored("Kota Hapus");
    await write("region.name", "Kota Lanjut");
    await stored("Kota Lanjut");
    const { text } = await downloaded(trouble().getByRole("button", { name: "Simpan ke berkas" }));
    assert.equal(JSON.parse(text).plan.region.name, "Kota Lanjut");
    await trouble().getByRole("button", { name: "Tutup" }).press("Enter");
    await trouble().waitFor({ state: "detached" });
    await page.reload();
    await shows("Kota Lanjut");
  });

  test("a database that answers late is not waited for; what it holds is shown as soon as it does", async () => {
    await openWith(simple);
    await write("region.name", "Kota Lambat");
    await stored("Kota Lambat");
    await page.addInitScript(() => {
      const { open } = IDBFactory.prototype;
      IDBFactory.prototype.open = function (...names) {
        const request = open.apply(this, names);
        const { addEventListener } = request;
        request.addEventListener = (kind, hear) =>
          addEventListener.call(request, kind, (event) => setTimeout(() => hear(event), 5000));
        return request;
      };
    });
    await page.reload();
    await trouble().waitFor();
    assert.equal(await region().inputValue(), "");
    await shows("Kota Lambat");
    await trouble().waitFor({ state: "detached" });
    assert.deepEqual((await records()).copies, []);
  });

  for (const [what, refuse] of [
    [
      "the database",
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("no", "SecurityError");
        };
      },
    ],
    [
      "everything",
      () => {
        for (const name of ["indexedDB", "localStorage"])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException("no", "SecurityError");
            },
          });
      },
    ],
  ])
    test(`a browser that refuses ${what} is told, and the page works`, async () => {
      await blank();
      await page.addInitScript(refuse);
      await page.goto(server.address);
      await trouble().getByText("Peramban ini tidak dapat menyimpan isian.").waitFor();
      await write("region.name", "Kota Tertolak");
      await loadByKeyboard(1);
      const { text } = await downloaded(trouble().getByRole("button", { name: "Simpan ke berkas" }));
      assert.equal(JSON.parse(text).plan.region.name, "Kota Makassar");
      await page.reload();
      if (what === "everything") return;
      // The note is not kept in the database.
      await shows("Kota Makassar");
    });
});

describe("files and links", () => {
  test("a plan goes into a file and comes back; what was there is one step back", async () => {
    await openWith(simple);
    await costs(yearly(6_800));
    await write("segments[0].name", "1.20");
    const file = await downloaded(await fileMenu(/^Simpan ke berkas/));
    assert.match(file.name, /^simulasi-kota-uji-2025-\d{4}-\d\d-\d\d\.json$/);
    const { cakupan, engine, law, input, rupiah, plan } = JSON.parse(file.text);
    const code = await page.locator(".provenance").first().innerText();
    for (const part of [engine, law, input]) assert.ok(code.includes(part), part);
    assert.deepEqual([cakupan, rupiah, plan.segments[0].name], [1, yearly(6_800), "1.20"]);
    await page.keyboard.press("Escape");
    await write("region.name", "Kota Lain");
    await openFile(file.name, file.text);
    await page.getByText("Rencana dari berkas dibuka.").waitFor();
    await shows("Kota Uji");
    assert.equal(await page.locator("#lost").count(), 0, "made with this very release");
    await undo().press("Enter");
    await shows("Kota Lain");
  });

  test("a file of another release: what is ignored is named, with its law, and both totals", async () => {
    await openWith(simple);
    const { segments } = simple;
    const plan = {
      ...simple,
      segments: [{ ...segments[0], shoeSize: 42 }],
      region: { ...simple.region, name: "Kota Dulu" },
    };
    const made = { cakupan: 1, engine: "0.0.9", law: "2024-01-01", input: "0000000000000000", rupiah: 199_000_000 };
    await openFile("rencana.json", JSON.stringify({ ...made, plan }));
    await page.getByText("Rencana dari berkas dibuka; 1 bagian tidak dapat dipakai").waitFor();
    const lost = page.locator("#lost");
    await lost.getByText("Biaya seluruh rencana semula").waitFor();
    const text = await lost.innerText();
    assert.match(text, /shoeSize/);
    assert.match(text, /Dibuat dengan aplikasi 0\.0\.9, aturan 2024-01-01\./);
    // 1.000 people, 16.800 a month, twelve months.
    assert.match(text, /semula Rp\s199\.000\.000, sekarang Rp\s201\.600\.000\./);
    await write("region.name", "Kota Baru");
    await lost.waitFor({ state: "detached" });
  });

  test("a link of another release says so too; one of this release says nothing", async () => {
    await blank();
    const made = { cakupan: 1, engine: "0.0.9", law: "2024-01-01", input: null, rupiah: null };
    await page.goto(`${server.address}#rencana=${encodeURIComponent(JSON.stringify({ ...made, plan: simple }))}`);
    await page.getByText("Rencana dari tautan dibuka.", { exact: true }).waitFor();
    const origin = page.getByRole("region", { name: "Asal rencana ini" });
    assert.match(
      await origin.innerText(),
      /Dibuat dengan aplikasi 0\.0\.9, aturan 2024-01-01\.\s+Sekarang dihitung dengan/,
    );
    await costs(yearly(6_800));
  });

  test("a bare scenario is a plan; what is none changes nothing", async () => {
    await openWith(simple);
    for (const [text, sentence] of [
      ["", "Berkas ini bukan rencana"],
      ["{", "Berkas ini bukan rencana"],
      ["null", "Berkas ini bukan rencana"],
      ['{"cakupan":2,"plan":{}}', "versi aplikasi yang lebih baru"],
      ['{"schema":2}', "Berkas ini bukan rencana"],
      ["[".repeat(100_000) + "]".repeat(100_000), "Berkas ini bukan rencana"],
    ]) {
      await openFile("x.json", text);
      await page.locator(".history").getByText(sentence).waitFor();
      assert.equal(await region().inputValue(), "Kota Uji");
    }
    await openFile("majene.json", JSON.stringify(majene));
    await shows(majene.region.name);
    await undo().press("Enter");
    await shows("Kota Uji");
  });
});

describe("large files", () => {
  // 10,000 villages with four groups and a ceiling each are saved as 5.8 MB.
  test("a plan of six million bytes opens; one that is larger than any is told so", async () => {
    await openWith(simple);
    const folder = await mkdtemp(join(tmpdir(), "cakupan-large-"));
    try {
      const padded = async (name, bytes) => {
        const path = join(folder, name);
        await writeFile(path, JSON.stringify(majene).padEnd(bytes));
        return path;
      };
      await openFiles(await padded("besar.json", 33_000_000));
      await page.locator(".history").getByText("Berkas ini terlalu besar; paling besar 32 MB.").waitFor();
      assert.equal(await region().inputValue(), "Kota Uji");
      await openFiles(await padded("desa.json", 6_000_000));
      await shows(majene.region.name);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe("all of it for everybody", () => {
  /** A page with everything at once: a plan to read only, copies, and trouble with the storage. */
  async function openAll(options) {
    await open(options);
    await page.evaluate(() => localStorage.setItem("cakupan.draft", "{"));
    await page.reload();
    await copies().waitFor();
    await write("region.name", "Kabupaten Sidenreng Rappang");
    await stored("Sidenreng");
    const second = await openTab();
    await second.locator("#take-over").press("Enter");
    await reading().waitFor();
    await page.locator("#files summary").press("Enter");
  }

  for (const colorScheme of ["light", "dark"])
    for (const width of [1280, 340])
      test(`axe finds nothing: ${colorScheme}, ${width} px`, async () => {
        await openAll({ colorScheme, viewport: { width, height: 800 } });
        assert.deepEqual(await violations(), []);
      });

  test("no page is wider than a screen of 320 px", async () => {
    await openAll({ viewport: { width: 320, height: 640 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});
