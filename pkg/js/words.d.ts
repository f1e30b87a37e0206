// The catalogues of `words/`, written by `scripts/package.mjs`.
type Section = { readonly [code: string]: string };
type Catalogue = { readonly [section: string]: Section } & {
  readonly months: readonly string[];
  readonly term: Section;
};
export const id: Catalogue;
export const en: Catalogue;
