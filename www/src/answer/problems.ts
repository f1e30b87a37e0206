/** What must be filled in or mended, as links to the fields. */

import type { Problem } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { engine } from "../engine/current.js";
import { said } from "../engine/said.js";
import { fieldLink } from "../form/go-to.js";
import { later } from "../form/later.js";
import { nameOf } from "../form/names.js";
import { answer, type Fault, faults } from "../plan/answer.js";
import { draft, foreign } from "../plan/current.js";
import { writeNumber } from "../plan/numbers.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { list, number, rupiah } from "../words/format.js";

/** So many lines are read; a stranger's plan may bring any number. */
const MOST = 100;

export function problemSummary(): View {
  const w = words.value.problems;
  if (!faults.value.length) return nothing;
  // A form that only waits for its first figures is no alarm.
  const waiting = faults.value.every((fault) => fault.absent);
  return html`
    <section class=${waiting ? "problems waiting" : "problems"} aria-labelledby="problems-heading">
      <h3 id="problems-heading">${w.heading}</h3>
      <ul>${first(faults.value, item)}</ul>
    </section>`;
}

/** Why the figures are not of what the form holds now: the first field that keeps them back. */
export function staleText(): string {
  const w = words.value.problems;
  const [fault, ...others] = faults.value;
  if (!fault) return `${w.staleMark}.`;
  const unread = fault.unclear !== null || fault.problem?.code === "notANumber";
  const why = unread ? w.unread : fault.absent ? w.unfilled : w.refused;
  return w.stale(nameOf(fault.path), why, others.length ? number(others.length) : "");
}

/** Which parts the figures leave out, because they are not complete. */
export function asideText(parts: readonly string[]): string {
  const names = parts.map((part) => nameOf(part));
  return words.value.problems.aside(list(names, language.value));
}

/** What of a plan from outside no field shows, in the engine's words; its rows may have other places by now. */
export function lostSummary(): View {
  const w = words.value.problems;
  const { lost, draft: plan } = foreign.value;
  const made = madeLines();
  if ((!lost.length && !made.length) || plan !== draft.value) return nothing;
  const line = (problem: Problem) => html`<li>${nameOf(problem.path, null)}: ${said(problem, problem.code)}</li>`;
  return html`
    <section class=${lost.length ? "problems" : "problems waiting"} id="lost" aria-labelledby="lost-heading">
      <h3 id="lost-heading">${lost.length ? w.lost : words.value.kept.madeHeading}</h3>
      ${lost.length ? html`<ul>${first(lost, line)}</ul>` : nothing}
      ${made.map((text) => html`<p>${text}</p>`)}
    </section>`;
}

/** With which rules a plan from outside was made, where they were others, and what became of its total. */
function madeLines(): readonly string[] {
  const w = words.value.kept;
  const { made, lost } = foreign.value;
  const running = engine.value;
  if (!made?.law || !made.engine || typeof running === "string") return [];
  const { engine: version, law } = running.version();
  const other = made.law !== law || made.engine !== version;
  const { last, fresh } = answer.value;
  const now = fresh && last ? last.projection : null;
  const moved = now !== null && made.rupiah !== null && made.rupiah !== now.total.rupiah;
  // Between releases the code may be taken in another way; within one it is that of the input.
  const altered = !other && now !== null && made.input !== null && made.input !== now.input;
  return [
    ...(other || (lost.length && made.law) ? [w.made(made.engine, made.law)] : []),
    ...(other ? [w.now(version, law)] : []),
    ...(altered && made.input && now ? [w.altered(made.input, now.input)] : []),
    ...(moved && made.rupiah !== null && now ? [w.moved(rupiah(made.rupiah), rupiah(now.total.rupiah))] : []),
  ];
}

function first<T>(all: readonly T[], line: (one: T) => TemplateResult): TemplateResult {
  const more = all.length - MOST;
  return html`
    ${all.slice(0, MOST).map(line)}
    ${more > 0 ? html`<li>${words.value.problems.more(number(more))}</li>` : nothing}`;
}

function item(fault: Fault): TemplateResult {
  return html`<li>${fieldLink(fault.path)}: ${text(fault)} ${(fault.problem && later.value?.remedy(fault.problem)) ?? nothing}</li>`;
}

function text({ problem, unclear }: Fault): string {
  if (!unclear) return problem ? said(problem, problem.code) : "";
  const w = words.value.problems;
  const readings = unclear.choices.map((value) => writeNumber(value, unclear.kind));
  return w.unclearShort(unclear.typed, readings.join(` ${w.or} `));
}
