/** What people read about law packs, in both languages. */
import { language } from "../words/current.js";

const id = {
  heading: "Paket aturan",
  why: "Berkas nilai aturan yang belum ada di mesin hitung, misalnya UMP dan UMK tahun depan atau peraturan baru.",
  load: "Muat paket aturan (.json)",
  line: (name: string, version: string, values: string) => `${name}, versi ${version}: ${values} nilai`,
  remove: "Keluarkan",
  removed: (name: string) => `Paket aturan ${name} dikeluarkan.`,
  loaded: (name: string, values: string) => `Paket aturan ${name} dimuat: ${values} nilai.`,
  refused: "Berkas itu bukan paket aturan: nama, versi, dan daftar nilai harus ada. Tidak ada yang diubah.",
  brings: (titles: string) => `Membawa upah minimum: ${titles}.`,
  wageFault: (place: string, sentence: string) => `Upah minimum ke-${place}: ${sentence}`,
  fault: (place: string, sentence: string) => `Nilai ke-${place}: ${sentence}`,
  more: (count: string) => `dan ${count} lagi`,
};

const en: typeof id = {
  heading: "Law packs",
  why: "A file of statutory values that the engine does not have yet, such as next year's minimum wages or a new regulation.",
  load: "Load a law pack (.json)",
  line: (name: string, version: string, values: string) => `${name}, version ${version}: ${values} values`,
  remove: "Take out",
  removed: (name: string) => `The law pack ${name} was taken out.`,
  loaded: (name: string, values: string) => `The law pack ${name} was loaded: ${values} values.`,
  refused: "That file is no law pack: it must have name, version and a list of values. Nothing was changed.",
  brings: (titles: string) => `Brings minimum wages: ${titles}.`,
  wageFault: (place: string, sentence: string) => `Minimum wage ${place}: ${sentence}`,
  fault: (place: string, sentence: string) => `Value ${place}: ${sentence}`,
  more: (count: string) => `and ${count} more`,
};

export const packWords = () => ({ id, en })[language.value];
