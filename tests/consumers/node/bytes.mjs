import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { project, startSync } from "cakupan/slim";
import scenario from "./scenario.js";

const file = fileURLToPath(import.meta.resolve("cakupan/cakupan.wasm"));
startSync(new WebAssembly.Module(readFileSync(file)));
console.log(project(scenario).total.rupiah);
