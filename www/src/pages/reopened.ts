/** Opens a plan whose address is put into this page while it is open: by scanning paper, or by pasting its code. */
import { takeOver } from "../plan/storage/workspace.js";

// Fetched now: the address may come when there is no network.
const opener = import("../plan/open-link.js").catch(() => null);

addEventListener("hashchange", () => {
  if (location.hash.startsWith("#rencana=")) void takeOver().then(async () => (await opener)?.openLink());
});
