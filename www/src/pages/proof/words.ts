/** What people read on the page "Uji", in both languages. */
import { language } from "../../words/current.js";

const id = {
  name: "uji",
  about: "Anggaran yang pernah dipublikasikan, dihitung ulang oleh halaman ini saat Anda membukanya.",
  back: "Ke kalkulator",
  skip: "Langsung ke tabel uji",
  failed: "Mesin hitung tidak dapat dimuat. Periksa sambungan, lalu muat ulang halaman ini.",
  working: "Menghitung…",
  all: (cases: string) => `Semua ${cases} anggaran memberi hasil yang seharusnya.`,
  some: (faults: string, cases: string) =>
    `${faults} dari ${cases} anggaran tidak memberi hasil yang seharusnya. Jangan pakai versi ini; laporkan kepada kami.`,
  counts: (version: string, law: string) => `Versi aplikasi ${version} · Versi aturan ${law}`,
  standings: {
    equal: "sama sampai rupiah",
    rounded: "sama setelah dibulatkan seperti cetakannya",
    cut: "sama setelah dipotong seperti cetakannya",
    byHand: "sama dengan hitungan tangan; jumlahnya tidak dicetak",
    different: "cetakannya berbeda, sebabnya diketahui",
    fails: "TIDAK COCOK",
  },
  explain:
    "Dicetak: jumlah dalam perda, DPA, atau berita. Dengan tangan: peserta × iuran × bulan dari sumber yang sama. Mesin: yang dihitung sekarang di peramban Anda.",
  caption: "Anggaran yang dipublikasikan dan hitungan mesin",
  region: "Daerah, tahun, kelompok",
  printed: "Dicetak (Rp)",
  byHand: "Dengan tangan (Rp)",
  computed: "Mesin (Rp)",
  standing: "Hasil uji",
  open: "Buka sebagai rencana",
  source: (place: number) => `sumber ${place}`,
  none: "–",
  more: "Setiap rilis juga dicocokkan dengan penghitung kedua yang ditulis terpisah, pada ribuan rencana acak, dan dengan buku kerja yang dihitung ulang oleh LibreOffice.",
};

const en: typeof id = {
  name: "proof",
  about: "Budgets that were published, calculated again by this page as you open it.",
  back: "To the calculator",
  skip: "Go to the table of cases",
  failed: "The engine cannot be loaded. Check your connection, then load this page again.",
  working: "Calculating…",
  all: (cases) => `All ${cases} budgets come to what they should.`,
  some: (faults, cases) =>
    `${faults} of ${cases} budgets do not come to what they should. Do not use this version; please tell us.`,
  counts: (version, law) => `App version ${version} · Version of rules ${law}`,
  standings: {
    equal: "equal to the rupiah",
    rounded: "equal once rounded as it was printed",
    cut: "equal once cut off as it was printed",
    byHand: "equal to the calculation by hand; no total was printed",
    different: "printed otherwise, the reason is known",
    fails: "DOES NOT AGREE",
  },
  explain:
    "Printed: the total in a regulation, a DPA or an article. By hand: heads × contribution × months of the same source. Engine: calculated now in your browser.",
  caption: "Published budgets and what the engine calculates",
  region: "Region, year, group",
  printed: "Printed (Rp)",
  byHand: "By hand (Rp)",
  computed: "Engine (Rp)",
  standing: "Result",
  open: "Open as a plan",
  source: (place) => `source ${place}`,
  none: "–",
  more: "Each release is also held against a second implementation written apart, on thousands of random plans, and against workbooks that LibreOffice calculates again.",
};

export const proofWords = (): typeof id => (language.value === "en" ? en : id);
