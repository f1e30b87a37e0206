/** Sends the height of the page whenever it changes, so that its frame needs no scroll bar. */
import { LIMITS } from "cakupan/embed";
import { send } from "./exchange.js";

export function watchHeight(): void {
  const page = document.documentElement;
  let sent = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const measure = () => {
    timer = undefined;
    const pixels = Math.min(Math.ceil(page.getBoundingClientRect().height), LIMITS.pixels);
    // A hidden frame measures 0. With that height it would stay hidden.
    if (pixels === 0 || pixels === sent) return;
    sent = pixels;
    send({ cakupan: 1, kind: "height", pixels });
  };
  const soon = () => (timer ??= setTimeout(measure, 20));
  new ResizeObserver(soon).observe(page);
  // Safari draws a frame that is out of sight every ten seconds only, and an observer of sizes waits for it.
  new MutationObserver(soon).observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
}
