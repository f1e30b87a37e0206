// The catalogues of `words/`; `scripts/package.mjs` writes the module.
type Section = { readonly [code: string]: string };
type Catalogue = { readonly [section: string]: Section } & {
  readonly months: readonly string[];
  readonly term: Section;
};
export const id: Catalogue;
export const en: Catalogue;
