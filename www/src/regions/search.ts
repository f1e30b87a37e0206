// Finds a region by code or by name, as people write them: "7314", "73.14", "sidrap", "Kab. Sidenreng Rappang", "makasar".

interface Named {
  code: string;
  name: string;
  level?: string;
}

/** How well an entry fits; a lower number is better. */
const CODE = 0;
const NAME = 1;
const WORDS = 2;
const BLEND = 3;
const SHORTENED = 4;
const LETTERS = 5;
const TYPO = 6;

/** Words that say the level of a region, or only join others: no blend is made of them. */
const LEVELS = new Set([
  "provinsi",
  "kabupaten",
  "kota",
  "administrasi",
  "kecamatan",
  "desa",
  "kelurahan",
  "dan",
  "di",
]);

/** Those that fit best, in the order of the register; a looser fit counts only where no closer one is found. */
export function find<T extends Named>(entries: readonly T[], text: string, most = 20): T[] {
  const digits = codeDigits(text);
  const words = wordsOf(text);
  if (digits === null && words.length === 0) return [];
  const asked = words.join("");
  const ranked = entries
    .map((entry) => {
      const own = wordsOfEntry(entry);
      const rank = digits === null ? rankOf(own, words) : byCode(entry.code, digits);
      return { entry, rank, begins: rank === SHORTENED ? sameBeginning(own.filter(isOwn).join(""), asked) : 0 };
    })
    .filter((one): one is { entry: T; rank: number; begins: number } => one.rank !== null);
  const best = Math.min(...ranked.map(({ rank }) => rank));
  const close = ranked.filter(({ rank }) => rank === best || (best <= BLEND && rank <= BLEND));
  close.sort((a, b) => a.rank - b.rank || b.begins - a.begins || (a.entry.code < b.entry.code ? -1 : 1));
  return close.slice(0, most).map(({ entry }) => entry);
}

function sameBeginning(one: string, other: string): number {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  return same;
}

/** The digits of a code in any of its spellings (`73.14`, `7314`, `73 14`); `null`: the text is a name. */
function codeDigits(text: string): string | null {
  return /^\s*\d[\d.\s-]*$/.test(text) ? text.replace(/\D/g, "") : null;
}

/** A code fits that is asked for, or begins with what is typed so far; the code of a village leads to its kabupaten. */
function byCode(code: string, digits: string): number | null {
  const own = code.replaceAll(".", "");
  if (own === digits) return CODE;
  if (own.startsWith(digits)) return CODE + 0.5;
  // Two digits are a province: everything would lead to it.
  return own.length >= 4 && digits.startsWith(own) ? CODE + 0.5 : null;
}

/** Small letters without accents; what is neither letter nor digit divides words. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replace(/['’`"]/g, "")
    .toLowerCase();
  return plain.split(/[^\p{Letter}\p{Number}]+/u).filter(Boolean);
}

const wordsOfEntry = ({ name, level }: Named) => wordsOf(level === "province" ? `Provinsi ${name}` : name);

function rankOf(own: string[], asked: string[]): number | null {
  const named = own.filter(isOwn);
  const wanted = asked.filter((word) => isOwn(word) && !isLevel(word));
  const levels = asked.filter((word) => !wanted.includes(word));
  // "kab", "kota" and "prov" stand for a level, and are no part of the name.
  if (!levels.every((word) => own.some((one) => one.startsWith(word)))) return null;
  if (wanted.length === 0) return levels.length > 0 ? WORDS : null;
  const joined = wanted.join("");
  if (named.join("") === joined) return NAME;
  if (wanted.every((word) => own.some((one) => one.startsWith(word)))) return WORDS;
  if (named.join("").startsWith(joined)) return WORDS;
  if (joined.length > 2 && named.map(([letter]) => letter).join("") === joined) return BLEND; // "ntb", "diy"
  if (joined.length < 4) return null;
  if (isBlend(joined, named)) return BLEND;
  if (isShortened(joined, named)) return SHORTENED;
  if (isWithin(joined, named.join(""))) return LETTERS;
  return isAlmost(joined, named.join("")) ? TYPO : null;
}

const isOwn = (word: string) => !LEVELS.has(word);
const isLevel = (word: string) => word === "kab" || word === "prov" || word === "adm" || word === "kec";

/** Made of the beginnings of words, in their order: "sidrap" of Sidenreng Rappang, "pangkep" of Pangkajene Kepulauan. */
function isBlend(text: string, words: string[]): boolean {
  if (text === "") return true;
  const [word, ...others] = words;
  if (word === undefined) return false;
  for (let taken = sameBeginning(text, word); taken > 1; taken--) if (isBlend(text.slice(taken), others)) return true;
  return false;
}

/** Made of letters of every word in their order, each word's first one among them: "sultra" of Sulawesi Tenggara. */
function isShortened(text: string, words: string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return text === "";
  if (text === "" || text[0] !== word[0]) return false;
  let most = 0;
  for (const letter of word) if (letter === text[most]) most += 1;
  for (let taken = most; taken > 0; taken--) if (isShortened(text.slice(taken), others)) return true;
  return false;
}

/** Its letters stand in the name in this order, the first one first: "makasar" in Makassar. */
function isWithin(text: string, name: string): boolean {
  if (text[0] !== name[0]) return false;
  let at = 0;
  for (const letter of name) if (letter === text[at]) at += 1;
  return at === text.length;
}

/** One letter more, less or other, or two that changed places. */
function isAlmost(text: string, name: string): boolean {
  const start = sameBeginning(text, name);
  const rest = (from: string, to: string, skipFrom: number, skipTo: number) =>
    from.slice(start + skipFrom) === to.slice(start + skipTo);
  if (rest(text, name, 1, 0) || rest(text, name, 0, 1) || rest(text, name, 1, 1)) return true;
  return text[start] === name[start + 1] && text[start + 1] === name[start] && rest(text, name, 2, 2);
}
