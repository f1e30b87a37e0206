// Statutory values, typed a second time by hand from their sources so that a slip in src/law is found
// (`transcription.test.mjs`). Minimum wages are in `wages.mjs`; what no price needs is in `book.mjs`.

import { WAGES, WAGE_GROWTH } from "./wages.mjs";

/** Values are text, so that no percentage or amount passes through a float. */
const sinceJuly2015 = (value) => [{ from: "2015-07", to: null, value }];

export const SCALARS = {
  "jkk.pu.veryLow": sinceJuly2015("0.24"),
  "jkk.pu.low": sinceJuly2015("0.54"),
  "jkk.pu.medium": sinceJuly2015("0.89"),
  "jkk.pu.high": sinceJuly2015("1.27"),
  "jkk.pu.veryHigh": sinceJuly2015("1.74"),
  "jkm.pu": sinceJuly2015("0.30"),
  "jht.pu.employer": sinceJuly2015("3.7"),
  "jht.pu.worker": sinceJuly2015("2"),
  "jp.pu.employer": sinceJuly2015("2"),
  "jp.pu.worker": sinceJuly2015("1"),
  "jp.ceiling": [
    { from: "2015-07", to: "2016-02", value: "7000000" },
    { from: "2016-03", to: "2017-02", value: "7335300" },
    { from: "2017-03", to: "2018-02", value: "7703500" },
    { from: "2018-03", to: "2019-02", value: "8094000" },
    { from: "2019-03", to: "2020-02", value: "8512400" },
    { from: "2020-03", to: "2021-01", value: "8939700" },
    { from: "2021-02", to: "2022-02", value: "8754600" },
    { from: "2022-03", to: "2023-02", value: "9077600" },
    { from: "2023-03", to: "2024-02", value: "9559600" },
    { from: "2024-03", to: "2025-02", value: "10042300" },
    { from: "2025-03", to: "2026-02", value: "10547400" },
    { from: "2026-03", to: "2027-02", value: "11086300" },
  ],
  "jkk.bpu": sinceJuly2015("1"),
  "jkm.bpu": sinceJuly2015("6800"),
  "jht.bpu": sinceJuly2015("2"),
  "bpu.minimumBase": sinceJuly2015("1000000"),
  "jkk.bpu.minimum": sinceJuly2015("10000"),
  "jht.bpu.minimum": sinceJuly2015("20000"),
  "jkk.construction": sinceJuly2015("1.74"),
  "jkm.construction": sinceJuly2015("0.30"),
  ...WAGES,
};

/** Numbers of months. */
export const MONTHS = {
  // Permenaker 5/2021: membership ends after more than three months in arrears.
  "membership.bpu.lapseMonths": [{ from: "2021-04", to: null, value: "3" }],
};

const tableSinceJuly2015 = (rows) => [
  { from: "2015-07", to: null, rows: rows.map(([fromRupiah, value]) => ({ fromRupiah, value })) },
];

/** PP 44/2015, Lampiran II, as published by a branch of BPJS Ketenagakerjaan: income from, base, JKK, JHT. */
export const BRACKETS = [
  [0, 1_000_000, 10_000, 20_000],
  [1_100_000, 1_200_000, 12_000, 24_000],
  [1_300_000, 1_400_000, 14_000, 28_000],
  [1_500_000, 1_600_000, 16_000, 32_000],
  [1_700_000, 1_800_000, 18_000, 36_000],
  [1_900_000, 2_000_000, 20_000, 40_000],
  [2_100_000, 2_200_000, 22_000, 44_000],
  [2_300_000, 2_400_000, 24_000, 48_000],
  [2_500_000, 2_600_000, 26_000, 52_000],
  [2_700_000, 2_950_000, 29_500, 59_000],
  [3_200_000, 3_450_000, 34_500, 69_000],
  [3_700_000, 3_950_000, 39_500, 79_000],
  [4_200_000, 4_450_000, 44_500, 89_000],
  [4_700_000, 4_950_000, 49_500, 99_000],
  [5_200_000, 5_450_000, 54_500, 109_000],
  [5_700_000, 5_950_000, 59_500, 119_000],
  [6_200_000, 6_450_000, 64_500, 129_000],
  [6_700_000, 6_950_000, 69_500, 139_000],
  [7_200_000, 7_450_000, 74_500, 149_000],
  [7_700_000, 7_950_000, 79_500, 159_000],
  [8_200_000, 8_700_000, 87_000, 174_000],
  [9_200_000, 9_700_000, 97_000, 194_000],
  [10_200_000, 10_700_000, 107_000, 214_000],
  [11_200_000, 11_700_000, 117_000, 234_000],
  [12_200_000, 12_700_000, 127_000, 254_000],
  [13_200_000, 13_700_000, 137_000, 274_000],
  [14_200_000, 14_700_000, 147_000, 294_000],
  [15_200_000, 15_700_000, 157_000, 314_000],
  [16_200_000, 16_700_000, 167_000, 334_000],
  [17_200_000, 17_700_000, 177_000, 354_000],
  [18_200_000, 18_700_000, 187_000, 374_000],
  [19_200_000, 19_700_000, 197_000, 394_000],
  [20_200_000, 20_700_000, 207_000, 414_000],
];

