// The plan that is raced: a regency that brings its workers under BPJS Ketenagakerjaan, in the size that is asked for.
// The figures are made up, of the order that regencies of South Sulawesi print.

const FIRST_YEAR = 2026;

const january = (year) => `${year}-01`;
const apbd = [{ fund: "apbd", percent: 100 }];
const shared = [
  { fund: "apbd", percent: 65 },
  { fund: "sawit", percent: 35 },
];

const toTarget = (members, eligible) => () => ({ kind: "target", members, eligible });
/** Head counts by decree of each year, a few more every time. */
const fixed = (people, more) => (years) => ({
  kind: "fixed",
  eligible: people * 3,
  counts: years.map((year, index) => ({ from: january(year), people: people + more * index })),
});
/** A wage that is raised every January. */
const raised = (rupiah) => (years) => ({
  kind: "series",
  values: years.map((year, index) => ({ from: january(year), rupiah: rupiah + 75_000.5 * index })),
});
const always = (base) => () => base;

const GROUPS = [
  { name: "Nelayan", class: "BPU", programmes: ["JKK", "JKM"], enrolment: toTarget(4200, 19800), payers: apbd },
  {
    name: "Pegawai non-ASN",
    class: "PU",
    risk: "low",
    group: "nonAsn",
    programmes: ["JKK", "JKM", "JHT"],
    base: always({ kind: "fixed", rupiah: 3_657_527.37 }),
    enrolment: fixed(2150, 0),
    payers: apbd,
    workerPayers: [{ fund: "sendiri", percent: 100 }],
  },
  {
    name: "Pekebun sawit",
    class: "BPU",
    group: "palmOil",
    programmes: ["JKK", "JKM"],
    base: always({ kind: "fixed", rupiah: 1_900_000 }),
    enrolment: toTarget(3100, 14600),
    payers: shared,
    flows: {
      leave: [
        { cause: "lapse", percentAYear: 7.5 },
        { cause: "age", percentAYear: 1.2 },
        { cause: "death", percentAYear: 0.6 },
      ],
      verificationLossPercent: 4,
      billedFromNext: true,
    },
  },
  {
    name: "Perangkat desa",
    class: "PU",
    risk: "veryLow",
    group: "villageOfficial",
    programmes: ["JKK", "JKM", "JHT"],
    base: raised(2_022_200),
    enrolment: fixed(1480, 12),
    payers: [{ fund: "add", percent: 100 }],
    workerPayers: [
      { fund: "add", percent: 50 },
      { fund: "sendiri", percent: 50 },
    ],
  },
  { name: "Petani", class: "BPU", programmes: ["JKK", "JKM"], enrolment: toTarget(6800, 41200), payers: shared },
  {
    name: "Pengemudi ojek",
    class: "BPU",
    sector: "transport",
    programmes: ["JKK", "JKM", "JHT"],
    base: always({ kind: "fixed", rupiah: 2_450_000 }),
    enrolment: fixed(900, 60),
    payers: [{ fund: "sendiri", percent: 100 }],
  },
  { name: "Pedagang pasar", class: "BPU", programmes: ["JKK", "JKM"], enrolment: toTarget(2400, 15700), payers: apbd },
  { name: "Petugas keagamaan", class: "BPU", programmes: ["JKK", "JKM"], enrolment: fixed(3300, 150), payers: apbd },
  {
    name: "Buruh angkut",
    class: "BPU",
    group: "vulnerable",
    programmes: ["JKK", "JKM"],
    enrolment: toTarget(700, 5200),
    payers: [
      { fund: "apbd", percent: 33.3333 },
      { fund: "sawit", percent: 33.3333 },
      { fund: "sendiri", percent: 33.3334 },
    ],
  },
  {
    name: "Petugas kebersihan",
    class: "PU",
    risk: "medium",
    programmes: ["JKK", "JKM"],
    base: raised(2_850_000),
    enrolment: fixed(640, 8),
    payers: apbd,
  },
];

function segment(index, years) {
  const { name, base, enrolment, ...rest } = GROUPS[index % GROUPS.length];
  const round = Math.floor(index / GROUPS.length) + 1;
  return {
    id: `${name.toLowerCase().replaceAll(" ", "-")}-${round}`,
    name: `${name} ${round}`,
    ...rest,
    ...(base && { base: base(years) }),
    enrolment: enrolment(years),
  };
}

/** A plan of so many segments (of which every ten have the same groups) and whole years of months. */
export function regency(segments, months) {
  const years = Array.from({ length: months / 12 }, (_, index) => FIRST_YEAR + index);
  const tens = Math.ceil(segments / GROUPS.length);
  const lastMonth = `${years.at(-1)}-12`;
  return {
    schema: 1,
    name: "Rencana perluasan kepesertaan",
    region: { name: "Kabupaten Contoh", level: "regency", code: "73.99", population: 412_500 },
    period: { firstMonth: january(FIRST_YEAR), months },
    workforce: {
      denominator: "eligible",
      eligible: [{ from: "2025-08", people: 118_000 * tens }],
      growthPercent: 1.15,
      otherMembers: [
        { from: "2025-12", people: 16_400 * tens },
        { from: "2026-07", people: 17_150 * tens },
      ],
    },
    segments: Array.from({ length: segments }, (_, index) => segment(index, years)),
    target: {
      shape: "linear",
      points: [
        { month: january(FIRST_YEAR), percent: 36 },
        { month: lastMonth, percent: 62.93 },
      ],
    },
    otherTargets: [
      {
        name: "Provinsi",
        shape: "step",
        points: [
          { month: "2026-06", percent: 47.36 },
          { month: "2026-12", percent: 55 },
        ],
      },
    ],
    funds: [
      {
        id: "apbd",
        name: "APBD",
        kind: "apbdRegency",
        ceilings: years.map((year, index) => ({ year, rupiah: (8_600_000_000 + 350_000_000 * index) * tens })),
        accounts: [
          { programme: "JKK", code: "5.1.02.02.01.0073", description: "Belanja iuran JKK" },
          { programme: "JKM", code: "5.1.02.02.01.0074", description: "Belanja iuran JKM" },
          { code: "5.1.02.02.01.0075", description: "Belanja iuran lainnya" },
        ],
      },
      {
        id: "sawit",
        name: "DBH Sawit",
        kind: "dbhSawit",
        ceilings: years.map((year) => ({ year, rupiah: 1_600_000_000 * tens })),
        accounts: [{ code: "5.1.02.02.01.0073", description: "Belanja iuran JKK" }],
      },
      { id: "add", name: "Alokasi Dana Desa", kind: "add" },
      { id: "sendiri", name: "Pekerja sendiri", kind: "self" },
    ],
    totals: years.map((year) => ({ name: "APBD", year, rupiah: 1_312_000_000_000 })),
  };
}
