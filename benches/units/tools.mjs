// Contestants from other ecosystems, at pinned versions, in folders that only the race uses. What this machine lacks is left
// out with a sentence.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { npm, root, say } from "../../scripts/setup.mjs";

const work = join(root, "target", "bench");
const venv = join(work, "venv");
const python = join(venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const NUMPY = "numpy==2.4.6";
const PYTHON = [NUMPY, "OpenFisca-Core==46.0.1"];
/** HyperFormula is GPL-3.0 and publicodes MIT: neither is part of what this project ships. */
const NPM = ["hyperformula@3.5.0", "publicodes@1.10.3"];

const worked = (command, ...args) => spawnSync(command, args, { cwd: root, stdio: "ignore" }).status === 0;
const leftOut = (text) => {
  console.log(`✗ ${text}`);
  return null;
};

/** Path of a Python with these packages, which has these modules; `null` where there is none. */
function pythonWith(names, packages, modules) {
  if (worked(python, "-c", `import ${modules}`)) return python;
  say(`Installing ${names} for the race (once)`);
  const install = ["-m", "pip", "install", "--quiet", ...packages];
  if (worked("python3", "-m", "venv", venv) && worked(python, ...install)) return python;
  const command = `python3 -m venv ${venv} && ${python} ${install.join(" ")}`;
  return leftOut(`${names} are left out. To install them (Python 3.10 or newer): ${command}`);
}

/** Path of a Python with NumPy and OpenFisca, about 100 MB. */
export const pythonTools = () => pythonWith("NumPy and OpenFisca", PYTHON, "numpy, openfisca_core");

/** Path of a Python with NumPy. */
export const numpyTool = () => pythonWith("NumPy", [NUMPY], "numpy");

/** HyperFormula and publicodes as modules; `null` where they cannot be installed. */
export function npmTools() {
  const folder = join(root, "node_modules", ".cache", "bench");
  mkdirSync(folder, { recursive: true });
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const require = createRequire(manifest);
  const load = () => ({ hyperformula: require("hyperformula"), publicodes: require("publicodes") });
  try {
    return load();
  } catch {
    say("Installing HyperFormula and publicodes for the race (20 MB, once)");
  }
  const install = ["install", "--no-audit", "--no-fund", "--silent", "--prefix", folder, ...NPM];
  const remedy = `HyperFormula and publicodes could not be installed. Check the network, then run 'npm ${install.join(" ")}'.`;
  npm(install, { remedy });
  return load();
}

/** Path of native.rs, compiled; `null` without a compiler. */
export function nativeTool() {
  mkdirSync(work, { recursive: true });
  const program = join(work, "native");
  const source = join(root, "benches", "units", "native.rs");
  if (worked("rustc", "--edition", "2024", "-Copt-level=3", "-o", program, source)) return program;
  return leftOut("Native Rust is left out. Install it with rustup (https://rustup.rs), then run the command again.");
}
