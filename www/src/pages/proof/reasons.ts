/** Why printed totals differ from heads × rate × months; each was calculated in tests/field.rs and tests/published.rs. */
import type { Language } from "cakupan";

export type Reasons = { readonly [id: string]: { readonly [language in Language]: string } };

export const reasons: Reasons = {
  "25": {
    id: "873 orang × 16.800 × 12 = 175.996.800. Jumlah orang dalam berita ini tidak cocok dengan anggarannya.",
    en: "873 people × 16,800 × 12 = 175,996,800. The heads in this article do not fit its budget.",
  },
  "41": {
    id: "Peserta berubah selama tahun itu; hitungan dengan jumlah tercetak 0,14 % di atas anggaran.",
    en: "Heads changed during the year; with the printed ones the plan is 0.14 % above the budget.",
  },
  "48": {
    id: "Selisihnya sepersepuluh alokasi. Mungkin kegiatan penunjang (PMK 91/2023); tidak disebut dalam sumber.",
    en: "The difference is a tenth of the allocation. Perhaps support costs (PMK 91/2023); the source does not say.",
  },
  "T2-02": {
    id: "Bagiannya tercetak benar (JKK 2.976.000.000, JKM 2.023.680.000), jumlahnya salah satu angka.",
    en: "The parts are printed right (JKK 2,976,000,000, JKM 2,023,680,000), their sum has a wrong digit.",
  },
  "T2-04": {
    id: "6,24 % dari 328.175.000. Yang tercetak 14.130 lebih rendah dan tidak habis dibagi 12: mungkin ada jabatan kosong.",
    en: "6.24 % of 328,175,000. Printed is 14,130 less, not divisible by 12: perhaps a post was vacant.",
  },
  "T2-06": {
    id: "Yang tercetak tepat 45.208 orang-bulan: sebagian orang ditanggung tiga bulan, sebagian setahun.",
    en: "Printed are exactly 45,208 person-months: some people were covered three months, some a year.",
  },
  "T2-12": {
    id: "Tercetak 22,68 miliar: dipotong, bukan dibulatkan.",
    en: "Printed as 22.68 billion: cut off, not rounded.",
  },
  "T2-20": {
    id: "Rp 25 miliar adalah pagu, bukan biaya: cukup untuk 744.047 orang dua bulan.",
    en: "Rp 25 billion is a ceiling, not a cost: it pays for 744,047 people for two months.",
  },
  "T2-22": {
    id: "Anggaran menurut kuota 20.000; 17.970 lolos verifikasi, sisanya 102.312.000.",
    en: "The budget is for the quota of 20,000; 17,970 were verified, 102,312,000 is left.",
  },
  "T2-30": {
    id: "Rp 5,3 miliar adalah pagu: habis dalam 7,3 bulan, atau cukup untuk 26.289 orang setahun.",
    en: "Rp 5.3 billion is a ceiling: it lasts 7.3 months, or pays for 26,289 people for a year.",
  },
  "T2-34": {
    id: "Jumlah orang hanya tercetak “lebih dari 2.000”; setengah miliar cukup untuk 2.480 orang.",
    en: "Heads are printed only as “more than 2,000”; half a billion pays for 2,480 people.",
  },
  "T2-40": {
    id: "275 aparat membayar menurut upah, bukan 16.800; bagian pekerja rentan saja 346.147.200.",
    en: "275 officials pay by wage, not 16,800; the vulnerable workers alone are 346,147,200.",
  },
  "T2-52": {
    id: "Realisasi sampai Agustus; garis lurusnya 2.239.339.680 × 8/12 = 1.492.893.120.",
    en: "Realised to August; the straight line is 2,239,339,680 × 8/12 = 1,492,893,120.",
  },
  "T2-70": {
    id: "5,5 miliar tidak cocok dengan 10 bulan (4,88 miliar) maupun 12 (5,85 miliar).",
    en: "5.5 billion fits neither 10 months (4.88 billion) nor 12 (5.85 billion).",
  },
  "T2-78": {
    id: "Dibayar 134.800.000, tagihannya 134.400.000: salah angka, atau 23,8 orang tambahan, yang bukan bilangan bulat.",
    en: "Paid 134,800,000, billed 134,400,000: a wrong digit, or 23.8 more people, which is not a whole number.",
  },
};
