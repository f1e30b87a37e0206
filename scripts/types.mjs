// TypeScript declarations from the JSON Schemas of the engine: every named shape with the doc comments of its fields.
//
// By hand, because the types of the package are read only throughout and one of them has a parameter, and
// json-schema-to-typescript knows neither (docs/adr/0046).

/** How wide a comment may be. */
const WIDTH = 116;

/** A JSDoc comment, on one line where it fits. */
function comment(text, indent) {
  if (!text) return "";
  const safe = text.replaceAll("*/", "*\\/");
  if (indent.length + safe.length + 7 <= WIDTH) return `${indent}/** ${safe} */\n`;
  const lines = [];
  let line = "";
  for (const word of safe.split(" ")) {
    if (line && indent.length + 3 + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  const body = [...lines, line].map((each) => `${indent} * ${each}\n`).join("");
  return `${indent}/**\n${body}${indent} */\n`;
}

/** The alternatives of a schema, or none. */
const alternatives = ({ oneOf, anyOf, enum: words }) => oneOf ?? anyOf ?? words?.map((word) => ({ const: word }));

/** The declarations of all definitions, in their order. */
export function typesOf(definitions) {
  /** A type with a parameter has a definition for each of its uses; it is declared once. */
  const nameOf = (ref) => {
    const name = ref.slice("#/$defs/".length);
    const generic = definitions[name]?.["x-generic"];
    return generic ? `${generic.name}<${generic.of}>` : name;
  };

  const PLAIN = { string: "string", number: "number", integer: "number", boolean: "boolean", null: "null" };

  /** A schema as a type, on one line or, of an object, on several. */
  function type(schema, indent) {
    if (schema.$ref) return nameOf(schema.$ref);
    if ("const" in schema) return JSON.stringify(schema.const);
    const each = alternatives(schema);
    if (each) return [...new Set(each.map((one) => type(one, indent)))].join(" | ");
    if (Array.isArray(schema.type)) return schema.type.map((one) => type({ ...schema, type: one }, indent)).join(" | ");
    if (schema.type === "array") {
      const item = type(schema.items, indent);
      return `readonly ${item.includes(" ") ? `(${item})` : item}[]`;
    }
    if (schema.type === "object") {
      if (schema.properties) return `{\n${fields(schema, `${indent}  `)}${indent}}`;
      return `{ readonly [name: string]: ${type(schema.additionalProperties, indent)} }`;
    }
    const plain = PLAIN[schema.type];
    if (!plain) throw new Error(`There is no type for ${JSON.stringify(schema)}.`);
    return plain;
  }

  function fields({ properties, required = [] }, indent) {
    const field = ([name, schema]) => {
      const optional = required.includes(name) ? "" : "?";
      return `${comment(schema.description, indent)}${indent}readonly ${name}${optional}: ${type(schema, indent)};\n`;
    };
    return Object.entries(properties).map(field).join("");
  }

  /** Each alternative on a line of its own, with its meaning. */
  const union = (each) => each.map((one) => `\n${comment(one.description, "  ")}  | ${type(one, "    ")}`).join("");

  function declaration([name, schema]) {
    const about = comment(schema.description, "");
    if (schema.properties) return `${about}export interface ${name} {\n${fields(schema, "  ")}}\n`;
    const each = alternatives(schema);
    return `${about}export type ${name} =${each ? union(each) : ` ${type(schema, "")}`};\n`;
  }

  const declared = new Set();
  const entries = Object.entries(definitions).flatMap(([name, schema]) => {
    const generic = schema["x-generic"];
    if (!generic) return [[name, schema]];
    if (declared.has(generic.name)) return [];
    declared.add(generic.name);
    // Its own definition names the parameter once; everywhere else in it the other names stay.
    const text = JSON.stringify(schema).replaceAll(`"#/$defs/${generic.of}"`, '"#/$defs/Value"');
    return [[`${generic.name}<Value>`, JSON.parse(text)]];
  });
  const intro = "/** The shapes that go in and come out of `cakupan`: plain JSON objects, money in whole rupiah. */\n";
  return [intro, ...entries.map(declaration)].join("\n");
}
