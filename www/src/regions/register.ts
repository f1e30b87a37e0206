/** The packs of the register: fetched when they are first asked for, and where the page keeps data kept too. */
import { type District, districtsOf, type ListPack, type Region, type RegencyPack, regionsOf } from "./pack.js";

/** Where this browser keeps packs that it has fetched. */
const STORE = "cakupan-wilayah";

/** Forgets the packs: which ones are kept says which region was planned for. */
export async function dropPacks(): Promise<void> {
  await globalThis.caches?.delete(STORE).catch(() => undefined);
}

const asked = new Map<string, Promise<unknown>>();

/**
 * All provinces, kabupaten and kota. Throws where the list is neither fetched nor kept. `keep`: for use without a
 * network; a calculator inside another page stores nothing unless its host asks for it.
 */
export async function regions(keep: boolean): Promise<readonly Region[]> {
  return regionsOf((await pack("regions", keep)) as ListPack);
}

/** The districts of a kabupaten or kota with their villages. Throws as `regions` does. */
export async function districts(regency: string, keep: boolean): Promise<readonly District[]> {
  return districtsOf((await pack(regency, keep)) as RegencyPack);
}

/** One request a pack; a failed one is made again when it is asked for again. */
function pack(name: string, keep: boolean): Promise<unknown> {
  const known = asked.get(name);
  if (known) return known;
  const request = fetched(new URL(`./regions/${name}.json`, document.baseURI).href, keep);
  asked.set(name, request);
  request.catch(() => asked.delete(name));
  return request;
}

async function fetched(address: string, keep: boolean): Promise<unknown> {
  // Absent in pages without a secure context, and refused in some private windows: then nothing is kept.
  const store = keep ? await globalThis.caches?.open(STORE).catch(() => undefined) : undefined;
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const copy = answer.clone();
    const content: unknown = await answer.json();
    await store?.put(address, copy).catch(() => undefined);
    return content;
  } catch (error) {
    const kept = await store?.match(address);
    if (kept) return kept.json();
    throw error;
  }
}
