// The plan that is raced for many villages, twice: as a scenario of the engine, and as a model that any language can
// calculate. Nothing of the model comes from the engine: prices are rates × wages, typed here from the regulations.
//
// Ten segments, 60 months, five funds. Of the segments five have one payer, three have two, two have three. Eight have
// head counts, two of which change in July 2029; two follow a path of their own while members leave.

const FIRST_YEAR = 2027;
export const YEARS = 5;
export const MONTHS = YEARS * 12;
const SECOND_COUNT = { month: "2029-07", column: 30 };
const FUNDS = [
  ["add", "Alokasi Dana Desa", "add"],
  ["dd", "Dana Desa", "danaDesa"],
  ["pades", "Pendapatan Asli Desa", "pades"],
  ["apbd", "APBD", "apbdRegency"],
  ["sendiri", "Pekerja sendiri", "self"],
];
/** Funds for which each village has its own ceiling in each year. */
const LIMITED = ["add", "dd"];

/** Programmes of wage earners in percent: JKK of very low risk and JKM (PP 44/2015), JHT of both sides (PP 46/2015). */
const OF_WAGES = { JKK: [0.24], JKM: [0.3], JHT: [3.7, 2] };
/** Of others, at the lowest income: JKK and JKM (PP 44/2015, annex II and article 35), JHT (PP 46/2015). */
const FLAT = { JKK: 10_000, JKM: 6_800, JHT: 20_000 };

const all = (fund) => [[fund, 100]];
const counts = (least, most) => ({ kind: "counts", least, most, months: ["2027-01"] });
const changed = (least, most) => ({ ...counts(least, most), months: ["2027-01", SECOND_COUNT.month] });
const path = (from, to, leave) => ({ kind: "path", from, to, leave });

const SEGMENTS = [
  { id: "kades", wage: 3_100_000, programmes: ["JKK", "JKM", "JHT"], heads: counts(1, 1), payers: all("add") },
  { id: "perangkat", wage: 2_424_420, programmes: ["JKK", "JKM"], heads: changed(6, 12), payers: all("add") },
  {
    id: "bpd",
    programmes: ["JKK", "JKM"],
    heads: counts(5, 9),
    payers: [
      ["add", 70],
      ["pades", 30],
    ],
  },
  {
    id: "rtrw",
    programmes: ["JKK", "JKM"],
    heads: counts(4, 40),
    payers: [
      ["add", 62.5],
      ["pades", 37.5],
    ],
  },
  {
    id: "kader",
    programmes: ["JKK", "JKM"],
    heads: changed(3, 30),
    payers: [
      ["add", 50],
      ["dd", 30],
      ["pades", 20],
    ],
  },
  {
    id: "rentan",
    programmes: ["JKK", "JKM"],
    heads: path(20, 62.93, 6.5),
    payers: [
      ["apbd", 65],
      ["dd", 35],
    ],
  },
  { id: "keagamaan", programmes: ["JKK", "JKM"], heads: counts(1, 12), payers: all("apbd") },
  { id: "linmas", programmes: ["JKK", "JKM"], heads: counts(2, 10), payers: all("dd") },
  {
    id: "nelayan",
    programmes: ["JKK", "JKM"],
    heads: path(10, 55, 8),
    payers: [
      ["apbd", 33.3333],
      ["dd", 33.3333],
      ["sendiri", 33.3334],
    ],
  },
  { id: "pedagang", programmes: ["JKK", "JKM", "JHT"], heads: counts(0, 25), payers: all("sendiri") },
];

const years = Array.from({ length: YEARS }, (_, index) => FIRST_YEAR + index);
/** A wage that is raised every January. */
const wageOf = (wage, year) => wage + 75_000 * year;
const shared = (shares) => shares.map(([fund, percent]) => ({ fund, percent }));

