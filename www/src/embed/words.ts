/** What people read in a calculator on another page, in both languages. */
import { language } from "../words/current.js";

const id = {
  heading: "Biaya melindungi pekerja",
  about: "Lewat BPJS Ketenagakerjaan: berapa, dari dana mana, sampai cakupan berapa.",
  case: "Contoh daerah",
  loadCase: "Muat contoh",
  plan: "Daerah dan periode",
  groups: "Siapa yang dilindungi",
  money: "Dari dana mana",
  addGroup: "Tambah kelompok",
  heads: "Jumlah peserta",
  otherGroups: (count: number) => `${count} kelompok lain ikut dihitung; ubah di kalkulator lengkap.`,
  otherFunds: (count: number) => `${count} sumber dana lain ikut dihitung; ubah di kalkulator lengkap.`,
  moreDates: (count: number) => `dan ${count} tanggal lain`,
  perYear: "Setahun dan sebulan",
  what: "Ukuran",
  amount: "Jumlah",
  aYear: (months: number) => (months === 12 ? "Setahun" : `${months} bulan`),
  aMonth: (month: string) => `Sebulan (${month})`,
  short: "Kekurangan dana",
  open: "Buka kalkulator lengkap",
  opens: "(tab baru)",
  privacy: "Kalkulator ini tidak mengirim isian ke server.",
  shared: (host: string) => `Halaman ini${host} menerima isian dan hasilnya, dan dapat menyimpannya.`,
  unknown: (setting: string) =>
    `Pengaturan “${setting}” pada alamat kalkulator ini tidak dikenal, sehingga tidak diikuti.`,
  loaded: "Isian dari halaman ini dimuat.",
  kept: "Isian yang tersimpan di perangkat ini dimuat.",
  partly: (count: number) =>
    `Isian dari halaman ini dimuat; ${count} bagian tidak dapat dipakai, sehingga dikosongkan atau diganti.`,
  notLoaded: "Isian dari halaman ini tidak dapat dibaca.",
  tooBroken: (count: string) =>
    `Isian dari halaman ini tidak dimuat: ${count} bagian salah, terlalu banyak untuk diperbaiki.`,
};

const en: typeof id = {
  heading: "What it costs to protect workers",
  about: "By BPJS Ketenagakerjaan: how much, from which money, up to which coverage.",
  case: "Example region",
  loadCase: "Load the example",
  plan: "Region and period",
  groups: "Who is protected",
  money: "From which money",
  addGroup: "Add a group",
  heads: "People",
  otherGroups: (count) =>
    count === 1
      ? "1 other group is counted as well; change it in the full calculator."
      : `${count} other groups are counted as well; change them in the full calculator.`,
  otherFunds: (count) =>
    count === 1
      ? "1 other fund is counted as well; change it in the full calculator."
      : `${count} other funds are counted as well; change them in the full calculator.`,
  moreDates: (count) => `and ${count} other ${count === 1 ? "date" : "dates"}`,
  perYear: "A year and a month",
  what: "Measure",
  amount: "Amount",
  aYear: (months) => (months === 12 ? "A year" : `${months} ${months === 1 ? "month" : "months"}`),
  aMonth: (month) => `A month (${month})`,
  short: "Money missing",
  open: "Open the full calculator",
  opens: "(new tab)",
  privacy: "This calculator sends what you type to no server.",
  shared: (host) => `This page${host} receives what you type and its result, and may keep them.`,
  unknown: (setting) =>
    `The setting “${setting}” in the address of this calculator is not known, so it is not followed.`,
  loaded: "The figures of this page were loaded.",
  kept: "What was kept on this device was loaded.",
  partly: (count) =>
    `The figures of this page were loaded; ${count === 1 ? "1 part" : `${count} parts`} could not be used and stayed ` +
    "empty or were replaced.",
  notLoaded: "The figures of this page cannot be read.",
  tooBroken: (count) => `The figures of this page were not loaded: ${count} parts are wrong, too many to be repaired.`,
};

export function embedWords(): typeof id {
  return language.value === "en" ? en : id;
}
