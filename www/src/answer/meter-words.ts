/** What people read of the budget meter, in both languages. */
import { language } from "../words/current.js";

const id = {
  heading: "Pemakaian pagu",
  name: (fund: string, year: string) => `${fund}, ${year}`,
  of: (used: string, ceiling: string) => `terpakai ${used} dari pagu ${ceiling}`,
  left: (left: string) => `sisa ${left}`,
  full: "pas, tanpa sisa",
  short: (short: string) => `kurang ${short}`,
};

const en: typeof id = {
  heading: "Use of the ceilings",
  name: (fund, year) => `${fund}, ${year}`,
  of: (used, ceiling) => `${used} used of a ceiling of ${ceiling}`,
  left: (left) => `${left} left`,
  full: "exactly, nothing left",
  short: (short) => `${short} short`,
};

export const meterWords = () => (language.value === "id" ? id : en);
