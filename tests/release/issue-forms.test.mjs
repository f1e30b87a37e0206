// The forms for reports: GitHub shows a form only where all of it can be read, and both languages stand in it.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { root } from "../../scripts/setup.mjs";

const folder = join(root, ".github", "ISSUE_TEMPLATE");
const forms = readdirSync(folder)
  .filter((name) => name !== "config.yml")
  .map((name) => ({ name, form: parse(readFileSync(join(folder, name), "utf8")) }));

const KINDS = ["markdown", "input", "textarea", "dropdown"];
/** Indonesian, a middle dot, English. */
const BOTH = /\S · \S/;

test("each form has what GitHub asks for, and a field that must be filled", () => {
  assert.equal(forms.length, 3);
  for (const { name, form } of forms) {
    for (const key of ["name", "description"]) assert.match(form[key], BOTH, `${name}: ${key}`);
    const fields = form.body.filter(({ type }) => type !== "markdown");
    const ids = fields.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    assert.ok(
      fields.some(({ validations }) => validations?.required === true),
      name,
    );
    for (const { type, attributes } of form.body) {
      assert.ok(KINDS.includes(type), `${name}: ${type}`);
      for (const text of [attributes.label, attributes.description, attributes.value].filter(Boolean))
        assert.match(text, BOTH, name);
      if (type === "dropdown") assert.ok(attributes.options.length >= 2, name);
    }
  }
});

test("a wrong number comes with what it was worked out by, and a changed rule with what was read", () => {
  const required = (start) => {
    const { form } = forms.find(({ name }) => name.startsWith(start));
    return form.body.filter(({ validations }) => validations?.required).map(({ id }) => id);
  };
  assert.deepEqual(required("1-"), ["expected", "basis", "codes"]);
  assert.deepEqual(required("2-"), ["instrument", "link", "value", "read"]);
});
