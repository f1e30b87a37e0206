/** What people read before everything in this browser is deleted, in both languages. */
import { language } from "../words/current.js";

const id = {
  wipeTitle: "Hapus semua data?",
  wipeWhat: "Yang dihapus dari peramban ini, dan tidak dapat dikembalikan:",
  wipes: {
    plan: (name: string) => (name ? `rencana yang terbuka: ${name}` : "rencana yang terbuka"),
    before: "isian sebelum contoh atau tautan dibuka",
    steps: (count: number) => (count > 0 ? `riwayat perubahan: ${count} langkah` : ""),
    savedPlans: (count: number) => (count > 0 ? `${count} rencana yang disimpan untuk dibandingkan` : ""),
    copies: (count: number) => (count > 0 ? `${count} salinan` : ""),
    hosts: (count: number) => (count > 0 ? `${count} rencana dari kalkulator di situs lain` : ""),
    language: "pilihan bahasa",
  },
  wipeFiles: "Berkas yang sudah Anda simpan tidak ikut dihapus.",
  notWiped: "Peramban ini tidak mengizinkan penghapusan. Hapus data situs ini melalui pengaturan peramban.",
};

const en: typeof id = {
  wipeTitle: "Delete all data?",
  wipeWhat: "This is deleted from this browser and cannot be brought back:",
  wipes: {
    plan: (name) => (name ? `the open plan: ${name}` : "the open plan"),
    before: "what you had before an example or a link was opened",
    steps: (count) => (count > 0 ? `the history of changes: ${count === 1 ? "1 step" : `${count} steps`}` : ""),
    savedPlans: (count) => (count > 0 ? `${count === 1 ? "1 plan" : `${count} plans`} kept for comparison` : ""),
    copies: (count) => (count > 0 ? (count === 1 ? "1 copy" : `${count} copies`) : ""),
    hosts: (count) =>
      count > 0 ? `${count === 1 ? "1 plan" : `${count} plans`} of the calculator inside other sites` : "",
    language: "the choice of language",
  },
  wipeFiles: "Files that you have saved are not deleted.",
  notWiped: "This browser does not allow it. Delete the data of this site in the settings of the browser.",
};

export const wipeWords = () => (language.value === "id" ? id : en);
