// npm run hosts: tests the calculator inside real hosts, in a browser; installs what they need and reports each step.
// With --few only hosts that need npm alone and little time.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pack } from "./pack.mjs";
import { version } from "./parts.mjs";
import { ensureBrowser, ensurePackages, npm, root, run, say, stop } from "./setup.mjs";

const out = join(root, "target", "hosts");
const quiet = { stdio: ["ignore", "ignore", "inherit"] };

/** Builds a project of a framework with its own tool, from its lock file and the packed package. */
function buildProject(name, tarball) {
  const folder = join(root, "tests", "hosts", name);
  ensurePackages(folder);
  say(`Building the portal in ${name}`);
  npm(["install", "--no-save", "--no-package-lock", tarball], { ...quiet, cwd: folder });
  npm(["run", "build"], { ...quiet, cwd: folder });
}

/** Assembles the plugin as a portal installs it: folder, script of the element, licences. */
function assemblePlugin() {
  const plugin = join(out, "plugin", "cakupan");
  rmSync(plugin, { recursive: true, force: true });
  mkdirSync(plugin, { recursive: true });
  cpSync(join(root, "hosts", "wordpress", "cakupan"), plugin, { recursive: true });
  cpSync(join(root, "www", "dist", "embed", version(), "embed.js"), join(plugin, "embed.js"));
  for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(join(root, licence), join(plugin, licence));
}

const DEBIAN = [
  "wordpress",
  "wordpress-theme-twentytwentythree",
  "php-cli",
  "mariadb-server-core",
  "nginx-light",
  "apache2-bin",
];

/**
 * Installs WordPress with PHP and a database, nginx and Apache from Debian. The tests run their own copies and change
 * none of these.
 */
function ensureServers() {
  if (
    [
      "/usr/share/wordpress/wp-load.php",
      "/usr/sbin/mariadbd",
      "/usr/bin/php",
      "/usr/sbin/nginx",
      "/usr/sbin/apache2",
    ].every(existsSync)
  )
    return;
  const command = `apt-get install --no-install-recommends ${DEBIAN.join(" ")}`;
  const remedy = `The hosts need Debian's WordPress, nginx and Apache: '${command}'. Without it: 'npm run hosts -- --few'.`;
  // WordPress depends on a web server. Where services start by themselves (systemd), the user must install it.
  const services = existsSync("/run/systemd/system");
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0 || services) stop(remedy);
  say("Installing Debian's PHP, MariaDB, WordPress, nginx and Apache (about 40 MB, under a minute)");
  const options = { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, remedy };
  run("apt-get", ["update", "-qq"], options);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...DEBIAN], options);
}

const few = process.argv.includes("--few");
const hosts = few ? ["plain", "vue"] : ["plain", "vue", "react", "angular", "opensid", "wordpress", "nginx", "apache"];

// npm settings inherited from this project would override those of the projects.
delete process.env.npm_config_engine_strict;
mkdirSync(out, { recursive: true });
const browser = ensureBrowser("Chromium");
if (!few) ensureServers();
const tarball = pack(out);
for (const name of hosts) if (existsSync(join(root, "tests/hosts", name, "package.json"))) buildProject(name, tarball);
if (!few) assemblePlugin();
say(`The calculator inside: ${hosts.join(", ")}`);
const tests = [
  "tests/hosts/portals.test.mjs",
  ...(few ? [] : ["tests/hosts/wordpress.test.mjs", "tests/hosts/server.test.mjs"]),
];
const { status } = spawnSync(process.execPath, ["--test", "--test-concurrency=1", "--test-reporter=spec", ...tests], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, CHROME_PATH: browser, HOSTS: hosts.join(",") },
});
process.exit(status ?? 1);
