/** Words of the buttons under a table, in both languages. */
import { language } from "../words/current.js";

const id = {
  copy: "Salin",
  csv: { semicolon: "CSV (;)", comma: "CSV (,)" },
  copyOf: (caption: string) => `Salin tabel: ${caption}`,
  csvOf: {
    semicolon: (caption: string) => `Unduh CSV untuk Excel Indonesia, dengan titik koma: ${caption}`,
    comma: (caption: string) => `Unduh CSV untuk Excel Inggris, dengan koma: ${caption}`,
  },
  copied: (rows: string) => `Tabel disalin, ${rows} baris. Tempel di Excel, Calc, atau Word.`,
  selected: "Peramban menolak menyalin. Tabel ini sudah dipilih: tekan Ctrl+C (atau ⌘C).",
  refused: "Peramban menolak menyalin. Unduh CSV sebagai gantinya.",
  saved: "CSV diunduh.",
  notSaved: "CSV belum dapat dibuat. Periksa sambungan, lalu coba lagi.",
  part: "Bagian",
  year: "Tahun",
  note: "Catatan",
};

const en: typeof id = {
  copy: "Copy",
  csv: { semicolon: "CSV (;)", comma: "CSV (,)" },
  copyOf: (caption) => `Copy the table: ${caption}`,
  csvOf: {
    semicolon: (caption) => `Download CSV for an Indonesian Excel, with semicolons: ${caption}`,
    comma: (caption) => `Download CSV for an English Excel, with commas: ${caption}`,
  },
  copied: (rows) => `Table copied, ${rows} rows. Paste it into Excel, Calc or Word.`,
  selected: "The browser refused to copy. The table is selected: press Ctrl+C (or ⌘C).",
  refused: "The browser refused to copy. Download the CSV instead.",
  saved: "CSV downloaded.",
  notSaved: "The CSV cannot be made yet. Check the connection, then try again.",
  part: "Part",
  year: "Year",
  note: "Note",
};

export function copyWords(spoken = language.value): typeof id {
  return spoken === "en" ? en : id;
}
