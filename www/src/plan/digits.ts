/**
 * A plan as decimal digits: JSON, deflated, with a first byte that says how, as one number. A QR code holds digits in 8
 * bits a byte, letters of base64 in 10.7.
 */

import { deflated, inflated } from "./deflated.js";

/** The first byte: JSON in raw deflate. It also keeps the zeros that follow it. */
const FORM = 1;
/** No code that can be scanned from paper holds so many. */
const MOST_DIGITS = 10_000;
/** What a plan may inflate to, in bytes; a small text may hold very much. */
const MOST_BYTES = 1_000_000;

export async function toDigits(content: unknown): Promise<string> {
  const small = await deflated(JSON.stringify(content));
  const hex = [FORM, ...small].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return BigInt(`0x${hex}`).toString();
}

/** What the digits hold; throws where they hold nothing that can be read. `"newer"`: of a form that is not known here. */
export async function fromDigits(digits: string): Promise<unknown> {
  if (digits.length > MOST_DIGITS) throw new RangeError("No code from paper is so long.");
  const hex = BigInt(digits).toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  const [form, ...small] = Array.from(even.matchAll(/../g), ([byte]) => Number.parseInt(byte, 16));
  if (form !== FORM) return "newer";
  return JSON.parse(await inflated(new Uint8Array(small), MOST_BYTES));
}
