// The register of regions: its packs hold what the sources count, and a region is found as people write it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { packs } from "../../scripts/regions.mjs";
import { modules } from "./modules.mjs";

const [{ regionsOf, districtsOf, kindOf }, { find }] = await modules("regions/pack", "regions/search");
const files = packs();
const regions = regionsOf(files.get("regions.json"));

/** Kecamatan, desa and kelurahan of a kabupaten or kota. */
function counts(code) {
  const districts = districtsOf(files.get(`${code}.json`));
  const villages = districts.flatMap((district) => district.villages);
  const of = (kind) => villages.filter((village) => village.kind === kind).length;
  return [districts.length, of("desa") + of("desaAdat"), of("kelurahan")];
}

test("the packs count what press and ministries print", () => {
  // FACTS §8: Sidrap 11 kecamatan, 68 desa, 38 kelurahan; Maros 14/80/23; Luwu Timur 125 desa and 3 kelurahan; Majene 62
  // desa; Pangkep 65; Makassar none.
  assert.deepEqual(counts("73.14"), [11, 68, 38]);
  assert.deepEqual(counts("73.09"), [14, 80, 23]);
  assert.deepEqual(counts("73.24").slice(1), [125, 3]);
  assert.equal(counts("76.05")[1], 62);
  assert.equal(counts("73.10")[1], 65);
  assert.equal(counts("73.71")[1], 0);
  // 38 provinces and 514 kabupaten and kota; 75,266 villages with a budget of their own.
  const of = (...levels) => regions.filter(({ level }) => levels.includes(level)).length;
  assert.deepEqual([of("province"), of("regency", "city")], [38, 514]);
  const desa = regions.filter(({ level }) => level !== "province").map(({ code }) => counts(code)[1]);
  assert.equal(
    desa.reduce((sum, count) => sum + count, 0),
    75_266,
  );
});

test("a village has its code, its kind and its district", () => {
  const [district] = districtsOf(files.get("73.14.json"));
  assert.equal(district.code, "73.14.01");
  for (const { code, district: of } of district.villages) assert.ok(code.startsWith(`${of}.`), code);
  assert.deepEqual(["73.14.01.1001", "2001", "91.03.01.3001"].map(kindOf), ["kelurahan", "desa", "desaAdat"]);
  assert.throws(() => kindOf("73.14.01.9001"));
});

const first = (text) => find(regions, text)[0]?.code;

test("a region is found by name or code, as people write them", () => {
  const written = {
    73.14: [
      "sidrap",
      "SIDRAP",
      "73.14",
      "7314",
      "73 14",
      " 73.14 ",
      "Kab. Sidenreng Rappang",
      "kabupaten sidenreng rappang",
    ].concat([
      "Sidenreng-Rappang",
      "sidenreng",
      "rappang",
      "kab sidrap",
      "sidenrengrappang",
      "7314032005",
      "73.14.03.2005",
    ]),
    73.71: ["makassar", "makasar", "makkassar", "Kota Makassar", "kota makasar", "mkassar"],
    "73.10": ["pangkep", "Pangkajene dan Kepulauan", "pangkajene kepulauan"],
    73.24: ["lutim", "luwu timur", "Kab. Luwu Timur"],
    73.22: ["lutra"],
    73.18: ["tator", "tana toraja"],
    73.17: ["luwu", "Kab. Luwu"],
    31.74: ["jaksel", "jakarta selatan", "Kota Administrasi Jakarta Selatan"],
    73: ["sulsel", "Sulawesi Selatan", "Prov. Sulawesi Selatan", "73"],
    74: ["sultra"],
    52: ["NTB", "nusa tenggara barat"],
    34: ["Daerah Istimewa Yogyakarta", "D.I. Yogyakarta", "DIY"],
  };
  for (const [code, texts] of Object.entries(written))
    for (const text of texts) assert.equal(first(text), code, `${text}: ${JSON.stringify(find(regions, text, 3))}`);
});

test("a level narrows, a beginning lists, and what fits nothing finds nothing", () => {
  const levels = (text) => new Set(find(regions, text).map(({ level }) => level));
  assert.deepEqual(levels("kota bandung"), new Set(["city"]));
  assert.deepEqual(levels("kab bandung"), new Set(["regency"]));
  assert.equal(find(regions, "73", 100).length, 25, "the province and its 24 kabupaten and kota");
  assert.deepEqual(
    find(regions, "luwu").map(({ name }) => name),
    ["Kabupaten Luwu", "Kabupaten Luwu Utara", "Kabupaten Luwu Timur"],
  );
  for (const text of ["", "  ", "-", "zzzz", "99", "99.99", "?", "sidrap maros"])
    assert.deepEqual(find(regions, text), [], text);
  assert.equal(find(regions, "a", 5).length, 5);
});

test("every region is found by its own name, its code and its code without dots", () => {
  for (const { code, name } of regions) {
    assert.equal(first(code), code);
    assert.equal(first(code.replaceAll(".", "")), code);
    assert.ok(
      find(regions, name, 5).some((found) => found.code === code),
      name,
    );
  }
});

test("villages are found the same way", () => {
  const villages = districtsOf(files.get("73.14.json")).flatMap((district) => district.villages);
  for (const village of villages) assert.ok(find(villages, village.name, 10).includes(village), village.name);
  assert.equal(find(villages, villages[0].code)[0], villages[0]);
});
