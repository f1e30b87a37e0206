/** What people read of the calculator as an application, in both languages. */
import { language } from "../words/current.js";

const id = {
  ready: "Siap dipakai tanpa internet.",
  single:
    "Kalkulator dalam satu berkas, tanpa internet. Isian disimpan di komputer ini, bukan di dalam berkas ini: bawa dengan Berkas › Simpan ke berkas. Daftar wilayah dan halaman Aturan hanya ada di versi web.",
  newer: "Versi baru siap. Isian Anda tetap tersimpan.",
  use: "Muat ulang",
  usedElsewhere:
    "Versi baru sudah dipakai di tab lain. Muat ulang tab ini bila sudah selesai; isian Anda tetap tersimpan.",
  wiped: "aplikasi yang disimpan untuk dipakai tanpa internet",
};

const en: typeof id = {
  ready: "Ready for use without internet.",
  single:
    "The calculator in one file, without internet. What you type is stored on this computer, not in this file: take it along by File › Save to file. The register of regions and the page Law are only in the version on the web.",
  newer: "A new version is ready. What you typed stays stored.",
  use: "Reload",
  usedElsewhere:
    "The new version is in use in another tab. Reload this tab when you are done; what you typed stays stored.",
  wiped: "the application that was kept for use without internet",
};

export const offlineWords = () => (language.value === "id" ? id : en);
