import { open } from "cakupan/worker";
import type { Scenario, WorkerEngine } from "cakupan/worker";

declare const console: { log(text: unknown): void };

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

const engine: WorkerEngine = open();
// @ts-expect-error a promise is not its answer
const total: number = engine.project(scenario);

console.log((await engine.project(scenario)).total.rupiah);
engine.close();
export { total };
