/** Keeps the draft a second after the last change, and when the page is left. */
import { effect, signal } from "@preact/signals-core";
import { before, draft } from "./state.js";
import { shelf } from "./shelf.js";
import { save } from "./storage.js";

/** Whether anything is kept at all: inside another page only where its host asks for it. */
export const keeping = signal(false);
/** The time of the last saving, or that the browser refused. */
export const savedAt = signal<string | "refused" | null>(null);

/** Until the answer is called; `stored`: what is there at the start is what is stored already. */
export function startAutosave(place: string, stored = true): () => void {
  keeping.value = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let skip = stored;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const kept = save({ draft: draft.value, before: before.value, shelf: shelf.value }, place);
    savedAt.value = kept ? new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" }) : "refused";
  };
  const stop = effect(() => {
    void [draft.value, before.value, shelf.value];
    clearTimeout(timer);
    if (!skip) timer = setTimeout(keep, 1000);
    skip = false;
  });
  const leave = () => {
    if (timer !== undefined) keep();
  };
  addEventListener("pagehide", leave);
  return () => {
    stop();
    leave();
    removeEventListener("pagehide", leave);
    keeping.value = false;
    savedAt.value = null;
  };
}
