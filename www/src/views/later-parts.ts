/** The parts of the calculator that are loaded after the first answer, in one file. */
export { assumptionsView } from "./assumptions.js";
export { chartView } from "./chart.js";
export { explainDialog, openDialog } from "./explain.js";
export { overridesView } from "./overrides.js";
