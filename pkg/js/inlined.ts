// The engine from the bytes in the package, started at the first call.
import inLetters from "./bytes.js";
import { call, isStarted, start } from "./engine.js";
import type { Name, Plain } from "./plain.js";

/**
 * Decodes the engine. Each frequent byte is one letter, any other two, of which the first is one of the last two
 * letters. Unlike base64 or hex the text keeps the byte boundaries, so that gzip compresses it as well as the file.
 */
function decode({ letters, order, text }: typeof inLetters): Uint8Array<ArrayBuffer> {
  const places = new Uint8Array(128);
  for (let place = 0; place < letters.length; place++) places[letters.charCodeAt(place)] = place;
  const singles = letters.length - 2;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    let place = places[text.charCodeAt(at)] ?? 0;
    if (place >= singles) place = singles + (place - singles) * letters.length + (places[text.charCodeAt(++at)] ?? 0);
    bytes[length++] = order[place] ?? 0;
  }
  return bytes.subarray(0, length);
}

/** Calls the engine; starts it at the first call. */
export function ask(name: Name, values: readonly Plain[]): unknown {
  if (!isStarted()) start(decode(inLetters));
  return call(name, values);
}
