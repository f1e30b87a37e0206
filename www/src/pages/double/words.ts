/** What the check for double funding says, in both languages. */
import { language } from "../../words/current.js";
import { number } from "../../words/format.js";
import type { Damage } from "./nik.js";

const id = {
  title: "Periksa pembiayaan ganda",
  about:
    "Tempel daftar NIK dari beberapa kantor, satu per satu. Daftar dibandingkan di perangkat ini saja: NIK tidak " +
    "disimpan, tidak dikirim, dan hilang saat kotak ini ditutup.",
  name: "Nama daftar",
  nameHint: "Misalnya Dinas Sosial, atau Desa Lasiwala.",
  unnamed: (place: number) => `Daftar ${number(place)}`,
  list: "NIK, satu baris untuk satu orang",
  listHint: "Kolom dari lembar kerja boleh ditempel dengan judulnya. Isian ini dikosongkan setelah daftar dibaca.",
  add: "Tambah daftar",
  reading: "Daftar sedang dibaca.",
  added: (name: string, rows: number, people: number) =>
    `${name}: ${number(rows)} baris, ${number(people)} orang berbeda.`,
  empty: "Tidak ada NIK dalam yang ditempel.",
  twoColumns: "Ada lebih dari satu kolom berisi 16 angka. Tempel kolom NIK saja, atau dengan judul “NIK”.",
  noCrypto: "Peramban ini tidak dapat membandingkan daftar di alamat tanpa https.",
  lists: "Daftar yang dibaca",
  headList: "Daftar",
  headRows: "Baris",
  headPeople: "Orang berbeda",
  headRepeated: "Baris berulang",
  headDamaged: "Nomor rusak",
  remove: (name: string) => `Hapus ${name}`,
  removeShort: "Hapus",
  result: "Hasil",
  needTwo: "Tambah satu daftar lagi untuk membandingkan.",
  inSeveral: (people: number, all: number) =>
    `${number(people)} dari ${number(all)} orang ada di lebih dari satu daftar.`,
  inNone: (all: number) => `Tidak ada orang yang ada di lebih dari satu daftar (${number(all)} orang berbeda).`,
  group: "Kelompok dalam rencana",
  price: (extra: number, rupiah: string) =>
    `${number(extra)} pembayaran lebih, dengan iuran kelompok ini selama rencana: ${rupiah}.`,
  pairs: "Orang yang sama, menurut pasangan daftar",
  headPair: "Pasangan",
  headSame: "Orang yang sama",
  pair: (one: string, other: string) => `${one} dan ${other}`,
  damaged: "Nomor rusak",
  damagedAbout: "Nomor ini tidak dihitung dan tidak dibandingkan. Perbaiki di berkas asalnya, lalu tempel lagi.",
  damagedRows: (name: string, why: string, rows: string) => `${name}, ${why}: baris ${rows}.`,
  more: (rows: number) => `dan ${number(rows)} lagi`,
  damages: {
    exponent: "menjadi bentuk 3,5E+15 di lembar kerja",
    rounded: "angka terakhir hilang di lembar kerja",
    tooShort: "kurang dari 16 angka",
    tooLong: "lebih dari 16 angka",
    zero: "hanya angka 0",
    letters: "berisi huruf atau tanda lain",
  } satisfies { readonly [why in Damage]: string },
  close: "Tutup dan hapus semua daftar",
};

const en: typeof id = {
  title: "Check for double funding",
  about:
    "Paste lists of NIK of several offices, one after the other. They are compared on this device only: no NIK is " +
    "stored or sent, and all are gone when this box closes.",
  name: "Name of the list",
  nameHint: "For example Dinas Sosial, or Desa Lasiwala.",
  unnamed: (place) => `List ${number(place)}`,
  list: "NIK, one person a line",
  listHint: "Columns of a spreadsheet may be pasted with their headings. The box is emptied when the list was read.",
  add: "Add list",
  reading: "Reading the list.",
  added: (name, rows, people) => `${name}: ${number(rows)} rows, ${number(people)} distinct people.`,
  empty: "There is no NIK in what was pasted.",
  twoColumns:
    "More than one column holds numbers of 16 digits. Paste the column of NIK alone, or with its heading “NIK”.",
  noCrypto: "This browser cannot compare lists at an address without https.",
  lists: "Lists that were read",
  headList: "List",
  headRows: "Rows",
  headPeople: "Distinct people",
  headRepeated: "Repeated rows",
  headDamaged: "Damaged numbers",
  remove: (name) => `Remove ${name}`,
  removeShort: "Remove",
  result: "Result",
  needTwo: "Add one more list to compare.",
  inSeveral: (people, all) =>
    `${number(people)} of ${number(all)} people ${people === 1 ? "stands" : "stand"} in more than one list.`,
  inNone: (all) => `Nobody stands in more than one list (${number(all)} distinct people).`,
  group: "Group of the plan",
  price: (extra, rupiah) =>
    `${number(extra)} payments too many, by the contributions of this group over the plan: ${rupiah}.`,
  pairs: "The same people, by pair of lists",
  headPair: "Pair",
  headSame: "Same people",
  pair: (one, other) => `${one} and ${other}`,
  damaged: "Damaged numbers",
  damagedAbout: "These are neither counted nor compared. Repair them in the file they come from, and paste again.",
  damagedRows: (name, why, rows) => `${name}, ${why}: row ${rows}.`,
  more: (rows) => `and ${number(rows)} more`,
  damages: {
    exponent: "turned into 3.5E+15 by a spreadsheet",
    rounded: "last digits lost in a spreadsheet",
    tooShort: "fewer than 16 digits",
    tooLong: "more than 16 digits",
    zero: "only zeros",
    letters: "with letters or other marks",
  },
  close: "Close and delete all lists",
};

export const doubleWords = () => (language.value === "en" ? en : id);
