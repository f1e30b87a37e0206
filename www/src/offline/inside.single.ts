/** The modules inside the single file, as text that the build writes in the place of MODULES: gzip in base64. */
declare const MODULES: { readonly [name: string]: string };

/** `fetch` of a `data:` address would need a wider policy. */
export async function inside(name: string): Promise<Response> {
  const text = MODULES[name];
  if (text === undefined) throw new Error(`The file has no module ${name}.`);
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream, { headers: { "content-type": "application/wasm" } });
}
