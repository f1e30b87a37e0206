/** What is said of a plan from elsewhere that is put beside the one that is open. */
import { language } from "../words/current.js";

const id = {
  opened: "Dibuka sebagai rencana tersendiri. Rencana sebelumnya tidak berubah; bukalah dari Berkas › Daftar rencana.",
  notStored: "Rencana yang terbuka belum tersimpan di perangkat ini. Simpan dahulu ke berkas, lalu coba lagi.",
  beside: "Rencana itu masuk ke perbandingan. Isian Anda tidak berubah.",
  full: "Sudah ada empat rencana dalam perbandingan. Keluarkan satu, lalu coba lagi.",
  notComparable: "Rencana ini tidak dapat dibandingkan oleh versi ini. Buka sebagai rencana tersendiri.",
};

const en: typeof id = {
  opened: "Opened as a plan of its own. The plan before has not changed; open it by File › List of plans.",
  notStored: "The plan that is open is not stored on this device. Save it to a file first, then try again.",
  beside: "That plan is in the comparison now. What you typed has not changed.",
  full: "There are four plans in the comparison already. Take one out, then try again.",
  notComparable: "This version cannot compare that plan. Open it as a plan of its own.",
};

export const besideWords = () => (language.value === "id" ? id : en);
