/** Writes the status line for screen readers, one second after the last change. */
import { effect } from "@preact/signals-core";

export function speak(text: () => string): void {
  const status = document.getElementById("status");
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const said = text();
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (status) status.textContent = said;
    }, 1000);
  });
}
