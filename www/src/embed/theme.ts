/** Applies the colours and fonts of the host, except colours that would be hard to read. */
import type { EmbedTheme } from "cakupan/embed";
import { choose, type Refusal, type Scheme, variables } from "./palette.js";

const FONTS = {
  system: "system-ui, sans-serif",
  serif: "Georgia, 'Times New Roman', serif",
  mono: "ui-monospace, Consolas, monospace",
};

const dark = matchMedia("(prefers-color-scheme: dark)");
let set: readonly string[] = [];

/** Applies the theme, again when the reader changes between light and dark; `onRefused` gets the refused colours. */
export function useTheme(theme: EmbedTheme, onRefused: (refused: readonly Refusal[]) => void): void {
  const follow = () => onRefused(apply(theme));
  dark.onchange = follow;
  follow();
}

function apply(theme: EmbedTheme): readonly Refusal[] {
  const { style } = document.documentElement;
  for (const name of set) style.removeProperty(name);
  const choice = choose(theme, dark.matches ? "dark" : "light");
  const given = [theme.accent, theme.background, theme.text].filter(Boolean).length;
  const own = theme.background && !choice.refused.some(({ setting }) => setting === "background");
  style.colorScheme = own ? choice.scheme : "";
  usePalette(own ? choice.scheme : null);
  const usual = getComputedStyle(document.documentElement);
  const wanted: { readonly [name: string]: string } = {
    ...(given > choice.refused.length && variables(choice, (name) => usual.getPropertyValue(name).trim())),
    ...((theme.radius ?? null) !== null && { "--radius": `${theme.radius}px` }),
    ...(theme.font && { "--font": FONTS[theme.font] }),
  };
  for (const [name, value] of Object.entries(wanted)) style.setProperty(name, value);
  set = Object.keys(wanted);
  return choice.refused;
}

/** The rules of styles.css for readers who prefer dark. */
let palettes: readonly CSSMediaRule[] | null = null;

/** A background of the host decides between the light and the dark colours, whatever the reader prefers. */
function usePalette(scheme: Scheme | null): void {
  palettes ??= [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter((rule) => rule.conditionText.includes("prefers-color-scheme"));
  const media = scheme === null ? "(prefers-color-scheme: dark)" : scheme === "dark" ? "all" : "not all";
  for (const rule of palettes) rule.media.mediaText = media;
}
