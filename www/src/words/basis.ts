/** A statutory value in words: amount with unit, instrument and article, and status. */

import type { ParameterUsed, Source, Unit } from "cakupan";
import { html, type TemplateResult } from "lit-html";
import { words } from "./current.js";
import { number, percent, rupiah } from "./format.js";

export function inUnit(value: number, unit: Unit): string {
  if (unit === "percent") return percent(value);
  return unit === "months" ? `${number(value)} ${words.value.region.monthsUnit}` : rupiah(value);
}

export function basisOf({ instrument, article }: Pick<Source, "instrument" | "article">): string {
  return article ? `${instrument}, ${article}` : instrument;
}

export function statusOf(status: ParameterUsed["status"]): TemplateResult {
  return html`<span class=${`status ${status}`}>${words.value.tables.statuses[status]}</span>`;
}
