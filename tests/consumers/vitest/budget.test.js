import { project } from "cakupan";
import { expect, test } from "vitest";
import scenario from "./scenario.js";

test("the budget of Manggarai Barat", () => {
  expect(String(project(scenario).total.rupiah)).toBe(process.env.EXPECTED);
});
