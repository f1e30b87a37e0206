// Data of the law that no price needs, typed again from its sources: benefits, rates of migrant workers, earmarks,
// rules on funds, accounts, published targets and coverage.

const since = (from, value) => [{ from, to: null, value }];
const until2019 = (before, now) => [
  { from: "2015-07", to: "2019-11", value: before },
  { from: "2019-12", to: null, value: now },
];
const since2019 = (value) => since("2019-12", value);

/** Amounts in rupiah, times in months, rates in percent. */
export const BESIDE = {
  // JKM at a death that is not work-related, before and after PP 82/2019: 16.2 + 4.8 + 3.0 and 20 + 12 + 10 million.
  "benefit.jkm.santunan": until2019("16200000", "20000000"),
  "benefit.jkm.berkala": until2019("4800000", "12000000"),
  "benefit.jkm.pemakaman": until2019("3000000", "10000000"),
  "benefit.jkm.total": until2019("24000000", "42000000"),
  "benefit.jkm.berkalaMonthly": since2019("500000"),
  "benefit.jkm.berkalaMonths": since2019("24"),
  "benefit.jkm.scholarshipMembership": until2019("60", "36"),
  "benefit.jkm.pemakamanNewcomer": since("2025-02", "10000000"),
  "benefit.jkm.constructionPenalty": since("2025-02", "1"),
  "jkm.bpu.waitingMonths": since("2025-02", "3"),
  // Scholarships: at most 174 million for two children, 87 for one = 8 × 1.5 + 3 × 2 + 3 × 3 + 5 × 12.
  "benefit.scholarship.primary": since2019("1500000"),
  "benefit.scholarship.primaryMonths": since2019(String(8 * 12)),
  "benefit.scholarship.juniorHigh": since2019("2000000"),
  "benefit.scholarship.juniorHighMonths": since2019(String(3 * 12)),
  "benefit.scholarship.seniorHigh": since2019("3000000"),
  "benefit.scholarship.seniorHighMonths": since2019(String(3 * 12)),
  "benefit.scholarship.university": since2019("12000000"),
  "benefit.scholarship.universityMonths": since2019(String(5 * 12)),
  "benefit.scholarship.childMaximum": since2019("87000000"),
  "benefit.scholarship.maximum": since2019("174000000"),
  // JKK: 48 wages (60 % × 80) at death, 56 (70 % × 80) at permanent total disability, table × 80 at partial
  // disability.
  "benefit.jkk.deathWages": since2019("48"),
  "benefit.jkk.disabilityWages": since2019("56"),
  "benefit.jkk.partialDisabilityWages": since2019("80"),
  "benefit.jkk.pemakaman": since2019("10000000"),
  "benefit.jkk.berkala": since2019("12000000"),
  "benefit.jkk.deathBpuMinimum": since2019("70000000"),
  "benefit.jkk.scholarshipMembership": since2019("0"),
  "benefit.jkk.stmbFirst": since2019("100"),
  "benefit.jkk.stmbFirstMonths": until2019("6", "12"),
  "benefit.jkk.stmbAfter": since2019("50"),
  "benefit.jkk.homeCare": since2019("20000000"),
  "benefit.jkk.homeCareMonths": since2019("12"),
  "benefit.jkk.transportLand": since2019("5000000"),
  "benefit.jkk.transportSea": since2019("2000000"),
  "benefit.jkk.transportAir": since2019("10000000"),
  "benefit.claim.expiry": since2019(String(5 * 12)),
  // Permenaker 4/2023: 37,500 before placement; 370,000 is that plus 24 months.
  "pmi.beforePlacement": since("2023-01", "37500"),
  "pmi.placement24": since("2023-01", "332500"),
  "pmi.placement12": since("2023-01", "189000"),
  "pmi.placement6": since("2023-01", "108000"),
  "pmi.extension": since("2023-01", "13500"),
  "pmi.jhtLowest": since("2023-01", "50000"),
  "pmi.jhtHighest": since("2023-01", "600000"),
  // Earmarks: at most 20 % of palm-oil money for other than roads; 50 % of the tobacco-excise share for welfare.
  "earmark.dbhSawit.other": since("2023-07", "20"),
  "earmark.dbhSawit.support": since("2023-07", "10"),
  "earmark.dbhCht.welfare": [
    { from: "2022-01", to: "2024-09", value: "50" },
    { from: "2024-10", to: null, value: "50" },
  ],
  "earmark.dbhCht.support": since("2024-10", "10"),
};

