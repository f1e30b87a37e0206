import { project, start } from "cakupan/slim";
import scenario from "./scenario.js";

await start("/cakupan.wasm");
document.querySelector("output").textContent = project(scenario).total.rupiah;
