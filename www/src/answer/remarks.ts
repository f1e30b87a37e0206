/** What must be read with a result: warnings beside the answer, remarks after it, what is in order folded away. */

import type { Notice, NoticeCode } from "cakupan";
import { html, nothing } from "lit-html";
import { said } from "../engine/said.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";

/** What is probably wrong in the form, or cannot be carried out as planned. */
const WARNINGS: ReadonlySet<NoticeCode> = new Set<NoticeCode>([
  "fundShort",
  "targetMissed",
  "fundForbidden",
  "willNotPayAsked",
  "regionUnknown",
  "regionLevel",
  "amountTiny",
  "baseIsContribution",
  "wageLow",
  "wageHuge",
  "jkkIsSum",
  "healthRate",
  "jkmIsPackage",
  "ceilingGap",
  "ceilingElsewhere",
  "nextNeverUsed",
]);

export function warnings(notices: readonly Notice[]): View {
  const items = notices.filter(({ code }) => WARNINGS.has(code));
  if (!items.length) return nothing;
  return html`<ul class="warnings">${texts(items).map((text) => html`<li>${text}</li>`)}</ul>`;
}

export function remarks(notices: readonly Notice[]): View {
  const w = words.value.answer;
  // A published total stands with its own remarks beside its table.
  const items = notices.filter((notice) => !WARNINGS.has(notice.code) && !isPublished(notice));
  const [allowed, others] = [items.filter(isAllowed), items.filter((notice) => !isAllowed(notice))].map(texts);
  return html`
    ${others?.length ? html`<h3>${w.notices}</h3>${list(others)}` : nothing}
    ${
      allowed?.length
        ? html`<details class="more"><summary>${w.allowed(allowed.length)}</summary>${list(allowed)}</details>`
        : nothing
    }`;
}

/** What the engine says of a published total, one sentence after another. */
export function isPublished({ code }: Pick<Notice, "code">): boolean {
  return code.startsWith("published");
}

function isAllowed({ code }: Notice): boolean {
  return code === "fundAllowed";
}

function texts(items: readonly Notice[]): readonly string[] {
  return [...new Set(items.map((item) => said(item, item.code)))];
}

function list(items: readonly string[]) {
  return html`<ul class="remarks">${items.map((text) => html`<li>${text}</li>`)}</ul>`;
}
