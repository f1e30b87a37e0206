/** What people read of the summary to copy, in both languages. */
import { language } from "../../words/current.js";

const id = {
  title: "Ringkasan untuk disalin",
  about: "Untuk nota dinas atau pesan; dapat diubah di sini sebelum disalin.",
  label: "Ringkasan",
  plan: (name: string) => `${name}.`,
  short: (year: string, rupiah: string) => `Pada ${year} pagu tidak cukup; ${rupiah} belum ada sumber dananya.`,
  basis: (law: string, input: string) => `Dihitung dengan aturan versi ${law}; kode isian ${input}.`,
  copy: "Salin",
  copied: "Ringkasan disalin.",
  notCopied: "Peramban tidak mengizinkan penyalinan. Pilih teks di atas, lalu salin sendiri.",
  close: "Tutup",
};

const en: typeof id = {
  title: "Summary to copy",
  about: "For a memo or a message; it can be changed here before it is copied.",
  label: "Summary",
  plan: (name) => `${name}.`,
  short: (year, rupiah) => `In ${year} the ceilings are not enough; ${rupiah} have no fund yet.`,
  basis: (law, input) => `Calculated with law version ${law}; code of the input ${input}.`,
  copy: "Copy",
  copied: "The summary was copied.",
  notCopied: "The browser does not allow copying. Choose the text above and copy it yourself.",
  close: "Close",
};

export const summaryWords = () => (language.value === "id" ? id : en);
