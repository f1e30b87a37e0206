/** Words of the office and the place in the budget of a group, in both languages. */
import { language } from "../words/current.js";

const id = {
  agency: "OPD",
  decree: "Nomor SK",
  budgetProgramme: "Program anggaran",
  activity: "Kegiatan",
  subActivity: "Sub-kegiatan",
  hints: {
    agency: "perangkat daerah yang menganggarkan; tertulis dalam RKA",
    decree: "keputusan yang menetapkan pesertanya; tertulis dalam RKA",
    budgetProgramme: "kode dan nama; tertulis dalam RKA dan KAK",
    activity: "kode dan nama; tertulis dalam RKA dan KAK",
    subActivity: "kode dan nama; tertulis dalam RKA dan KAK",
  },
  suggestion: (known: string) => `Saran, belum dikonfirmasi; cocokkan dengan SIPD: ${known}`,
  take: "Pakai",
  taken: (known: string) => `Sub-kegiatan diisi: ${known}.`,
};

const en: typeof id = {
  agency: "Office (OPD)",
  decree: "Number of the decree (nomor SK)",
  budgetProgramme: "Budget programme",
  activity: "Activity (kegiatan)",
  subActivity: "Sub-activity (sub-kegiatan)",
  hints: {
    agency: "whose budget it is; stands in the RKA",
    decree: "the decree that names its members; stands in the RKA",
    budgetProgramme: "code and name; stands in the RKA and the KAK",
    activity: "code and name; stands in the RKA and the KAK",
    subActivity: "code and name; stands in the RKA and the KAK",
  },
  suggestion: (known) => `A suggestion, not confirmed; compare with SIPD: ${known}`,
  take: "Use",
  taken: (known) => `Sub-activity filled in: ${known}.`,
};

export const officeWords = () => ({ id, en })[language.value];
