// Readers, schema and types accept the same messages, and no other message breaks them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, test } from "node:test";
import Ajv2020 from "ajv/dist/2020.js";
import { createGenerator } from "ts-json-schema-generator";
import { LIMITS, define, readFrameMessage, readHostMessage } from "cakupan/embed";
import { diceFrom } from "../oracle/generate.mjs";
import { damage } from "./damage.mjs";
import { frameMessages, hostMessages, makassar } from "./messages.mjs";

const exported = (name) => JSON.parse(readFileSync(new URL(import.meta.resolve(`cakupan/${name}`)), "utf8"));
const schema = exported("embed.schema.json");
const options = { allErrors: true, strict: true, allowUnionTypes: true };

/** The schema with any scenario: the readers leave its check to the engine. */
const ajv = new Ajv2020(options).addSchema({ type: "object" }, "scenario.schema.json").addSchema(schema);
const bySchema = { HostMessage: part(ajv, "HostMessage"), FrameMessage: part(ajv, "FrameMessage") };

function part(with_, name) {
  return with_.getSchema(`embed.schema.json#/$defs/${name}`);
}

const read = {
  HostMessage: (message) => {
    const found = readHostMessage(message);
    return found !== null && !("refused" in found);
  },
  FrameMessage: (message) => readFrameMessage(message) !== null,
};
const good = { HostMessage: hostMessages, FrameMessage: frameMessages };

/** The limits that no schema can state, counted again. */
function withinLimits(message) {
  let letters = 0;
  const walk = (value, depth) => {
    letters += 1;
    if (depth > 24) return false;
    if (typeof value === "string") letters += value.length;
    if (typeof value !== "object" || value === null) return true;
    return Object.entries(value).every(([key, item]) => {
      if (!Array.isArray(value)) letters += key.length;
      return key !== "__proto__" && walk(item, depth + 1);
    });
  };
  return walk(message, 0) && letters <= LIMITS.letters;
}

describe("good messages", () => {
  test("are accepted, and come out equal", () => {
    for (const message of hostMessages) assert.deepEqual(readHostMessage(message), message);
    for (const message of frameMessages) assert.deepEqual(readFrameMessage(message), message);
  });

  test("fit the schema, the scenario included", () => {
    const strict = new Ajv2020(options);
    strict.addSchema({ ...exported("scenario.schema.json"), $id: "scenario.schema.json" }).addSchema(schema);
    for (const name of ["HostMessage", "FrameMessage"])
      for (const message of good[name])
        assert.ok(part(strict, name)(message), JSON.stringify(part(strict, name).errors));
  });

  test("limits of schema and code are the same numbers", () => {
    assert.equal(schema.$defs.Height.properties.pixels.maximum, LIMITS.pixels);
    const told = [...schema.description.matchAll(/[\d,]{3,}/g)].map(([text]) => Number(text.replaceAll(",", "")));
    assert.deepEqual(told, [LIMITS.letters, LIMITS.messages]);
  });
});

describe("2,000 damaged messages of each side", () => {
  const types = fileURLToPath(new URL("../../pkg/js/embed.d.ts", import.meta.url));
  /** Failures that types cannot state. */
  const ofLimits = ({ keyword, params }) =>
    ["maxLength", "maxItems", "minimum", "maximum", "pattern"].includes(keyword) ||
    (keyword === "type" && String(params.type).includes("integer"));

  for (const name of ["HostMessage", "FrameMessage"])
    test(`${name}: reader and schema agree on each, and no type is narrower or wider but for limits`, () => {
      const { $schema: _, ...made } = createGenerator({
        path: types,
        type: name,
        skipTypeCheck: true,
        topRef: false,
        additionalProperties: false,
      }).createSchema(name);
      made.definitions.Scenario = { type: "object" };
      const byTypes = new Ajv2020({ strict: false, allErrors: true }).compile(made);
      let refused = 0;
      for (let seed = 1; seed <= 2000; seed++) {
        const dice = diceFrom(seed);
        const message = structuredClone(dice.pick(good[name]));
        for (let times = dice.int(1, 2); times > 0; times--) damage(dice, message);
        const told = `${seed}: ${JSON.stringify(message).slice(0, 2000)}`;
        const accepted = bySchema[name](message);
        assert.equal(read[name](message), accepted && withinLimits(message), told);
        if (accepted) assert.ok(byTypes(message), `types refuse ${told}`);
        else if (byTypes(message)) assert.ok(bySchema[name].errors.some(ofLimits), `types accept ${told}`);
        if (!accepted) refused++;
      }
      assert.ok(refused > 1000, `${refused} refused`);
    });

  test("what is read has no prototype of the sender, and no part of the message itself", () => {
    const message = structuredClone(hostMessages[1]);
    const { settings } = readHostMessage(message);
    assert.notEqual(settings.scenario, message.settings.scenario);
    message.settings.theme.accent = "#000000";
    assert.equal(settings.theme.accent, "#0b5cad");
    assert.equal({}.mode, undefined);
  });
});

