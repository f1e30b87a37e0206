// JSON Schemas of a scenario and a projection: limits from the engine, descriptions from the types.
import { createGenerator } from "ts-json-schema-generator";

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

function ofTypes(path, type) {
  return createGenerator({ path, type, skipTypeCheck: true, topRef: false, additionalProperties: false }).createSchema(
    type,
  );
}

/** Schema of a projection, from its types. */
export function projectionSchema(path) {
  const { definitions, $schema: _, ...projection } = ofTypes(path, "Projection");
  const text = JSON.stringify({ $schema: DIALECT, title: "Projection of cakupan", ...projection, $defs: definitions });
  return JSON.parse(text.replaceAll("#/definitions/", "#/$defs/"));
}

/** Adds the descriptions of a type to the schema that the engine writes. */
export function describe(schema, path, type) {
  const { definitions, ...top } = ofTypes(path, type);
  /** Alternatives of a node. */
  const meant = (node) => {
    if (!node) return [];
    if (node.$ref) return meant(definitions[decodeURIComponent(node.$ref.slice("#/definitions/".length))]);
    return node.anyOf ? node.anyOf.flatMap(meant) : [node];
  };
  const walk = (own, theirs) => {
    for (const [name, property] of Object.entries(own.properties ?? {})) {
      const same = meant(theirs)
        .map(({ properties }) => properties?.[name])
        .find(Boolean);
      const description = same?.description ?? meant(same).find((node) => node.description)?.description;
      if (description && name !== "kind") property.description = description;
      walk(property, same);
    }
    for (const each of own.oneOf ?? []) {
      const kind = each.properties?.kind?.const;
      walk(each, meant(theirs).find(({ properties }) => properties?.kind?.const === kind) ?? theirs);
    }
    if (own.items)
      walk(
        own.items,
        meant(theirs)
          .map(({ items }) => items)
          .find(Boolean),
      );
    if (own.anyOf) for (const each of own.anyOf) walk(each, theirs);
  };
  walk(schema, top);
  return schema;
}
