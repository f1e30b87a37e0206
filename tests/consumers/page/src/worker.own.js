import { open } from "cakupan/worker";
import scenario from "./scenario.js";

const engine = open(new Worker(new URL("./thread.js", import.meta.url), { type: "module" }));
const { total } = await engine.project(scenario);
engine.close();
document.querySelector("output").textContent = total.rupiah;
