// Permissions of the workflows, and that a release has one version everywhere.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse, parseDocument, visit } from "yaml";
import { version } from "../../scripts/parts.mjs";
import { root } from "../../scripts/setup.mjs";
import { otherwise } from "../../scripts/tag.mjs";

const folder = join(root, ".github", "workflows");

/** Most permissions of each job. */
const ALLOWED = {
  "ci.yml test": { contents: "read" },
  "ci.yml oldest-rust": { contents: "read" },
  "ci.yml dependencies": { contents: "read" },
  "ci.yml whole-matrix": { contents: "read" },
  "release.yml build": { contents: "read" },
  "release.yml publish": { "id-token": "write" },
  "release.yml page": { contents: "write" },
};

const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), "utf8");
  return { name, text, workflow: parse(text) };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([job, content]) => ({ id: `${name} ${job}`, job: content })),
);

test("a workflow may do nothing, and each job only what is listed here", () => {
  for (const { name, workflow } of workflows) assert.deepEqual(workflow.permissions, {}, name);
  assert.deepEqual(Object.fromEntries(jobs.map(({ id, job }) => [id, job.permissions])), ALLOWED);
});

test("each permission says why it is given", () => {
  for (const { text } of workflows) {
    visit(parseDocument(text), {
      Pair(_, { key, value }) {
        if (key.value !== "permissions") return;
        for (const permission of value.items)
          assert.match(permission.value.comment ?? "", /^ to /, `${permission.key.value} without a reason`);
      },
    });
  }
});

test("a stranger's pull request runs with the rights of a stranger", () => {
  const trusted = ["pull_request_target", "workflow_run", "issue_comment"];
  for (const { name, workflow } of workflows)
    assert.deepEqual(
      trusted.filter((event) => event in workflow.on),
      [],
      name,
    );
});

test("every action is of GitHub itself, at one commit, with its version beside it", () => {
  for (const { name, text } of workflows) {
    const used = text.split("\n").filter((line) => /^\s*(- )?uses:/.test(line));
    const pinned = /uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    for (const line of used) assert.match(line, pinned, name);
  }
  for (const { id, job } of jobs) assert.equal(job.uses, undefined, `${id} hands its rights to another workflow`);
});

test("one version of an action is one commit in every workflow", () => {
  const commits = new Map();
  for (const { text } of workflows) {
    for (const [, action, commit, tag] of text.matchAll(/uses: (\S+)@(\S+) # (\S+)/g)) {
      assert.equal(commits.get(action) ?? `${commit} ${tag}`, `${commit} ${tag}`, action);
      commits.set(action, `${commit} ${tag}`);
    }
  }
});

test("no script is put together from what a stranger wrote, and no secret is kept", () => {
  for (const { id, job } of jobs)
    for (const step of job.steps) assert.ok(!/\$\{\{/.test(step.run ?? ""), `${id}: ${step.run}`);
  for (const { name, text } of workflows) assert.ok(!/secrets\./.test(text), name);
});

test("a job that checks out leaves no credentials behind, and every job ends", () => {
  for (const { id, job } of jobs) {
    assert.ok(job["timeout-minutes"] <= 90, id);
    for (const step of job.steps)
      if (step.uses?.startsWith("actions/checkout@")) assert.equal(step.with["persist-credentials"], false, id);
  }
});

test("only a tag publishes, after the tests, with provenance", () => {
  const { jobs: release } = workflows.find(({ name }) => name === "release.yml").workflow;
  const publishes = (job) => job.steps.some(({ run }) => /npm publish(?!.*--dry-run)/.test(run ?? ""));
  assert.deepEqual(
    Object.keys(release).filter((name) => publishes(release[name])),
    ["publish"],
  );
  assert.equal(release.publish.if, "github.ref_type == 'tag'");
  assert.equal(release.publish.needs, "build");
  assert.equal(release.page.needs, "publish");
  assert.match(release.publish.steps.at(-1).run, /npm publish .*--provenance/);
  assert.ok(release.build.steps.some(({ run }) => run === "npm test"));
  assert.ok(release.build.steps.some(({ run }) => run === "npm run reproduce"));
});

test("crates, package and workspace are of one version", () => {
  const { version: packaged } = JSON.parse(readFileSync(join(root, "pkg", "package.json"), "utf8"));
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual([packaged, dependencies.cakupan], [version(), version()]);
});

test("a tag of another version is refused", () => {
  assert.ok(otherwise("v99.0.0").some((sentence) => sentence.startsWith("Cargo.toml says")));
  assert.ok(otherwise("v99.0.0").some((sentence) => sentence.startsWith("pkg/package.json says")));
  assert.ok(otherwise("v99.0.0").some((sentence) => sentence.startsWith("CHANGELOG.md has no heading")));
  assert.ok(otherwise(version()).some((sentence) => sentence.startsWith("The tag")));
  assert.ok(!otherwise(`v${version()}`).some((sentence) => sentence.includes(" says ")));
});
