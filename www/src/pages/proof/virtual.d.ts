declare module "virtual:published-cases" {
  const cases: readonly import("./cases.js").PublishedCase[];
  export default cases;
}
