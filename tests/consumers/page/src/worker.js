import { open } from "cakupan/worker";
import scenario from "./scenario.js";

const engine = open();
const { total } = await engine.project(scenario);
engine.close();
document.querySelector("output").textContent = total.rupiah;
