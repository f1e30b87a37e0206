/** What people read of what can be done with the whole answer, in both languages. */
import { language } from "../words/current.js";

const id = {
  label: "Pakai hasil ini",
  show: "Tayangkan di layar besar",
  summary: "Salin ringkasan",
};

const en: typeof id = {
  label: "Use this result",
  show: "Show on a big screen",
  summary: "Copy a summary",
};

export const actionsWords = () => (language.value === "id" ? id : en);
