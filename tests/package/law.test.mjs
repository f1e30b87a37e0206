// The law in the package: the same data everywhere, the law of a month, the tables of the method, and the links.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { CakupanError, law, lawIn, version } from "cakupan";
import { documents, withTables } from "../../scripts/docs.mjs";
import { cited, probe } from "../../scripts/links.mjs";
import { listen } from "../../scripts/serve.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

test("law(), the JSON file and the command line hold the same", () => {
  const file = JSON.parse(readFileSync(fileURLToPath(import.meta.resolve("cakupan/law.json")), "utf8"));
  const printed = JSON.parse(execFileSync("cargo", ["run", "--quiet", "--", "law"], { cwd: root, encoding: "utf8" }));
  assert.deepEqual(law(), file);
  assert.deepEqual(printed, file);
  assert.equal(version().law, file.version);
  law().parameters.length = 0;
  assert.deepEqual(law(), file, "what a caller does to it changes nothing for others");
});

test("every entry says who says so, when somebody looked, and where it was seen", () => {
  for (const { place, source } of cited(law())) {
    assert.ok(source.instrument && source.checked && source.seen, place);
    assert.ok(["enacted", "reported", "assumed"].includes(source.status), place);
  }
});

test("printed coverage follows from its members and denominator", () => {
  for (const { key, members, eligible, percent } of law().definitions) {
    // Published in whole or hundredths of a percent, of members rounded to thousands.
    assert.ok(Math.abs((100 * members) / eligible - percent) < 0.05, `${key}: ${(100 * members) / eligible}`);
  }
});

test("a month has three columns: in force, announced, proposed", () => {
  const of = (month, key, overrides) => lawIn(month, overrides).find((standing) => standing.key === key);
  // PP 50/2025 outside transport: April to December 2026; no value after that.
  const relief = "relief.pp50of2025.other";
  assert.deepEqual([of("2026-03", relief).inForce, of("2026-03", relief).announced.from], [null, "2026-04"]);
  assert.equal(of("2026-06", relief).inForce.value, 50);
  assert.deepEqual(of("2026-06", relief).announced, { from: "2027-01", value: null });
  assert.deepEqual([of("2027-01", relief).inForce, of("2027-01", relief).announced], [null, null]);
  // The JP ceiling of March follows that of February.
  assert.equal(of("2026-02", "jp.ceiling").inForce.value, 10_547_400);
  assert.equal(of("2026-02", "jp.ceiling").announced.value.value, 11_086_300);
  const own = (from, to, value) => ({ parameter: "jkm.bpu", from, to, value, note: "usulan" });
  const overrides = [own("2026-01", null, 7000), own("2026-06", "2026-08", 8000)];
  assert.deepEqual(
    of("2026-07", "jkm.bpu", overrides).proposed.map(({ value }) => value),
    [8000, 7000],
  );
  assert.deepEqual(
    of("2026-09", "jkm.bpu", overrides).proposed.map(({ value }) => value),
    [7000],
  );
  assert.equal(of("2026-09", "jkm.bpu", overrides).inForce.value, 6800);
  assert.equal(lawIn("2026-07").length, law().parameters.length + law().reliefs.length);
});

/** Codes and paths of a refused call. */
function refusal(call) {
  try {
    call();
  } catch (error) {
    assert.ok(error instanceof CakupanError, String(error));
    assert.equal(error.problems.length > 0 && error.problems.every(({ message }) => message.id && message.en), true);
    return error.problems.map(({ code, path }) => `${code} ${path}`);
  }
  return [];
}

