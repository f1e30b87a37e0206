// Law packs on the page: a file of statutory values becomes a part of the plan, shows in the result, and is checked.
import assert from "node:assert/strict";
import { test } from "node:test";
import { costs, field, kept, openDetails, openWith, page, simple, stored, write } from "./stage.mjs";

/** One member of staff on the minimum wage of Sulawesi Selatan in 2027, for which the engine has no value. */
const plan = {
  ...simple,
  region: { name: "Sulawesi Selatan", level: "province", code: "73" },
  period: { firstMonth: "2027-01", months: 12 },
  segments: [
    {
      ...simple.segments[0],
      class: "PU",
      risk: "veryLow",
      base: { kind: "minimumWage", parameter: "minimumWage.ump.sulawesiSelatan", percent: 100 },
      enrolment: { kind: "fixed", counts: [{ from: "2027-01", people: 1 }] },
    },
  ],
};

const pack = (rupiah, more = {}) => ({
  name: "UMP 2027",
  version: "2026-12-24",
  values: [
    {
      parameter: "minimumWage.ump.sulawesiSelatan",
      from: "2027-01",
      to: "2027-12",
      value: rupiah,
      instrument: "Keputusan Gubernur",
      status: "reported",
      ...more,
    },
  ],
});

async function load(content) {
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Muat paket aturan (.json)" }).click();
  const buffer = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  await (await chooser).setFiles({ name: "paket.json", mimeType: "application/json", buffer });
}

test("a pack gives next year's wage its value, shows in the result, and goes again", async () => {
  await openWith(plan, "", "#problems-heading");
  await load(pack(4_000_000));
  // 0,24 % and 0,30 % of 4.000.000 are 9.600 and 12.000; × 12.
  await costs(259_200);
  await page.getByText("UMP 2027, versi 2026-12-24: 1 nilai", { exact: true }).waitFor();
  await page.getByText(/^Paket aturan: UMP 2027, versi 2026-12-24, kode [0-9a-f]{16}; 1 nilainya dipakai\.$/).waitFor();
  // A newer version of the same pack replaces it: 4.100.000 gives 9.840 and 12.300.
  await load({ ...pack(4_100_000), version: "2026-12-28" });
  await costs(265_680);
  await stored("2026-12-28");
  assert.equal((await kept()).lawPacks.length, 1);
  await page.getByRole("button", { name: /^Keluarkan/ }).click();
  await page.locator("#problems-heading").waitFor();
  await page.getByRole("button", { name: "Batalkan perubahan" }).click();
  await costs(265_680);
});

test("what is no pack changes nothing, and a faulty value is told with its number", async () => {
  await openWith(plan, "", "#problems-heading");
  for (const content of [
    "{",
    "[]",
    '{"name":"x"}',
    '{"name":1,"version":"1","values":[{}]}',
    { ...pack(1), values: [1] },
  ]) {
    await load(content);
    await page.getByText("Berkas itu bukan paket aturan").waitFor();
    assert.equal(await field("lawPacks[0]").count(), 0);
  }
  await load({
    ...pack(4_000_000),
    values: [...pack(4_000_000).values, { ...pack(1).values[0], parameter: "ump.atlantis" }],
  });
  assert.match(await field("lawPacks[0]").locator(".message").innerText(), /^Nilai ke-2: .*ump\.atlantis/);
});

test("a pack brings the UMK of a kabupaten that the law does not have, and the region offers it", async () => {
  const umk = "minimumWage.umk.sidenrengRappang";
  const [segment] = plan.segments;
  const base = { kind: "fixed", rupiah: 2_000_000 };
  await openWith({ ...plan, segments: [{ ...segment, name: "Perangkat", base }] });
  // The amount is invented.
  await load({
    ...pack(4_200_000, { parameter: umk, status: "assumed" }),
    name: "UMK 2027",
    minimumWages: [{ parameter: umk, title: { id: "UMK Kabupaten Sidenreng Rappang" }, region: "73.14" }],
  });
  await page.getByText("Membawa upah minimum: UMK Kabupaten Sidenreng Rappang.").waitFor();
  await write("region.name", "sidrap");
  await page.locator(".offers button").first().click();
  assert.equal(await field("region.code").inputValue(), "73.14");
  const place = page.locator(".place");
  await place.getByText(/UMK Kabupaten Sidenreng Rappang.*4\.200\.000/).waitFor();
  await openDetails("Rincian: Perangkat");
  await page.getByRole("button", { name: "Pakai UMK Kabupaten Sidenreng Rappang" }).press("Enter");
  assert.equal(await field("segments[0].base.parameter").inputValue(), umk);
  await write("segments[0].base.percent", "60");
  // 60 % of 4.200.000 is 2.520.000: JKK 0,24 % is 6.048, JKM 0,30 % is 7.560; × 12.
  await costs(163_296);
  await page.getByText(/^Paket aturan: UMK 2027, versi 2026-12-24, kode [0-9a-f]{16}; 1 nilainya dipakai\.$/).waitFor();
  // Without the pack nobody has the wage that the group names.
  await page.getByRole("button", { name: /^Keluarkan/ }).click();
  await page.locator("#problems-heading").waitFor();
  assert.match(await page.locator("#problems-heading").locator("xpath=..").innerText(), /sidenrengRappang/);
});
