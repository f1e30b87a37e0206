/** What people read when a link is opened beside their work, and when they make one; in both languages. */
import { language } from "../../words/current.js";

const id = {
  title: (name: string) => `Rencana dari tautan: ${name}`,
  unnamed: "tanpa nama",
  safe: "Isian Anda di perangkat ini tidak berubah, apa pun yang Anda pilih.",
  cost: (rupiah: string) => `Biaya seluruh rencana: ${rupiah}.`,
  faults: "Dengan aturan sekarang biayanya belum dapat dihitung; ada isian yang perlu diperbaiki.",
  asOwn: "Buka sebagai rencana tersendiri",
  compare: "Bandingkan dengan rencana saya",
  cancel: "Batal",
  share: "Bagikan rencana",
  what: "Tautan ini memuat seluruh rencana: isian, nama, sumber, dan catatan. Siapa pun yang punya tautan dapat membacanya. Tautan tidak dikirim ke server mana pun.",
  rules: (engine: string, law: string) =>
    `Dibuat dengan aplikasi ${engine}, aturan ${law}; pembuka tautan melihat bedanya.`,
  link: (letters: string) => `Tautan, ${letters} huruf`,
  long: "Beberapa aplikasi pesan memotong tautan sepanjang ini. Kirimkan berkasnya.",
  file: "Tanpa internet di tempat tujuan? Kirimkan berkas rencana bersama",
  fileName: "kalkulator dalam satu berkas",
  copy: "Salin tautan",
  send: "Kirim lewat aplikasi lain",
  copied: "Tautan disalin.",
  notCopied: "Peramban tidak mengizinkan penyalinan. Pilih tautan di atas, lalu salin sendiri.",
  notSent: "Peramban tidak dapat membagikannya. Salin tautan di atas.",
  close: "Tutup",
};

const en: typeof id = {
  title: (name) => `A plan by link: ${name}`,
  unnamed: "without a name",
  safe: "What you typed on this device does not change, whatever you choose.",
  cost: (rupiah) => `Cost of the whole plan: ${rupiah}.`,
  faults: "With the rules of today its cost cannot be worked out yet; some input needs repair.",
  asOwn: "Open as a plan of its own",
  compare: "Compare with my plan",
  cancel: "Cancel",
  share: "Share the plan",
  what: "This link holds the whole plan: input, names, sources and notes. Whoever has the link can read it. It is sent to no server.",
  rules: (engine, law) => `Made with application ${engine}, law ${law}; who opens it sees what differs.`,
  link: (letters) => `Link, ${letters} letters`,
  long: "Some messengers cut links of this length. Send the file.",
  file: "No internet where it goes? Send the file of the plan with the",
  fileName: "calculator in one file",
  copy: "Copy link",
  send: "Send by another application",
  copied: "The link was copied.",
  notCopied: "The browser does not allow copying. Choose the link above and copy it yourself.",
  notSent: "The browser could not share it. Copy the link above.",
  close: "Close",
};

export const linkWords = () => (language.value === "id" ? id : en);
