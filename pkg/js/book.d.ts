// The law as data, written by `scripts/package.mjs`.
import type { Law } from "./types.js";
declare const book: Law;
export default book;
