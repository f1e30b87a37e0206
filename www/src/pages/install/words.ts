/** What people read on the page "Pasang", in both languages. */
import { language } from "../../words/current.js";

const id = {
  name: "pasang",
  about: "Kalkulator ini di halaman Anda: salin satu potongan kode, tempel di portal, situs desa, atau aplikasi.",
  back: "Ke kalkulator",
  skip: "Langsung ke potongan kode",
  choices: "Pilihan",
  mode: "Bentuk",
  modes: { compact: "Ringkas: beberapa pertanyaan dan jawabannya", full: "Lengkap: seluruh kalkulator" },
  language: "Bahasa awal",
  languages: { id: "Indonesia", en: "English" },
  region: "Contoh daerah di awal",
  noRegion: "Tanpa; isian kosong",
  colours: "Warna dan huruf",
  coloursHint: "Kosongkan untuk memakai warna bawaan, yang mengikuti mode terang atau gelap pembaca.",
  accent: "Warna tombol dan tautan",
  background: "Warna latar",
  text: "Warna huruf",
  picker: (what: string) => `${what}: pilih dari palet`,
  pattern: "Tulis seperti #0b5cad.",
  scheme: { light: "di latar terang", dark: "di latar gelap" },
  readable: (ratio: string, where: string) => `Kontras ${ratio} : 1 ${where}: terbaca.`,
  unreadable: (ratio: string, needed: string, where: string) =>
    `Kontras ${ratio} : 1 ${where}, perlu ${needed} : 1. Warna ini tidak akan diikuti; warna bawaan tetap dipakai.`,
  onOwn: "dengan warna pasangannya",
  radius: "Sudut membulat",
  pixels: "piksel",
  radiusRange: "Tulis angka bulat 0 sampai 24.",
  font: "Huruf",
  fonts: { system: "Huruf sistem", serif: "Berkait (serif)", mono: "Lebar tetap" },
  keep: "Simpan isian pembaca di perangkatnya, hanya untuk situs Anda",
  keepHint: "Hanya dengan elemen. Tanpa ini isian hilang saat halaman ditutup.",
  preview: "Pratinjau",
  previewAbout: "Kalkulator yang sebenarnya, dengan pilihan di atas.",
  frame: "1. Bingkai biasa (iframe)",
  frameAbout:
    "Tanpa skrip di halaman Anda, sehingga diterima hampir semua portal. Tingginya tetap: ubah angka height bila " +
    "perlu; isi yang lebih panjang digulir di dalam bingkai.",
  frameTitle: "Kalkulator perlindungan pekerja lewat BPJS Ketenagakerjaan",
  element: "2. Elemen",
  elementAbout:
    "Tinggi menyesuaikan isi, dan halaman Anda dapat menerima hasilnya. Hash (integrity) menjamin skrip tidak berubah: " +
    "alamatnya memuat versi, dan berkas itu tidak diganti.",
  noHash: "Hash skrip belum dapat dibaca. Periksa sambungan, lalu muat ulang halaman ini.",
  result: "Menerima hasil dan mengisi awal",
  resultAbout:
    "Setiap jawaban baru memberi kejadian cakupan-result. Isinya angka rencana dan isian, tanpa data orang. " +
    "Isian itu dapat disimpan portal dan diberikan kembali lewat scenario.",
  policy: "Kebijakan keamanan (CSP)",
  policyOfHost: "CSP portal",
  policyOfOwn: "CSP server kalkulator",
  policyHost: "Bila halaman Anda memakai Content-Security-Policy, tambahkan asal ini:",
  policyFrameOnly: "Untuk bingkai biasa cukup frame-src.",
  policyOwn:
    "Bila Anda menaruh kalkulator ini di server sendiri: salin seluruh folder, kirim tajuk ini untuk sematan.html saja " +
    "(ganti * dengan daftar portal Anda bila perlu), dan tajuk kedua untuk folder embed. Simpan folder embed versi " +
    "lama, agar halaman yang memakai hash lama tetap berjalan.",
  systems: "WordPress dan OpenSID",
  wordpress:
    "WordPress: sisipkan blok “HTML Kustom”, lalu tempel potongan kode. Pengguna tanpa hak unfiltered_html (misalnya penyunting di " +
    "multisite) kehilangan iframe dan skrip saat menyimpan; mintalah administrator.",
  opensid:
    "OpenSID: buka artikel, pilih tampilan kode sumber pada penyunting, lalu tempel bingkai biasa. Elemen ditaruh pada " +
    "berkas tema, karena penyunting dapat membuang skrip.",
  copy: "Salin",
  copied: (what: string) => `Disalin: ${what}`,
  selected: "Terpilih. Tekan Ctrl+C (atau ⌘C) untuk menyalin.",
  copyOf: (what: string) => `Salin: ${what}`,
};

