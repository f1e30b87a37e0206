/** The block that is signed: place and date, one to three signers, and who acknowledges. */
import { html, nothing, type TemplateResult } from "lit-html";
import { language } from "../words/current.js";
import { monthYear } from "../words/format.js";
import type { Signer, Signing } from "./data.js";
import { reportWords } from "./words.js";

export function signatures({ place, signers, acknowledging }: Signing, date: string): TemplateResult {
  const w = reportWords();
  return html`
    <section class="signing">
      <h2 class="quiet-heading">${w.signatures}</h2>
      <p class="where">${w.place(place, longDay(date))}</p>
      <div class="signers">${signers.map((signer) => block(signer))}</div>
      ${acknowledging ? html`<div class="signers">${block(acknowledging, w.acknowledged)}</div>` : nothing}
    </section>`;
}

function block({ office, name, nip }: Signer, above = ""): TemplateResult {
  const w = reportWords();
  return html`
    <div class="signer">
      ${above ? html`<p>${above}</p>` : nothing}
      <p>${office || w.blankOffice}</p>
      <p class="name">${name || w.blankName}</p>
      <p>${w.nip(nip)}</p>
    </div>`;
}

/** "28 November 2026": letters are dated with the whole name of the month. */
export function longDay(date: string): string {
  return `${Number(date.slice(8))} ${monthYear(date.slice(0, 7), language.value)}`;
}
