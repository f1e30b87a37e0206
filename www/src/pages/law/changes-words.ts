/** What people read of changes of the law since a day, in both languages. */
import { language } from "../../words/current.js";

const id = {
  heading: (day: string) => `Apa yang berubah sejak ${day}`,
  about:
    "Setiap nilai, tabel, keringanan, dan aturan sumber dana yang mulai atau berakhir sejak tanggal itu, termasuk yang " +
    "sudah diketahui akan menyusul: yang lama di kiri, yang baru di kanan.",
  since: "Sejak tanggal",
  pick: "Tanggal yang dibandingkan",
  count: (changes: string, months: string) => `${changes} perubahan dalam ${months} bulan yang berbeda.`,
  nothing: "Tidak ada nilai yang mulai atau berakhir sejak tanggal itu.",
  caption: "Perubahan nilai aturan, bulan terbaru lebih dahulu, yang akan datang di akhir",
  value: "Nilai aturan",
  before: "Sebelumnya",
  after: "Menjadi",
  toCome: "akan datang",
  noneBefore: "tidak tercatat di sini",
  ends: "berakhir; penggantinya belum tercatat di sini",
  rule: "aturan berlaku",
  looked: "Yang diperiksa dan yang belum dibaca teksnya",
  lookedAbout: (checked: string, all: string, day: string, unread: string) =>
    `${checked} dari ${all} nilai diperiksa sejak ${day}. ${unread} dari ${all} belum dibaca teksnya: nilainya dikutip ` +
    "dari sumber lain, atau diandaikan.",
  linked: (linked: string, unread: string) =>
    `Untuk ${linked} dari ${unread} yang belum dibaca itu alamat naskahnya sudah diketahui, dan ditautkan pada dasar hukumnya.`,
  subject: "Pokok",
  all: "Nilai",
  checked: "Diperiksa sejak tanggal itu",
  unread: "Belum dibaca teksnya",
  unreadOnly: "Hanya yang belum dibaca teksnya",
};

const en: typeof id = {
  heading: (day) => `What changed since ${day}`,
  about:
    "Every value, table, relief and rule on money that began or ended since that day, those to come included: the old " +
    "one on the left, the new one on the right.",
  since: "Since the day",
  pick: "Day to compare with",
  count: (changes, months) => `${changes} changes in ${months} different months.`,
  nothing: "No value began or ended since that day.",
  caption: "Changes of statutory values, the newest month first, those to come at the end",
  value: "Statutory value",
  before: "Before",
  after: "After",
  toCome: "to come",
  noneBefore: "not recorded here",
  ends: "ends; what follows is not recorded here yet",
  rule: "rule in force",
  looked: "What was looked at, and whose text was not read yet",
  lookedAbout: (checked, all, day, unread) =>
    `${checked} of ${all} values were looked at since ${day}. Of ${unread} of ${all} the text was not read yet: another ` +
    "source quotes them, or they are assumed.",
  linked: (linked, unread) =>
    `Of ${linked} of these ${unread} the address of the text is known, and linked from the legal basis.`,
  subject: "Subject",
  all: "Values",
  checked: "Looked at since that day",
  unread: "Text not read yet",
  unreadOnly: "Only those whose text was not read",
};

export const changesWords = () => (language.value === "id" ? id : en);
