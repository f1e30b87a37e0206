import cakupan = require("cakupan");

declare const console: { log(text: unknown): void };

const scenario: cakupan.Scenario = {
  schema: 1,
  region: { name: "Kabupaten Manggarai Barat", level: "regency" },
  period: { firstMonth: "2025-01", months: 12 },
  segments: [{
    id: "rentan",
    name: "Pekerja rentan",
    class: "BPU",
    programmes: ["JKK", "JKM"],
    enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 2829 }] },
    payers: [{ fund: "apbd", percent: 100 }],
  }],
  funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
};

// @ts-expect-error money is a number
const total: string = cakupan.project(scenario).total.rupiah;

console.log(cakupan.project(scenario).total.rupiah);
export { total };
