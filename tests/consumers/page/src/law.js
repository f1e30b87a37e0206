import { law } from "cakupan";

const { values } = law().parameters.find(({ key }) => key === "jkm.bpu");
document.querySelector("output").textContent = values.at(-1).value;
