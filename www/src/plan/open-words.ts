/** What people read only when a plan is opened, in both languages. */
import { language } from "../words/current.js";

const id = { tooLarge: "Berkas ini terlalu besar; paling besar 32 MB. Isian Anda tidak berubah." };
const en: typeof id = { tooLarge: "This file is too large; at most 32 MB are opened. Your inputs have not changed." };

export const openWords = (): typeof id => (language.value === "en" ? en : id);
