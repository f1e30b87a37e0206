/** This tab among the others that have the calculator open: a name, and a channel to them. */

/** This tab, until it is loaded again. */
export const tab = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
  byte.toString(16).padStart(2, "0"),
).join("");

export type Message =
  /** A tab has stored a plan, or changed its copies. */
  | { readonly kind: "saved"; readonly id: string }
  /** A tab wants to go on with a plan. */
  | { readonly kind: "yield"; readonly id: string; readonly tab: string }
  /** The tab that had it has stored everything and gives it to `tab`. */
  | { readonly kind: "yielded"; readonly id: string; readonly tab: string }
  /** What was kept was deleted by the reader: at one place, or everywhere. */
  | { readonly kind: "removed"; readonly id: string | null };

let channel: BroadcastChannel | null = null;

export function broadcast(message: Message): void {
  channel?.postMessage(message);
}

export function hear(act: (message: Message) => void): void {
  try {
    channel ??= new BroadcastChannel("cakupan");
    channel.onmessage = ({ data }: MessageEvent<Message>) => act(data);
  } catch {
    // A frame without an origin has no channel to other tabs.
  }
}
