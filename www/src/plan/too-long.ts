/** What is said of a text that is longer than any field may have. */
import { done } from "./current.js";
import { language } from "../words/current.js";
import { number } from "../words/format.js";

const id = (letters: string) =>
  `Yang ditempel terlalu panjang untuk satu isian (${letters} huruf), jadi tidak diambil. Isian Anda tidak berubah.`;
const en: typeof id = (letters) =>
  `What you pasted is too long for one field (${letters} letters), so it was not taken. What you typed has not changed.`;

export function tellTooLong(letters: number): void {
  done.value = (language.value === "id" ? id : en)(number(letters));
}
