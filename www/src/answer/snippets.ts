/** The plan as text that anybody can run: each snippet works the same total out again. */
import type { Scenario } from "cakupan";

export const KINDS = ["json", "javascript", "rust", "command"] as const;
export type Kind = (typeof KINDS)[number];

export type Snippets = Readonly<Record<Kind, string>>;

/** `rupiah`: what the snippets print. */
export function snippetsOf(scenario: Scenario, rupiah: number): Snippets {
  const line = JSON.stringify(scenario);
  return {
    json: `${JSON.stringify(scenario, null, 2)}\n`,
    javascript: `// npm install cakupan
import { project } from "cakupan";

const scenario = ${line};

console.log(project(scenario).total.rupiah); // ${rupiah}
`,
    rust: rust(line, rupiah),
    // Quoted, so that a shell leaves every sign of the plan as it is; the plan is one line, so it cannot end it.
    command: `cakupan project - << 'RENCANA' # ${rupiah}
${line}
RENCANA
`,
  };
}

/** A raw text ends at the first quotation mark with as many signs behind it as it began with. */
function rust(line: string, rupiah: number): string {
  const longest = [...line.matchAll(/"(#*)/g)].reduce((most, [, signs = ""]) => Math.max(most, signs.length), 0);
  const signs = "#".repeat(longest + 1);
  return `//! cargo add cakupan serde_json
use cakupan::plan::project;
use cakupan::problem::Problems;
use cakupan::scenario::{Input, read};

const PLAN: &str = r${signs}"${line}"${signs};

fn main() -> Result<(), Problems> {
    // What is no JSON is no plan either, and the check says so.
    let input = serde_json::from_str(PLAN).unwrap_or(Input::Unreadable);
    let scenario = read(&input)?;
    println!("{}", project(&scenario)?.total.rupiah.get()); // ${rupiah}
    Ok(())
}
`;
}
