// Each shape is said once, in Rust: what is made of it is what the build makes, says everything, and fits the answers.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import { check, compare, explain, law, project, reach, version } from "cakupan";
import { fieldsOf } from "../../scripts/fields.mjs";
import { typesOf } from "../../scripts/types.mjs";
import { everything } from "./everything.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const text = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const printed = (...what) =>
  execFileSync("cargo", ["run", "--quiet", "--", "schema", ...what], { cwd: root, encoding: "utf8" });
const shapes = JSON.parse(printed("all")).$defs;

test("the schemas and the types of the package are those of the engine", () => {
  const stale = "is not what the engine says; run 'npm run build'";
  assert.ok(text("pkg/dist/scenario.schema.json") === printed(), `scenario.schema.json ${stale}`);
  assert.ok(text("pkg/dist/projection.schema.json") === printed("projection"), `projection.schema.json ${stale}`);
  assert.ok(text("pkg/dist/cjs/types.d.ts") === typesOf(shapes), `types.d.ts ${stale}`);
  assert.ok(text("www/src/plan/fields.ts").includes(JSON.stringify(fieldsOf(shapes))), `fields.ts ${stale}`);
});

/** Every shape, field, word and kind below, with where it stands. A `kind` is said by its value. */
function* saying(schema, place) {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (name !== "kind") yield [`${place}.${name}`, field];
    yield* saying(field, `${place}.${name}`);
  }
  for (const one of [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]) {
    const kind = one.const ?? one.properties?.kind.const;
    if (kind) yield [`${place} ${kind}`, one];
    yield* saying(one, `${place} ${kind}`);
  }
  if (schema.items) yield* saying(schema.items, `${place}[]`);
}

