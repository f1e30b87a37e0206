// The WordPress of Debian in its own folder: a database behind a socket, the plugin, and three posts.
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { begin, ended, freePort, until } from "../serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));

/** Files of WordPress with our configuration, and the plugin as a portal installs it. */
function layOut(site, plugin) {
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  cpSync("/usr/share/wordpress", site, { recursive: true, dereference: true });
  cpSync(join(here, "wp-config.php"), join(site, "wp-config.php"));
  cpSync(plugin, join(site, "wp-content/plugins/cakupan"), { recursive: true });
  mkdirSync(join(site, "wp-content/mu-plugins"));
  cpSync(join(here, "hasil.php"), join(site, "wp-content/mu-plugins/hasil.php"));
  cpSync(join(here, "../listen.js"), join(site, "wp-content/mu-plugins/listen.js"));
}

/** A database that only this machine's `socket` reaches. */
async function startDatabase(data, socket) {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const mine = ["--no-defaults", `--datadir=${data}`, ...(process.getuid() === 0 ? ["--user=root"] : [])];
  execFileSync("mariadb-install-db", [...mine, "--skip-test-db", "--auth-root-authentication-method=normal"]);
  const server = begin("/usr/sbin/mariadbd", [...mine, "--skip-networking", `--socket=${socket}`]);
  const sql = (text) => execFileSync("mariadb", ["--no-defaults", `--socket=${socket}`, "-e", text], { stdio: "pipe" });
  await until("the database", () => sql("select 1"));
  sql("create database wordpress");
  return server;
}

/** Starts the site; its security policy allows frames from `origin`. */
export async function startWordpress({ folder, plugin, origin }) {
  const site = join(folder, "site");
  // The path of a socket has at most 107 bytes.
  const socketFolder = mkdtempSync(join(tmpdir(), "cakupan-"));
  const socket = join(socketFolder, "db");
  layOut(site, plugin);
  const database = await startDatabase(join(folder, "database"), socket);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const password = randomBytes(12).toString("hex");
  const env = {
    ...process.env,
    HOSTS_SOCKET: socket,
    HOSTS_ADDRESS: address,
    HOSTS_CALCULATOR: origin,
    HOSTS_PASSWORD: password,
  };
  const posts = JSON.parse(execFileSync("php", [join(here, "install.php")], { cwd: site, env, encoding: "utf8" }));
  const args = ["-S", `localhost:${port}`, "-t", site, join(here, "router.php")];
  const server = begin("php", args, { env });
  await until("WordPress", () => fetch(address));
  return {
    address,
    password,
    post: (name) => `${address}/?p=${posts[name]}`,
    edit: (name) => `${address}/wp-admin/post.php?post=${posts[name]}&action=edit`,
    async close() {
      await ended(server);
      await ended(database);
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}
