const { open } = require("cakupan/worker");
const scenario = require("./scenario.json");

const engine = open();
engine.project(scenario).then(({ total }) => {
  engine.close();
  console.log(total.rupiah);
});
