// Builds a test page of `fixtures/` with the bundler of the project, and serves it under the policy of the page.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { fileIn, listen, policyOf } from "../../scripts/serve.mjs";
import { root } from "./modules.mjs";

/** The page of this name; `data`: further files by path, as JSON. */
export async function serveFixture(name, data = {}) {
  const folder = await mkdtemp(join(tmpdir(), `cakupan-${name}-`));
  const here = join(root, "tests/page/fixtures");
  await build({
    configFile: false,
    logLevel: "error",
    root: here,
    base: "./",
    worker: { format: "es" },
    build: {
      outDir: folder,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: join(here, `${name}.html`) },
    },
  });
  const server = await listen(async (path) => {
    if (path in data) return { body: JSON.stringify(data[path]), type: "application/json" };
    const found = await fileIn(folder, path);
    return found && { ...found, policy: policyOf(path) };
  });
  return {
    address: `${server.address}${name}.html`,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
