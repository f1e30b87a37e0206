import { project } from "cakupan";
import { define } from "cakupan/embed";
import scenario from "./scenario.js";

define(); // without a browser this does nothing and does not fail
console.log(project(scenario).total.rupiah);
