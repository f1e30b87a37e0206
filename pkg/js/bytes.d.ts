// The engine as text, written by `scripts/package.mjs`.
declare const inLetters: { readonly letters: string; readonly order: readonly number[]; readonly text: string };
export default inLetters;
