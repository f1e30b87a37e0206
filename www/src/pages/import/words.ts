/** What people read while a table of villages is imported, in both languages. */
import type { CellFault } from "../../plan/import/cells.js";
import type { Encoding } from "../../plan/import/encoding.js";
import type { Remark } from "../../plan/import/guess.js";
import type { Ignored, RowFault } from "../../plan/import/rows.js";
import { language } from "../../words/current.js";
import { number } from "../../words/format.js";

type FaultWords = { readonly [fault in CellFault | RowFault]: (text: string) => string };

const id = {
  title: "Impor tabel desa",
  about:
    "Buka berkas CSV, TSV, TXT, atau Excel (.xlsx), atau tempel selnya. Berkas dibaca di perangkat ini dan tidak dikirim. " +
    "Rencana baru berubah setelah Anda menekan Terapkan.",
  file: "Pilih berkas …",
  paste: "Atau tempel sel dari spreadsheet",
  readPaste: "Baca tempelan",
  pasted: "Tempelan",
  reading: "Membaca tabel …",
  failed: "Bagian ini tidak dapat dimuat. Periksa sambungan, lalu coba lagi.",
  unreadable: "Berkas ini tidak dapat dibaca dari perangkat. Pilih lagi.",
  notTable: "Berkas ini bukan tabel. Buka di Excel atau LibreOffice, lalu simpan sebagai CSV atau .xlsx.",
  tooLarge: "Berkas ini terlalu besar; paling besar 32 MB.",
  sheet: "Lembar",
  sheetChoice: (name: string, rows: number, hidden: boolean) =>
    `${name} (${number(rows)} baris${hidden ? ", tersembunyi" : ""})`,
  read: (villages: number, faulty: number) =>
    `${number(villages)} desa terbaca${faulty > 0 ? `, ${number(faulty)} di antaranya dengan kesalahan` : ""}.`,
  effect: (added: number, replaced: number) =>
    `Bila diterapkan: ${number(added)} desa baru, ${number(replaced)} mengganti isian yang sudah ada.`,
  headRow: (rows: string) => `Judul kolom: baris ${rows}.`,
  noHead: "Judul kolom tidak ditemukan; kolom dikira dari isinya. Periksa di bawah.",
  ignoredTitle: "Tidak dihitung sebagai desa:",
  ignored: {
    blank: (count) => `${number(count)} baris kosong`,
    totals: (count) => `${number(count)} baris jumlah`,
    headings: (count) => `${number(count)} baris judul kecamatan`,
    heads: (count) => `${number(count)} baris judul yang berulang`,
    notes: (count) => `${number(count)} baris keterangan`,
    hidden: (count) => `${number(count)} baris tersembunyi`,
  } as { readonly [kind in keyof Ignored]: (count: number) => string },
  carried: (count: number) => `Kecamatan ${number(count)} desa diteruskan dari baris di atasnya.`,
  formulas: (count: number) => `${number(count)} baris memakai hasil rumus yang tersimpan di berkas.`,
  macros: "Berkas ini berisi makro. Makro tidak dijalankan.",
  links: "Rumus di berkas ini merujuk ke berkas lain. Berkas itu tidak dibuka; angka yang tersimpan dipakai.",
  oldEncoding: (encoding: Encoding) =>
    `Huruf dibaca sebagai ${encoding}. Bila ada huruf yang salah, simpan sebagai CSV UTF-8.`,
  openQuote: (row: number) =>
    `Tanda kutip di baris ${number(row)} tidak ditutup; baris sesudahnya terbaca sebagai satu sel.`,
  moreCells: (count: number) => `${number(count)} sel di kanan kolom ke-256 tidak dibaca.`,
  bps: (letter: string, known: boolean) =>
    `Kolom ${letter} berisi kode BPS, bukan kode Kemendagri; kode itu tidak diambil. ` +
    (known
      ? "Desa dicari menurut namanya dalam kecamatannya."
      : "Isi kode wilayah rencana agar desa dicari menurut namanya."),
  monthly: (columns: string, months: string, taken: string) =>
    `Kolom ${columns} berisi peserta per bulan (${months}). Satu desa punya satu jumlah, jadi bulan tidak dijumlahkan; ` +
    `yang diambil kolom ${taken}.`,
  sumsTitle: "Beberapa kolom untuk satu kelompok",
  sumAbout: (segment: string, taken: string) =>
    `Kolom-kolom ini sama-sama dapat berisi peserta ${segment}. Tanpa tanda, hanya kolom ${taken} yang diambil.`,
  sum: (segment: string, columns: string) => `Jumlahkan kolom ${columns} sebagai peserta ${segment}`,
  sumOf: (meaning: string, letters: string) => `${meaning}: jumlah dari kolom ${letters}`,
  nik: "Kolom NIK tidak diambil: rencana tidak memerlukan NIK.",
  hidden: (count: number) => `Ambil juga ${number(count)} baris yang tersembunyi di berkas`,
  thousands: "Titik dan koma pada angka berkas ini",
  thousandsChoices: {
    none: "Pilih dulu …",
    ".": "1.234 adalah seribu dua ratus tiga puluh empat",
    ",": "1,234 adalah seribu dua ratus tiga puluh empat",
  },
  columns: "Kolom",
  head: "Judul di berkas",
  example: "Contoh isi",
  readAs: "Dibaca sebagai",
  readAsOf: (letter: string) => `Kolom ${letter} dibaca sebagai`,
  meanings: {
    ignored: "tidak diambil",
    number: "nomor urut (tidak diambil)",
    nik: "NIK (tidak diambil)",
    code: "kode desa",
    bps: "kode BPS (tidak diambil)",
    name: "nama desa",
    district: "kecamatan",
    residents: "jumlah penduduk",
    firstMonth: "bulan mulai",
    lastMonth: "bulan terakhir",
    months: "jumlah bulan",
  },
  people: (segment: string) => `peserta ${segment}`,
  ceiling: (fund: string, year: string) => `pagu ${fund} ${year}`,
  preview: "Baris pertama, seperti yang akan diambil",
  row: "Baris",
  code: "Kode",
  codeGuessed: { name: "dari nama", near: "dari nama yang mirip" },
  months: "Bulan",
  monthsOf: (first: string, last: string) => `${first} s.d. ${last}`,
  start: "awal rencana",
  end: "akhir rencana",
  faulty: "ada kesalahan",
  faults: "Kesalahan",
  faultOf: (cell: string, sentence: string) => `${cell}: ${sentence}`,
  fault: {
    notNumber: (text) => `“${text}” bukan angka.`,
    negative: (text) => `${text} kurang dari 0.`,
    notWhole: (text) => `${text} bukan bilangan bulat.`,
    tooLarge: (text) => `${text} terlalu besar.`,
    damaged: (text) => `“${text}” sudah rusak di spreadsheet: angka di belakangnya hilang.`,
    unclear: (text) => `“${text}” dapat dibaca dua cara. Pilih arti titik dan koma di atas, atau tulis tanpa tanda.`,
    households: (text) => `“${text}” menghitung keluarga; yang diperlukan jumlah orang.`,
    formulaEmpty: () => "rumus ini tidak menyimpan hasil. Buka berkas di Excel atau LibreOffice, lalu simpan lagi.",
    error: (text) => `sel ini berisi pesan kesalahan ${text}.`,
    merged: () => "satu sel gabungan untuk beberapa desa. Pisahkan selnya dan isi angka tiap desa.",
    badMonth: (text) => `“${text}” bukan bulan. Tulis seperti 2026-03 atau Maret 2026.`,
    badCode: (text) => `“${text}” bukan kode desa Kemendagri (10 angka, seperti 73.14.03.2005).`,
    nameMissing: () => "nama desa kosong.",
    ambiguous: (districts) =>
      `nama ini ada di kecamatan ${districts}, dan kode BPS tidak menunjukkan yang mana. Isi kecamatannya.`,
    duplicate: (row) => `desa ini sudah ada di baris ${row}.`,
    monthOutsidePlan: (text) => `“${text}” di luar bulan rencana.`,
    endsBeforeStart: () => "bulan terakhir lebih awal dari bulan mulai.",
    noResidents: () => "0 bukan jumlah penduduk. Kosongkan bila belum diketahui.",
  } as FaultWords,
  more: (count: number) => `… dan ${number(count)} lagi.`,
  leaveOut: (count: number) => `Tinggalkan ${number(count)} baris dengan kesalahan`,
  remarks: (count: number) => `${number(count)} hal yang perlu diperiksa`,
  remarkOf: (row: number, village: string, sentence: string) => `Baris ${number(row)}, ${village}: ${sentence}`,
  remark: {
    unknownCode: () => "kodenya tidak ada di daftar wilayah. Mungkin desa baru, atau salah ketik.",
    codeOfOther: (other) => `kode ini milik ${other}.`,
    kelurahan: () => "kelurahan; tidak punya APBDes, jadi ADD dan Dana Desa tidak membayarnya.",
    notInRegister: () => "tidak ditemukan di daftar wilayah; diambil tanpa kode.",
    sameName: (other) => `nama ini juga ada di kecamatan ${other || "lain"}; keduanya diambil.`,
  } as { readonly [remark in Remark["remark"]]: (other: string) => string },
  apply: "Terapkan",
  cancel: "Batalkan",
  why: {
    nothing: "Pilih berkas atau tempel sel dulu.",
    reading: "Tabel sedang dibaca.",
    noName: "Pilih kolom nama desa atau kode desa.",
    empty: "Tidak ada desa yang dapat diambil dari tabel ini.",
    faults: "Perbaiki kesalahan di berkas, atau tinggalkan barisnya.",
    longer: (rows: number) =>
      `Tabel ini ${number(rows)} baris lebih panjang dari yang dapat dibaca. Bagi menjadi beberapa berkas.`,
    tooMany: "Sebuah rencana memuat paling banyak 10.000 desa. Bagi menjadi beberapa rencana.",
  },
};

