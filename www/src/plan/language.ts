/** Switches between Indonesian and English; typed text is not translated. */
import { batch } from "@preact/signals-core";
import { language, words } from "../words/current.js";
import { type Catalogue, id } from "../words/id.js";
import { done } from "./current.js";

export async function switchLanguage(): Promise<void> {
  await useLanguage(language.value === "id" ? "en" : "id");
  saveLanguage(language.value);
}

export async function restoreLanguage(): Promise<void> {
  if (loadLanguage() === "en") await useLanguage("en");
}

/** Changes the language without storing the choice. */
export async function useLanguage(next: "id" | "en"): Promise<void> {
  const catalogue = await catalogueOf(next);
  if (!catalogue) {
    done.value = words.value.languageFailed;
    return;
  }
  batch(() => {
    language.value = next;
    done.value = null;
    words.value = catalogue;
  });
  document.documentElement.lang = next;
}

async function catalogueOf(next: "id" | "en"): Promise<Catalogue | null> {
  try {
    return next === "id" ? id : (await import("../words/en.js")).en;
  } catch {
    return null;
  }
}

const KEY = "cakupan.language";

function saveLanguage(next: string): void {
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // The language is chosen again on the next visit.
  }
}

function loadLanguage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
