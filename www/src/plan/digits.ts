/**
 * A plan as decimal digits: JSON, deflated, with a first byte that says how, as one number. A QR code holds digits in 8
 * bits a byte, letters of base64 in 10.7.
 */

/** The first byte: JSON in raw deflate. It also keeps the zeros that follow it. */
const FORM = 1;
/** No code that can be scanned from paper holds so many. */
const MOST_DIGITS = 10_000;
/** What a plan may inflate to, in bytes; a small text may hold very much. */
const MOST_BYTES = 1_000_000;

export async function toDigits(content: unknown): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(content));
  const small = await through(json, new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY);
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
  const json = await through(new Uint8Array(small), new DecompressionStream("deflate-raw"), MOST_BYTES);
  return JSON.parse(new TextDecoder().decode(json));
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError("The plan in the code is too large.");
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
