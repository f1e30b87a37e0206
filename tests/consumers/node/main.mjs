import { project } from "cakupan";
import scenario from "./scenario.js";

console.log(project(scenario).total.rupiah);
