// The statutory values, typed in a second time by hand so that a slip in src/law shows up as a difference.

/** Values stand as text: a percentage or an amount in rupiah must not pass through a float. */
const sinceJuly2015 = (value) => [{ from: "2015-07", to: null, value }];

const ofYear = (year, value) => ({ from: `${year}-01`, to: `${year}-12`, value });

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
  "jkk.construction": sinceJuly2015("1.74"),
  "jkm.construction": sinceJuly2015("0.30"),
  "minimumWage.ump.sulawesiSelatan": [
    ofYear(2022, "3165876"),
    ofYear(2023, "3385145"),
    ofYear(2024, "3434298"),
    ofYear(2025, "3657527.37"),
    ofYear(2026, "3921088.79"),
  ],
  "minimumWage.umk.makassar": [
    ofYear(2024, "3643321"),
    ofYear(2025, "3880136.865"),
    ofYear(2026, "4148719"),
  ],
  "minimumWage.ump.sulawesiBarat": [
    ofYear(2022, "2678863"),
    ofYear(2023, "2871794"),
    ofYear(2024, "2914958.08"),
    ofYear(2025, "3104430"),
    ofYear(2026, "3315935"),
  ],
};

/** BPU: an income from `from` rupiah on is levied on `base`. In force since 2015-07. */
export const BRACKETS = [
  { from: 0n, base: 1_000_000n },
  { from: 1_100_000n, base: 1_200_000n },
  { from: 1_300_000n, base: 1_400_000n },
  { from: 1_500_000n, base: 1_600_000n },
  { from: 1_700_000n, base: 1_800_000n },
  { from: 1_900_000n, base: 2_000_000n },
  { from: 2_100_000n, base: 2_200_000n },
  { from: 2_300_000n, base: 2_400_000n },
  { from: 2_500_000n, base: 2_600_000n },
  { from: 2_700_000n, base: 2_950_000n },
  { from: 3_200_000n, base: 3_450_000n },
  { from: 3_700_000n, base: 3_950_000n },
  { from: 4_200_000n, base: 4_450_000n },
  { from: 4_700_000n, base: 4_950_000n },
  { from: 5_200_000n, base: 5_700_000n },
  { from: 6_200_000n, base: 6_700_000n },
  { from: 7_200_000n, base: 7_700_000n },
  { from: 8_200_000n, base: 8_700_000n },
  { from: 9_200_000n, base: 9_700_000n },
  { from: 10_200_000n, base: 10_700_000n },
  { from: 11_200_000n, base: 11_700_000n },
  { from: 12_200_000n, base: 12_700_000n },
  { from: 13_200_000n, base: 13_700_000n },
  { from: 14_200_000n, base: 14_700_000n },
  { from: 15_200_000n, base: 15_700_000n },
  { from: 16_200_000n, base: 16_700_000n },
  { from: 17_200_000n, base: 17_700_000n },
  { from: 18_200_000n, base: 18_700_000n },
  { from: 19_200_000n, base: 19_700_000n },
  { from: 20_200_000n, base: 20_700_000n },
];

/** Construction contracts: what lies above `above` and up to `upTo` pays `percent`. In force since 2015-07. */
export const LAYERS = {
  JKK: [
    { above: 0n, upTo: 100_000_000n, percent: "0.21" },
    { above: 100_000_000n, upTo: 500_000_000n, percent: "0.17" },
    { above: 500_000_000n, upTo: 1_000_000_000n, percent: "0.13" },
    { above: 1_000_000_000n, upTo: 5_000_000_000n, percent: "0.11" },
    { above: 5_000_000_000n, upTo: null, percent: "0.09" },
  ],
  JKM: [
    { above: 0n, upTo: 100_000_000n, percent: "0.03" },
    { above: 100_000_000n, upTo: 500_000_000n, percent: "0.02" },
    { above: 500_000_000n, upTo: 1_000_000_000n, percent: "0.02" },
    { above: 1_000_000_000n, upTo: 5_000_000_000n, percent: "0.01" },
    { above: 5_000_000_000n, upTo: null, percent: "0.01" },
  ],
};

/** Payers of PP 50/2025: `true` and `false` by the text, `"open"` where it is silent and nobody gets it by default. */
const PAYERS_OF_PP50 = {
  self: true,
  employer: true,
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

const EVERY_PAYER = Object.fromEntries(Object.keys(PAYERS_OF_PP50).map((kind) => [kind, true]));

export const RELIEFS = [
  {
    key: "relief.pp49of2020",
    from: "2020-08",
    to: "2021-01",
    classes: ["PU", "BPU"],
    sector: null,
    programmes: ["JKK", "JKM"],
    percentOff: "99",
    payers: EVERY_PAYER,
  },
  {
    key: "relief.pp50of2025.transport",
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
    from: "2026-04",
    to: "2026-12",
    classes: ["BPU"],
    sector: "other",
    programmes: ["JKK", "JKM"],
    percentOff: "50",
    payers: PAYERS_OF_PP50,
  },
];
