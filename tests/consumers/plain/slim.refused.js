import { CakupanError, start } from "./cakupan/dist/slim.js";

let said = "no error";
try {
  await start();
} catch (error) {
  said = error instanceof CakupanError ? `${error.code}: ${error.message}` : `another error: ${error}`;
}
document.querySelector("output").textContent = said;
