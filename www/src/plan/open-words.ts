/** What is said of a plan that is opened from a file, a copy or a link, in both languages. */
import { language } from "../words/current.js";

const id = {
  tooLarge: "Berkas ini terlalu besar; paling besar 32 MB. Isian Anda tidak berubah.",
  noEngine: "Mesin hitung belum siap. Tunggu sebentar, lalu buka lagi.",
  newerFile: "Rencana ini dibuat dengan versi aplikasi yang lebih baru. Muat ulang halaman ini, lalu buka lagi.",
  file: {
    loaded: "Rencana dari berkas dibuka. Isian sebelumnya dapat dikembalikan.",
    partly: (count: number) =>
      `Rencana dari berkas dibuka; ${count} bagian tidak dapat dipakai, sehingga dikosongkan atau diganti.`,
    notLoaded: "Berkas ini bukan rencana dari aplikasi ini, atau rusak. Isian Anda tidak berubah.",
    tooBroken: (count: string) =>
      `Berkas ini tidak dibuka: ${count} bagian salah, terlalu banyak untuk diperbaiki. Isian Anda tidak berubah.`,
  },
  copy: {
    loaded: "Salinan dibuka. Isian sebelumnya dapat dikembalikan.",
    partly: (count: number) =>
      `Salinan dibuka; ${count} bagian tidak dapat dipakai, sehingga dikosongkan atau diganti.`,
    notLoaded: "Salinan ini tidak dapat dibuka oleh versi ini. Simpan ke berkas.",
    tooBroken: (count: string) => `Salinan ini tidak dibuka: ${count} bagian salah. Simpan ke berkas.`,
  },
  foreign: {
    loaded: "",
    partly: (count: number) =>
      `${count} bagian dari rencana yang tersimpan tidak dikenal versi ini. Rencana aslinya ada di bawah “Salinan yang disimpan”.`,
    notLoaded: "Rencana yang tersimpan tidak dapat dibaca oleh versi ini.",
    tooBroken: (count: string) => `${count} bagian dari rencana yang tersimpan tidak dikenal versi ini.`,
  },
};

const en: typeof id = {
  tooLarge: "This file is too large; at most 32 MB are opened. What you typed has not changed.",
  noEngine: "The calculation engine is not ready. Wait a moment, then open it again.",
  newerFile: "This plan was made with a newer version of the calculator. Reload this page, then open it again.",
  file: {
    loaded: "The plan of the file was opened. What you had before can be brought back.",
    partly: (count) =>
      `The plan of the file was opened; ${count === 1 ? "1 part" : `${count} parts`} could not be used and stayed ` +
      "empty or were replaced.",
    notLoaded: "This file is no plan of this calculator, or it is broken. What you typed has not changed.",
    tooBroken: (count) =>
      `This file was not opened: ${count} parts are wrong, too many to be repaired. What you typed has not changed.`,
  },
  copy: {
    loaded: "The copy was opened. What you had before can be brought back.",
    partly: (count) =>
      `The copy was opened; ${count === 1 ? "1 part" : `${count} parts`} could not be used and stayed empty or ` +
      "were replaced.",
    notLoaded: "This version cannot open the copy. Save it to a file.",
    tooBroken: (count) => `The copy was not opened: ${count} parts are wrong. Save it to a file.`,
  },
  foreign: {
    loaded: "",
    partly: (count) =>
      `This version does not know ${count === 1 ? "1 part" : `${count} parts`} of the stored plan. The original is ` +
      "under “Stored copies”.",
    notLoaded: "This version cannot read the stored plan.",
    tooBroken: (count) => `This version does not know ${count} parts of the stored plan.`,
  },
};

export const openWords = () => (language.value === "id" ? id : en);
