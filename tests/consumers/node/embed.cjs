const { project } = require("cakupan");
const { define } = require("cakupan/embed");
const scenario = require("./scenario.json");

define();
console.log(project(scenario).total.rupiah);
