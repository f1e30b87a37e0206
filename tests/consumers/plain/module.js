import { project } from "./cakupan/dist/index.js";
import scenario from "./scenario.js";

document.querySelector("output").textContent = project(scenario).total.rupiah;
