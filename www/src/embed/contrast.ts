/** Contrast ratio of two colours by WCAG 2.2; colours are `#rrggbb`. */

/** What letters need, and what the outline of a field or of the focus needs. */
export const LETTERS = 4.5;
export const LINES = 3;

/** 1 (the same) to 21 (black on white). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Mixes two colours; `part` of the second. */
export function mixed(under: string, over: string, part: number): string {
  const above = channels(over);
  return `#${channels(under)
    .map((channel, place) =>
      Math.round(channel + ((above[place] ?? 0) - channel) * part)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(colour: string): readonly number[] {
  const digits = colour.length === 4 ? colour.replace(/[^#]/g, "$&$&") : colour;
  return [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}
