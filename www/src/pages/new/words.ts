/** What the dialog of a new plan says, in both languages. */
import { language } from "../../words/current.js";

const id = {
  heading: "Rencana baru",
  region: "Daerah",
  regionHint: "Nama atau kode Kemendagri; pilih dari daftar.",
  which: (names: string) => `Daerah yang mana? ${names}. Tulis nama lengkapnya.`,
  noRegion: "Isi nama daerah.",
  template: "Pola",
  templates: {
    vulnerable: { name: "Pekerja rentan dari APBD", about: "Satu kelompok BPU, JKK dan JKM" },
    nonAsn: { name: "Pegawai non-ASN", about: "Satu kelompok penerima upah, JKK dan JKM" },
    village: {
      name: "Pekerja desa",
      about: "Kepala desa, perangkat, BPD, lembaga, kader, dan pekerja rentan menurut desa",
    },
    all: { name: "Gabungan", about: "Pekerja rentan, non-ASN, dan pekerja desa" },
  },
  source: "Sumber",
  sameSources: "seperti pada ketiga pola itu.",
  firstMonth: "Bulan pertama",
  month: "bulan",
  year: "tahun",
  badYear: "Isi tahun dengan empat angka, misalnya 2027.",
  start: "Buat rencana",
  cancel: "Batal",
  vulnerable: "Pekerja rentan",
  nonAsn: "Non-ASN",
  made: (template: string, region: string) => `Rencana “${template}” untuk ${region} dibuat. Isi jumlah pesertanya.`,
  noVillages: "Daftar desa tidak dapat dimuat; ambil di bagian Desa.",
  unknown: (region: string) => `${region} tidak ada di daftar daerah; namanya dipakai apa adanya.`,
};

const en: typeof id = {
  heading: "New plan",
  region: "Region",
  regionHint: "Name or Kemendagri code; choose from the list.",
  which: (names) => `Which region? ${names}. Write its full name.`,
  noRegion: "Enter the name of the region.",
  template: "Template",
  templates: {
    vulnerable: { name: "Vulnerable workers, paid by the APBD", about: "One BPU group, JKK and JKM" },
    nonAsn: { name: "Non-ASN staff", about: "One group of wage earners, JKK and JKM" },
    village: {
      name: "Village workers",
      about: "Village heads, officials, BPD, bodies, cadres and vulnerable workers by village",
    },
    all: { name: "All together", about: "Vulnerable workers, non-ASN staff and village workers" },
  },
  source: "Source",
  sameSources: "as of these three.",
  firstMonth: "First month",
  month: "month",
  year: "year",
  badYear: "Enter a year of four digits, for example 2027.",
  start: "Make the plan",
  cancel: "Cancel",
  vulnerable: "Vulnerable workers",
  nonAsn: "Non-ASN staff",
  made: (template, region) => `The plan “${template}” for ${region} was made. Fill in its people.`,
  noVillages: "The list of villages could not be loaded; take it in the section of villages.",
  unknown: (region) => `${region} is not in the list of regions; its name is used as it is.`,
};

export const newWords = () => (language.value === "en" ? en : id);
