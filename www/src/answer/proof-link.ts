/** The link to the page "Uji". */
import { html, type TemplateResult } from "lit-html";
import { words } from "../words/current.js";

export const proofLink = (): TemplateResult => html`<p><a href="./uji.html">${words.value.answer.proof}</a></p>`;
