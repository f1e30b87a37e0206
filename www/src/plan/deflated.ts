/** Bytes through the compression of the browser, with a limit: a few letters can unfold to more than a device holds. */

export const deflated = (text: string): Promise<Uint8Array<ArrayBuffer>> =>
  through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"), Number.POSITIVE_INFINITY);

/** Throws where the bytes are none that were deflated, or unfold to more than `most`. */
export const inflated = async (bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string> =>
  new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw"), most));

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > most) throw await reader.cancel().then(() => new RangeError("What unfolds is too large."));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
