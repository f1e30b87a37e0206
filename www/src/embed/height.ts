/** Tells how high the page is whenever that changes, so that its frame needs no scroll bar. */
import { LIMITS } from "cakupan/embed";
import { tell } from "./exchange.js";

export function watchHeight(): void {
  const page = document.documentElement;
  let told = 0;
  let asked = false;
  const measure = () => {
    asked = false;
    const pixels = Math.min(Math.ceil(page.getBoundingClientRect().height), LIMITS.pixels);
    // A hidden frame has no height, and would stay hidden with it.
    if (pixels === 0 || pixels === told) return;
    told = pixels;
    tell({ cakupan: 1, kind: "height", pixels });
  };
  new ResizeObserver(() => {
    if (!asked) requestAnimationFrame(measure);
    asked = true;
  }).observe(page);
}
