/** The language that the page speaks now, and its words. */
import { signal } from "@preact/signals-core";
import type { Language } from "cakupan";
import { type Catalogue, id } from "./id.js";

export const language = signal<Language>("id");
export const words = signal<Catalogue>(id);
