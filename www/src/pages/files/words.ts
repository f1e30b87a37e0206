/** What people read while a file of the plan is made, in both languages. */
import type { LetterBlanks, LetterKind, Paper } from "cakupan/sheets";
import { language } from "../../words/current.js";

type Blanks = { readonly [blank in keyof Required<LetterBlanks>]: string };

const id = {
  faults: "Perbaiki dahulu isian yang ditandai. Sesudah itu berkas dapat diunduh.",
  realisation:
    "Realisasi masih dibandingkan, atau ada selnya yang belum dapat dibaca. Perbaiki di tabel Realisasi, lalu coba lagi.",
  title: { workbook: "Unduh Excel", letter: "Nota dinas dan KAK" },
  loading: "Memuat bagian pembuat berkas…",
  making: "Menyusun berkas. Ini dapat makan waktu beberapa detik bila desanya ribuan.",
  cancel: "Batalkan",
  close: "Tutup",
  cancelled: "Pembuatan berkas dibatalkan.",
  failed: "Berkas tidak dapat dibuat. Periksa sambungan, lalu coba lagi.",
  refused:
    "Berkas sudah jadi, tetapi peramban ini menolak menyimpannya. Izinkan unduhan untuk halaman ini atau kosongkan ruang " +
    "di perangkat, lalu coba lagi.",
  letterAbout:
    "Surat dalam bahasa Indonesia, berisi angka dari rencana ini, untuk disunting di Word, LibreOffice, atau WPS. Isian " +
    "yang dikosongkan menjadi titik-titik; program, kegiatan, dan sub-kegiatan diambil dari isian kelompok.",
  notKept: "Isian di bawah tidak disimpan; hilang saat halaman ditutup.",
  kind: "Surat",
  kinds: { notaDinas: "Nota dinas: permohonan anggaran", kak: "Kerangka acuan kegiatan (KAK)" } satisfies {
    readonly [kind in LetterKind]: string;
  },
  paper: "Kertas",
  papers: { A4: "A4 (210 × 297 mm)", F4: "F4 (215 × 330 mm)" } satisfies { readonly [paper in Paper]: string },
  blanks: {
    to: "Kepada",
    from: "Dari",
    date: "Tanggal",
    number: "Nomor",
    nature: "Sifat",
    attachment: "Lampiran",
    programme: "Program",
    activity: "Kegiatan",
    subActivity: "Sub kegiatan",
    place: "Tempat tanda tangan",
    position: "Jabatan penanda tangan",
    name: "Nama penanda tangan",
    nip: "NIP penanda tangan",
    copies: "Tembusan, dipisah titik koma",
  } satisfies Blanks,
  go: "Unduh DOCX",
};

const en: typeof id = {
  faults: "Mend the marked inputs first. Then the file can be downloaded.",
  realisation:
    "What happened is still being compared, or has cells that cannot be read. Correct them in its table, then try again.",
  title: { workbook: "Download Excel", letter: "Nota dinas and KAK" },
  loading: "Loading the part that makes files…",
  making: "Making the file. With thousands of villages this may take some seconds.",
  cancel: "Cancel",
  close: "Close",
  cancelled: "The file was cancelled.",
  failed: "The file cannot be made. Check the connection and try again.",
  refused:
    "The file is made, but this browser refuses to save it. Allow downloads for this page or make room on the device, " +
    "then try again.",
  letterAbout:
    "A letter in Indonesian with the figures of this plan, to be edited in Word, LibreOffice or WPS. What is left empty " +
    "becomes dots; program, kegiatan and sub-kegiatan are taken from the groups.",
  notKept: "What is typed below is not stored; it is gone when the page is closed.",
  kind: "Letter",
  kinds: { notaDinas: "Nota dinas: asks for the budget", kak: "Terms of reference (KAK)" },
  paper: "Paper",
  papers: { A4: "A4 (210 × 297 mm)", F4: "F4 (215 × 330 mm)" },
  blanks: {
    to: "To (kepada)",
    from: "From (dari)",
    date: "Date (tanggal)",
    number: "Number (nomor)",
    nature: "Nature (sifat)",
    attachment: "Attachment (lampiran)",
    programme: "Programme (program)",
    activity: "Activity (kegiatan)",
    subActivity: "Sub-activity (sub kegiatan)",
    place: "Place of signature",
    position: "Office of who signs",
    name: "Name of who signs",
    nip: "NIP of who signs",
    copies: "Copies (tembusan), between semicolons",
  },
  go: "Download DOCX",
};

export const filesWords = (): typeof id => (language.value === "en" ? en : id);
