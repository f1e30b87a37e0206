/** In the single file there is nothing to keep: it says what it is, and what it does not have. */
import { effect } from "@preact/signals-core";
import { html } from "lit-html";
import { notice } from "./notice.js";
import { offlineWords } from "./words.js";

export async function makeOffline(): Promise<void> {
  effect(() => {
    notice.value = html`<span id="offline">${offlineWords().single}</span>`;
  });
}

export const isOffline = async (): Promise<boolean> => false;

export async function dropOffline(): Promise<void> {
  // Nothing is kept beside the plans.
}
