/** Links that carry a whole plan: written short, and read in each form that was ever written. */
import type { Draft } from "./draft.js";
import { packed } from "./file.js";
import { PLAIN } from "./link.js";
import { parsed } from "./storage/saved.js";

/** The form of the fragment: deflated, in letters that addresses may have. */
const SHORT = "#r1=";

/** Longer than any plan that a form can hold: of the fragment, and of what it unfolds to. */
const MOST_LETTERS = 1_000_000;
const MOST_BYTES = 5_000_000;

async function collected(stream: ReadableStream<Uint8Array<ArrayBuffer>>, most: number): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    // A few letters can unfold to more than a device holds.
    if (size > most) throw await reader.cancel().then(() => new RangeError("too long"));
    parts.push(part.value);
  }
  return new Blob(parts);
}

/** The address of this page with the plan in it. */
export async function linkOf(plan: Draft): Promise<string> {
  const stream = new Blob([JSON.stringify(packed(plan))]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await (await collected(stream, Number.POSITIVE_INFINITY)).arrayBuffer());
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const [page = ""] = location.href.split("#");
  return page + SHORT + letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** The content of a link; `null` where it is broken, `"newer"` where a later version wrote it. */
export async function readLink(hash: string): Promise<unknown> {
  if (hash.length > MOST_LETTERS) return null;
  try {
    if (hash.startsWith(PLAIN)) return parsed(decodeURIComponent(hash.slice(PLAIN.length)));
    if (!hash.startsWith(SHORT)) return "newer";
    const letters = atob(hash.slice(SHORT.length).replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return parsed(await (await collected(stream, MOST_BYTES)).text());
  } catch {
    return null;
  }
}
