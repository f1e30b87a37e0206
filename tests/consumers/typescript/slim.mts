import { project, start, startSync } from "cakupan/slim";
import type { Scenario, Source } from "cakupan/slim";

const scenario: Scenario = {
  schema: 1,
  region: { name: "Kabupaten Manggarai Barat", level: "regency" },
  period: { firstMonth: "2025-01", months: 12 },
  segments: [
    {
      id: "rentan",
      name: "Pekerja rentan",
      class: "BPU",
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "fixed", counts: [{ from: "2025-01", people: 2829 }] },
      payers: [{ fund: "apbd", percent: 100 }],
    },
  ],
  funds: [{ id: "apbd", name: "APBD", kind: "apbdRegency" }],
};

const bytes: Source = new Uint8Array(8);

await start();
// @ts-expect-error money is a number
const total: string = project(scenario).total.rupiah;

console.log(total);
export { bytes, startSync };
