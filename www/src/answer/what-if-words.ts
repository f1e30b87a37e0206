/** What people read of one input in five steps, in both languages. */
import { language } from "../words/current.js";

const id = {
  heading: "Bila satu isian diubah",
  why: "Pilih satu isian dan dua batasnya; rencana dihitung untuk lima nilai di antaranya. Isian Anda tidak berubah.",
  open: "Coba satu isian",
  close: "Tutup",
  input: "Isian yang diubah",
  from: "Dari",
  to: "Sampai",
  wrong: "Isi dua angka; yang pertama lebih kecil daripada yang kedua.",
  caption: (name: string) => `Bila ${name} diubah`,
  now: "isian sekarang",
  members: "Peserta di akhir rencana",
  unpaid: "Tidak terbayar",
  failed: "Tidak dapat dihitung",
};

const en: typeof id = {
  heading: "If one input changes",
  why: "Choose an input and two bounds; the plan is calculated for five values between them. What you typed stays.",
  open: "Try one input",
  close: "Close",
  input: "Input to change",
  from: "From",
  to: "To",
  wrong: "Type two numbers, the first smaller than the second.",
  caption: (name) => `If ${name} changes`,
  now: "the input now",
  members: "Members at the end of the plan",
  unpaid: "Not paid",
  failed: "Cannot be calculated",
};

export const whatIfWords = () => (language.value === "id" ? id : en);
