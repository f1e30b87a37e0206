/** What must be filled in or repaired, as links to the fields. */

import type { Problem } from "cakupan";
import { html, nothing, type TemplateResult } from "lit-html";
import { said } from "../engine/said.js";
import { fieldLink } from "../form/go-to.js";
import type { Later } from "../form/later.js";
import type { Fault } from "../plan/answer.js";
import type { Made } from "../plan/file.js";
import { writeNumber } from "../plan/numbers.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { list, number, rupiah } from "../words/format.js";

/** More lines than these nobody reads; a plan from outside may bring any number. */
const MOST = 100;

export interface NamedFault extends Fault {
  /** What its field is called. */
  readonly name: string;
}

/** `later`: offers to replace a value that the law does not have. */
export function problemSummary(faults: readonly NamedFault[], later: Later | null): View {
  const w = words.value.problems;
  if (!faults.length) return nothing;
  // An empty form is styled as waiting, not as an error.
  const waiting = faults.every((fault) => fault.absent);
  return html`
    <section class=${waiting ? "problems waiting" : "problems"} aria-labelledby="problems-heading">
      <h3 id="problems-heading">${w.heading}</h3>
      <ul>${first(faults, (fault) => item(fault, later))}</ul>
    </section>`;
}

/** Why the figures are not of what the form holds now: the first field that keeps them back. */
export function staleText(faults: readonly NamedFault[]): string {
  const w = words.value.problems;
  const [fault, ...others] = faults;
  if (!fault) return `${w.staleMark}.`;
  const unread = fault.unclear !== null || fault.problem?.code === "notANumber";
  const why = unread ? w.unread : fault.absent ? w.unfilled : w.refused;
  return w.stale(fault.name, why, others.length ? number(others.length) : "");
}

/** Which parts the figures leave out, because they are not complete; by the names of the parts. */
export function asideText(parts: readonly string[]): string {
  return words.value.problems.aside(list(parts, language.value));
}

// ───────────────────────────── plans from outside ─────────────────────────────

export interface FromOutside {
  /** What no field shows: the name of its field, and what the engine says of it. */
  readonly lost: readonly { readonly name: string; readonly problem: Problem }[];
  /** With what the plan was made, where it says so. */
  readonly made: Made | null;
  /** The engine and the law of this page; `null` until the engine has started. */
  readonly running: { readonly engine: string; readonly law: string } | null;
  /** Check code and cost of the plan as calculated here; `null` where nothing fresh is there. */
  readonly now: { readonly input: string; readonly rupiah: number } | null;
}

/** What of a plan from outside could not be used, in the engine's words, and what became of its total. */
export function lostSummary(plan: FromOutside): View {
  const w = words.value.problems;
  const { lost } = plan;
  const made = madeLines(plan);
  if (!lost.length && !made.length) return nothing;
  const line = ({ name, problem }: FromOutside["lost"][number]) =>
    html`<li>${name}: ${said(problem, problem.code)}</li>`;
  return html`
    <section class=${lost.length ? "problems" : "problems waiting"} id="lost" aria-labelledby="lost-heading">
      <h3 id="lost-heading">${lost.length ? w.lost : words.value.kept.madeHeading}</h3>
      ${lost.length ? html`<ul>${first(lost, line)}</ul>` : nothing}
      ${made.map((text) => html`<p>${text}</p>`)}
    </section>`;
}

/** With which rules a plan from outside was made, where they were others, and what became of its total. */
function madeLines({ made, lost, running, now }: FromOutside): readonly string[] {
  const w = words.value.kept;
  if (!made?.law || !made.engine || running === null) return [];
  const other = made.law !== running.law || made.engine !== running.engine;
  const moved = now !== null && made.rupiah !== null && made.rupiah !== now.rupiah;
  // The check code is compared only within a release: another release may compute it differently.
  const altered = !other && now !== null && made.input !== null && made.input !== now.input;
  return [
    ...(other || lost.length ? [w.made(made.engine, made.law)] : []),
    ...(other ? [w.now(running.engine, running.law)] : []),
    ...(altered && made.input && now ? [w.altered(made.input, now.input)] : []),
    ...(moved && made.rupiah !== null && now ? [w.moved(rupiah(made.rupiah), rupiah(now.rupiah))] : []),
  ];
}

function first<T>(all: readonly T[], line: (one: T) => TemplateResult): TemplateResult {
  const more = all.length - MOST;
  return html`
    ${all.slice(0, MOST).map(line)}
    ${more > 0 ? html`<li>${words.value.problems.more(number(more))}</li>` : nothing}`;
}

function item(fault: NamedFault, later: Later | null): TemplateResult {
  return html`<li>${fieldLink(fault.path, fault.name)}: ${text(fault)} ${(fault.problem && later?.remedy(fault.problem)) ?? nothing}</li>`;
}

function text({ problem, unclear }: Fault): string {
  if (!unclear) return problem ? said(problem, problem.code) : "";
  const w = words.value.problems;
  if (unclear.why === "word") return w.unclear.word(unclear.typed);
  const readings = unclear.choices.map((value) => writeNumber(value, unclear.kind));
  return w.unclearShort(unclear.typed, readings.join(` ${w.or} `));
}
