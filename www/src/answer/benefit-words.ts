/** Words of the benefits beside a plan, in both languages; loaded with them. */
import { language } from "../words/current.js";

const id = {
  about: "Dibayar BPJS Ketenagakerjaan, bukan anggaran. Ditampilkan di samping biaya dan tidak dikurangkan darinya.",
  one: (segment: string, months: string) => `Satu kasus: ${segment}, ${months}`,
  case: "Kejadian",
  pays: "Dibayar",
  parts: "Rincian dan dasar",
  kinds: {
    jkmDeath: "Meninggal (JKM)",
    jkmNewcomerDeath: "Meninggal pada masa tunggu (JKM)",
    jkkDeath: "Meninggal karena kerja (JKK)",
    jkkDisability: "Cacat total tetap karena kerja (JKK)",
    scholarship: "Beasiswa dua anak, paling banyak (tidak dihitung)",
  },
  wages: (times: string, wage: string) => `${times} × ${wage}`,
  to: (low: string, high: string) => (low === high ? low : `${low} – ${high}`),
  breakEven: (percent: string) => `JKM impas, tanpa beasiswa, bila ${percent} peserta meninggal setahun.`,
  expected: (programme: string) => `Perkiraan klaim ${programme} rencana ini, menurut laporan yang pernah terbit`,
  report: "Laporan",
  rate: "Setahun",
  cases: "Kasus",
  rupiah: "Manfaat",
  caveat: "Catatan",
  range: { national: "Rentang nasional", local: "Rentang daerah", own: "Rentang laporan sendiri" },
  unknown: "tidak diketahui",
  beside: (jkm: string, jkk: string) => `Iuran rencana ini, di sampingnya: JKM ${jkm}, JKK ${jkk}.`,
  waiting: (people: string) => `Masa tunggu JKM: ${people} orang-bulan peserta baru.`,
  missing: (parameter: string, months: string) => `${parameter}: jumlahnya tidak diketahui untuk ${months}.`,
};

const en: typeof id = {
  about: "Paid by BPJS Ketenagakerjaan, not by a budget. It stands beside the cost and is not taken off it.",
  one: (segment, months) => `One case: ${segment}, ${months}`,
  case: "Event",
  pays: "Pays",
  parts: "Parts and legal basis",
  kinds: {
    jkmDeath: "Death (JKM)",
    jkmNewcomerDeath: "Death in the waiting time (JKM)",
    jkkDeath: "Death at work (JKK)",
    jkkDisability: "Permanent total disability by work (JKK)",
    scholarship: "Scholarships of two children, at most (not counted)",
  },
  wages: (times, wage) => `${times} × ${wage}`,
  to: (low, high) => (low === high ? low : `${low} – ${high}`),
  breakEven: (percent) => `JKM breaks even, scholarships apart, if ${percent} of the members die in a year.`,
  expected: (programme) => `${programme} claims to expect in this plan, by published reports`,
  report: "Report",
  rate: "A year",
  cases: "Cases",
  rupiah: "Benefits",
  caveat: "Note",
  range: { national: "National range", local: "Local range", own: "Range of own reports" },
  unknown: "not known",
  beside: (jkm, jkk) => `Contributions of this plan, beside it: JKM ${jkm}, JKK ${jkk}.`,
  waiting: (people) => `Waiting time of JKM: ${people} person-months of new members.`,
  missing: (parameter, months) => `${parameter}: the amount is not known for ${months}.`,
};

export function benefitWords(spoken = language.value): typeof id {
  return spoken === "en" ? en : id;
}
