/** The engine, gzipped at build time: servers that do not compress .wasm would send twice as much. */
import packed from "../../../target/npm/cakupan.bin?url";

export async function unpacked(): Promise<Response | undefined> {
  const { ok, body } = await fetch(packed).catch(() => Response.error());
  const stream = ok ? body?.pipeThrough(new DecompressionStream("gzip")) : undefined;
  return stream && new Response(stream, { headers: { "content-type": "application/wasm" } });
}
