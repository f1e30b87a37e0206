/** Checks the colours of a host: a colour is used only if all text keeps enough contrast. */
import type { EmbedTheme } from "cakupan/embed";
import { contrast, LETTERS, LINES, mixed } from "./contrast.js";

export type Scheme = "light" | "dark";
type Colour = "accent" | "background" | "text";

/** As in styles.css. */
export const STANDARD = {
  light: { accent: "#0a489f", background: "#ffffff", text: "#1f1f1f" },
  dark: { accent: "#9cc4fb", background: "#1c2027", text: "#eceef1" },
} as const;

export interface Refusal {
  readonly setting: Colour;
  /** Its contrast ratio, and the one required. */
  readonly contrast: number;
  readonly needed: number;
}

export interface Choice {
  readonly scheme: Scheme;
  readonly accent: string;
  readonly background: string;
  readonly text: string;
  readonly refused: readonly Refusal[];
}

/** The colours in force, where the reader's own scheme counts unless the host brings a background. */
export function choose(theme: EmbedTheme, own: Scheme): Choice {
  const refused: Refusal[] = [];
  const fits = (setting: Colour, one: string, other: string) => {
    const reached = contrast(one, other);
    if (reached < LETTERS) refused.push({ setting, contrast: Math.floor(reached * 100) / 100, needed: LETTERS });
    return reached >= LETTERS;
  };
  const wanted = theme.background ?? null;
  const scheme = wanted === null ? own : schemeOf(wanted);
  const letters = theme.text ?? null;
  // The background is checked with the text colour of the host, or else with ours.
  if (
    wanted !== null &&
    contrast(letters ?? STANDARD[scheme].text, wanted) < LETTERS &&
    !fits("background", STANDARD[scheme].text, wanted)
  ) {
    const { background, ...rest } = theme;
    const without = choose(rest, own);
    return { ...without, refused: [...refused, ...without.refused] };
  }
  const background = wanted ?? STANDARD[scheme].background;
  const text = letters !== null && fits("text", letters, background) ? letters : STANDARD[scheme].text;
  const standard = contrast(STANDARD[scheme].accent, background) < LETTERS ? text : STANDARD[scheme].accent;
  const accent = theme.accent && fits("accent", theme.accent, background) ? theme.accent : standard;
  return { scheme, accent, background, text, refused };
}

/** The scheme whose letters are read better on it. */
function schemeOf(background: string): Scheme {
  return contrast(STANDARD.dark.text, background) > contrast(STANDARD.light.text, background) ? "dark" : "light";
}

/** The variables of styles.css from the three colours; `usual` tells what a variable is in this scheme. */
export function variables({ accent, background, text }: Choice, usual: (name: string) => string) {
  const read = (colour: string, on: readonly string[], needed: number) =>
    on.every((under) => contrast(colour, under) >= needed);
  const tinted = (over: string) => {
    const tint = mixed(background, over, 0.1);
    return read(tint, [text, over], LETTERS) ? tint : background;
  };
  const tint = tinted(accent);
  const softer = mixed(text, background, 0.25);
  const edge = mixed(text, background, 0.45);
  const coloured = (name: string) => (read(usual(name), [background], LETTERS) ? usual(name) : text);
  const [error, mark] = [coloured("--error"), coloured("--mark")];
  return {
    "--page": background,
    "--paper": background,
    "--text": text,
    "--primary": accent,
    "--accent": accent,
    "--s0": accent,
    "--tint": tint,
    "--on-primary": contrast("#ffffff", accent) >= LETTERS ? "#ffffff" : "#000000",
    "--secondary": read(softer, [background, tint], LETTERS) ? softer : text,
    "--border": read(edge, [background], LINES) ? edge : text,
    "--line": mixed(background, text, 0.15),
    "--error": error,
    "--error-tint": tinted(error),
    "--mark": mark,
    "--mark-tint": tinted(mark),
    ...Object.fromEntries(
      ["--s1", "--s2", "--s3", "--s4"].map((name) => [
        name,
        read(usual(name), [background], LINES) ? usual(name) : text,
      ]),
    ),
  };
}
