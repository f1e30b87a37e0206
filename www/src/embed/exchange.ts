/** Messages with the host page: accepted from the parent window only, sent to the origin that configured us only. */
import { type EmbedSettings, type FrameMessage, LIMITS, readHostMessage } from "cakupan/embed";

type Kind = FrameMessage["kind"];

/** Origin of the first valid message; messages of other origins are ignored from then on. */
let host: string | null = null;
/** Messages to send, the latest of each kind. */
const waiting = new Map<Kind, FrameMessage>();
const sentAt = new Map<Kind, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Milliseconds between two messages of a kind; hosts ignore senders of too many. */
const PAUSE = 250;

/** Scenarios of the results that were sent lately, oldest first. */
let sent: readonly { readonly scenario: string; readonly at: number }[] = [];
/** Milliseconds in which a scenario that comes back counts as an echo. That of the last result always does. */
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

/** Sends a message when a host is known: the last of each kind, but every refusal. */
export function send(message: FrameMessage): void {
  if (message.kind === "refused") {
    if (host !== null) post(message, host);
    return;
  }
  waiting.set(message.kind, message);
  // Several changes may follow at once; only the last state is sent.
  queueMicrotask(flush);
}

/** Whether this calculator sent the scenario itself: a host may bind the result to its setting, later than the typing. */
export function isEcho(scenario: unknown): boolean {
  const key = keyOf(scenario);
  return recent().some((each) => each.scenario === key);
}

function recent() {
  return sent.filter(({ at }, place) => place === sent.length - 1 || performance.now() - at < ECHO);
}

/** Text of a scenario with sorted keys: hosts may return them in another order. */
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
      sent = [...sent, { scenario: keyOf(message.result.scenario), at: now }];
      sent = recent();
    }
    post(message, host);
  }
  if (waiting.size > 0) timer = setTimeout(flush, PAUSE);
}

/** A host without an origin (a file, a sandbox) is sent to with `*`; only the parent window gets it. */
function post(message: FrameMessage, origin: string): void {
  window.parent.postMessage(message, origin === "null" ? "*" : origin);
}
