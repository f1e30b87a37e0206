/** What people read around the glossary, in both languages. */
import { language } from "../words/current.js";

const id = { heading: "Arti istilah", loading: "Memuat …" };
const en: typeof id = { heading: "What the words mean", loading: "Loading …" };

export const glossaryWords = () => (language.value === "id" ? id : en);
