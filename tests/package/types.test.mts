// A TypeScript consumer: every input shape is written once, and no result is `any`.
import { CakupanError, check, compare, explain, law, lawIn, project, reach, say, version } from "cakupan";
import type {
  FailureCode,
  Comparison,
  Explained,
  Language,
  Law,
  Problem,
  ProblemCode,
  Projection,
  Reach,
  Scenario,
  Standing,
} from "cakupan";

type IsAny<T> = 0 extends 1 & T ? true : false;
const notAny = <T,>(_value: T, _check: IsAny<T> extends true ? never : "typed"): void => {};

/** A scenario with every field. */
export const everything: Scenario = {
  schema: 1,
  name: "Semua isian",
  note: null,
  region: { name: "Kota Makassar", level: "city", code: "73.71", population: 1_400_000 },
  period: { firstMonth: "2026-01", months: 12 },
  rounding: "nearest",
  workforce: {
    denominator: "eligible",
    eligible: [{ from: "2026-01", people: 1000 }],
    growthPercent: 1.5,
    rivals: [{ name: "Bekerja", denominator: "employed", eligible: [{ from: "2026-01", people: 1500 }] }],
    otherMembers: [{ from: "2026-01", people: 100 }],
    afterLastBill: "notCounted",
    evidence: { eligible: { quality: "survey", source: "desa", date: "2026", note: null, changed: true } },
  },
  segments: [
    {
      id: "a",
      name: "PU",
      class: "PU",
      group: "nonAsn",
      risk: "veryLow",
      programmes: ["JKK", "JKM", "JHT", "JP"],
      base: { kind: "series", values: [{ from: "2026-01", rupiah: 3_921_088.79 }] },
      enrolment: { kind: "fixed", counts: [{ from: "2026-01", people: 5 }], eligible: 8 },
      billed: [{ from: "2026-01", to: "2026-06" }],
      payers: [
        { fund: "apbd", percent: 60 },
        { fund: "csr", percent: 40 },
      ],
      workerPayers: [{ fund: "diri", percent: 100 }],
      agreementUntil: "2026-03",
      agency: "Dinas Tenaga Kerja",
      decree: "SK Bupati 100.3.3.2/12/2026",
      budgetProgramme: "2.07.05 Hubungan Industrial",
      activity: "2.07.05.2.02",
      subActivity: "2.07.05.2.02.0005 Pengembangan Pelaksanaan Jaminan Sosial Tenaga Kerja",
      evidence: { base: { quality: "official", source: "UMP" } },
    },
    {
      id: "b",
      name: "BPU",
      class: "BPU",
      sector: "transport",
      programmes: ["JKK", "JKM"],
      base: { kind: "minimumWage", parameter: "minimumWage.ump.sulawesiSelatan", percent: 50 },
      enrolment: { kind: "target", members: 0, eligible: 400, priority: 1, quotaPercent: 100, mostPerMonth: 50 },
      flows: { leave: [{ cause: "lapse", percentAYear: 5 }], verificationLossPercent: 12, billedFromNext: true },
      payers: [{ fund: "csr", percent: 100 }],
    },
    {
      id: "c",
      name: "Jasa konstruksi",
      class: "construction",
      programmes: ["JKK", "JKM"],
      base: { kind: "contract", rupiah: 200_000_000 },
      enrolment: { kind: "fixed", counts: [{ from: "2026-01", people: 5 }] },
      payers: [{ fund: "apbd", percent: 100 }],
    },
    {
      id: "d",
      name: "Sendiri",
      class: "BPU",
      programmes: ["JKM"],
      base: { kind: "fixed", rupiah: 1_500_000 },
      enrolment: {
        kind: "path",
        members: 1,
        eligible: 90,
        mostPerMonth: 9,
        path: {
          points: [{ month: "2026-02", percent: 20 }],
          shape: "sCurve",
          yearly: { kind: "factor", percent: 120, upTo: 80 },
        },
      },
      payers: [{ fund: "csr", percent: 100 }],
    },
    {
      id: "e",
      name: "Desa",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "villages", eligible: 60 },
      payers: [{ fund: "csr", percent: 100 }],
    },
  ],
  villages: [
    {
      code: "73.14.03.2005",
      name: "Mojong",
      district: "Watang Sidenreng",
      residents: 2_000,
      counts: [{ segment: "e", people: 40 }],
      ceilings: [{ fund: "csr", year: 2026, rupiah: 5_000_000 }],
      firstMonth: "2026-02",
      lastMonth: "2026-11",
      evidence: { counts: { quality: "survey", source: "desa" } },
    },
  ],
  target: {
    points: [{ month: "2026-06", percent: 20 }],
    shape: "linear",
    spread: "quota",
    evidence: null,
    yearly: { kind: "points", points: 10, upTo: 90 },
  },
  otherTargets: [
    {
      name: "RPJMN",
      points: [{ month: "2026-12", percent: 34.99 }],
      shape: "step",
      yearly: { kind: "points", points: 2 },
    },
  ],
  funds: [
    {
      id: "apbd",
      name: "APBD",
      kind: "apbdRegency",
      ceilings: [{ year: 2026, rupiah: 1_000_000, beforeRupiah: 900_000, allocationRupiah: 9_000_000 }],
      next: "csr",
      accounts: [{ programme: "JKK", code: "5.1.02.02.02.0006", description: "JKK" }],
      evidence: {},
    },
    { id: "csr", name: "CSR", kind: "csr" },
    { id: "diri", name: "Pekerja", kind: "self", next: "hibah" },
    { id: "hibah", name: "Hibah", kind: "apbdProvince", willNotPay: true },
  ],
  reliefs: [{ relief: "relief.pp50of2025.transport", payer: "csr", applies: true, note: null }],
  permissions: [{ rule: "fund.apbd.mandate", group: "nonAsn", allowed: true, note: null }],
  lawPacks: [
    {
      name: "UMP 2027",
      version: "2026-12-24",
      minimumWages: [
        {
          parameter: "minimumWage.umk.sidenrengRappang",
          title: { id: "UMK Kabupaten Sidenreng Rappang", en: "Minimum wage of Sidenreng Rappang" },
          region: "73.14",
        },
      ],
      values: [
        {
          parameter: "minimumWage.ump.sulawesiSelatan",
          from: "2027-01",
          to: "2027-12",
          value: 4_000_000,
          instrument: "Keputusan Gubernur",
          article: "Diktum Kesatu",
          promulgated: "2026-11-20",
          status: "reported",
          note: null,
        },
        {
          parameter: "bpu.brackets",
          from: "2026-06",
          rows: [{ fromRupiah: 0, value: 1_000_000 }],
          instrument: "PP 1/2026",
          status: "assumed",
        },
      ],
    },
  ],
  overrides: [
    { parameter: "jkm.bpu", from: "2026-01", to: null, value: 6800, note: "uji" },
    { parameter: "jkk.construction.layers", from: "2026-01", rows: [{ fromRupiah: 0, value: 0.21 }], note: "uji" },
  ],
  assumptions: [
    { kind: "growth", parameter: "jp.ceiling", percent: 5, note: "uji" },
    {
      kind: "wageFormula",
      parameter: "minimumWage.ump.sulawesiSelatan",
      inflationPercent: 3,
      alpha: 0.8,
      growthPercent: 5.2,
      note: "uji",
    },
  ],
  lawDate: "2026-11-22",
  stage: { name: "perubahan", month: "2026-09" },
  totals: [{ name: "APBD", year: 2026, rupiah: 1_000_000_000 }],
  published: [
    {
      name: "DPA",
      rupiah: 5_000_000,
      unitRupiah: 1_000_000,
      year: 2026,
      segment: "b",
      evidence: { rupiah: { quality: "official", source: "DPA" } },
    },
  ],
  evidence: { totals: { quality: "official", source: "Perda APBD 2026" } },
};

