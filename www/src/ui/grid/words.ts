/** What a grid says, in both languages. */
import { language } from "../../words/current.js";
import { number } from "../../words/format.js";

const id = {
  filter: "Saring baris",
  shown: (some: number, all: number) => `${number(some)} dari ${number(all)} baris.`,
  columns: "Kolom",
  paste: "Tempel",
  pasteTitle: "Tempel dari lembar kerja",
  pasteAbout: "Peramban tidak mengizinkan tombol ini membaca papan klip. Tempel di kotak ini, lalu isikan ke tabel.",
  pasteField: "Sel yang ditempel",
  fill: "Isikan mulai dari sel yang dipilih",
  cancel: "Batal",
  nextFault: (count: number) => `Kesalahan berikutnya (${number(count)})`,
  toMend: (count: number) => `${number(count)} sel perlu diperbaiki.`,
  noFault: "Tidak ada kesalahan.",
  chosen: (rows: number, columns: number) => `${number(rows)} baris × ${number(columns)} kolom dipilih.`,
  pasted: (cells: number) => `${number(cells)} sel ditempel.`,
  nothingToPaste: "Papan klip tidak berisi teks.",
  tooMuch: (letters: number) =>
    `Yang ditempel terlalu banyak (${number(letters)} huruf), jadi tidak diambil. Tabel ini tidak berubah.`,
  rowsLeft: (rows: number) => `${number(rows)} baris tidak muat dan tidak ditempel.`,
  columnsLeft: (columns: number) => `${number(columns)} kolom tidak muat dan tidak ditempel.`,
  locked: (cells: number) => `${number(cells)} sel tidak dapat diubah dan dibiarkan.`,
  filled: (cells: number) => `${number(cells)} sel diisi.`,
  cleared: (cells: number) => `${number(cells)} sel dikosongkan.`,
  copied: (cells: number) => `${number(cells)} sel disalin.`,
  readOnly: "Sel ini tidak dapat diubah.",
  at: (row: number, column: string, fault: string) => `Baris ${number(row)}, ${column}: ${fault}`,
  fillRight: "Isi ke kanan",
  growth: "Pertumbuhan setahun (%)",
  fillByGrowth: "Isi dengan pertumbuhan",
  fillSame: "Samakan semua tahun",
  growthHint: "Dari sel yang dipilih ke kolom tahun di kanannya; dibulatkan ke bilangan bulat terdekat.",
  notGrown: (cells: number) => `${number(cells)} sel tidak diisi: sel pertama atau pertumbuhannya bukan angka.`,
  chooseNumber: "Pilih dahulu sel angka yang menjadi awal.",
};

const en: typeof id = {
  filter: "Filter rows",
  shown: (some, all) => `${number(some)} of ${number(all)} rows.`,
  columns: "Columns",
  paste: "Paste",
  pasteTitle: "Paste from a spreadsheet",
  pasteAbout: "The browser does not let this button read the clipboard. Paste into this box, then fill the table.",
  pasteField: "Pasted cells",
  fill: "Fill from the chosen cell on",
  cancel: "Cancel",
  nextFault: (count) => `Next error (${number(count)})`,
  toMend: (count) => `${number(count)} ${count === 1 ? "cell needs" : "cells need"} correction.`,
  noFault: "No errors.",
  chosen: (rows, columns) => `${number(rows)} × ${number(columns)} cells chosen.`,
  pasted: (cells) => `${number(cells)} ${cells === 1 ? "cell" : "cells"} pasted.`,
  nothingToPaste: "The clipboard holds no text.",
  tooMuch: (letters) =>
    `What you pasted is too much (${number(letters)} letters), so it was not taken. This table has not changed.`,
  rowsLeft: (rows) => `Not pasted for want of room: ${number(rows)} ${rows === 1 ? "row" : "rows"}.`,
  columnsLeft: (columns) => `Not pasted for want of room: ${number(columns)} ${columns === 1 ? "column" : "columns"}.`,
  locked: (cells) =>
    `${number(cells)} ${cells === 1 ? "cell cannot be edited and was" : "cells cannot be edited and were"} left.`,
  filled: (cells) => `${number(cells)} ${cells === 1 ? "cell" : "cells"} filled.`,
  cleared: (cells) => `${number(cells)} ${cells === 1 ? "cell" : "cells"} cleared.`,
  copied: (cells) => `${number(cells)} ${cells === 1 ? "cell" : "cells"} copied.`,
  readOnly: "This cell cannot be edited.",
  at: (row, column, fault) => `Row ${number(row)}, ${column}: ${fault}`,
  fillRight: "Fill right",
  growth: "Growth per year (%)",
  fillByGrowth: "Fill by growth",
  fillSame: "Same in all years",
  growthHint: "From the chosen cell into the columns of years to its right; rounded to the nearest whole number.",
  notGrown: (cells) =>
    `${number(cells)} ${cells === 1 ? "cell was" : "cells were"} not filled: the first cell or the growth is no number.`,
  chooseNumber: "First choose the cell of the number to begin with.",
};

export const gridWords = () => (language.value === "en" ? en : id);
