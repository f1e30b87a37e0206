/** What people read of a workbook that comes back with changed cells, in both languages. */
import { language } from "../words/current.js";

const id = {
  title: (count: number) => `${count} sel diubah dalam berkas Excel ini`,
  about: "Pilih perubahan yang diambil. Isian Anda baru diganti sesudah “Buka rencana” ditekan.",
  inputs: "Isian yang diubah",
  formulas: "Sel rumus",
  cell: (sheet: string, cell: string) => `lembar ${sheet}, sel ${cell}`,
  values: "Semula → sekarang",
  empty: "kosong",
  locked: "Sel rumus yang ditimpa. Nilainya tidak diambil; rencana dihitung dari isiannya.",
  more: (count: number) => `… dan ${count} sel lain.`,
  notCompared: "Berkas ini dari versi lain: yang diperiksa hanya isiannya, bukan sel rumusnya.",
  go: "Buka rencana",
};

const en: typeof id = {
  title: (count: number) => `${count} ${count === 1 ? "cell was" : "cells were"} changed in this Excel file`,
  about: "Choose the changes to take over. Your plan is replaced only when you press “Open plan”.",
  inputs: "Inputs that were changed",
  formulas: "Formula cells",
  cell: (sheet: string, cell: string) => `sheet ${sheet}, cell ${cell}`,
  values: "Before → now",
  empty: "empty",
  locked: "Formulas that were overwritten. Their values are not taken over; the plan is calculated from its inputs.",
  more: (count: number) => `… and ${count} more.`,
  notCompared: "This file is of another version: only its inputs were compared, not its formulas.",
  go: "Open plan",
};

export const returnedWords = () => (language.value === "id" ? id : en);
