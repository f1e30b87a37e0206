/** The page "Pasang": settings, a preview with the element itself, and the snippets. */
import { signal } from "@preact/signals-core";
import type { EmbedSettings, EmbedTheme } from "cakupan/embed";
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import { contrast, LETTERS } from "../../embed/contrast.js";
import { choose, type Refusal, type Scheme } from "../../embed/palette.js";
import { done } from "../../plan/current.js";
import { caseNames, codeOf } from "../../plan/examples.js";
import type { View } from "../../ui/view.js";
import { words } from "../../words/current.js";
import { percent2 } from "../../words/format.js";
import {
  attributesOf,
  elementSnippet,
  frameSnippet,
  hostPolicy,
  ownPolicy,
  resultSnippet,
  type Script,
} from "./snippets.js";
import { installWords } from "./words.js";

/** Address of this folder; the scripts for hosts are below it. */
const base = new URL("./", location.href).href;

/** The settings as typed; they may be invalid. */
const typed = signal({
  mode: "compact",
  language: "id",
  region: "",
  accent: "",
  background: "",
  text: "",
  radius: "",
  font: "",
  keep: false,
});
type Typed = typeof typed.value;
type TextName = Exclude<keyof Typed, "keep">;

/** The script of the portals; `null` while it is not known. */
export const script = signal<Script | null | "failed">(null);

const COLOUR = /^#[0-9a-f]{6}$/i;

function settings(): EmbedSettings {
  const { mode, language, region, accent, background, text, radius, font, keep } = typed.value;
  const colour = (value: string) => (COLOUR.test(value) ? value : null);
  return {
    mode: mode === "full" ? "full" : "compact",
    language: language === "en" ? "en" : "id",
    region: region || null,
    theme: {
      accent: colour(accent),
      background: colour(background),
      text: colour(text),
      radius: isRadius(radius) ? Number(radius) : null,
      font: font === "serif" || font === "mono" ? font : null,
    },
    keep,
  };
}

const isRadius = (text: string) => /^\d{1,2}$/.test(text) && Number(text) <= 24;

export function installView(): TemplateResult {
  const w = installWords();
  const now = settings();
  return html`
    <section aria-labelledby="choices-heading">
      <h2 id="choices-heading">${w.choices}</h2>
      <form class="fields" autocomplete="off" aria-labelledby="choices-heading"
        @submit=${(event: Event) => event.preventDefault()} @input=${read}>
        ${choice("mode", w.mode, Object.entries(w.modes))}
        ${choice("language", w.language, Object.entries(w.languages))}
        ${choice("region", w.region, [["", w.noRegion], ...regions()])}
        ${colours(now.theme ?? {})}
      </form>
    </section>
    <section aria-labelledby="preview-heading">
      <h2 id="preview-heading">${w.preview}</h2>
      <p class="hint">${w.previewAbout}</p>
      ${preview(now)}
    </section>
    <section id="snippets" tabindex="-1" aria-labelledby="frame-heading">
      <h2 id="frame-heading">${w.frame}</h2>
      <p>${w.frameAbout}</p>
      ${snippet("frame", w.frame, frameSnippet(base, now, installWords(now.language ?? "id").frameTitle))}
    </section>
    <section aria-labelledby="element-heading">
      <h2 id="element-heading">${w.element}</h2>
      <p>${w.elementAbout}</p>
      ${element(now)}
      <h3>${w.result}</h3>
      <p>${w.resultAbout}</p>
      ${snippet("result", w.result, resultSnippet)}
    </section>
    <section aria-labelledby="policy-heading">
      <h2 id="policy-heading">${w.policy}</h2>
      <p>${w.policyHost}</p>
      ${snippet("host-policy", w.policyOfHost, hostPolicy(base))}
      <p class="hint">${w.policyFrameOnly}</p>
      <p>${w.policyOwn}</p>
      ${snippet("own-policy", w.policyOfOwn, ownPolicy)}
    </section>
    <section aria-labelledby="systems-heading">
      <h2 id="systems-heading">${w.systems}</h2>
      <ul class="remarks"><li>${w.wordpress}</li><li>${w.opensid}</li></ul>
    </section>`;
}

function regions() {
  const { list } = words.value.cases;
  return caseNames.map((name) => [codeOf(name), list[name].name] as const);
}

function element(now: EmbedSettings): TemplateResult {
  const w = installWords();
  if (script.value === "failed") return html`<p class="failed">${w.noHash}</p>`;
  if (script.value === null) return html`<p class="hint">…</p>`;
  return snippet(
    "element",
    w.element,
    elementSnippet(base, script.value, now, installWords(now.language ?? "id").frameTitle),
  );
}

// ───────────────────────────── choices ─────────────────────────────

function read(event: Event): void {
  const field = event.target as HTMLInputElement | HTMLSelectElement;
  const name = field.name as keyof Typed;
  if (!(name in typed.value)) return;
  const value = field instanceof HTMLInputElement && field.type === "checkbox" ? field.checked : field.value.trim();
  typed.value = { ...typed.value, [name]: value };
}

