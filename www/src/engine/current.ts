/** The engine of this page, as soon as it has started. */
import { signal } from "@preact/signals-core";
import type { Engine } from "./start.js";

export const engine = signal<Engine | "loading" | "failed">("loading");
