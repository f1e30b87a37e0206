/** Makes the calculator work without a network, and offers a new version of it; the page reloads only when asked to. */
import { effect, signal } from "@preact/signals-core";
import { html } from "lit-html";
import { vouched } from "../ui/worker.js";
import { notice } from "./notice.js";
import { offlineWords } from "./words.js";

type Standing =
  /** Everything is kept on the device. */
  | { readonly is: "ready" }
  | { readonly is: "newer"; use(): void }
  /** Another tab has asked for the new version. */
  | { readonly is: "usedElsewhere" };

/** The worker, built beside the page. */
const fileOfWorker = () => new URL("./sw.js", document.baseURI).href;

const standing = signal<Standing | null>(null);

function view(now: Standing) {
  const w = offlineWords();
  if (now.is === "ready") return html`<span id="offline">${w.ready}</span>`;
  const use = now.is === "newer" ? now.use : () => location.reload();
  return html`
    <strong id="offline">${now.is === "newer" ? w.newer : w.usedElsewhere}
      <button type="button" class="small" @click=${use}>${w.use}</button></strong>`;
}

/** Nothing happens where the browser has no service workers, or does not let this page have one. */
export async function makeOffline(): Promise<void> {
  const { serviceWorker: workers } = navigator as Partial<Navigator>;
  if (!workers) return;
  // The first worker of all takes this page over too; that is no new version.
  let controlled = workers.controller !== null;
  let asked = false;
  const file = vouched(fileOfWorker());
  const registration = await workers.register(file, { updateViaCache: "none" }).catch(() => undefined);
  if (!registration) return;
  effect(() => {
    notice.value = standing.value && view(standing.value);
  });
  const offer = (worker: ServiceWorker) => {
    const use = () => {
      asked = true;
      worker.postMessage("use");
    };
    if (controlled) standing.value = { is: "newer", use };
  };
  const watch = (worker: ServiceWorker | null) => {
    worker?.addEventListener("statechange", () => worker.state === "installed" && offer(worker));
  };
  if (registration.waiting) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener("updatefound", () => watch(registration.installing));
  workers.addEventListener("controllerchange", () => {
    if (asked) location.reload();
    else if (controlled) standing.value = { is: "usedElsewhere" };
    controlled = true;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void registration.update().catch(() => undefined);
  });
  void workers.ready.then(({ active }) => fill(active));
}

/** Lets the worker fetch what the first load did not need, unless the reader has asked the browser to save data. */
function fill(worker: ServiceWorker | null): void {
  const { connection } = navigator as { connection?: { readonly saveData?: boolean } };
  if (connection?.saveData) return;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data === true) standing.value ??= { is: "ready" };
    port1.close();
  };
  worker?.postMessage("fill", [port2]);
}

const MARK = "cakupan-app ";

async function ownCaches(): Promise<readonly string[]> {
  const names = await globalThis.caches?.keys().catch(() => []);
  return (names ?? []).filter((name) => name.startsWith(MARK));
}

/** Whether anything is kept for use without a network. */
export async function isOffline(): Promise<boolean> {
  return (await ownCaches()).length > 0;
}

/** Deletes what the worker has kept, and the worker with it, as far as the browser lets it. */
export async function dropOffline(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  // A site may have a worker of its own for all its folders.
  if (registration?.active?.scriptURL === fileOfWorker()) await registration.unregister().catch(() => false);
  await Promise.all((await ownCaches()).map((name) => caches.delete(name).catch(() => false)));
}
