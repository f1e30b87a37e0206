/** Talks with the page around this one: hears only the window that holds it, and answers only who configured it. */
import { type EmbedSettings, type FrameMessage, LIMITS, readHostMessage } from "cakupan/embed";

type Kind = FrameMessage["kind"];

/** The origin of the first message that was followed; from then on nobody else is heard or told anything. */
let host: string | null = null;
/** What is to be said to the host, the latest of each kind. */
const waiting = new Map<Kind, FrameMessage>();
const sentAt = new Map<Kind, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Between two messages of a kind, so that a host never takes us for a flood. */
const PAUSE = 250;

/** The scenarios of the results that were told of late, oldest first. */
let told: readonly { readonly scenario: string; readonly at: number }[] = [];
/** So long after a result its scenario can come back; later it is meant. The last one says nothing new whenever it comes. */
const ECHO = 10_000;

export const embedded = window.parent !== window;

export function listenToHost(follow: (settings: EmbedSettings, host: string) => void): void {
  if (!embedded) return;
  let since = 0;
  let count = 0;
  addEventListener("message", (event) => {
    if (event.source !== window.parent || (host !== null && event.origin !== host)) return;
    if (event.timeStamp - since > 10_000) [since, count] = [event.timeStamp, 0];
    count += 1;
    if (count > LIMITS.messages) {
      if (count === LIMITS.messages + 1)
        post({ cakupan: 1, kind: "refused", code: "tooMany", params: { most: LIMITS.messages } }, event.origin);
      return;
    }
    const message = readHostMessage(event.data);
    if (message === null) return;
    if ("refused" in message) {
      post({ cakupan: 1, kind: "refused", code: message.refused, params: message.params }, event.origin);
      return;
    }
    host = event.origin;
    follow(message.settings, host);
    flush();
  });
  post({ cakupan: 1, kind: "ready" }, "*");
}

/** Tells the host, as soon as there is one; of several of a kind only the last. Refusals are all told. */
export function tell(message: FrameMessage): void {
  if (message.kind === "refused") {
    if (host !== null) post(message, host);
    return;
  }
  waiting.set(message.kind, message);
  // One change may be followed by another at once; only what it comes to is told.
  queueMicrotask(flush);
}

/** Did this very calculator tell it? A host may bind the result back to its setting, and is then behind who types. */
export function isEcho(scenario: unknown): boolean {
  const key = keyOf(scenario);
  return recent().some((each) => each.scenario === key);
}

function recent() {
  return told.filter(({ at }, place) => place === told.length - 1 || performance.now() - at < ECHO);
}

/** The same for the same content: databases of hosts give the names back in another order. */
function keyOf(scenario: unknown): string {
  return JSON.stringify(scenario, (_, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function flush(): void {
  clearTimeout(timer);
  if (host === null) return;
  const now = performance.now();
  for (const [kind, message] of waiting) {
    if (now - (sentAt.get(kind) ?? -PAUSE) < PAUSE) continue;
    sentAt.set(kind, now);
    waiting.delete(kind);
    if (message.kind === "result") {
      told = [...told, { scenario: keyOf(message.result.scenario), at: now }];
      told = recent();
    }
    post(message, host);
  }
  if (waiting.size > 0) timer = setTimeout(flush, PAUSE);
}

/** A host without an origin (a file, a sandbox) cannot be named; it is still the only one that this window reaches. */
function post(message: FrameMessage, origin: string): void {
  window.parent.postMessage(message, origin === "null" ? "*" : origin);
}
