// npm run links: lists links of the law that work, are dead or cannot be reached, and entries without a link. It never
// fails.
import { fileURLToPath } from "node:url";

/** Entries of the law with a source, and their places. */
export function cited(law) {
  const values = law.parameters.flatMap(({ key, values }) =>
    values.map((source) => ({ place: `${key} ${source.from}`, source })),
  );
  const named = ["reliefs", "fundRules", "targets", "definitions"].flatMap((list) =>
    law[list].map((source) => ({ place: source.key, source })),
  );
  const codes = [...law.accounts, ...law.subActivities].map((source) => ({ place: source.code, source }));
  const parts = law.reliefs.flatMap(({ key, basis, newcomers }) =>
    [...basis, ...(newcomers ? [newcomers] : [])].map((source) => ({ place: key, source })),
  );
  return [...values, ...named, ...parts, ...codes];
}

/** Requests a link; returns what happened. */
export async function probe(link) {
  try {
    const { ok, status } = await fetch(link, { method: "HEAD", signal: AbortSignal.timeout(10_000) });
    return ok ? "alive" : `dead (${status})`;
  } catch (error) {
    return `out of reach (${error.cause?.code ?? error.name})`;
  }
}

async function main() {
  const { law } = await import("cakupan");
  const entries = cited(law());
  const links = [...new Set(entries.map(({ source }) => source.link).filter(Boolean))];
  const answers = await Promise.all(links.map(probe));
  for (const [index, link] of links.entries()) console.log(`${answers[index].padEnd(24)} ${link}`);
  const without = entries.filter(({ source }) => !source.link);
  console.log(`\n${without.length} of ${entries.length} entries name no link:`);
  const counts = new Map();
  for (const { source } of without) counts.set(source.instrument, (counts.get(source.instrument) ?? 0) + 1);
  for (const [instrument, count] of counts) console.log(`${String(count).padStart(4)}  ${instrument}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