const many = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;

const en: typeof id = {
  title: "Import a table of villages",
  about:
    "Open a CSV, TSV, TXT or Excel (.xlsx) file, or paste its cells. The file is read on this device and is not sent. " +
    "The plan changes only when you press Apply.",
  file: "Choose a file …",
  paste: "Or paste cells from a spreadsheet",
  readPaste: "Read what was pasted",
  pasted: "Pasted cells",
  reading: "Reading the table …",
  failed: "This part could not be loaded. Check the connection, then try again.",
  unreadable: "This file cannot be read from the device. Choose it again.",
  notTable: "This file is no table. Open it in Excel or LibreOffice, then save it as CSV or .xlsx.",
  tooLarge: "This file is too large; 32 MB at most.",
  sheet: "Sheet",
  sheetChoice: (name, rows, hidden) => `${name} (${many(rows, "row", "rows")}${hidden ? ", hidden" : ""})`,
  read: (villages, faulty) =>
    `${many(villages, "village", "villages")} read${faulty > 0 ? `, ${number(faulty)} of them with a fault` : ""}.`,
  effect: (added, replaced) =>
    `When applied: ${many(added, "new village", "new villages")}, ${number(replaced)} in place of what is there.`,
  headRow: (rows) => `Head of the table: row ${rows}.`,
  noHead: "No head was found; columns are guessed from what they hold. Check them below.",
  ignoredTitle: "Not counted as villages:",
  ignored: {
    blank: (count) => many(count, "blank row", "blank rows"),
    totals: (count) => many(count, "row of totals", "rows of totals"),
    headings: (count) => many(count, "heading of a kecamatan", "headings of a kecamatan"),
    heads: (count) => many(count, "repeated head", "repeated heads"),
    notes: (count) => many(count, "row of notes", "rows of notes"),
    hidden: (count) => many(count, "hidden row", "hidden rows"),
  },
  carried: (count) => `The kecamatan of ${many(count, "village", "villages")} is that of a row above.`,
  formulas: (count) => `${many(count, "row", "rows")} with the result of a formula as the file keeps it.`,
  macros: "This file holds macros. They were not run.",
  links: "Formulas in this file refer to other files. Those were not opened; the numbers kept in the file are used.",
  oldEncoding: (encoding) => `Letters are read as ${encoding}. If some are wrong, save the file as CSV UTF-8.`,
  openQuote: (row) => `The quotation mark in row ${number(row)} is never closed; the rows below are read as one cell.`,
  moreCells: (count) => `Not read: ${many(count, "cell", "cells")} right of column 256.`,
  bps: (letter, known) =>
    `Column ${letter} holds codes of BPS, not of Kemendagri; they are not taken. ` +
    (known
      ? "Villages are found by their names within their kecamatan."
      : "Give the plan the code of its region, and villages are found by their names."),
  monthly: (columns, months, taken) =>
    `Columns ${columns} hold members by month (${months}). A village has one number, so months are not summed; ` +
    `column ${taken} is taken.`,
  sumsTitle: "Several columns for one group",
  sumAbout: (segment, taken) =>
    `Each of these columns may hold members of ${segment}. Without a mark only column ${taken} is taken.`,
  sum: (segment, columns) => `Sum columns ${columns} as members of ${segment}`,
  sumOf: (meaning, letters) => `${meaning}: sum of columns ${letters}`,
  nik: "The column of NIK is left out: a plan needs none.",
  hidden: (count) => `Take hidden rows of the file too: ${number(count)}`,
  thousands: "Dots and commas in the numbers of this file",
  thousandsChoices: {
    none: "Choose first …",
    ".": "1.234 is one thousand two hundred and thirty-four",
    ",": "1,234 is one thousand two hundred and thirty-four",
  },
  columns: "Columns",
  head: "Head in the file",
  example: "Example",
  readAs: "Read as",
  readAsOf: (letter) => `Column ${letter} is read as`,
  meanings: {
    ignored: "not taken",
    number: "running number (not taken)",
    nik: "NIK (not taken)",
    code: "code of the village",
    bps: "code of BPS (not taken)",
    name: "name of the village",
    district: "kecamatan",
    residents: "residents",
    firstMonth: "first month",
    lastMonth: "last month",
    months: "number of months",
  },
  people: (segment) => `members: ${segment}`,
  ceiling: (fund, year) => `ceiling: ${fund} ${year}`,
  preview: "The first rows, as they will be taken",
  row: "Row",
  code: "Code",
  codeGuessed: { name: "by name", near: "by a similar name" },
  months: "Months",
  monthsOf: (first, last) => `${first} to ${last}`,
  start: "start of the plan",
  end: "end of the plan",
  faulty: "has a fault",
  faults: "Faults",
  faultOf: (cell, sentence) => `${cell}: ${sentence}`,
  fault: {
    notNumber: (text) => `“${text}” is no number.`,
    negative: (text) => `${text} is below 0.`,
    notWhole: (text) => `${text} is no whole number.`,
    tooLarge: (text) => `${text} is too large.`,
    damaged: (text) => `“${text}” was damaged by a spreadsheet: its last digits are lost.`,
    unclear: (text) =>
      `“${text}” can be read in two ways. Choose above what dots and commas mean, or write it without.`,
    households: (text) => `“${text}” counts households; people are needed.`,
    formulaEmpty: () => "this formula has no result in the file. Open it in Excel or LibreOffice and save it again.",
    error: (text) => `this cell holds the message ${text}.`,
    merged: () => "one merged cell for several villages. Split it and fill in the number of each.",
    badMonth: (text) => `“${text}” is no month. Write it like 2026-03 or Maret 2026.`,
    badCode: (text) => `“${text}” is no Kemendagri code of a village (10 digits, like 73.14.03.2005).`,
    nameMissing: () => "the name of the village is missing.",
    ambiguous: (districts) =>
      `the name is one in kecamatan ${districts}, and a code of BPS does not say which. Fill in the kecamatan.`,
    duplicate: (row) => `this village stands in row ${row} already.`,
    monthOutsidePlan: (text) => `“${text}” is outside the months of the plan.`,
    endsBeforeStart: () => "the last month is before the first.",
    noResidents: () => "0 is no number of residents. Leave it blank where it is not known.",
  },
  more: (count) => `… and ${number(count)} more.`,
  leaveOut: (count) => `Leave out ${many(count, "row with a fault", "rows with a fault")}`,
  remarks: (count) => many(count, "thing to check", "things to check"),
  remarkOf: (row, village, sentence) => `Row ${number(row)}, ${village}: ${sentence}`,
  remark: {
    unknownCode: () => "its code is not in the register. It may be a new village, or a slip.",
    codeOfOther: (other) => `this code belongs to ${other}.`,
    kelurahan: () => "a kelurahan; it has no APBDes, so ADD and Dana Desa do not pay for it.",
    notInRegister: () => "not found in the register; taken without a code.",
    sameName: (other) => `the name is also one in kecamatan ${other || "(another)"}; both are taken.`,
  },
  apply: "Apply",
  cancel: "Cancel",
  why: {
    nothing: "Choose a file or paste cells first.",
    reading: "The table is being read.",
    noName: "Choose the column with the name or the code of the village.",
    empty: "No village can be taken from this table.",
    faults: "Repair the faults in the file, or leave those rows out.",
    longer: (rows) =>
      `This table is ${many(rows, "row", "rows")} longer than can be read. Split it into several files.`,
    tooMany: "A plan holds at most 10,000 villages. Split it into several plans.",
  },
};

export function importWords(spoken = language.value): typeof id {
  return spoken === "en" ? en : id;
}

export type ImportWords = typeof id;
