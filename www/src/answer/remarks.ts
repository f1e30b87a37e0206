/** The notices of the engine: warnings beside the answer, remarks after it, information in closed details. */

import type { Notice, NoticeCode } from "cakupan";
import { html, nothing } from "lit-html";
import { said } from "../engine/said.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";

/** What the marks beside the answer say in short (`markedValues`): their sentences stand after it. */
const MARKED: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  "valueReplaced",
  "notStatutory",
  "valueExtrapolated",
  "valueAssumed",
]);

/** Whether a notice is shown beside the sentence of the answer, and not after the tables. */
export const isBeside = ({ code, grade }: Notice) => grade === "warning" && !MARKED.has(code);

/** `items`: the notices that stand beside the answer. */
export function warnings(items: readonly Notice[]): View {
  if (!items.length) return nothing;
  return html`<ul class="warnings">${texts(items).map((text) => html`<li>${text}</li>`)}</ul>`;
}

export function remarks(notices: readonly Notice[]): View {
  const w = words.value.answer;
  // Notices about published totals are shown at their table.
  const items = notices.filter((notice) => !isBeside(notice) && !isPublished(notice));
  const [inOrder, others] = [items.filter(isInOrder), items.filter((notice) => !isInOrder(notice))].map(texts);
  return html`
    ${others?.length ? html`<h4>${w.notices}</h4>${list(others)}` : nothing}
    ${
      inOrder?.length
        ? html`<details class="more"><summary>${w.inOrder(inOrder.length)}</summary>${list(inOrder)}</details>`
        : nothing
    }`;
}

/** What the engine says of a published total, one sentence after another. */
export function isPublished({ code }: Pick<Notice, "code">): boolean {
  return code.startsWith("published");
}

function isInOrder({ grade }: Notice): boolean {
  return grade === "information";
}

function texts(items: readonly Notice[]): readonly string[] {
  return [...new Set(items.map((item) => said(item, item.code)))];
}

function list(items: readonly string[]) {
  return html`<ul class="remarks">${items.map((text) => html`<li>${text}</li>`)}</ul>`;
}
