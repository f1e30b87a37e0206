/** The parts of the form that are loaded after the first answer. */
export { minimumWages, named, ownWage } from "../engine/law.js";
export { assumptionsView } from "./assumptions.js";
export { budgetView } from "./budget.js";
export { flowsView } from "./flows.js";
export { groupHint } from "./group-hint.js";
export { officeView } from "./office.js";
export { permissionsView, reliefsView } from "./open-law.js";
export { packsView } from "./packs.js";
export { overridesView } from "./overrides.js";
export { addOverride } from "./own-values.js";
export { remedy } from "./remedy.js";
export { pastedAt } from "./pasted.js";
export { openSource, sourceDialog } from "./source-dialog.js";
