/** What is said when an account code fills its uraian, in both languages. */
import { language } from "../words/current.js";

const id = { filled: (description: string) => `Uraian diisi dari kodenya: ${description}.` };

const en: typeof id = { filled: (description) => `Description filled in from its code: ${description}.` };

export const accountWords = () => ({ id, en })[language.value];
