/** Puts scripts, styles, the engine and its modules into one page. A module X.single.ts stands in the place of X.ts. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** The modules in WebAssembly by name: gzip in base64. */
export const modulesIn = (dist: string) =>
  Object.fromEntries(
    ["cakupan", "sheets", "batch", "monitor"].map((name) => [
      name,
      gzipSync(readFileSync(join(dist, `${name}.wasm`)), { level: 9 }).toString("base64"),
    ]),
  );

/** What in the package asks for a file beside it, and what stands there in one file. */
const ASKING: readonly (readonly [string, string])[] = [
  ['new URL("./sheets.wasm", import.meta.url)', 'inside("sheets")'],
  ['new URL("./batch.wasm", import.meta.url)', 'inside("batch")'],
  ['new URL("./monitor.wasm", import.meta.url)', 'inside("monitor")'],
  // The page begins with the one that is inside; what would stand in for it is the same again.
  ['new URL("./cakupan.wasm", import.meta.url)', 'Promise.reject(new Error("The engine did not start."))'],
  ['new Worker(new URL("./batch.thread.js", import.meta.url), { type: "module" })', "undefined"],
];

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** In a script or a style the browser looks for its end alone, and for the start of a comment. */
const within = (code: string) => code.replace(/<\/(script|style)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");

/** Replaces what must be there. By a function: `$` in code has no meaning. */
function put(html: string, pattern: RegExp, text: string): string {
  if (!pattern.test(html)) throw new Error(`index.html has no ${pattern}`);
  return html.replace(pattern, () => text);
}

function pageOf(www: string, script: string, style: string): string {
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(www, "public", "icon.svg"), "utf8"))}`;
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  let html = readFileSync(join(www, "index.html"), "utf8");
  html = put(html, /(?<=Content-Security-Policy" content=")[^"]+/, policy);
  html = put(html, / *<link rel="manifest"[^>]*>\n/, "");
  html = put(html, /(?<=<link rel="icon" href=")[^"]+/, icon);
  html = put(html, / *<script [^>]*><\/script>\n/, `  <style>${style}</style>\n`);
  html = put(html, /<div class="tools">.*<\/div>/, '<div class="tools"></div>');
  return put(html, /<\/body>/, `<script>${script}</script>\n</body>`);
}

export function inOneFile(www: string, dist: string): Plugin {
  return {
    name: "in-one-file",
    enforce: "pre",
    async resolveId(id, importer) {
      if (!importer || !id.endsWith(".js")) return null;
      const found = await this.resolve(id, importer, { skipSelf: true });
      const other = found?.id.replace(/\.ts$/, ".single.ts");
      return other && other !== found?.id && existsSync(other) ? other : null;
    },
    transform(code, id) {
      if (!id.startsWith(dist)) return null;
      const next = ASKING.reduce((text, [asking, instead]) => text.replace(asking, () => instead), code);
      if (next === code) return null;
      const from = JSON.stringify(join(www, "src", "offline", "inside.single.ts"));
      return { code: `import { inside } from ${from};\n${next}`, map: null };
    },
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const parts = Object.values(bundle);
        const [script, ...scripts] = parts.flatMap((part) => (part.type === "chunk" ? [part.code] : []));
        const [style, ...rest] = parts.flatMap((part) => (part.type === "asset" ? [part] : []));
        if (script === undefined || !style?.fileName.endsWith(".css") || scripts.length + rest.length > 0)
          throw new Error(`The file would need others: ${parts.map(({ fileName }) => fileName).join(", ")}`);
        for (const { fileName } of parts) delete bundle[fileName];
        const html = pageOf(www, within(script), within(String(style.source)));
        const [size, zipped] = [Buffer.byteLength(html), gzipSync(html, { level: 9 }).length];
        console.log(`» One file: ${Math.round(size / 1000)} kB, ${Math.round(zipped / 1000)} kB gzip`);
        this.emitFile({ type: "asset", fileName: "cakupan.html", source: html });
      },
    },
  };
}
