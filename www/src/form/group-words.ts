/** What the table of groups says, in both languages. */
import { language } from "../words/current.js";
import { number } from "../words/format.js";

const id = {
  table: "Tabel kelompok pekerja",
  about:
    "Enter atau ketik untuk mengubah sel, panah untuk berpindah; tempel baris dari Excel atau Calc di sel mana pun.",
  asCards: "Tampilkan sebagai isian",
  people: (month: string) => `Peserta ${month}`,
  titles: {
    name: "Nama kelompok",
    class: "Jenis",
    programmes: "Program",
    base: "Dasar upah (Rp)",
    months: "Bulan dibayar",
    payers: "Sumber dana",
    details: "Rincian",
  },
  hints: {
    class: "PU, BPU, atau Jasa konstruksi.",
    programmes: "Misalnya JKK, JKM.",
    people: "Peserta sejak bulan ini; kosong: sama dengan kolom sebelumnya.",
    base: "Upah atau penghasilan sebulan; untuk BPU kosong berarti kelompok penghasilan terendah. Cara lain ada di Rincian.",
    months: "Diubah di Rincian.",
    payers: "Nama salah satu sumber dana rencana ini; beberapa pembayar diisi di Rincian.",
    details: "Buka semua isian kelompok ini.",
  },
  choices: (typed: string, names: string) => `“${typed}” bukan pilihan di sini. Pilihannya: ${names}.`,
  classes: { PU: "PU", BPU: "BPU", construction: "Jasa konstruksi" },
  lowest: "terendah",
  allMonths: "semua",
  spans: (count: number) => `${number(count)} rentang`,
  unpaid: "belum diisi",
  open: "Buka",
  detailsOf: (name: string) => `Rincian ${name}`,
  close: "Tutup",
  rowsLeft: (rows: number) => `${number(rows)} baris judul atau jumlah tidak dijadikan kelompok.`,
  list: "Daftar kelompok pekerja",
  toMend: "perlu diperbaiki",
};

const en: typeof id = {
  table: "Table of groups of workers",
  about: "Enter or a letter edits a cell, arrows move; paste rows of Excel or Calc at any cell.",
  asCards: "Show as fields",
  people: (month) => `Members ${month}`,
  titles: {
    name: "Name of the group",
    class: "Class",
    programmes: "Programmes",
    base: "Wage base (Rp)",
    months: "Months paid",
    payers: "Fund",
    details: "Details",
  },
  hints: {
    class: "PU, BPU, or construction.",
    programmes: "For example JKK, JKM.",
    people: "Members from this month on; empty: as in the column before.",
    base: "Wage or income of a month; empty means the lowest bracket for BPU. Other ways are in the details.",
    months: "Changed in the details.",
    payers: "Name of one fund of this plan; several payers are entered in the details.",
    details: "Opens all fields of this group.",
  },
  choices: (typed, names) => `“${typed}” is no choice here. Choices: ${names}.`,
  classes: { PU: "PU", BPU: "BPU", construction: "Construction" },
  lowest: "lowest",
  allMonths: "all",
  spans: (count) => `${number(count)} spans`,
  unpaid: "not filled in",
  open: "Open",
  detailsOf: (name) => `Details of ${name}`,
  close: "Close",
  rowsLeft: (rows) => `${number(rows)} ${rows === 1 ? "row" : "rows"} of heads or sums not made a group.`,
  list: "List of groups of workers",
  toMend: "needs correction",
};

export const groupWords = () => (language.value === "en" ? en : id);
