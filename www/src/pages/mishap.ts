/** What is said when a script fails: a fault of ours, or of one that stands in the page from elsewhere. */
import { done } from "../plan/current.js";
import { currentPlace } from "../plan/storage/workspace.js";
import { language } from "../words/current.js";

const id = {
  kept: "Ada kesalahan dalam halaman ini. Isian Anda tersimpan di perangkat ini; muat ulang halaman.",
  notKept:
    "Ada kesalahan dalam halaman ini, dan isian Anda belum tersimpan. Simpan ke berkas, lalu muat ulang halaman.",
};

const en: typeof id = {
  kept: "Something failed in this page. What you typed is stored on this device; reload the page.",
  notKept: "Something failed in this page, and what you typed is not stored. Save it to a file, then reload the page.",
};

export async function tell(): Promise<void> {
  const w = language.value === "id" ? id : en;
  done.value = (await currentPlace()?.isStored()) ? w.kept : w.notKept;
}
