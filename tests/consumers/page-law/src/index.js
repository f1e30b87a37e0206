import { law } from "cakupan";

document.querySelector("output").textContent = law().version;
