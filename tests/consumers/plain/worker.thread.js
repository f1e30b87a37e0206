import { project } from "./cakupan/dist/index.js";
import scenario from "./scenario.js";

postMessage(project(scenario).total.rupiah);
