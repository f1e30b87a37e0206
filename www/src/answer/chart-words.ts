/** What people read below the title of a chart, in both languages. */
import { language } from "../words/current.js";

const id = {
  extremes: (high: string, low: string) => `Tertinggi ${high}; terendah ${low}.`,
  equal: (amount: string) => `Sama besar: ${amount}.`,
};

const en: typeof id = {
  extremes: (high, low) => `Highest ${high}; lowest ${low}.`,
  equal: (amount) => `All equal: ${amount}.`,
};

export const chartWords = () => (language.value === "id" ? id : en);
