/** Builds the page into plain files that any web server, sub-folder or portal can hold. */
import { fileURLToPath } from "node:url";
import { type Plugin, defineConfig } from "vite";

/** Lets the browser fetch the engine beside the page's own script, not after it. */
function preloadEngine(): Plugin {
  return {
    name: "preload-engine",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        const engine = Object.values(bundle ?? {}).find(file => file.type === "chunk" && file.name === "cakupan");
        if (!engine) return [];
        const attrs = { rel: "modulepreload", crossorigin: true, href: `./${engine.fileName}` };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  base: "./",
  plugins: [preloadEngine()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: ["chrome114", "firefox115", "safari16.4"],
    modulePreload: { polyfill: false },
    // Small files stay files: the content security policy allows data: for images only.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ["index", "aturan"].map(page => fileURLToPath(new URL(`${page}.html`, import.meta.url))),
      output: {
        codeSplitting: { groups: [{ name: "cakupan", test: /[\\/]pkg[\\/]dist[\\/]/ }] },
      },
    },
  },
});
