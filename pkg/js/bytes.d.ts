// The engine encoded as text; `scripts/package.mjs` writes the module.
declare const inLetters: { readonly letters: string; readonly order: readonly number[]; readonly text: string };
export default inLetters;
