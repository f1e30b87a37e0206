/** The parts of the calculator that are loaded after the first answer, in one file. */
export { assumptionsView } from "./assumptions.js";
export { budgetView } from "./budget.js";
export { burdenView } from "./burden.js";
export { chartView } from "./chart.js";
export { compareView } from "./compare.js";
export { explainDialog, openDialog } from "./explain.js";
export { flowsView } from "./flows.js";
export { groupHint } from "./group-hint.js";
export { minimumWages, named, ownWage } from "../law.js";
export { addOverride } from "../own-values.js";
export { permissionsView, reliefsView } from "./open-law.js";
export { overridesView } from "./overrides.js";
export { peopleTable } from "./people.js";
export { publishedView } from "./published.js";
export { reachView } from "./reach.js";
export { remedy } from "./remedy.js";
export { openSource, sourceDialog } from "./source-dialog.js";
export { targetsView } from "./targets.js";
