/** A statutory value in words: how much, on what it rests, and how far somebody has looked. */
import { type TemplateResult, html } from "lit-html";
import type { ParameterUsed, Source, Unit } from "cakupan";
import { number, percent, rupiah } from "../format.js";
import { words } from "../state.js";

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
