import { CakupanError, check, explain, law, lawIn, project, reach, say, version } from "cakupan";
import type { Explanation, Problem, Projection, Scenario } from "cakupan";

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

const problems: Problem[] = check({ ...scenario, funds: [] });
const projection: Projection = project(scenario);
const explanation: Explanation = explain(scenario, { year: 2025 });
const sentence: string = say("id", problems[0]!);
const articles: string[] = lawIn("2026-03").map((standing) => standing.key);

// If the types were lost, the next lines would compile and the expected errors would be missing.
// @ts-expect-error a scenario has more than a schema
const lacking: Scenario = { schema: 1 };
// @ts-expect-error money is a number
const total: string = projection.total.rupiah;

try {
  reach(scenario);
} catch (error) {
  if (!(error instanceof CakupanError) || error.code !== "noLimit") throw error;
}
console.log(projection.total.rupiah);
export { articles, explanation, lacking, law, sentence, total, version };
