/** Copies of plans are deleted, and brought back, only by the reader. */
import { copies, discarded, trouble, troubleOf } from "./standing.js";
import { type Copy, putAside, removeCopy } from "./store.js";
import { broadcast } from "./tabs.js";

export async function discard(copy: Copy): Promise<void> {
  await removeCopy(copy).then(
    () => {
      copies.value = copies.value.filter((each) => each !== copy);
      discarded.value = copy;
    },
    (error: unknown) => {
      trouble.value = troubleOf(error);
    },
  );
  broadcast({ kind: "saved", id: copy.plan });
}

export async function putBack(): Promise<void> {
  const copy = discarded.value;
  if (!copy) return;
  await putAside(copy, false).then(
    () => {
      copies.value = [copy, ...copies.value];
      discarded.value = null;
    },
    (error: unknown) => {
      trouble.value = troubleOf(error);
    },
  );
  broadcast({ kind: "saved", id: copy.plan });
}
