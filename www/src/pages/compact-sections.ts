/** The sections of the small calculator in other pages: what each is given to show, and its view. */
import { signal } from "@preact/signals-core";
import { nothing } from "lit-html";
import { groupsView, moneyView, planView, yearTable } from "../embed/compact.js";
import { draft } from "../plan/current.js";
import { type CaseName, caseNames, caseOf, loadCase } from "../plan/examples.js";
import { byContent, section } from "../ui/section.js";
import { leadSection, shown, standingSection } from "./answer-sections.js";
import { formPart, historySection, keptSection, segmentsPart } from "./form-sections.js";

/** The example that the reader chose from the list and has not loaded yet. */
const chosen = signal<CaseName | null>(null);

const caseActions = {
  choose: (example: CaseName) => {
    chosen.value = example;
  },
  load: (example: CaseName) => {
    void loadCase(example).then(() => {
      chosen.value = null;
    });
  },
};

const plan = byContent(() => ({
  form: formPart("region", "period"),
  example: chosen.value ?? caseOf(draft.value.region.name) ?? caseNames[0] ?? "makassar",
}));

export const compactFormSections = {
  kept: keptSection,
  plan: section(plan, ({ form, example }) => planView(form, example, caseActions, historySection)),
  groups: section(byContent(segmentsPart), groupsView),
  money: section(
    byContent(() => formPart("funds")),
    moneyView,
  ),
};

const years = byContent(() =>
  shown({
    projection: ["months"],
    years: ["year", "months", "rupiah", "unpaidRupiah", "coverage", "funds"],
    monthly: ["rupiah"],
  }),
);

export const compactAnswerSections = [
  standingSection,
  leadSection,
  section(years, (part) => (part ? yearTable(part) : nothing)),
];