const en: typeof id = {
  name: "embed",
  about: "This calculator on your page: copy one snippet, paste it into a portal, a village site or an application.",
  back: "To the calculator",
  skip: "Skip to the snippets",
  choices: "Choices",
  mode: "Form",
  modes: { compact: "Compact: a few questions and their answer", full: "Full: the whole calculator" },
  language: "First language",
  languages: { id: "Indonesia", en: "English" },
  region: "Example region to begin with",
  noRegion: "None; an empty form",
  colours: "Colours and letters",
  coloursHint: "Leave empty for the usual colours, which follow the reader's light or dark mode.",
  accent: "Colour of buttons and links",
  background: "Colour of the background",
  text: "Colour of letters",
  picker: (what) => `${what}: pick from a palette`,
  pattern: "Write it like #0b5cad.",
  scheme: { light: "on the light background", dark: "on the dark background" },
  readable: (ratio, where) => `Contrast ${ratio} : 1 ${where}: readable.`,
  unreadable: (ratio, needed, where) =>
    `Contrast ${ratio} : 1 ${where}, needed ${needed} : 1. This colour will not be followed; the usual one stays.`,
  onOwn: "with the colour it goes with",
  radius: "Round corners",
  pixels: "pixels",
  radiusRange: "Write a whole number from 0 to 24.",
  font: "Letters",
  fonts: { system: "Letters of the system", serif: "Serif", mono: "Monospace" },
  keep: "Keep what the reader types on the reader's device, for your site alone",
  keepHint: "With the element only. Without it, what was typed is gone when the page is closed.",
  preview: "Preview",
  previewAbout: "The calculator itself, with the choices above.",
  frame: "1. A plain frame (iframe)",
  frameAbout:
    "No script on your page, so nearly every portal takes it. Its height is fixed: change the number of height where " +
    "needed; longer content scrolls inside the frame.",
  frameTitle: "Calculator: protecting workers by BPJS Ketenagakerjaan",
  element: "2. The element",
  elementAbout:
    "Its height follows its content, and your page can receive the result. The hash (integrity) vouches that the " +
    "script does not change: its address names the version, and that file is never replaced.",
  noHash: "The hash of the script cannot be read yet. Check the connection, then reload this page.",
  result: "Receive the result, give a beginning",
  resultAbout:
    "Every new answer is an event cakupan-result. It holds figures of the plan and what was typed, nothing about " +
    "persons. A portal may keep what was typed and give it back as scenario.",
  policy: "Security policy (CSP)",
  policyOfHost: "CSP of the portal",
  policyOfOwn: "CSP of the calculator's server",
  policyHost: "Where your page has a Content-Security-Policy, add this origin:",
  policyFrameOnly: "A plain frame needs only frame-src.",
  policyOwn:
    "Where you host this calculator yourself: copy the whole folder, send this header for sematan.html alone (replace " +
    "* by the list of your portals if needed), and the second header for the folder embed. Keep the folders of older " +
    "versions in embed, so that pages with an older hash go on working.",
  systems: "WordPress and OpenSID",
  wordpress:
    "WordPress: insert a “Custom HTML” block and paste a snippet. Users without the right unfiltered_html (editors of a " +
    "multisite, for example) lose frames and scripts on saving; ask an administrator.",
  opensid:
    "OpenSID: open an article, choose the source view of its editor, then paste the plain frame. The element belongs in " +
    "a file of the theme, because the editor may drop scripts.",
  copy: "Copy",
  copied: (what) => `Copied: ${what}`,
  selected: "Selected. Press Ctrl+C (or ⌘C) to copy.",
  copyOf: (what) => `Copy: ${what}`,
};

export function installWords(spoken = language.value): typeof id {
  return spoken === "en" ? en : id;
}
