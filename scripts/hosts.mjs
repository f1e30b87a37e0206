// npm run hosts: the calculator inside real hosts, in a browser; installs what they need, and says each step.
// With --few only the hosts that need nothing but npm and little time.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser, root, run, say, stop } from "./setup.mjs";

const out = join(root, "target", "hosts");
const quiet = { stdio: ["ignore", "ignore", "inherit"] };

/** npm, the one that runs this script if any does. */
function npm(args, folder = root) {
  const path = process.env.npm_execpath;
  run(path ? process.execPath : "npm", [...(path ? [path] : []), ...args, "--loglevel=error"], { ...quiet, cwd: folder });
}

/** The package as npm would get it. */
function packPackage() {
  for (const file of readdirSync(out)) if (file.endsWith(".tgz")) rmSync(join(out, file));
  npm(["pack", "--workspace", "cakupan", "--pack-destination", out]);
  return join(out, readdirSync(out).find(file => file.endsWith(".tgz")));
}

/** A project of a framework, from its lock file and the packed package, built by its own tool. */
function buildProject(name, tarball) {
  const folder = join(root, "tests", "hosts", name);
  const lock = createHash("sha256").update(readFileSync(join(folder, "package-lock.json"))).digest("hex");
  const stamp = join(folder, "node_modules", ".cakupan-lock");
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
    say(`Installing what ${name} needs`);
    npm(["ci"], folder);
    writeFileSync(stamp, lock);
  }
  say(`Building the portal in ${name}`);
  npm(["install", "--no-save", "--no-package-lock", tarball], folder);
  npm(["run", "build"], folder);
}

/** The plugin as a portal installs it: its folder, the script of the element, and the licences. */
function assemblePlugin() {
  const plugin = join(out, "plugin", "cakupan");
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(plugin, { recursive: true });
  cpSync(join(root, "hosts", "wordpress", "cakupan"), plugin, { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
  cpSync(join(root, "www", "dist", "embed", version, "embed.js"), join(plugin, "embed.js"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join(root, licence), join(plugin, licence));
}

/** PHP, WordPress and a database of Debian; none of them runs by itself, or is changed, by these tests. */
function ensureWordpress() {
  if (["/usr/share/wordpress/wp-load.php", "/usr/sbin/mariadbd", "/usr/bin/php"].every(existsSync)) return;
  const missing = "The hosts need Debian's WordPress: 'sudo apt-get install --no-install-recommends php-cli php-mysql mariadb-server-core wordpress'. Or run 'npm run hosts -- --few'.";
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) stop(missing);
  say("Installing Debian's PHP, MariaDB and WordPress (about 40 MB, under a minute)");
  const options = { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, remedy: missing };
  run("apt-get", ["update", "-qq"], options);
  // WordPress asks for some web server: the smallest, which nothing starts.
  const packages = ["wordpress", "wordpress-theme-twentytwentythree", "php-cli", "php-cgi", "php-mysql", "mariadb-server-core", "micro-httpd"];
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
}

const few = process.argv.includes("--few");
const hosts = few ? ["plain", "vue"] : ["plain", "vue", "react", "angular", "opensid", "wordpress"];

mkdirSync(out, { recursive: true });
const browser = ensureBrowser();
if (!few) ensureWordpress();
const tarball = packPackage();
for (const name of hosts) if (existsSync(join(root, "tests", "hosts", name, "package.json"))) buildProject(name, tarball);
if (!few) assemblePlugin();
say(`The calculator inside: ${hosts.join(", ")}`);
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "tests/hosts/hosts.test.mjs"], {
  cwd: root, stdio: "inherit", env: { ...process.env, CHROME_PATH: browser, HOSTS: hosts.join(",") },
});
process.exit(status ?? 1);