test("a month is a month everywhere, and replacements are what a scenario may have", () => {
  const own = { parameter: "jkm.bpu", from: "2026-01", value: 7000, note: "usulan" };
  for (const month of ["2025-13", "2025-00", "abc", "2026", "2026-1", "1999-12", "2200-01", "2026-01-01", " 2026-01"])
    assert.deepEqual(
      refusal(() => lawIn(month)),
      ["badMonth month"],
      month,
    );
  for (const month of [new Date(), 202_601, {}, [], ["2026-01"], true, Symbol("2026-01"), () => "2026-01", 1n])
    assert.deepEqual(
      refusal(() => lawIn(month)),
      ["notText month"],
    );
  for (const month of [undefined, null, "", "  "])
    assert.deepEqual(
      refusal(() => lawIn(month)),
      ["missing month"],
    );
  assert.deepEqual(
    refusal(() => lawIn()),
    ["missing month"],
  );
  for (const month of ["2000-01", "2026-12", "2199-12"])
    assert.deepEqual(
      refusal(() => lawIn(month)),
      [],
    );

  const replacing = (overrides) => refusal(() => lawIn("2026-01", overrides));
  for (const none of [undefined, null, []]) assert.deepEqual(replacing(none), []);
  for (const no of [{}, "x", 5, new Map(), () => []]) assert.deepEqual(replacing(no), ["notAList overrides"]);
  assert.deepEqual(replacing([null, 5, own]), ["missing overrides[0]", "notAnObject overrides[1]"]);
  assert.deepEqual(replacing([{}]), ["missing overrides[0].parameter", "missing overrides[0].from"]);
  assert.deepEqual(replacing([{ ...own, parameter: 5, from: "2026", to: new Date() }]), [
    "notText overrides[0].parameter",
    "badMonth overrides[0].from",
    "notText overrides[0].to",
  ]);
  assert.deepEqual(replacing(new Array(201).fill(own)), ["tooMany overrides"]);
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.deepEqual(replacing(proxy), ["notReadable overrides"]);
  const thrower = () => {
    throw null;
  };
  assert.deepEqual(replacing([new Proxy({}, { get: thrower })]), ["notReadable overrides[0]"]);
  // Problems of both arguments are reported together.
  assert.deepEqual(
    refusal(() => lawIn("2025-13", [null])),
    ["badMonth month", "missing overrides[0]"],
  );
  assert.equal(lawIn("2026-01", [own]).find(({ key }) => key === "jkm.bpu").proposed[0], own);
});

test("the tables of the method are those of the law", () => {
  for (const [path, language] of documents) {
    const text = readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
    assert.equal(withTables(text, law(), language), text, `${path} has drifted; run 'npm run docs'`);
  }
});

test("links are sorted into alive, dead and out of reach, and nothing fails offline", async () => {
  const { address, close } = await listen((path) => (path === "/here" ? { body: "" } : null));
  assert.equal(await probe(`${address}here`), "alive");
  assert.equal(await probe(`${address}gone`), "dead (404)");
  await close();
  assert.match(await probe(`${address}here`), /^out of reach/);
});

test("law(packs) has the minimum wages that packs bring, and changes nothing else", () => {
  const parameter = "minimumWage.umk.sidenrengRappang";
  // The amount is invented.
  const value = { parameter, from: "2027-01", value: 4_200_000, instrument: "Keputusan Gubernur", status: "assumed" };
  const wage = { parameter, title: { id: "UMK Sidrap" }, region: "73.14" };
  const known = { parameter: "minimumWage.umk.makassar", title: { id: "Lain" } };
  const pack = { name: "UMK 2027", version: "1", minimumWages: [wage, known], values: [value] };
  const { parameters, ...rest } = law([pack]);
  const { parameters: own, ...same } = law();
  assert.deepEqual(rest, same);
  assert.deepEqual(parameters.slice(0, -1), own);
  const brought = parameters.at(-1);
  assert.deepEqual([brought.key, brought.region, brought.unit], [parameter, "73.14", "rupiah"]);
  assert.deepEqual(brought.title, { id: "UMK Sidrap", en: "UMK Sidrap" });
  assert.deepEqual(brought.beyond, own.find(({ key }) => key === "minimumWage.umk.makassar").beyond);
  assert.deepEqual(
    [brought.values[0].value, brought.values[0].status, brought.values[0].checked],
    [4_200_000, "assumed", null],
  );
  assert.throws(
    () => law([null]),
    (error) => error instanceof CakupanError && error.problems[0].code === "notReadable",
  );
  // Lists that say they are long, in each place: walked, they would take minutes.
  for (const [packs, path, limit] of [
    [new Array(4_000_000_000), "lawPacks", 10],
    [[{ ...pack, minimumWages: new Array(4_000_000_000) }], "lawPacks[0].minimumWages", 1_000],
    [[pack, { ...pack, values: new Array(4_000_000_000) }], "lawPacks[1].values", 2_000],
  ])
    assert.throws(
      () => law(packs),
      ({ code, path: own, problems: [{ params }] }) =>
        code === "tooMany" && own === path && params.limit === limit && params.count === 4_000_000_000,
    );
});
