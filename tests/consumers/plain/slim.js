import { project, start } from "./cakupan/dist/slim.js";
import scenario from "./scenario.js";

await start();
document.querySelector("output").textContent = project(scenario).total.rupiah;
