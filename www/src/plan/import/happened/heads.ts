/** What the head of a column says of what happened: "Peserta Jan-26", "Iuran dibayar (Rp)", "Terbayar pekerja rentan". */
import { wordsOf } from "../../../regions/search.js";
import { monthIn } from "../head-months.js";
import { meaningOf } from "../meaning.js";
import type { TypedKey } from "../../realisation.js";
import type { HappenedMeaning, HappenedPart } from "./kind.js";

export interface HappenedColumn {
  /** `"people"`: of which kind follows from the other columns. */
  readonly meaning: HappenedMeaning | "people";
  /** Named in the head. */
  readonly month: string | null;
  /** Id of the group that the head names. */
  readonly segment: string | null;
}

const set = (words: string) => new Set(words.split(" "));

const MONTH =
  /^(untuk )?(bulan|bln|masa|periode|month|period)( (iuran|kepesertaan|pelayanan|laporan|tagihan|ke|of))*( month)?$/;
const GROUP =
  /^(nama )?(kelompok|segmen|segment|group|kategori|jenis|golongan)( (pekerja|peserta|kepesertaan|kelompok|program))?$/;
const PAID_ON = /\b(tanggal|tgl|date|waktu)\b|\b(dibayar|paid) (pada|on)\b|\bbulan (bayar|pembayaran|setor|dibayar)\b/;
/** What a plan says, and not what happened. */
const PLANNED = set("rencana selisih plan planned deviation difference target pagu sisa tunggakan kekurangan deviasi");
/** The sum of months up to one, and no month. */
const SO_FAR = /\b(kumulatif|akumulasi|akumulatif|s d|sd|sampai|cumulative|so far)\b/;
const NOTE = set("keterangan ket catatan note notes remark remarks");
const QUOTA = set("kuota quota usulan diusulkan diajukan pengajuan calon proposed");
const VERIFIED = set("verifikasi terverifikasi lolos valid layak verified ditetapkan");
const BILLED = set("tagihan ditagih tertagih ditagihkan bill billed invoice");
const PAID = set(
  "dibayar dibayarkan bayar pembayaran terbayar setor disetor setoran penyetoran realisasi lunas paid payment sp2d pencairan",
);
const MONEY = set("rp rupiah iuran nilai nominal besaran besar sp2d amount contribution contributions dana");
const PEOPLE = set("peserta orang org jiwa pekerja tenaga tk anggota people members workers aktif");
/** Words of a field; those that are left may name a group. */
const FIELDS = [NOTE, QUOTA, VERIFIED, BILLED, PAID, MONEY, PEOPLE, set("jumlah jml yang untuk kerja bulan")];

export function columnOfHead(head: string, { segments, year }: HappenedPart): HappenedColumn {
  const dated = monthIn(head);
  const { month, rest } = dated.month === null ? withYear(head, year) : dated;
  const words = [...new Set(wordsOf(rest))];
  const left = words.filter((word) => !FIELDS.some((field) => field.has(word)));
  const facts = { segments, funds: [], firstMonth: `${year}-01`, lastMonth: `${year}-12` };
  const [kind, place] = left.length > 0 ? meaningOf(left.join(" "), facts).split(":") : [];
  const segment = kind === "people" ? (segments[Number(place)]?.id ?? null) : null;
  const meaning = fieldOf(words, month !== null || segment !== null);
  return { meaning, month, segment };
}

/** "Januari", which names no year. */
function withYear(head: string, year: string): ReturnType<typeof monthIn> {
  const { month, rest } = monthIn(`${head} ${year}`);
  return month === null ? { month, rest: head } : { month, rest };
}

function fieldOf(words: readonly string[], isNamed: boolean): HappenedColumn["meaning"] {
  const text = words.join(" ");
  const has = (of: ReadonlySet<string>) => words.some((word) => of.has(word));
  if (words.length === 0) return isNamed ? "people" : "ignored";
  const place = meaningOf(text, { segments: [], funds: [], firstMonth: "", lastMonth: "" });
  if (place === "nik" || place === "number" || place === "code" || place === "district") return place;
  if (place === "name" && !has(PEOPLE)) return "name";
  if (MONTH.test(text)) return "month";
  if (GROUP.test(text)) return "segment";
  if (has(NOTE)) return "note";
  if (PAID_ON.test(text)) return "paidOn";
  if (has(PLANNED) || SO_FAR.test(text)) return "ignored";
  if (has(QUOTA)) return "quota";
  if (has(VERIFIED)) return "verified";
  const isMoney = has(set("rp rupiah iuran nilai nominal"));
  const isPeople = has(PEOPLE) && !isMoney;
  if (has(BILLED)) return isPeople ? "verified" : "billedRupiah";
  // Of the table on the page "Terbayar" counts people, and "Dibayar (Rp)" rupiah.
  const isCount = words.includes("terbayar") || text === "paid for";
  if (has(PAID)) return isPeople || (isCount && !isMoney) ? "paid" : "paidRupiah";
  if (isPeople) return "people";
  if (has(MONEY)) return "billedRupiah";
  return isNamed ? "people" : "ignored";
}

/** Columns that say what was paid. */
const PAYMENTS: ReadonlySet<string> = new Set<TypedKey>(["paid", "paidRupiah", "paidOn"]);

/**
 * People of a column that says no more: those who are billed where a column says what was paid or when, else those
 * whose contributions were paid.
 */
export function settled(
  columns: readonly HappenedColumn[],
): readonly (HappenedColumn & { meaning: HappenedMeaning })[] {
  const isPaidApart = columns.some(({ meaning }) => PAYMENTS.has(meaning));
  const isVerifiedApart = columns.some(({ meaning }) => meaning === "verified");
  const people = isPaidApart && !isVerifiedApart ? "verified" : "paid";
  return columns.map((column) => ({ ...column, meaning: column.meaning === "people" ? people : column.meaning }));
}