function enrolment({ kind, months, from, to }) {
  if (kind === "counts") return { kind: "fixed", counts: months.map((month) => ({ from: month, people: 0 })) };
  const points = [
    { month: `${FIRST_YEAR}-01`, percent: from },
    { month: `${years.at(-1)}-12`, percent: to },
  ];
  return { kind: "path", members: 0, eligible: 1, path: { shape: "linear", points } };
}

/** The scenario; each village brings its people and its ceilings. */
export const scenario = {
  schema: 1,
  name: "Semua desa dan kelurahan",
  region: { name: "Indonesia", level: "province" },
  period: { firstMonth: `${FIRST_YEAR}-01`, months: MONTHS },
  segments: SEGMENTS.map(({ id, wage, programmes, heads, payers }) => ({
    id,
    name: id,
    class: wage ? "PU" : "BPU",
    programmes,
    ...(wage && {
      risk: "veryLow",
      base: {
        kind: "series",
        values: years.map((year, index) => ({ from: `${year}-01`, rupiah: wageOf(wage, index) })),
      },
    }),
    enrolment: enrolment(heads),
    ...(heads.kind === "path" && { flows: { leave: [{ cause: "lapse", percentAYear: heads.leave }] } }),
    payers: shared(payers),
    ...(wage && programmes.includes("JHT") && { workerPayers: shared(all("sendiri")) }),
  })),
  funds: FUNDS.map(([id, name, kind]) => ({ id, name, kind })),
};

const millionths = (percent) => Math.round(percent * 10_000);
const fundAt = (id) => FUNDS.findIndex(([own]) => own === id);

/** Names of the columns of a table of villages, and how their numbers are made up: least and most. */
const columns = [];
function column(name, least, most) {
  columns.push({ name, least, most });
  return columns.length - 1;
}

function headsOf(id, { kind, months, least, most, from, to, leave }) {
  if (kind === "counts") {
    const own = months.map((month) => column(months.length > 1 ? `${id}.${month}` : id, least, most));
    return { kind, columns: own, from: months.map((_, index) => (index === 0 ? 0 : SECOND_COUNT.column)) };
  }
  const gone = Array.from({ length: MONTHS }, (_, month) => month);
  const whole = MONTHS - 1;
  // The percentage of a month, from × (whole − gone) + to × gone, in parts of `whole` millionths.
  const weights = gone.map((month) => millionths(from) * (whole - month) + millionths(to) * month);
  const [members, eligible] = [column(`${id}.members`, 0, 20), column(`${id}.eligible`, 20, 180)];
  return { kind, members, eligible, weights, whole: whole * 1_000_000, leave: millionths(leave) };
}

/** Contributions of one head in each month, in whole rupiah, half a rupiah up, and who shares them. */
function billsOf({ wage, programmes, payers }) {
  const bill = (rupiah, shares) => ({
    rupiah: Array.from({ length: MONTHS }, (_, month) => rupiah(Math.floor(month / 12))),
    shares: shares.map(([fund, percent]) => [fundAt(fund), millionths(percent)]),
  });
  return programmes.flatMap((programme) => {
    if (!wage) return [bill(() => FLAT[programme], payers)];
    const [employer, worker] = OF_WAGES[programme];
    // Wages are whole and rates have two decimals: no float is rounded here that is not exact.
    const of = (percent) => (year) => Math.floor((wageOf(wage, year) * Math.round(percent * 100) + 5_000) / 10_000);
    return [bill(of(employer), payers), ...(worker ? [bill(of(worker), all("sendiri"))] : [])];
  });
}

const segments = SEGMENTS.map((segment) => ({
  id: segment.id,
  heads: headsOf(segment.id, segment.heads),
  bills: billsOf(segment),
}));
const ceilings = LIMITED.flatMap((fund) =>
  years.map((year, index) => ({
    fund: fundAt(fund),
    year: index,
    column: column(`${fund}.${year}`, 0, 20_000_000),
  })),
);

/** The model that the contestants calculate: months, segments with heads and bills, funds, ceilings by column. */
export const model = { months: MONTHS, years: YEARS, funds: FUNDS.length, columns, segments, ceilings };
