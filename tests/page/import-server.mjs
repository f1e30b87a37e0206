// Builds the test page of imports with the bundler of the project, and serves it under the policy of the page.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "vite";
import { packs } from "../../scripts/regions.mjs";
import { fileIn, listen, policyOf } from "../../scripts/serve.mjs";
import { root } from "./modules.mjs";

export async function serveImport() {
  const folder = await mkdtemp(join(tmpdir(), "cakupan-import-"));
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
      rolldownOptions: { input: join(here, "import.html") },
    },
  });
  const pack = JSON.stringify(packs().get("73.14.json"));
  const server = await listen(async (path) => {
    if (path === "/73.14.json") return { body: pack, type: "application/json" };
    const found = await fileIn(folder, path);
    return found && { ...found, policy: policyOf(path) };
  });
  return {
    address: `${server.address}import.html`,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