function choice(name: TextName, label: string, of: readonly (readonly [string, string])[]): TemplateResult {
  return html`
    <div class="field">
      <label class="name" for=${`choose-${name}`}>${label}</label>
      <select id=${`choose-${name}`} name=${name}>
        ${of.map(
          ([value, text]) => html`
          <option value=${value} .selected=${live(typed.value[name] === value)}>${text}</option>`,
        )}
      </select>
    </div>`;
}

function colours(theme: EmbedTheme): TemplateResult {
  const w = installWords();
  const { radius, keep } = typed.value;
  const badRadius = radius !== "" && !isRadius(radius);
  return html`
    <fieldset class="wide stack">
      <legend>${w.colours}</legend>
      <p class="hint">${w.coloursHint}</p>
      <div class="fields">
        ${colour("accent", w.accent, theme)}
        ${colour("background", w.background, theme)}
        ${colour("text", w.text, theme)}
        <div class="field">
          <label class="name" for="radius">${w.radius}</label>
          <span class="input number">
            <input type="text" inputmode="numeric" id="radius" name="radius" .value=${live(radius)}
              aria-invalid=${badRadius ? "true" : nothing} aria-describedby="radius-unit radius-message">
            <span class="unit" id="radius-unit">${w.pixels}</span>
          </span>
          <span id="radius-message" class=${badRadius ? "message" : "hint"}>${w.radiusRange}</span>
        </div>
        ${choice("font", w.font, [
          ["", w.fonts.system],
          ["serif", w.fonts.serif],
          ["mono", w.fonts.mono],
        ])}
      </div>
    </fieldset>
    <div class="wide">
      <label class="check">
        <input type="checkbox" name="keep" aria-describedby="keep-hint" .checked=${live(keep)}>${w.keep}
      </label>
      <p class="hint" id="keep-hint">${w.keepHint}</p>
    </div>`;
}

function colour(name: "accent" | "background" | "text", label: string, theme: EmbedTheme): TemplateResult {
  const w = installWords();
  const value = typed.value[name];
  const bad = value !== "" && !COLOUR.test(value);
  const shown = choose(theme, "light")[name];
  return html`
    <div class="field">
      <label class="name" for=${name}>${label}</label>
      <span class="input">
        <input type="text" id=${name} name=${name} maxlength="7" placeholder=${shown} spellcheck="false"
          .value=${live(value)} aria-invalid=${bad ? "true" : nothing} aria-describedby=${`${name}-verdict`}>
        <input type="color" name=${name} aria-label=${w.picker(label)} .value=${live(bad || !value ? shown : value)}>
      </span>
      <span id=${`${name}-verdict`} class="verdict">${bad ? html`<span class="message">${w.pattern}</span>` : verdicts(name, theme)}</span>
    </div>`;
}

/** The colour schemes to check: light and dark, or one where the host sets the background. */
function verdicts(name: Refusal["setting"], theme: EmbedTheme): View {
  const value = theme[name];
  if (!value) return nothing;
  // A refused background leaves both schemes, with the same verdict.
  const followed = choose(theme, "light").refused.every(({ setting }) => setting !== "background");
  const own = theme.background && (followed || name === "background");
  const schemes: readonly Scheme[] = own ? ["light"] : ["light", "dark"];
  return html`${schemes.map((scheme) => {
    const w = installWords();
    const choice = choose(theme, scheme);
    const where = own ? w.onOwn : w.scheme[scheme];
    const refused = choice.refused.find(({ setting }) => setting === name);
    if (refused)
      return html`<span class="message">${w.unreadable(ratio(refused.contrast), ratio(LETTERS), where)}</span>`;
    const partner = name === "background" ? choice.text : choice.background;
    return html`<span class="hint">${w.readable(ratio(contrast(value, partner)), where)}</span>`;
  })}`;
}

/** Rounded down, so that no contrast looks better than it is. */
function ratio(value: number): string {
  return percent2(Math.floor(value * 100) / 100).replace(/\s?%$/, "");
}

// ───────────────────────────── preview and snippets ─────────────────────────────

const shown = document.createElement("kalkulator-cakupan");

/** One element for the life of the page: a new one would empty its form. */
function preview(now: EmbedSettings): HTMLElement {
  const wanted: { readonly [name: string]: string } = { src: `${base}sematan.html`, ...attributesOf(now) };
  for (const name of shown.getAttributeNames()) if (!(name in wanted)) shown.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted))
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  return shown;
}

function snippet(id: string, about: string, text: string): TemplateResult {
  const w = installWords();
  return html`
    <div class="snippet">
      <pre id=${`${id}-snippet`} tabindex="0" role="region" aria-label=${about}><code>${text}</code></pre>
      <button type="button" class="small" aria-label=${w.copyOf(about)}
        @click=${() => copy(`${id}-snippet`, about, text)}>${w.copy}</button>
    </div>`;
}

/** Where the browser refuses the clipboard, the text is selected, to be copied by keyboard. */
async function copy(id: string, about: string, text: string): Promise<void> {
  const w = installWords();
  // Cleared first: a status line is spoken only when its text changes.
  done.value = null;
  try {
    await navigator.clipboard.writeText(text);
    done.value = w.copied(about);
  } catch {
    const place = document.getElementById(id);
    if (place) getSelection()?.selectAllChildren(place);
    place?.focus();
    done.value = w.selected;
  }
}
