// Finds the tools that building and testing need, and installs those that are missing.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const windows = process.platform === "win32";
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache");
const WASM_PACK = "0.15.1";

/** Prints one step. */
export function say(text) {
  console.log(`» ${text}`);
}

/** Stops with a sentence that names the remedy. */
export function stop(text) {
  console.error(`\n✗ ${text}`);
  process.exit(1);
}

/** Runs a command of the project; stops if it fails. */
export function run(command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (done.error?.code === "ENOENT") stop(`'${command}' was not found. Install it, then run the same command again.`);
  if (done.status !== 0) stop(options.remedy ?? `'${command} ${args.join(" ")}' failed; its message stands above.`);
  return done.stdout?.toString();
}

function output(command, args) {
  try {
    return execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
  } catch {
    return null;
  }
}

function addToPath(folder) {
  process.env.PATH = folder + delimiter + process.env.PATH;
}

/** Ensures Rust with the wasm target of `rust-toolchain.toml`. */
export function ensureRust() {
  if (output("cargo", ["--version"]) === null) {
    if (output("rustup", ["--version"]) === null)
      stop(
        "Rust is missing. Install it with rustup (https://rustup.rs), open a new terminal, then run the same command again.",
      );
    say("Installing the Rust that rust-toolchain.toml names (about 200 MB, one or two minutes)");
    run("rustup", ["toolchain", "install"], {
      remedy:
        "That Rust could not be installed. Run 'rustup toolchain install' in this folder to see why, then run the same command again.",
    });
  }
  const library = output("rustc", ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
  if (library !== null && existsSync(library)) return;
  say("Adding the wasm target to Rust (about 20 MB, under a minute)");
  run("rustup", ["target", "add", "wasm32-unknown-unknown"], {
    remedy:
      "The wasm target could not be added. Run 'rustup target add wasm32-unknown-unknown' (with a Rust not from rustup: install its wasm32-unknown-unknown standard library), then run the same command again.",
  });
}

/** Ensures a cargo-installed tool of exactly one version, kept per user so that all clones use it. */
function ensureCargoTool(crate, program, version, about, ...features) {
  if (output(program, ["--version"])?.split(" ")[1] === version) return;
  const home = join(cache, "cakupan", `${program}-${version}`);
  const bin = join(home, "bin");
  if (!existsSync(join(bin, windows ? `${program}.exe` : program))) {
    say(`Building ${program} ${version} (once per machine; ${about})`);
    // Without --locked: the crate's lock file may name versions that a registry mirror no longer has.
    run("cargo", ["install", crate, "--version", `=${version}`, "--root", home, ...features], {
      env: { ...process.env, CARGO_TARGET_DIR: join(home, "build") },
      remedy: `${program} ${version} could not be built. Check the network and a C compiler ('cc'), then run 'cargo install ${crate} --version =${version}' to see why.`,
    });
  }
  addToPath(bin);
}

/** Ensures wasm-pack, and wasm-bindgen at the exact version of the crate. */
export function ensureWasmTools() {
  const manifest = readFileSync(join(root, "pkg/Cargo.toml"), "utf8");
  const pinned = /wasm-bindgen\s*=\s*"=([\d.]+)"/.exec(manifest)?.[1];
  if (!pinned) stop("pkg/Cargo.toml must pin wasm-bindgen to one exact version ('=x.y.z').");
  ensureCargoTool("wasm-bindgen-cli", "wasm-bindgen", pinned, "about four minutes", "--no-default-features");
  ensureCargoTool("wasm-pack", "wasm-pack", WASM_PACK, "about two minutes");
  // wasm-pack takes the first wasm-opt on the PATH; that of the npm package binaryen must come first.
  addToPath(join(root, "node_modules", ".bin"));
}

/** Runs the npm that runs this script, or `npm` where the script was started by hand. */
export function npm(args, options) {
  const program = process.env.npm_execpath;
  return run(program ? process.execPath : "npm", [...(program ? [program] : []), ...args], options);
}

/** Installs the npm packages of the lock file of a folder. */
export function ensurePackages(folder = root) {
  const lock = createHash("sha256")
    .update(readFileSync(join(folder, "package-lock.json")))
    .digest("hex");
  const stamp = join(folder, "node_modules", ".cakupan-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  say("Installing the npm packages (under a minute)");
  npm(["ci", "--no-audit", "--no-fund"], {
    cwd: folder,
    remedy: `The npm packages could not be installed. Check the network, then run 'npm ci' in ${folder} to see why.`,
  });
  mkdirSync(join(folder, "node_modules"), { recursive: true });
  writeFileSync(stamp, lock);
}

const BROWSERS = {
  Chromium: {
    variable: "CHROME_PATH",
    packages: ["chromium"],
    size: "about 100 MB, one or two minutes",
    paths: [
      "/usr/bin/chromium",
      "/usr/bin/chromium-browser",
      "/usr/bin/google-chrome",
      "/usr/bin/google-chrome-stable",
      "/opt/google/chrome/chrome",
      "/snap/bin/chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    ],
  },
  Firefox: {
    variable: "FIREFOX_PATH",
    packages: ["firefox-esr"],
    size: "about 70 MB, under a minute",
    paths: [
      "/usr/bin/firefox-esr",
      "/usr/bin/firefox",
      "/snap/bin/firefox",
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
  },
  // WebKit is started by its driver on a virtual display; it has no headless mode.
  WebKit: {
    variable: "WEBKIT_DRIVER",
    packages: ["webkit2gtk-driver", "xvfb"],
    size: "about 100 MB, under a minute",
    paths: ["/usr/bin/WebKitWebDriver"],
  },
};

/** Path of a browser for the tests; the environment variable comes first. */
export function ensureBrowser(name) {
  const { variable, packages, size, paths } = BROWSERS[name];
  const wanted = packages.join(" ");
  const found = () => [process.env[variable], ...paths].find((path) => path && existsSync(path));
  if (found()) return found();
  const debian = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (debian) {
    say(`Installing Debian's ${wanted} for the tests (${size})`);
    const quiet = {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    run("apt-get", ["update", "-qq"], {
      ...quiet,
      remedy: `'apt-get update' failed. Check the network, or install ${name} yourself and set ${variable}.`,
    });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], {
      ...quiet,
      remedy: `Debian's ${wanted} could not be installed. Run 'apt-get install ${wanted}' to see why, or set ${variable} to a ${name}.`,
    });
  }
  return (
    found() ??
    stop(
      `The tests need ${name}. Install it (on Debian: 'sudo apt-get install ${wanted}'), or set ${variable} to it, then run 'npm test' again.`,
    )
  );
}
