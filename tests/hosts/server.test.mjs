// The calculator on a server as hosts/server/ sets it up: framed by a portal, and compressed.
import assert from "node:assert/strict";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { assertAnswers, only, open, out, path, policyOf, start, stop } from "./look.mjs";
import { begin, ended, freePort, serveFolders, until } from "./serve.mjs";

const page = path("www/dist");

/** Each prepares its folder and returns how it is started. */
const servers = {
  async nginx(folder, port) {
    const site = (await readFile(path("hosts/server/nginx.conf"), "utf8"))
      .replace("listen 80;", `listen 127.0.0.1:${port};`)
      .replace("root /srv/kalkulator;", `root "${page}";`);
    await writeFile(
      `${folder}/server.conf`,
      `
daemon off; user root; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http {
  include /etc/nginx/mime.types; default_type application/octet-stream; access_log off;
  ${site}
}`,
    );
    return ["/usr/sbin/nginx", ["-c", `${folder}/server.conf`, "-e", `${folder}/error.log`]];
  },
  async apache(folder, port) {
    await cp(page, `${folder}/site`, { recursive: true });
    await cp(path("hosts/server/htaccess"), `${folder}/site/.htaccess`);
    const modules = ["mpm_event", "authz_core", "mime", "dir", "headers", "filter", "deflate"];
    await writeFile(
      `${folder}/server.conf`,
      `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
Listen 127.0.0.1:${port}
ServerName localhost
PidFile ${folder}/pid
ErrorLog ${folder}/error.log
TypesConfig /etc/mime.types
DocumentRoot ${folder}/site
DirectoryIndex index.html
<Directory ${folder}/site>
  AllowOverride All
  Require all granted
</Directory>`,
    );
    return ["/usr/sbin/apache2", ["-d", folder, "-f", `${folder}/server.conf`, "-D", "FOREGROUND"]];
  },
};

for (const [name, ready] of Object.entries(servers))
  describe(`the ${name} of Debian`, only(name), () => {
    let values;
    let server;
    let address;

    before(async () => {
      const { integrity } = await start();
      const folder = `${out}/${name}`;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      const port = await freePort();
      server = begin(...(await ready(folder, port)));
      address = `http://localhost:${port}/`;
      await until(name, () => fetch(address));
      const { path: script } = JSON.parse(await readFile(`${page}/embed/embed.json`, "utf8"));
      values = {
        calculator: `${address}sematan.html`,
        origin: new URL(address).origin,
        script: address + script,
        integrity,
      };
    });
    after(async () => {
      await stop();
      if (server) await ended(server);
    });

    test("a portal shows it, its script pinned by its hash, and hears the result", async () => {
      const folders = [path("tests/hosts/plain"), path("tests/hosts")];
      const host = await serveFolders({ folders, values, policy: policyOf(values, values.origin) });
      try {
        const { page, complaints, close } = await open(host.address, 1000);
        await assertAnswers(page, page.locator("kalkulator-cakupan iframe"));
        assert.deepEqual(complaints, []);
        await close();
      } finally {
        await host.close();
      }
    });

    test("other pages are framed by nobody, files are kept, and what can be is sent packed", async () => {
      const headers = async (file) => (await fetch(address + file, { headers: { "accept-encoding": "gzip" } })).headers;
      const index = await headers("index.html");
      assert.equal(index.get("content-security-policy"), "frame-ancestors 'self'");
      assert.equal(index.get("cache-control"), "no-cache");
      assert.equal(index.get("access-control-allow-origin"), null);
      assert.equal((await headers("sematan.html")).get("content-security-policy"), "frame-ancestors *");
      assert.equal((await headers("embed/embed.js")).get("access-control-allow-origin"), "*");
      const html = await (await fetch(`${address}index.html`)).text();
      const [[script], [engine]] = [/assets\/index-[^"]+\.js/.exec(html), /assets\/[^"]+\.bin/.exec(html)];
      const sent = await headers(script);
      assert.equal(sent.get("content-encoding"), "gzip");
      assert.match(sent.get("cache-control"), /immutable/);
      assert.equal((await headers(engine)).get("content-encoding"), null, "what is packed is packed once");
    });

    test("the calculator itself, without a complaint", async () => {
      const { page, complaints, close } = await open(address, 1000);
      await page.getByText("Lengkapi isian; hasil muncul di sini.").waitFor();
      assert.deepEqual(complaints, []);
      await close();
    });
  });
