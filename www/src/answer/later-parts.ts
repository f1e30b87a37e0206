/** The parts of the answer that are loaded after the first one. */
export { actionsView } from "./actions.js";
export { burdenView } from "./burden.js";
export { chartView } from "./chart.js";
export { compareView } from "./compare.js";
export { explainDialog, openDialog } from "./explain.js";
export { accountTable, monthView } from "./more-tables.js";
export { glossaryView } from "./glossary.js";
export { meterView } from "./meter.js";
export { peopleTable } from "./people.js";
export { publishedView } from "./published.js";
export { reachView } from "./reach.js";
export { selfCheckView } from "./self-check.js";
export { targetsView } from "./targets.js";
export { whatIfView } from "./what-if.js";
