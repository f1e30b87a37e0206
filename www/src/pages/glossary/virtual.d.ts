declare module "virtual:glossary" {
  const terms: readonly import("../../answer/glossary.js").Term[];
  export default terms;
}
