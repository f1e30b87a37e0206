// The law as data; `scripts/package.mjs` writes the module.
import type { Law } from "./types.js";
declare const book: Law;
export default book;