/** Funds, months, named groups, and the verdict for other groups. */
export const FUND_RULES = {
  "fund.danaDesa.2024": {
    funds: ["danaDesa"],
    months: ["2024-01", "2024-12"],
    verdict: "forbids",
    forbids: ["villageHead", "villageOfficial", "vulnerable"],
  },
  // The regulation was not read, so the verdict is a limit: planners must check it.
  "fund.danaDesa.2025": { funds: ["danaDesa"], months: ["2025-01", "2025-12"], verdict: "limits" },
  "fund.danaDesa.2026": {
    funds: ["danaDesa"],
    months: ["2026-01", "2026-12"],
    verdict: "limits",
    forbids: ["villageHead", "villageOfficial", "bpd"],
    allows: ["cashForWork"],
  },
  "fund.village.staff": {
    funds: ["add", "bhpr", "pades"],
    months: ["2018-04", null],
    verdict: "allows",
    allows: ["villageHead", "villageOfficial"],
  },
  "fund.village.entitlement": {
    funds: ["add", "bhpr", "pades"],
    months: ["2024-01", null],
    verdict: "allows",
    allows: ["villageHead", "villageOfficial", "bpd"],
  },
  "fund.dbhSawit": { funds: ["dbhSawit"], months: ["2023-07", null], verdict: "limits", allows: ["palmOil"] },
  "fund.dbhCht.2022": { funds: ["dbhCht"], months: ["2022-01", "2024-09"], verdict: "limits" },
  "fund.dbhCht": { funds: ["dbhCht"], months: ["2024-10", null], verdict: "limits" },
  "fund.apbd.mandate": {
    funds: ["apbdProvince", "apbdRegency"],
    months: ["2021-03", null],
    verdict: null,
    allows: ["nonAsn", "vulnerable", "election"],
  },
  "fund.apbd.2023": {
    funds: ["apbdProvince", "apbdRegency"],
    months: ["2023-01", "2023-12"],
    verdict: null,
    allows: ["nonAsn", "villageOfficial", "villageBody", "vulnerable"],
  },
  "fund.apbd.pppk": {
    funds: ["apbn", "apbdProvince", "apbdRegency"],
    months: ["2025-02", null],
    verdict: null,
    limits: ["pppk", "pppkPartTime"],
  },
};

const JKK = "Belanja Iuran Jaminan Kecelakaan Kerja bagi";
const JKM = "Belanja Iuran Jaminan Kematian bagi";
const partTime = (insurance, role) => `${insurance} PPPK Paruh Waktu pada Jabatan ${role}`;

/** Kode rekening and uraian. Of charts that were seen in part only the code is compared. */
export const ACCOUNTS = {
  "5.1.02.02.02": "Belanja Iuran Jaminan/Asuransi",
  "5.1.02.02.02.0006": `${JKK} Non ASN`,
  "5.1.02.02.02.0007": `${JKM} Non ASN`,
  "5.1.02.02.02.0010": "Belanja Iuran Jaminan Hari Tua bagi Non ASN",
  "5.1.02.02.02.0026": partTime(JKK, "Pengelola Umum Operasional"),
  "5.1.02.02.02.0027": partTime(JKK, "Operator Layanan Operasional"),
  "5.1.02.02.02.0028": partTime(JKK, "Pengelola Layanan Operasional"),
  "5.1.02.02.02.0029": partTime(JKK, "Penata Layanan Operasional"),
  "5.1.02.02.02.0034": partTime(JKM, "Pengelola Umum Operasional"),
  "5.1.02.02.02.0035": partTime(JKM, "Operator Layanan Operasional"),
  "5.1.02.02.02.0036": partTime(JKM, "Pengelola Layanan Operasional"),
  "5.1.02.02.02.0037": partTime(JKM, "Penata Layanan Operasional"),
  "5.1.01.01.10": null,
  "5.1.01.01.10.0001": null,
  "5.1.01.01.10.0002": null,
  "5.1.01.01.11": null,
  "5.1.01.01.11.0001": null,
  "5.1.01.01.11.0002": null,
  "5.1.03.02": "Jaminan Sosial Ketenagakerjaan Kepala Desa",
  "5.1.03.04": "Jaminan Sosial Ketenagakerjaan Perangkat Desa",
  "5.2.03.06": "Jasa upah",
  "5.2.07.90": "Barang/jasa diserahkan ke masyarakat lainnya",
};

