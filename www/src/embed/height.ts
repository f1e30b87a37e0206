/** Tells how high the page is whenever that changes, so that its frame needs no scroll bar. */
import { LIMITS } from "cakupan/embed";
import { tell } from "./exchange.js";

export function watchHeight(): void {
  const page = document.documentElement;
  let told = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const measure = () => {
    timer = undefined;
    const pixels = Math.min(Math.ceil(page.getBoundingClientRect().height), LIMITS.pixels);
    // A hidden frame has no height, and would stay hidden with it.
    if (pixels === 0 || pixels === told) return;
    told = pixels;
    tell({ cakupan: 1, kind: "height", pixels });
  };
  const soon = () => (timer ??= setTimeout(measure, 20));
  new ResizeObserver(soon).observe(page);
  // Safari draws a frame that is out of sight every ten seconds only, and an observer of sizes waits for it.
  new MutationObserver(soon).observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
}
