// Modules of the page, built for Node, for tests that need no browser.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, loadConfigFromFile } from "vite";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Imports the modules of these names in www/src, in the same order; the build is deleted after the tests of the file.
 */
export async function modules(...names) {
  const folder = await mkdtemp(join(tmpdir(), "cakupan-page-"));
  after(() => rm(folder, { recursive: true, force: true }));
  const entry = Object.fromEntries(names.map((name) => [name, join(root, `www/src/${name}.ts`)]));
  const { config } = await loadConfigFromFile(
    { command: "build", mode: "production" },
    join(root, "www/vite.config.ts"),
  );
  await build({
    configFile: false,
    logLevel: "error",
    // Of the page's own plugins only these make modules.
    plugins: config.plugins.filter(({ name }) => ["regions-of-cases", "published-cases", "glossary"].includes(name)),
    build: { lib: { entry, formats: ["es"] }, outDir: folder, minify: false },
  });
  return Promise.all(names.map((name) => import(pathToFileURL(join(folder, `${name}.js`)).href)));
}