export const SUB_ACTIVITIES = {
  "2.07.05.2.02.0005": "Pengembangan Pelaksanaan Jaminan Sosial Tenaga Kerja",
};

/** Published targets: region, percent by year. */
export const TARGETS = {
  "target.national.rpjpn": [null, { 2045: 99.5 }],
  "target.national.rpjmn": [null, { 2025: 32.15, 2029: 43.92 }],
  "target.national.rkp2026": [null, { 2026: 34.99 }],
  "target.national.ucj": [null, { 2025: 52.15 }],
  "target.national.makassarPress": [null, { 2025: 57.1 }],
  "target.sulawesiSelatan.ucj": ["73", { 2025: 62.93 }],
  "target.sulawesiSelatan.monev": ["73", { 2025: 68 }],
  "target.sulawesiSelatan.tenTenTen": ["73", { 2025: 62, 2026: 72 }],
  "target.sulawesiSelatan.rpjpd": ["73", { 2045: 79.22 }],
  "target.makassar.ucj2025": ["73.71", { 2025: 62 }],
  "target.makassar.ucj2026Low": ["73.71", { 2026: 66.2 }],
  "target.makassar.ucj2026High": ["73.71", { 2026: 72.5 }],
  "target.makassar.longTerm": ["73.71", { 2029: 90 }],
  "target.sulawesiTengah.ucj": ["72", { 2025: 71 }],
  "target.wajo.permendagri15of2024": ["73.13", { 2025: 68 }],
};

/** Published coverage: region, active members, eligible workers, percent. */
export const DEFINITIONS = {
  "coverage.national.2022": [null, 35_000_000, 92_000_000, 38.04],
  "coverage.national.2023": [null, 40_200_000, 99_030_000, 40.59],
  "coverage.national.2025": [null, 42_000_000, 101_000_000, 41.58],
  "coverage.sulawesiSelatan.2025": ["73", 1_327_000, 2_801_936, 47.38],
  "coverage.sulawesiTengah.2021": ["72", 252_021, 1_516_347, 16.6],
  // (248,355 + 98,089) of (366,522 + 895,790).
  "coverage.sulawesiTengah.2022": ["72", 346_444, 1_262_312, 27.45],
  "coverage.sulawesiTengah.2022.pu": ["72", 248_355, 366_522, 67.76],
  "coverage.sulawesiTengah.2022.bpu": ["72", 98_089, 895_790, 10.95],
  "coverage.makassar.2025.workers": ["73.71", 263_903, 507_500, 52],
  "coverage.makassar.2025.ucj": ["73.71", 263_903, 415_800, 63.47],
  "coverage.wajo.2025": ["73.13", 67_529, 140_769, 48],
  "coverage.lombokTimur.2024.formal": ["52.03", 51_960, 92_978, 55.88],
  "coverage.lombokTimur.2024.informal": ["52.03", 30_355, 531_600, 5.71],
};

/** Reports of claims, from their publications: cases among members in so many months (a year has 12) or days (365). */
export const CLAIMS = [
  ["makassar2025.jkk", "JKK", 2_635, 263_903, 268, 365, 25_000_000_000],
  ["makassar2025.jkm", "JKM", 916, 263_903, 268, 365, null],
  ["mukomuko2023.jkm", "JKM", 4, 1_400, 12, 12, null],
  ["munaBarat2024.jkm", "JKM", 120, 11_560, 26, 12, 4_960_000_000],
  ["national2023.jkk", "JKK", 177_727, 41_600_000, 12, 12, 3_030_000_000_000],
  ["national2023.jkm", "JKM", 69_029, 41_600_000, 12, 12, 3_210_000_000_000],
  ["national2024.jkk", "JKK", 462_241, 45_200_000, 12, 12, 3_500_000_000_000],
  ["national2024.jkm", "JKM", 80_951, 45_200_000, 12, 12, 3_800_000_000_000],
  ["semarang2019.jkm", "JKM", 17, 4_596, 10, 12, null],
].map(([report, programme, cases, members, time, ofYear, rupiah]) => ({
  report,
  programme,
  cases,
  members,
  time,
  ofYear,
  rupiah,
}));
