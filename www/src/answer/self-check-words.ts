/** What people read of the self-check, in both languages. */
import { language } from "../words/current.js";

const id = {
  heading: "Pemeriksaan angka",
  why: "Setiap angka dihitung ulang dari penjelasannya: orang × iuran × bulan.",
  run: "Periksa angka sekarang",
  checks: {
    years: "Biaya tiap tahun sama dengan hitungan ulangnya",
    funds: "Biaya tiap sumber dana sama dengan hitungan ulangnya",
    segments: "Biaya tiap kelompok sama dengan hitungan ulangnya",
    programmes: "Biaya tiap program sama dengan hitungan ulangnya",
    members: "Peserta tidak melebihi pekerja yang ada",
    months: "Bulan tiap tahun lengkap",
  },
  good: (count: string) => `cocok (${count} angka)`,
  none: "tidak ada angkanya dalam rencana ini",
  wrong: (names: string) => `tidak cocok: ${names}`,
};

const en: typeof id = {
  heading: "Check of the figures",
  why: "Every figure is worked out again from its explanation: people × contribution × months.",
  run: "Check the figures now",
  checks: {
    years: "The cost of each year is what it comes to again",
    funds: "The cost of each fund is what it comes to again",
    segments: "The cost of each group is what it comes to again",
    programmes: "The cost of each programme is what it comes to again",
    members: "No more members than workers",
    months: "The months of each year are complete",
  },
  good: (count) => `agrees (${count} figures)`,
  none: "this plan has no such figure",
  wrong: (names) => `differs: ${names}`,
};

export const selfCheckWords = () => (language.value === "id" ? id : en);
