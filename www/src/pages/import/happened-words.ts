/** What people read while a table of what happened is imported, in both languages. */
import type { HappenedFault, HappenedMeaning, NotTaken } from "../../plan/import/happened/kind.js";
import { language } from "../../words/current.js";
import { number } from "../../words/format.js";
import { importWords } from "./words.js";

/** Faults that cells of villages have too are said in the same words. */
type OwnFault = Exclude<HappenedFault, keyof ReturnType<typeof importWords>["fault"]> | "duplicate";

const id = {
  title: "Impor realisasi",
  about:
    "Buka berkas CSV, TSV, TXT, atau Excel (.xlsx), atau tempel selnya: satu baris tiap bulan dan kelompok (atau desa), atau " +
    "satu kolom tiap bulan. Berkas dibaca di perangkat ini dan tidak dikirim. Rencana baru berubah setelah Anda menekan Terapkan.",
  read: (rows: number, faulty: number) =>
    `${number(rows)} bulan realisasi terbaca${faulty > 0 ? `, ${number(faulty)} di antaranya dengan kesalahan` : ""}.`,
  effect: (added: number, replaced: number, same: number) =>
    `Bila diterapkan: ${number(added)} bulan baru, ${number(replaced)} berubah` +
    `${same > 0 ? `, ${number(same)} sudah ada dengan isi yang sama` : ""}. Sel yang kosong di tabel tidak menghapus isian.`,
  notTakenTitle: "Tidak diambil:",
  notTaken: {
    blank: (count) => `${number(count)} baris kosong`,
    totals: (count) => `${number(count)} baris jumlah`,
    headings: (count) => `${number(count)} baris judul bagian`,
    heads: (count) => `${number(count)} baris judul yang berulang`,
    notes: (count) => `${number(count)} baris keterangan`,
    unknown: (count) => `${number(count)} baris tanpa angka (belum diketahui, bukan nol)`,
    hidden: (count) => `${number(count)} baris tersembunyi`,
  } as { readonly [kind in keyof NotTaken]: (count: number) => string },
  year: (year: string) => `Bulan tanpa tahun dibaca sebagai bulan tahun ${year}, tahun yang tampil di tabel Realisasi.`,
  ofGroup: (group: string) => `Baris tanpa nama kelompok diambil untuk ${group}.`,
  group: "Kelompok untuk baris yang tidak menyebutnya",
  chooseGroup: "Pilih dulu …",
  meanings: {
    ignored: "tidak diambil",
    month: "bulan iuran",
    segment: "kelompok",
    name: "nama desa",
    code: "kode desa",
    district: "kecamatan",
    quota: "kuota (orang)",
    verified: "lolos verifikasi (orang)",
    paid: "terbayar (orang)",
    billedRupiah: "tagihan (Rp)",
    paidRupiah: "dibayar (Rp)",
    paidOn: "dibayar pada",
    note: "catatan",
    number: "nomor urut (tidak diambil)",
    nik: "NIK (tidak diambil)",
  } satisfies { readonly [meaning in HappenedMeaning]: string },
  fault: {
    monthMissing: () => "baris ini tidak menyebut bulannya.",
    unknownGroup: (text) => `“${text}” bukan nama kelompok rencana ini.`,
    unknownVillage: (text) => `“${text}” tidak ada di daftar desa rencana ini.`,
    severalVillages: (text) => `beberapa desa bernama “${text}”. Isi kode desa atau kecamatannya.`,
    duplicate: (row) => `bulan ini sudah ada di baris ${row}.`,
  } as { readonly [fault in OwnFault]: (text: string) => string },
  leaveOut: (count: number) => `Tinggalkan ${number(count)} bulan dengan kesalahan`,
  why: {
    noValue: "Pilih kolom jumlah peserta, tagihan, atau pembayaran.",
    noGroup: "Pilih kelompok untuk baris yang tidak menyebutnya.",
    tooMany:
      "Realisasi memuat paling banyak 60.000 baris bulan. Ambil setengah tahun dulu, atau bagi rencana menurut kabupaten.",
    same: "Semua baris tabel ini sudah ada dengan isi yang sama; tidak ada yang berubah.",
    empty: "Tidak ada bulan yang dapat diambil dari tabel ini.",
  },
};

const many = (count: number, one: string, more: string) => `${number(count)} ${count === 1 ? one : more}`;

const en: typeof id = {
  title: "Import what happened",
  about:
    "Open a CSV, TSV, TXT or Excel (.xlsx) file, or paste its cells: a row for each month and group (or village), or a column " +
    "for each month. The file is read on this device and is not sent. The plan changes only when you press Apply.",
  read: (rows, faulty) =>
    `${many(rows, "month", "months")} of what happened read${faulty > 0 ? `, ${number(faulty)} of them with a fault` : ""}.`,
  effect: (added, replaced, same) =>
    `When applied: ${many(added, "new month", "new months")}, ${number(replaced)} changed` +
    `${same > 0 ? `, ${number(same)} there already with the same cells` : ""}. A blank cell of the table clears nothing.`,
  notTakenTitle: "Not taken:",
  notTaken: {
    blank: (count) => many(count, "blank row", "blank rows"),
    totals: (count) => many(count, "row of totals", "rows of totals"),
    headings: (count) => many(count, "heading of a part", "headings of parts"),
    heads: (count) => many(count, "repeated head", "repeated heads"),
    notes: (count) => many(count, "row of notes", "rows of notes"),
    unknown: (count) => `${many(count, "row", "rows")} without a number (not known, and not zero)`,
    hidden: (count) => many(count, "hidden row", "hidden rows"),
  },
  year: (year) => `A month without a year is read as one of ${year}, the year that the table shows.`,
  ofGroup: (group) => `Rows that name no group are taken for ${group}.`,
  group: "Group of rows that name none",
  chooseGroup: "Choose first …",
  meanings: {
    ignored: "not taken",
    month: "month of contribution",
    segment: "group",
    name: "name of the village",
    code: "code of the village",
    district: "kecamatan",
    quota: "proposed (people)",
    verified: "verified (people)",
    paid: "paid for (people)",
    billedRupiah: "bill (Rp)",
    paidRupiah: "paid (Rp)",
    paidOn: "paid on",
    note: "note",
    number: "running number (not taken)",
    nik: "NIK (not taken)",
  },
  fault: {
    monthMissing: () => "this row names no month.",
    unknownGroup: (text) => `“${text}” is no group of this plan.`,
    unknownVillage: (text) => `“${text}” is no village of this plan.`,
    severalVillages: (text) => `several villages are called “${text}”. Fill in the code or the kecamatan.`,
    duplicate: (row) => `this month stands in row ${row} already.`,
  },
  leaveOut: (count) => `Leave out ${many(count, "month with a fault", "months with a fault")}`,
  why: {
    noValue: "Choose the column of people, of the bill or of the payment.",
    noGroup: "Choose the group of rows that name none.",
    tooMany: "What happened holds at most 60,000 rows. Take half a year first, or a plan for each kabupaten.",
    same: "All rows of this table are there already with the same cells; nothing would change.",
    empty: "No month can be taken from this table.",
  },
};

export const happenedWords = (): typeof id => (language.value === "en" ? en : id);

/** What is wrong with a cell. */
export function faultSentence(fault: HappenedFault, text: string): string {
  const own = happenedWords().fault;
  return fault in own
    ? own[fault as OwnFault](text)
    : importWords().fault[fault as Exclude<HappenedFault, OwnFault>](text);
}
