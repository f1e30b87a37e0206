/** Regulations in the order in which a document names them: by rank, then by year and number. */
import type { Projection } from "cakupan";

/** Short forms by rank, with the full name where it is certain. Pasal 7 UU 12/2011; instructions and ministers after it. */
const RANKS: readonly (readonly [short: string, full: string | null])[] = [
  ["UUD", null],
  ["UU", "Undang-Undang"],
  ["Perppu", "Peraturan Pemerintah Pengganti Undang-Undang"],
  ["PP", "Peraturan Pemerintah"],
  ["Perpres", "Peraturan Presiden"],
  ["Keppres", "Keputusan Presiden"],
  ["Inpres", "Instruksi Presiden"],
  ["PMK", "Peraturan Menteri Keuangan"],
  ["Permendagri", "Peraturan Menteri Dalam Negeri"],
  ["Permenaker", "Peraturan Menteri Ketenagakerjaan"],
  ["Permen", null],
  ["Kepmen", null],
  ["Perda", "Peraturan Daerah"],
  ["Pergub", "Peraturan Gubernur"],
  ["Perbup", "Peraturan Bupati"],
  ["Perwali", "Peraturan Wali Kota"],
  ["Keputusan Gubernur", null],
  ["Keputusan", null],
  ["SK", null],
  ["SE", null],
];

interface Named {
  readonly rank: number;
  readonly year: number;
  readonly number: number;
}

function placeOf(instrument: string): Named {
  const found = RANKS.findIndex(([short]) => new RegExp(`^${short}(?![a-z])`).test(instrument));
  const wide = RANKS.findIndex(([short]) => instrument.startsWith(short));
  const [, number = "0", year = "0"] = /(\d+)(?:\/[^\s/]*)*\/(\d{4})/.exec(instrument) ?? [];
  return {
    rank: found >= 0 ? found : wide >= 0 ? wide : RANKS.length,
    year: Number(year),
    number: Number(number),
  };
}

/** `PP 44/2015` is *Peraturan Pemerintah Nomor 44 Tahun 2015*; what is not certain stays as it is written. */
export function fullName(instrument: string): string {
  for (const [short, full] of RANKS) {
    const [, number, year] = new RegExp(`^${short} (\\d+)/(\\d{4})$`).exec(instrument) ?? [];
    if (full && number && year) return `${full} Nomor ${number} Tahun ${year}`;
  }
  return instrument;
}

/** One regulation, with the articles of it that were used. */
type Used = Map<string, Set<string>>;

function note(used: Used, instrument: string, article: string | null): void {
  // Some values name two: "PP 38/2023; PMK 91/2023". An article is then of neither alone.
  const several = instrument.split(/;\s*/);
  for (const one of several) {
    const articles = used.get(one) ?? new Set<string>();
    if (article && several.length === 1) articles.add(article);
    used.set(one, articles);
  }
}

/** The regulations behind a result: of its statutory values, and of what the rules say of its funds and reliefs. */
export function basisOf({ parameters, notices }: Pick<Projection, "parameters" | "notices">): readonly string[] {
  const used: Used = new Map();
  // A value that the planner put in place stands on the planner's note, which is no regulation.
  for (const { instrument, article, status } of parameters)
    if (status !== "replaced" && status !== "extrapolated") note(used, instrument, article);
  for (const { params } of notices)
    if (typeof params["instrument"] === "string") note(used, params["instrument"], null);
  return [...used]
    .map(([instrument, articles]) => ({ instrument, articles, at: placeOf(instrument) }))
    .sort(
      ({ at: a, instrument: one }, { at: b, instrument: other }) =>
        a.rank - b.rank || a.year - b.year || a.number - b.number || one.localeCompare(other, "id"),
    )
    .map(({ instrument, articles }) => {
      const name = fullName(instrument);
      return articles.size > 0 ? `${name}, ${[...articles].sort().join("; ")}` : name;
    });
}