test("every shape, field and word says what it means, in words of JSON", () => {
  const all = Object.entries(shapes).flatMap(([name, schema]) => [[name, schema], ...saying(schema, name)]);
  assert.ok(all.length > 600, `${all.length}`);
  for (const [place, { description }] of all) {
    assert.ok(description, `${place} says nothing`);
    assert.doesNotMatch(description, /`None`|`Some`|\[`|::/, `${place} speaks Rust`);
    assert.doesNotMatch(description, /\s\s|\n/, place);
  }
});

const ajv = new Ajv2020({ allErrors: true, strict: false });
ajv.addSchema({ $id: "shapes", $defs: shapes });
const is = (name) => ajv.compile({ $ref: `shapes#/$defs/${name}` });

const cases = readdirSync(new URL("../../cases/", import.meta.url)).map((name) => JSON.parse(text(`cases/${name}`)));

test("every answer has the fields of its shape, all of them and no others", () => {
  const fits = (name, value) => {
    const valid = is(name);
    assert.ok(valid(value), `${name}: ${JSON.stringify(valid.errors)}`);
    for (const field of Object.keys(value)) {
      const { [field]: _, ...less } = value;
      assert.ok(!valid(less), `${name} without ${field}`);
    }
    assert.ok(!valid({ ...value, more: 1 }), `${name} with more`);
  };
  for (const scenario of [everything, ...cases]) {
    fits("Projection", project(scenario));
    for (const measure of ["rupiah", "personMonths", ...(scenario.workforce ? ["coverage", "gap"] : [])])
      fits("Explained", explain(scenario, { measure }));
    fits("Reach", reach(scenario));
  }
  fits("Comparison", compare([everything, ...cases.slice(0, 3)]));
  fits("Law", law());
  fits("Version", version());
  for (const problem of check({ schema: 1, segments: [{}], funds: [{ kind: "x" }] })) fits("Problem", problem);
});

const nameOf = ({ $ref }) => $ref?.slice("#/$defs/".length);

/** The fields of named shapes that a value fills, as `Fund.next`; of kinds, as `Base fixed.rupiah`. */
function* filled(value, schema, name) {
  if (value === null || value === undefined) return;
  const named = nameOf(schema);
  if (named) yield* filled(value, shapes[named], named);
  for (const one of schema.anyOf ?? []) yield* filled(value, one, name);
  for (const one of schema.oneOf ?? [])
    if (one.properties?.kind.const === value.kind) yield* filled(value, one, `${name} ${value.kind}`);
  for (const [field, part] of Object.entries(schema.properties ?? {})) {
    if (value[field] !== undefined) yield `${name}.${field}`;
    yield* filled(value[field], part, name);
  }
  if (schema.items) for (const item of value) yield* filled(item, schema.items, name);
  if (schema.additionalProperties)
    for (const item of Object.values(value)) yield* filled(item, schema.additionalProperties, name);
}

/** Every field of the shapes that a schema needs. */
function fieldsBelow(schema, name, seen = new Set()) {
  const named = nameOf(schema);
  if (named) return seen.has(named) ? [] : fieldsBelow(shapes[named], named, seen.add(named));
  const fields = Object.entries(schema.properties ?? {}).flatMap(([field, part]) => [
    `${name}.${field}`,
    ...fieldsBelow(part, name, seen),
  ]);
  const kinds = (schema.oneOf ?? []).flatMap((one) => fieldsBelow(one, `${name} ${one.properties?.kind.const}`, seen));
  const others = [...(schema.anyOf ?? []), schema.items, schema.additionalProperties].filter(Boolean);
  return [...fields, ...kinds, ...others.flatMap((one) => fieldsBelow(one, name, seen))];
}

test("the scenario with every field has every field", () => {
  const has = new Set(filled(everything, { $ref: "#/$defs/Scenario" }));
  const all = fieldsBelow({ $ref: "#/$defs/Scenario" });
  assert.ok(all.length > 150, `${all.length}`);
  assert.deepEqual(
    all.filter((field) => !has.has(field)),
    [],
  );
});

test("a shape becomes its type: optional, null, read only, choices, kinds, a parameter", () => {
  const figure = { $ref: "#/$defs/Figure" };
  const definitions = {
    Month: { type: "string", description: "A month." },
    Colour: {
      description: "A colour.",
      oneOf: [
        { const: "red", description: "Like blood." },
        { const: "blue", description: "Like the sea." },
      ],
    },
    Figure: {
      type: "object",
      properties: {
        colour: { $ref: "#/$defs/Colour", description: "Which." },
        words: { type: "array", items: { enum: ["a", "b"] } },
        may: { anyOf: [{ $ref: "#/$defs/Month" }, { type: "null" }] },
        must: { type: ["number", "null"] },
        one: { const: 1 },
      },
      required: ["colour", "words", "must", "one"],
    },
    Kind: {
      oneOf: [
        { type: "object", properties: { kind: { const: "x" }, size: { type: "integer" } }, required: ["kind", "size"] },
        { type: "object", properties: { kind: { const: "y" } }, required: ["kind"] },
      ],
    },
    Sources: { type: "object", additionalProperties: figure },
    MaybeFigure: {
      type: "object",
      properties: { value: { anyOf: [figure, { type: "null" }] } },
      required: ["value"],
      "x-generic": { name: "Maybe", of: "Figure" },
    },
    Last: { type: "object", properties: { figure: { $ref: "#/$defs/MaybeFigure" } }, required: ["figure"] },
  };
  const [, types] = typesOf(definitions).split("rupiah. */\n\n");
  assert.equal(
    types,
    `/** A month. */
export type Month = string;

/** A colour. */
export type Colour =
  /** Like blood. */
  | "red"
  /** Like the sea. */
  | "blue";

export interface Figure {
  /** Which. */
  readonly colour: Colour;
  readonly words: readonly ("a" | "b")[];
  readonly may?: Month | null;
  readonly must: number | null;
  readonly one: 1;
}

export type Kind =
  | {
      readonly kind: "x";
      readonly size: number;
    }
  | {
      readonly kind: "y";
    };

export type Sources = { readonly [name: string]: Figure };

export interface Maybe<Value> {
  readonly value: Value | null;
}

export interface Last {
  readonly figure: Maybe<Figure>;
}
`,
  );
});

test("the fields of the page are numbers by kind, parts, and lists of parts; one name has one meaning in a part", () => {
  const fields = fieldsOf(shapes);
  // Typed from the form: what a planner types as people, rupiah, percent, a coverage, a year.
  assert.equal(fields.segments[0].enrolment.eligible, "people");
  assert.deepEqual(fields.workforce.eligible, [{ people: "people" }]);
  assert.equal(fields.segments[0].base.rupiah, "money");
  assert.deepEqual(fields.target.points, [{ percent: "part" }]);
  assert.equal(fields.target.yearly.points, "percent");
  assert.equal(fields.funds[0].ceilings[0].year, "year");
  assert.equal(fields.period.months, "months");
  assert.equal(fields.segments[0].name, undefined);
  const twice = (one, other) => ({
    Scenario: {
      properties: { part: { oneOf: [{ properties: { size: one } }, { properties: { size: other } }] } },
    },
  });
  const people = { type: "integer", "x-unit": "people" };
  assert.deepEqual(fieldsOf(twice(people, people)), { part: { size: "people" } });
  assert.throws(() => fieldsOf(twice(people, { type: "integer", "x-unit": "money" })), /'size' is "people"/);
});
