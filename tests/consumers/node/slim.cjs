const { project, start } = require("cakupan/slim");
const scenario = require("./scenario.json");

start().then(() => console.log(project(scenario).total.rupiah));
