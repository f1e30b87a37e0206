/** The lines that a host copies into its page, and the headers that go with them. */
import type { EmbedSettings } from "cakupan/embed";
import { writeAddress } from "../../embed/address.js";

export interface Script {
  readonly version: string;
  readonly path: string;
  readonly integrity: string;
}

const SANDBOX = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-modals";
const HEIGHTS = { compact: 1500, full: 2400 };

export function frameSnippet(base: string, settings: EmbedSettings, title: string): string {
  const fragment = writeAddress(settings);
  const src = `${base}sematan.html${fragment && `#${fragment}`}`;
  const height = HEIGHTS[settings.mode ?? "compact"];
  return `<iframe${written({ src, title, width: "100%", height, loading: "lazy" })}
 ${written({ referrerpolicy: "no-referrer", sandbox: SANDBOX, frameborder: 0 })}></iframe>`;
}

export function elementSnippet(
  base: string,
  { path, integrity }: Script,
  settings: EmbedSettings,
  link: string,
): string {
  const src = base + path;
  return `<script${written({ src })} async
 ${written({ integrity, crossorigin: "anonymous" })}></script>
<kalkulator-cakupan${written(attributesOf(settings))}>
  <a${written({ href: `${base}index.html` })}>${link}</a>
</kalkulator-cakupan>`;
}

export const resultSnippet = `const kalkulator = document.querySelector("kalkulator-cakupan");
kalkulator.scenario = JSON.parse(localStorage.getItem("rencana"));
kalkulator.addEventListener("cakupan-result", event => {
  const { region, totalRupiah, years, scenario } = event.detail;
  localStorage.setItem("rencana", JSON.stringify(scenario));
});`;

export function hostPolicy(base: string): string {
  const { origin } = new URL(base);
  return `frame-src ${origin}; script-src ${origin}`;
}

export const ownPolicy = `Content-Security-Policy: frame-ancestors *
Access-Control-Allow-Origin: *`;

/** Settings of the element as attributes. */
export function attributesOf({ mode, language, region, theme, keep }: EmbedSettings) {
  const all = Object.entries({ mode, language, region, ...theme, keep: keep ? "" : null });
  return Object.fromEntries(all.flatMap(([name, value]) => ((value ?? null) === null ? [] : [[name, String(value)]])));
}

function written(attributes: { readonly [name: string]: string | number }): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      const text = String(value).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
      return text === "" ? ` ${name}` : ` ${name}="${text}"`;
    })
    .join("");
}
