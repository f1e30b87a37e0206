// The fields of a scenario as the page needs them: which are numbers and of what kind, which are lists, which are parts;
// and the words of choices that it shows in their order.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

/** Choices whose order the page shows: the name of the list and of the choice. */
const LISTS = { QUALITIES: "Quality", RISKS: "Risk" };

/** Numbers by their kind, parts as objects, lists of parts as lists; texts, words and sources are left out. */
export function fieldsOf(definitions) {
  const resolved = (schema) => (schema.$ref ? definitions[schema.$ref.slice("#/$defs/".length)] : schema);

  function field(given) {
    const schema = resolved(given);
    if (schema["x-unit"]) return schema["x-unit"];
    const [some, ...others] = (schema.anyOf ?? []).filter(({ type }) => type !== "null");
    if (some && others.length === 0) return field(some);
    if (schema.items) {
      const item = field(schema.items);
      return item && [item];
    }
    if (schema.properties) return part(schema.properties);
    const kinds = (schema.oneOf ?? []).filter(({ properties }) => properties);
    return kinds.length > 0 ? merged(kinds.map(({ properties }) => part(properties))) : undefined;
  }

  const part = (properties) =>
    Object.fromEntries(
      Object.entries(properties)
        .map(([name, schema]) => [name, field(schema)])
        .filter(([, meant]) => meant !== undefined),
    );

  /** What any of the kinds has. A name may not mean one thing in one kind and another in the next. */
  function merged(kinds) {
    const all = {};
    for (const [name, meant] of kinds.flatMap(Object.entries)) {
      if (all[name] && JSON.stringify(all[name]) !== JSON.stringify(meant))
        throw new Error(
          `'${name}' is ${JSON.stringify(all[name])} in one kind and ${JSON.stringify(meant)} in another.`,
        );
      all[name] = meant;
    }
    return all;
  }

  return part(definitions.Scenario.properties);
}

const wordsOf = ({ oneOf }) => oneOf.map((word) => word.const);

/** The module that the page imports. */
export function writeFields({ $defs: definitions }) {
  const lists = Object.entries(LISTS).map(
    ([name, choice]) =>
      `export const ${name}: readonly ${choice}[] = ${JSON.stringify(wordsOf(definitions[choice]))};\n`,
  );
  const text = [
    "// Written by scripts/fields.mjs from the shapes of the engine.\n",
    `import type { ${Object.values(LISTS).join(", ")} } from "cakupan";\n`,
    'import type { NumberKind } from "./numbers.js";\n\n',
    "/** A number by its kind, a part with its fields, or a list of parts. */\n",
    "export type Field = NumberKind | Fields | readonly [Fields];\n",
    "export interface Fields {\n  readonly [name: string]: Field;\n}\n\n",
    `export const FIELDS: Fields = ${JSON.stringify(fieldsOf(definitions))};\n\n`,
    ...lists,
  ];
  writeFileSync(join(root, "www", "src", "plan", "fields.ts"), text.join(""));
}
