import { project } from "cakupan";
import { define } from "cakupan/embed";
import scenario from "./scenario.js";

define(); // on a server there is nothing to define, and nothing fails
console.log(project(scenario).total.rupiah);
