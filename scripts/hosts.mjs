// npm run hosts: the calculator inside real hosts, in a browser; installs what they need, and says each step.
// With --few only the hosts that need nothing but npm and little time.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pack } from "./pack.mjs";
import { version } from "./parts.mjs";
import { ensureBrowser, ensurePackages, npm, root, run, say, stop } from "./setup.mjs";

const out = join(root, "target", "hosts");
const quiet = { stdio: ["ignore", "ignore", "inherit"] };

/** A project of a framework, from its lock file and the packed package, built by its own tool. */
function buildProject(name, tarball) {
  const folder = join(root, "tests", "hosts", name);
  ensurePackages(folder);
  say(`Building the portal in ${name}`);
  npm(["install", "--no-save", "--no-package-lock", tarball], { ...quiet, cwd: folder });
  npm(["run", "build"], { ...quiet, cwd: folder });
}

/** The plugin as a portal installs it: its folder, the script of the element, and the licences. */
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

/** WordPress with PHP and a database, nginx and Apache, of Debian; the tests run copies of their own, and change nothing of these. */
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
  // WordPress brings a web server; where services run (systemd), a person decides whether it may.
  const services = existsSync("/run/systemd/system");
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0 || services) stop(remedy);
  say("Installing Debian's PHP, MariaDB, WordPress, nginx and Apache (about 40 MB, under a minute)");
  const options = { ...quiet, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, remedy };
  run("apt-get", ["update", "-qq"], options);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...DEBIAN], options);
}

const few = process.argv.includes("--few");
const hosts = few ? ["plain", "vue"] : ["plain", "vue", "react", "angular", "opensid", "wordpress", "nginx", "apache"];

// What npm hands down from this project would win over what the projects say themselves.
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
