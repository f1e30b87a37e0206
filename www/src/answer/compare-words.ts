/** What people read of plans beside each other, besides the catalogue, in both languages. */
import { language } from "../words/current.js";

const id = {
  base: "Dibandingkan terhadap",
  inputs: (base: string) => `Isian yang berbeda; ≠ menandai yang lain dari ${base}`,
  input: "Isian",
  differs: "beda",
  yes: "ya",
  no: "tidak",
};

const en: typeof id = {
  base: "Compared with",
  inputs: (base) => `Inputs that differ; ≠ marks those unlike ${base}`,
  input: "Input",
  differs: "differs",
  yes: "yes",
  no: "no",
};

export const compareWords = () => (language.value === "id" ? id : en);
