import { project } from "cakupan";
import scenario from "./scenario.js";

document.querySelector("output").textContent = project(scenario).total.rupiah;
