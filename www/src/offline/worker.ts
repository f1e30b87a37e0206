/**
 * The service worker: keeps the files of one version, answers with them, and lets a newer version wait until a reader
 * asks for it. Written here and not taken from a library: theirs load scripts in ways that Trusted Types forbid.
 */

/** What the build puts in the place of PARTS. */
interface Parts {
  readonly version: string;
  /** What the calculator needs before it can calculate; without all of it a version is not installed. */
  readonly first: readonly string[];
  /** All else: fetched when the page is idle, or when it is asked for. */
  readonly later: readonly string[];
}
declare const PARTS: Parts;

// The types of service workers cannot stand beside those of pages in one program.
interface Work extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Work {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Heard extends Work, Pick<MessageEvent, "data" | "ports"> {}
interface Worker {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "install" | "activate", act: (event: Work) => void): void;
  addEventListener(kind: "fetch", act: (event: Asked) => void): void;
  addEventListener(kind: "message", act: (event: Heard) => void): void;
}
const worker = globalThis as unknown as Worker;

const { scope } = worker.registration;
/** Of this folder alone: a site may have the calculator in several. */
const MARK = `cakupan-app ${scope} `;
const OWN = MARK + PARTS.version;
const kept = new Set([...PARTS.first, ...PARTS.later]);
const addressOf = (name: string) => new URL(name, scope).href;
/** In the cache of a version that was in use, and not only waited. */
const USED = addressOf("used");

/** Servers compress what they send, or not; the content is the same. */
const ANY: CacheQueryOptions = { ignoreVary: true };

/** Names in this folder change with their content. */
const isHashed = (name: string) => name.startsWith("assets/");

// ───────────────────────────── keeping ─────────────────────────────

/** Puts a file into the cache of this version, unless it is there. Throws where it cannot be fetched, or stored. */
async function keep(store: Cache, name: string): Promise<void> {
  const address = addressOf(name);
  if (await store.match(address, ANY)) return;
  const before = isHashed(name) ? await caches.match(address, ANY) : undefined;
  // A page that the browser has kept from before would be of another version.
  const answer = before ?? (await fetch(address, isHashed(name) ? {} : { cache: "reload" }));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  // The answer to a navigation may not have come by a redirect.
  await store.put(address, answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
}

async function install(): Promise<void> {
  const store = await caches.open(OWN);
  try {
    await Promise.all(PARTS.first.map((name) => keep(store, name)));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
}

/** One file after the other, so that the page does not wait for its own requests. */
async function fill(): Promise<boolean> {
  try {
    const store = await caches.open(OWN);
    for (const name of kept) await keep(store, name);
    return true;
  } catch {
    return false;
  }
}

/** The files of the version before stay: tabs that still show it load their later parts from them. */
async function activate(): Promise<void> {
  await caches.open(OWN).then((store) => store.put(USED, new Response()));
  const others = (await caches.keys()).filter((name) => name.startsWith(MARK) && name !== OWN);
  const used = await Promise.all(others.map(async (name) => (await caches.open(name)).match(USED)));
  const before = others.filter((_, place) => used[place]).at(-1);
  await Promise.all(others.filter((name) => name !== before).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

// ───────────────────────────── answering ─────────────────────────────

/** The file that a request is for; `null` where it is none of the calculator, such as the register of regions. */
function nameOf({ url, method, mode }: Request): string | null {
  const [address = ""] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(scope)) return null;
  const name = address.slice(scope.length) || "index.html";
  // An old tab asks for files of its own version.
  return kept.has(name) || (isHashed(name) && mode !== "navigate") ? name : null;
}

async function answerTo(request: Request, name: string): Promise<Response> {
  const address = addressOf(name);
  // Not opened where the reader has deleted it: that would create it again.
  const store = (await caches.has(OWN)) ? await caches.open(OWN) : null;
  const found = (await store?.match(address, ANY)) ?? (isHashed(name) ? await caches.match(address, ANY) : undefined);
  if (found) return found;
  const answer = await fetch(request);
  if (store && kept.has(name) && answer.ok && !answer.redirected)
    await store.put(address, answer.clone()).catch(() => undefined);
  return answer;
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name !== null) event.respondWith(answerTo(event.request, name).catch(() => fetch(event.request)));
});
worker.addEventListener("message", (event) => {
  if (event.data === "use") event.waitUntil(worker.skipWaiting());
  if (event.data === "fill") event.waitUntil(fill().then((whole) => event.ports[0]?.postMessage(whole)));
});