const projection: Projection = project(everything);
const problems: Problem[] = check(everything);
const tree: Explained = explain(everything, { year: 2026, fund: "apbd", programme: "JKK", segment: null });
const cell: Explained = explain(everything, { measure: "coverage", month: "2026-06", brief: true });
const book: Law = law();
const back: Reach = reach(everything, { segments: ["b"], order: "cheapest", beyondPlan: true });
const sides: Comparison = compare([everything, everything]);
const standing: Standing[] = lawIn("2026-06", everything.overrides);
const language: Language = "id";

notAny(projection.years[0], "typed");
notAny(projection.monthly.segments[0]?.heads[0], "typed");
notAny(tree.parts[0]?.params["title"], "typed");
notAny(tree.weak[0]?.path, "typed");
notAny(book.parameters[0]?.values[0]?.value, "typed");
notAny(problems[0]?.message.id, "typed");
notAny(book.definitions[0]?.denominator.id, "typed");
notAny(standing[0]?.inForce?.seen, "typed");
notAny(cell.value, "typed");
notAny(back.segments[0]?.blocked?.rupiah, "typed");
notAny(back.onePoint.value?.segments[0]?.room, "typed");
notAny(back.waiting.reason?.message.id, "typed");
notAny(sides.differences[0]?.factors[0]?.factors, "typed");
notAny(projection.crossings[0]?.years[0]?.gap, "typed");
notAny(version(), "typed");
for (const notice of projection.notices) say(language, notice);

try {
  project(everything);
} catch (error) {
  if (error instanceof CakupanError) {
    const code: ProblemCode | FailureCode = error.code;
    notAny(code, "typed");
  }
}

// @ts-expect-error a programme that does not exist
everything.segments[0]!.programmes satisfies readonly "JKN"[];
// @ts-expect-error inputs are read only
everything.period.months = 5;
