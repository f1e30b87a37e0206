import { say } from "cakupan";

document.querySelector("output").textContent = say("en", { code: "explain.rate", params: {} });
