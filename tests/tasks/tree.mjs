// Somebody who has the accessibility tree and nothing else, as a screen reader has it: no selector, no layout, no picture.
// What is not in the tree, or has no name, cannot be used.
import assert from "node:assert/strict";
import { context, page } from "../page/stage.mjs";

const plain = (text) => text.replace(/[\u00a0\u202f\s]+/g, " ").trim();

export class Reader {
  steps = 0;
  #debug;
  #nodes = [];

  static async begin() {
    const reader = new Reader();
    reader.#debug = await context.newCDPSession(page);
    await reader.#debug.send("Accessibility.enable");
    return reader;
  }

  async #read() {
    const { nodes } = await this.#debug.send("Accessibility.getFullAXTree");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const plainNode = ({ nodeId, ignored, role, name, childIds = [], backendDOMNodeId }) => ({
      id: nodeId,
      isIgnored: ignored,
      role: role?.value ?? "",
      name: plain(name?.value ?? ""),
      children: childIds.filter((id) => byId.has(id)),
      dom: backendDOMNodeId,
    });
    this.#nodes = nodes.map(plainNode);
  }

  /** Waits until the tree has a node of this role whose name begins so. */
  async find(role, name) {
    for (let tries = 0; tries < 50; tries++) {
      await this.#read();
      const found = this.#nodes.find((node) => !node.isIgnored && node.role === role && node.name.startsWith(name));
      if (found) return found;
      await page.waitForTimeout(100);
    }
    return assert.fail(`no ${role} ${name} in the accessibility tree`);
  }

  /** What a screen reader does with a thing that can be pressed. */
  async press(role, name) {
    this.steps += 1;
    const { dom } = await this.find(role, name);
    const { object } = await this.#debug.send("DOM.resolveNode", { backendNodeId: dom });
    await this.#debug.send("Runtime.callFunctionOn", {
      objectId: object.objectId,
      functionDeclaration: "function () { this.click(); }",
    });
  }

  /** Texts of the rows of a table, in reading order: its cells and headings by their names. */
  async rows(name) {
    const table = await this.find("table", name);
    const byId = new Map(this.#nodes.map((node) => [node.id, node]));
    const cells = new Set(["cell", "gridcell", "rowheader", "columnheader"]);
    const below = (node, wanted) =>
      node.children.map((id) => byId.get(id)).flatMap((child) => (wanted(child) ? [child] : below(child, wanted)));
    const isRow = ({ role, isIgnored }) => !isIgnored && role === "row";
    return below(table, isRow).map((row) => below(row, ({ role }) => cells.has(role)).map(({ name }) => name));
  }
}
