import { CakupanError, project } from "./cakupan/dist/index.js";
import scenario from "./scenario.js";

let said = "no error";
try {
  project(scenario);
} catch (error) {
  said = error instanceof CakupanError ? `${error.code}: ${error.message}` : `another error: ${error}`;
}
document.querySelector("output").textContent = said;
