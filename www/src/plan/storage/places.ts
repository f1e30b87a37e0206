/** Names of the places where plans are stored, and whether this browser stores anything. */

export const DATABASE = "cakupan";

/** Where the calculator keeps its own plan. */
export const OWN = "cakupan.draft";

/** Where a host keeps its plan of one region; an origin has no space in it. */
export const placeOf = (host: string, region: string) => `cakupan.embed ${host} ${region}`;

/** Whether there is a database; to look into one that is not there would create it. */
export async function hasDatabase(): Promise<boolean> {
  try {
    if (!("databases" in indexedDB)) return true;
    return (await indexedDB.databases()).some(({ name }) => name === DATABASE);
  } catch {
    return false;
  }
}

/** Whether something may be kept in this browser. */
export async function mayHold(): Promise<boolean> {
  try {
    if (Object.keys(localStorage).some((key) => key.startsWith("cakupan."))) return true;
  } catch {
    // localStorage is off: the database decides alone.
  }
  return hasDatabase();
}
