// The fields of a scenario as the page needs them: which are numbers and of what kind, which are lists, which are parts;
// what each does; the words of choices that it shows in their order; and what a group of each class has.
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

/** What a field does, where it is said: by its path without places in lists, `segments.name` → `text`. */
export function rolesOf(definitions) {
  const roles = {};
  function below(given, path) {
    const schema = given.$ref ? definitions[given.$ref.slice("#/$defs/".length)] : given;
    for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) below(one, path);
    if (schema.items) below(schema.items, path);
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      const at = path ? `${path}.${name}` : name;
      const role = field["x-role"] ?? roles[at];
      if ((roles[at] ?? role) !== role) throw new Error(`'${at}' is ${role} in one kind and ${roles[at]} in another.`);
      if (role) roles[at] = role;
      below(field, at);
    }
  }
  below(definitions.Scenario, "");
  return roles;
}

const wordsOf = ({ oneOf }) => oneOf.map((word) => word.const);

/** The module that the page imports. */
export function writeFields({ $defs: definitions, "x-classes": classes, "x-earmarked": earmarked }) {
  const lists = Object.entries(LISTS).map(
    ([name, choice]) =>
      `export const ${name}: readonly ${choice}[] = ${JSON.stringify(wordsOf(definitions[choice]))};\n`,
  );
  const text = [
    "// Written by scripts/fields.mjs from the shapes of the engine.\n",
    `import type { ${[...Object.values(LISTS), "FundKind", "Programme", "WorkerClass"].sort().join(", ")} } from "cakupan";\n`,
    'import type { NumberKind } from "./numbers.js";\n\n',
    "/** A number by its kind, a part with its fields, or a list of parts. */\n",
    "export type Field = NumberKind | Fields | readonly [Fields];\n",
    "export interface Fields {\n  readonly [name: string]: Field;\n}\n\n",
    `export const FIELDS: Fields = ${JSON.stringify(fieldsOf(definitions))};\n\n`,
    "/** What a field does that no figure is calculated from, and what is below it: */\n",
    "/** it is held against rules, it is a name or a note, or it says how well another is known. */\n",
    'export type Role = "checked" | "text" | "source";\n',
    "/** By the path of the field without places in lists. */\n",
    `export const ROLES: { readonly [path: string]: Role } = ${JSON.stringify(rolesOf(definitions))};\n\n`,
    ...lists,
    "\n/** What a group of one class has; the programmes in the order of the law. */\n",
    "export interface OfClass {\n  readonly programmes: readonly Programme[];\n",
    "  /** Programmes of which the worker pays a part. */\n  readonly workerPart: readonly Programme[];\n",
    "  readonly risk: boolean;\n  readonly sector: boolean;\n",
    "  /** Whether a group that names no base pays on the lowest one. */\n  readonly lowestBase: boolean;\n",
    "  /** Whether a contract may stand in the place of wages. */\n  readonly contract: boolean;\n}\n\n",
    `export const CLASSES: { readonly [Class in WorkerClass]: OfClass } = ${JSON.stringify(classes)};\n`,
    `export const PROGRAMMES: readonly Programme[] = ${JSON.stringify(wordsOf(definitions.Programme))};\n`,
    "/** Money of which only a part of the allocation may go to contributions. */\n",
    `export const EARMARKED: readonly FundKind[] = ${JSON.stringify(earmarked)};\n`,
  ];
  writeFileSync(join(root, "www", "src", "plan", "fields.ts"), text.join(""));
}
