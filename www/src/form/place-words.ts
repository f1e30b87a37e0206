/** What people read about the register of regions, in both languages. */
import { language } from "../words/current.js";

const id = {
  offers: "Dari daftar wilayah",
  taken: (name: string) => `Nama, kode, dan tingkat ${name} diisi dari daftar wilayah.`,
  known: "Nama dan kode sesuai daftar wilayah.",
  failed: "Daftar wilayah belum dapat dimuat. Isi nama dan kode sendiri, atau coba lagi bila ada jaringan.",
  again: "Coba lagi",
  credit: "Kode dan nama wilayah: idn-area-data (fityannugroho), lisensi ODbL 1.0.",
  wage: (name: string, amount: string, since: string) => `${name} ${amount} sejak ${since}.`,
  noWage: "Untuk bulan pertama rencana ini belum ada ketetapan yang dikenal.",
  targets: "Target yang tercetak untuk daerah ini",
  target: (title: string, points: string, basis: string) => `${title}: ${points} (${basis})`,
  at: (year: number, percent: string) => `${percent} pada ${year}`,
  take: "Jadikan target",
  compare: "Bandingkan",
  targetTaken: (title: string) => `Target diisi: ${title}.`,
};

const en: typeof id = {
  offers: "From the register of regions",
  taken: (name: string) => `Name, code and level of ${name} were filled in from the register of regions.`,
  known: "Name and code are those of the register of regions.",
  failed: "The register of regions could not be loaded. Type name and code, or try again when there is a network.",
  again: "Try again",
  credit: "Codes and names of regions: idn-area-data (fityannugroho), licensed under ODbL 1.0.",
  wage: (name: string, amount: string, since: string) => `${name} ${amount} since ${since}.`,
  noWage: "None is known that was set for the first month of this plan.",
  targets: "Targets printed for this region",
  target: (title: string, points: string, basis: string) => `${title}: ${points} (${basis})`,
  at: (year: number, percent: string) => `${percent} in ${year}`,
  take: "Take as target",
  compare: "Compare",
  targetTaken: (title: string) => `Target filled in: ${title}.`,
};

export const placeWords = () => ({ id, en })[language.value];
