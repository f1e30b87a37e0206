import { say } from "cakupan";

const item = { code: "fundShort", params: { fund: "APBD", year: "2027", rupiah: 12500000 } };
document.querySelector("output").textContent = say("id", item);
