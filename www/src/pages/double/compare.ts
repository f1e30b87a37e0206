/** Who stands in more than one list. It sees marks of people (hashes), never their numbers. */

/** Makes a mark of a number: the same for the same number, and of no use without the salt. */
export type Mark = (nik: string) => Promise<string>;

/** SHA-256 with a salt that exists as long as what this returns; there are too few NIK for a hash without one. */
export function saltedMark(): Mark {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const encoder = new TextEncoder();
  return async (nik) => {
    const text = encoder.encode(nik);
    const salted = new Uint8Array(salt.length + text.length);
    salted.set(salt);
    salted.set(text, salt.length);
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", salted));
    return String.fromCharCode(...digest);
  };
}

/** So many are hashed at once: each waits for the browser, and the page answers in between. */
const AT_ONCE = 500;

/** The people of a list, each once. */
export async function peopleOf(niks: readonly string[], mark: Mark): Promise<ReadonlySet<string>> {
  const people = new Set<string>();
  for (let from = 0; from < niks.length; from += AT_ONCE)
    for (const one of await Promise.all(niks.slice(from, from + AT_ONCE).map(mark))) people.add(one);
  return people;
}

export interface Overlap {
  /** Places of the two lists. */
  readonly one: number;
  readonly other: number;
  readonly people: number;
}

export interface Compared {
  /** Distinct people in all lists together. */
  readonly people: number;
  readonly inSeveral: number;
  /** Entries beyond the first of each person: so many would be paid for once more. */
  readonly extra: number;
  /** Pairs of lists that have people in common. */
  readonly overlaps: readonly Overlap[];
}

export function compare(lists: readonly ReadonlySet<string>[]): Compared {
  const times = new Map<string, number>();
  for (const list of lists) for (const one of list) times.set(one, (times.get(one) ?? 0) + 1);
  const overlaps = lists.flatMap((one, place) =>
    lists.slice(place + 1).map((other, after) => {
      const people = [...one].filter((each) => other.has(each)).length;
      return { one: place, other: place + 1 + after, people };
    }),
  );
  return {
    people: times.size,
    extra: [...times.values()].reduce((sum, count) => sum + count - 1, 0),
    inSeveral: [...times.values()].filter((count) => count > 1).length,
    overlaps: overlaps.filter(({ people }) => people > 0),
  };
}