export const TABLES = {
  /** Base for incomes of at least an amount. */
  "bpu.brackets": tableSinceJuly2015(BRACKETS.map(([from, base]) => [from, String(base)])),
  /** Construction contracts: percentage of the part above an amount, up to the next. */
  "jkk.construction.layers": tableSinceJuly2015([
    [0, "0.21"],
    [100_000_000, "0.17"],
    [500_000_000, "0.13"],
    [1_000_000_000, "0.11"],
    [5_000_000_000, "0.09"],
  ]),
  "jkm.construction.layers": tableSinceJuly2015([
    [0, "0.03"],
    [100_000_000, "0.02"],
    [500_000_000, "0.02"],
    [1_000_000_000, "0.01"],
    [5_000_000_000, "0.01"],
  ]),
};

/** Growth after the last known value: yearly in this month, cut to a multiple of this amount. */
export const BEYOND = {
  "jp.ceiling": { month: 3, cut: "100", kinds: ["growth"] },
  ...WAGE_GROWTH,
};

/**
 * Payers of PP 50/2025: `true` or `false` by the text; `"open"` where it does not say, with the default of no relief.
 */
const PAYERS_OF_PP50 = {
  self: true,
  // One reading: only members who pay themselves. Another: all but APBN and APBD.
  employer: "open",
  apbn: false,
  apbdProvince: false,
  apbdRegency: false,
  dbhSawit: false,
  dbhCht: false,
  otsus: false,
  add: "open",
  danaDesa: "open",
  pades: "open",
  bhpr: "open",
  csr: "open",
  baznas: "open",
};

/** Payers of PP 49/2020: employers and the workers themselves; "certain BPU" leaves all others open. */
const PAYERS_OF_PP49 = {
  ...Object.fromEntries(Object.keys(PAYERS_OF_PP50).map((kind) => [kind, "open"])),
  self: true,
  employer: true,
};

export const RELIEFS = [
  {
    key: "relief.pp49of2020",
    promulgated: "2020-09-01",
    from: "2020-08",
    to: "2021-01",
    classes: ["PU", "BPU", "construction"],
    sector: null,
    programmes: ["JKK", "JKM"],
    percentOff: "99",
    // Members who joined after this month pay so many months in full; a remark says so.
    newcomers: ["2020-07", 2],
    payers: PAYERS_OF_PP49,
  },
  {
    key: "relief.pp50of2025.transport",
    promulgated: "2025-12-22",
    from: "2026-01",
    to: "2027-03",
    classes: ["BPU"],
    sector: "transport",
    programmes: ["JKK", "JKM"],
    percentOff: "50",
    payers: PAYERS_OF_PP50,
  },
  {
    key: "relief.pp50of2025.other",
    promulgated: "2025-12-22",
    from: "2026-04",
    to: "2026-12",
    classes: ["BPU"],
    sector: "other",
    programmes: ["JKK", "JKM"],
    percentOff: "50",
    payers: PAYERS_OF_PP50,
  },
];
