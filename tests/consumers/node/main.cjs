const { project } = require("cakupan");
const scenario = require("./scenario.json");

console.log(project(scenario).total.rupiah);
