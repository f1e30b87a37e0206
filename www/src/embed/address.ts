/** The settings in the address of the frame, for hosts that run no script: `sematan.html#mode=full&language=en`. */
import { type EmbedSettings, readHostMessage } from "cakupan/embed";

const THEME = ["accent", "background", "text", "radius", "font"];

/** The settings, or the name of the first that is not understood. */
export function readAddress(fragment: string): EmbedSettings | string {
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ""))].map(
    ([name, value]) => [name, name === "radius" && /^\d+$/.test(value) ? Number(value) : value] as const,
  );
  const themed = (name: string) => THEME.includes(name);
  const unknown = entries.find(([name]) => !themed(name) && !["mode", "language", "region"].includes(name));
  if (unknown) return unknown[0].slice(0, 100);
  const settings = {
    ...Object.fromEntries(entries.filter(([name]) => !themed(name))),
    theme: Object.fromEntries(entries.filter(([name]) => themed(name))),
  };
  const message = readHostMessage({ cakupan: 1, kind: "configure", settings });
  if (message === null || "refused" in message) return String(message?.params.setting ?? "");
  return message.settings;
}

/** Settings as a fragment of an address, for snippets. */
export function writeAddress({ theme, mode, language, region }: EmbedSettings): string {
  const all = Object.entries({ mode, language, region, ...theme });
  return String(
    new URLSearchParams(all.flatMap(([name, value]) => ((value ?? null) === null ? [] : [[name, String(value)]]))),
  );
}