describe("what no clone of a window would be", () => {
  const configure = (settings) => ({ cakupan: 1, kind: "configure", settings });
  const cycle = { mode: "full" };
  cycle.scenario = cycle;
  const getter = {
    get mode() {
      throw new Error("got");
    },
  };
  const proxy = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error("trap");
      },
    },
  );
  const sparse = [];
  sparse.length = 2 ** 32 - 1;

  for (const [name, settings, code] of [
    ["a cycle", cycle, "tooLarge"],
    ["a getter that throws", getter, "badSetting"],
    ["a Proxy that throws", proxy, "badSetting"],
    ["a BigInt", { scenario: { a: 1n } }, "badSetting"],
    ["NaN", { theme: { radius: NaN } }, "badSetting"],
    ["a date", { scenario: new Date(0) }, "badSetting"],
    ["a map", { scenario: new Map() }, "badSetting"],
    ["a function", { scenario: { a() {} } }, "badSetting"],
    ["a sparse array", { scenario: { a: sparse } }, "tooLarge"],
    ["a class", { scenario: new (class Plan {})() }, "badSetting"],
    ["a long text", { region: "a".repeat(5e6) }, "tooLarge"],
    ["many small parts", { scenario: { a: Array(3e5).fill(0) } }, "tooLarge"],
    ["bytes", { scenario: new Uint8Array(8) }, "badSetting"],
  ])
    test(`${name} is refused, and nothing is thrown`, () => {
      assert.equal(readHostMessage(configure(settings)).refused, code);
      assert.equal(readFrameMessage({ cakupan: 1, kind: "refused", code: "tooMany", params: settings }), null);
    });

  test("messages of others are none of ours", () => {
    for (const data of [
      undefined,
      null,
      1,
      "cakupan",
      [],
      ["cakupan"],
      {},
      { kind: "configure" },
      { type: "webpackOk" },
      proxy,
    ]) {
      assert.equal(readHostMessage(data), null);
      assert.equal(readFrameMessage(data), null);
    }
  });

  test("a refusal says what is wrong", () => {
    assert.deepEqual(readHostMessage({ cakupan: 2, kind: "configure", settings: {} }), {
      refused: "unknownVersion",
      params: { known: 1 },
    });
    assert.deepEqual(readHostMessage({ cakupan: 1, kind: "open", settings: {} }), {
      refused: "unknownKind",
      params: { known: "configure" },
    });
    const wrong = readHostMessage(configure({ theme: { accent: "red" } }));
    assert.deepEqual(wrong, { refused: "badSetting", params: { setting: "theme.accent" } });
    assert.deepEqual(readHostMessage(configure({ colour: 1 })).params, { setting: "colour" });
    assert.deepEqual(readHostMessage({ ...configure({}), more: 1 }).params, { setting: "more" });
  });
});

test("without a browser the element waits to be asked for: importing and defining do nothing", () => {
  assert.equal(define(), undefined);
  assert.equal(globalThis.customElements, undefined);
});

test("the scenario may be wrong: that is for the engine to tell", () => {
  assert.ok(
    read.HostMessage({ cakupan: 1, kind: "configure", settings: { scenario: { ...makassar, funds: "none" } } }),
  );
});
