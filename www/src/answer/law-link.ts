/** The title of a value of the law, as a link to its place on the page of the law. */
import { html, type TemplateResult } from "lit-html";

export const lawLink = (key: string, title: string): TemplateResult | string =>
  html`<a href=${`./aturan.html#${key}`}>${title}</a>`;
