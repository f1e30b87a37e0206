import { open } from "./cakupan/dist/worker.js";
import scenario from "./scenario.js";

const engine = open();
const { total } = await engine.project(scenario);
engine.close();
document.querySelector("output").textContent = total.rupiah;
