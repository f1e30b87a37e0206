// A budget from the law alone: JKK and JKM of 2,829 people in the first bracket, for twelve months.
const { parameters } = require("cakupan/law.json");

const latest = (wanted) => parameters.find(({ key }) => key === wanted).values.at(-1);
const [{ value: base }] = latest("bpu.brackets").rows;
console.log(((base * latest("jkk.bpu").value) / 100 + latest("jkm.bpu").value) * 2829 * 12);
