// Sulawesi Selatan goes from 47 % to 68 %, and 62.93 % is printed too: how many people and rupiah a year, and who pays?
import assert from "node:assert/strict";
import { test } from "node:test";
import { dots, section, somebody } from "./stage.mjs";

/** FACTS.md §0: 1,327,000 members of 2,801,936 in June 2025. */
const [members, eligible] = [1_327_000, 2_801_936];
/** New members in the k-th month after June 2025, on the line from 47.38 % to 68 % in 18 months; a part of a person is one. */
const joined = (k) => Math.ceil((eligible * (4738 * 18 + 2062 * k)) / (10_000 * 18)) - members;
const personMonths = (from, to) => {
  let sum = 0;
  for (let k = from; k <= to; k++) sum += joined(k);
  return sum;
};

test("two targets, people and rupiah a year, and the share of the province, by three clicks", async () => {
  const person = await somebody();
  await person.example("Provinsi Sulawesi Selatan");
  await person.click("link", "Cakupan");
  const targets = (row, year) => person.reads("Target berdampingan", row, `${year}: `);
  const printed = "62,93 % untuk 2025 (1.763.259 orang, tercetak)";
  // 54.2533 % of 2,801,936, and 68 % of it: 1,520,143.7 and 1,905,316.5.
  assert.deepEqual((await targets("Target rencana", 2025)).slice(1), ["1.520.144", "0"]);
  assert.deepEqual(await targets("Target rencana", 2026), ["68 %", "1.905.317", "0"]);
  // The printed number of people, of whom 1,520,144 are there.
  assert.deepEqual(await targets(printed, 2025), ["62,93 %", "1.763.259", dots(1_763_259 - 1_520_144)]);
  const joining = (year) => person.reads("Peserta masuk dan berhenti", "Pekerja rentan baru", String(year));
  assert.equal((await joining(2025))[1], dots(joined(6)));
  assert.equal((await joining(2026))[1], dots(joined(18) - joined(6)));
  for (const [year, months] of [
    [2025, personMonths(1, 6)],
    [2026, personMonths(7, 18)],
  ]) {
    const rupiah = months * 16_800;
    // The example lets the province pay one half, as Kepulauan Riau does.
    const paid = await person.reads("Biaya per sumber dana", String(year));
    assert.deepEqual(paid, [rupiah / 2, rupiah / 2, rupiah].map(dots));
  }
  await person.picture("sulsel-target", section("Cakupan"), { dark: true });
  await person.ends(3);
});
