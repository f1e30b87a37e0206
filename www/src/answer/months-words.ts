/** What people read of a year beside its month, in both languages. */
import { language } from "../words/current.js";

const id = {
  caption: "Setahun dan sebulan",
  lastMonth: "Bulan terakhir",
  aMonth: "Tagihan bulan itu",
};

const en: typeof id = {
  caption: "A year and a month",
  lastMonth: "Last month",
  aMonth: "Bill of that month",
};

export const monthsWords = () => (language.value === "id" ? id : en);
