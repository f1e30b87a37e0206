import { project, start } from "cakupan/slim";
import scenario from "./scenario.js";

await start();
console.log(project(scenario).total.rupiah);
