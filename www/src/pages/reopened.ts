/** Opens a plan whose address is put into this page while it is open: by scanning paper, or by pasting its code. */
import { openLink } from "../plan/open-link.js";
import { takeOver } from "../plan/storage/workspace.js";

// Fetched now: the address may come when there is no network.
void import("../plan/digits.js").catch(() => undefined);

addEventListener("hashchange", () => {
  if (location.hash.startsWith("#rencana=")) void takeOver().then(openLink);
});
