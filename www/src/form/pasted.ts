/** The offer to spread several pasted cells over groups, or the reason why that is not possible. */
import { html, nothing } from "lit-html";
import { change } from "../plan/current.js";
import { closeOffer, type Pasted } from "../plan/paste.js";
import { type Offer, offerOf, spread } from "../plan/spread.js";
import type { Draft } from "../plan/draft.js";
import { focusSoon } from "../ui/focus.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { number } from "../words/format.js";
import type { FormPart } from "./part.js";

/** Pasted cells that are listed before the buttons; the rest is a number. */
const MOST = 8;

/** What is offered for pasted cells: below the row for fields of groups, below the field for others. */
export function pastedAt({ pasted: now }: Pick<FormPart, "pasted">, place: string): View {
  if (now === null || (/^segments\[\d+\]/.exec(now.path)?.[0] ?? now.path) !== place) return nothing;
  const w = words.value.paste;
  const offer = offerOf(now);
  const close = () => {
    closeOffer();
    document.getElementById(now.path)?.focus();
  };
  return html`
    <div class="pasted" role="alert">
      ${offer.is === "fits" ? fitting(now, offer) : html`<p>${refusal(now, offer)} ${w.nothingChanged}</p>`}
      <button type="button" class="small plain" @click=${close}>${offer.is === "fits" ? w.cancel : w.close}</button>
    </div>`;
}

function refusal({ draft }: Pasted, offer: Exclude<Offer, { is: "fits" }>): string {
  const w = words.value.paste;
  switch (offer.is) {
    case "tooMuch":
      return w.tooMuch;
    case "table":
      return w.table(number(offer.rows), number(offer.columns));
    case "oneOnly":
      return w.oneOnly(number(offer.cells));
    case "notNumber":
      return w.notNumber(offer.cell.slice(0, 40));
    case "otherGroup":
      return w.otherGroup(groupName(draft, offer.place));
  }
}

function groupName({ segments }: Draft, place: number): string {
  return segments[place]?.name || words.value.form.unnamed(place + 1);
}

function fitting(now: Pasted, { cells, there, more }: Extract<Offer, { is: "fits" }>): View {
  const w = words.value.paste;
  const first = Number(/\d+/.exec(now.path)?.[0]);
  const fill = (some: readonly string[]) => () => {
    change(spread(now, some), w.done(number(some.length)));
    focusSoon(now.path);
  };
  const line = (cell: string, place: number) => html`
    <li>${place < there ? groupName(now.draft, first + place) : w.newGroup}: <strong>${cell || w.blank}</strong></li>`;
  const hidden = cells.length - MOST;
  return html`
    <p>${w.offer(number(cells.length))}</p>
    <ol>
      ${cells.slice(0, MOST).map(line)}
      ${hidden > 0 ? html`<li>${words.value.problems.more(number(hidden))}</li>` : nothing}
    </ol>
    <button type="button" class="small" @click=${fill(cells)}>
      ${more > 0 ? w.fillAndAdd(number(there), number(more)) : w.fill(number(there))}</button>
    ${
      more > 0
        ? html`<button type="button" class="small" @click=${fill(cells.slice(0, there))}>
            ${w.fillOnly(number(there), number(more))}</button>`
        : nothing
    }`;
}
