/** What the head of a column says of it. */
import { wordsOf } from "../../regions/search.js";
import { groupsIn } from "../group-names.js";
import type { FundDraft } from "../draft.js";
import { type Meaning, type PlanFacts, yearsOf } from "./facts.js";

const set = (words: string) => new Set(words.split(" "));

const VILLAGE = set(
  "nama desa kelurahan kel gampong nagari kampung lembang pekon kalurahan tiyuh dan atau village name of the",
);
const DISTRICT = set("nama kecamatan kec distrik kapanewon kemantren district subdistrict");
const COUNTED = set(
  "jumlah jml orang org peserta pekerja tenaga kerja calon anggota yang kuota bpjs ketenagakerjaan aktif people workers",
);
/** Words of another code, or of another thing that has one. */
const OTHER_CODE = set("kecamatan kec kabupaten kab kota provinsi prov rekening pos akun bank");
const MONEY = set("pagu anggaran plafon rp rupiah ceiling budget");
/** Groups that differ in one of these are not the same; in the first not even where they are of one kind. */
const STAGES = ["lama", "baru"];
const TELLING = ["paruh", "penuh", "pw", "non", "bukan"];

const FIRST = /^(bulan )?(mulai|awal|pertama|tmt)( bulan| bayar| berlaku)?$|^first month$/;
const LAST = /^(bulan )?(akhir|terakhir|selesai|berakhir|sampai|sd|s d|sampai dengan)( bulan)?$|^last month$/;
const MONTHS = /^((jumlah|jml|lama) )?(bulan|bln)$|^months$/;
const FUND_PHRASES: readonly (readonly [kind: FundDraft["kind"], phrase: RegExp])[] = [
  ["add", /\b(add|alokasi dana desa)\b/],
  ["danaDesa", /\b(dd|dds|dana desa)\b/],
  ["pades", /\b(pades|pad desa|pendapatan asli desa)\b/],
  ["bhpr", /\b(bhpr|bhp|bagi hasil pajak)\b/],
];

/** What the words of a head say; a head of several rows is given as all their words. */
export function meaningOf(head: string, facts: PlanFacts): Meaning {
  const words = [...new Set(wordsOf(head))];
  const text = words.join(" ");
  const has = (...some: string[]) => some.some((word) => words.includes(word));
  const areAll = (of: ReadonlySet<string>) => words.length > 0 && words.every((word) => of.has(word));
  if (words.length === 0) return "ignored";
  if (has("nik", "ktp") || /nomor induk kependudukan/.test(text)) return "nik";
  if (/^(no|nomor|nr|urut|no urut|nomor urut)$/.test(text)) return "number";
  if (has("kode", "kemendagri", "code", "bps") || text === "id desa") {
    if (has("bps")) return has("kecamatan", "kec", "kabupaten", "kab", "kota", "provinsi", "prov") ? "ignored" : "bps";
    return words.some((word) => OTHER_CODE.has(word)) && !has("desa", "kemendagri") ? "ignored" : "code";
  }
  if (areAll(DISTRICT) && !areAll(set("nama name"))) return "district";
  if (FIRST.test(text)) return "firstMonth";
  if (LAST.test(text)) return "lastMonth";
  if (MONTHS.test(text)) return "months";
  // Before the groups: of a group "Pekerja desa" the word "desa" alone is no head.
  if (areAll(VILLAGE)) return "name";
  const people = segmentOf(words, facts);
  if (people !== null) return `people:${people}`;
  if (!has("peserta", "orang", "pekerja")) {
    const ceiling = ceilingOf(words, facts);
    if (ceiling) return ceiling;
  }
  return has("penduduk", "residents", "population") || /^(jumlah )?jiwa$/.test(text) ? "residents" : "ignored";
}

/** Whether a head only says that people are counted: which ones is known where the plan has one group. */
export const isCounted = (head: string) => {
  const words = wordsOf(head);
  return words.length > 0 && words.every((word) => COUNTED.has(word));
};

/** Position of the group that a head names; `null` where none or several fit equally. */
function segmentOf(words: readonly string[], { segments }: PlanFacts): number | null {
  const own = bare(words);
  const groups = groupsIn(words.join(" "));
  const scores = segments.map(({ name, group }) => {
    const wanted = bare([...new Set(wordsOf(name))]);
    if (wanted.join(" ") === own.join(" ")) return 3;
    const differIn = (telling: readonly string[]) =>
      telling.some((word) => own.includes(word) !== wanted.includes(word));
    if (differIn(STAGES)) return 0;
    const named = groupsIn(name);
    const theirs = named.length > 0 ? named : group ? [group] : [];
    const within = (some: readonly string[], of: readonly string[]) =>
      some.length > 0 && some.every((word) => of.includes(word));
    const isWithin = within(own, wanted) || within(wanted, own);
    // Of two groups of one kind that which has the word: "Kader KB" are no "RT/RW dan LKD".
    if (groups.length === 1 && theirs.length === 1 && groups[0] === theirs[0]) return isWithin ? 2.5 : 2;
    if (differIn(TELLING)) return 0;
    if (groups.length > 0 && theirs.length > 0) return 0;
    return isWithin ? 1 : 0;
  });
  const best = Math.max(0, ...scores);
  const [first, ...others] = scores.flatMap((score, place) => (best > 0 && score === best ? [place] : []));
  return first === undefined || others.length > 0 ? null : first;
}

/** The words that tell groups apart; all where there are no others. */
function bare(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !COUNTED.has(word) && !/^(20\d\d|desa|dan)$/.test(word)).sort();
  return telling.length > 0 ? telling : [...words].sort();
}

/** A fund of the plan, by its name or its kind, and the year: the first of the plan where the head names none. */
function ceilingOf(words: readonly string[], facts: PlanFacts): Meaning | null {
  const { funds } = facts;
  const years = yearsOf(facts);
  const named = words.map(Number).find((word) => years.includes(word));
  const text = words.filter((word) => !MONEY.has(word) && !/^20\d\d$/.test(word)).join(" ");
  const kind = FUND_PHRASES.find(([, phrase]) => phrase.test(text))?.[0];
  const ofVillages = funds.filter(({ kind }) => FUND_PHRASES.some(([one]) => one === kind));
  const fund =
    funds.find(({ name }) => text !== "" && wordsOf(name).join(" ") === text) ??
    funds.find((fund) => kind !== undefined && fund.kind === kind) ??
    (text === "" && ofVillages.length === 1 ? ofVillages[0] : undefined);
  const year = named ?? years[0];
  return fund && year !== undefined ? `ceiling:${funds.indexOf(fund)}:${year}` : null;
}
