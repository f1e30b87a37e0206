/** Names of the places where plans are stored, and whether this browser stores anything. */

export const DATABASE = "cakupan";

/** Where the calculator keeps its first plan. */
export const OWN = "cakupan.draft";

/** Before the ids of its further plans. */
export const FURTHER = "cakupan.plan ";

/** Whether a plan is one of the calculator itself, and not of a page that holds it. */
export const isOwn = (id: string) => id === OWN || id.startsWith(FURTHER);

/** The plan that is open: of this tab, which may be another than that of the last tab. */
const OPEN = "cakupan.open";

export function openPlace(): string {
  try {
    const id = sessionStorage.getItem(OPEN) ?? localStorage.getItem(OPEN) ?? OWN;
    return isOwn(id) ? id : OWN;
  } catch {
    return OWN;
  }
}

/** This tab has this plan open, whatever other tabs open after it. */
export function stayAt(id: string): void {
  try {
    sessionStorage.setItem(OPEN, id);
  } catch {
    // A reload opens the plan that was opened last.
  }
}

/** The next visit begins with this plan. */
export function rememberPlace(id: string): void {
  stayAt(id);
  try {
    localStorage.setItem(OPEN, id);
  } catch {
    // The next visit opens the first plan; this one is in the list.
  }
}

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
