/** What must be filled in or mended, as links to the fields. */
import { type TemplateResult, html, nothing } from "lit-html";
import type { Problem } from "cakupan";
import { type Draft, getAt } from "../draft.js";
import { list, number, rupiah } from "../format.js";
import { writeNumber } from "../numbers.js";
import { type Fault, answer, draft, engine, faults, language, sourced, strange, words } from "../state.js";
import type { View } from "./field.js";
import { later } from "./later.js";
import { said } from "./said.js";

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
  const { lost, draft: plan } = strange.value;
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
  const { made, lost } = strange.value;
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

export function fieldLink(path: string, text = nameOf(path)): TemplateResult {
  const go = (event: Event) => {
    event.preventDefault();
    goTo(path);
  };
  return html`<a href=${`#${path}`} @click=${go}>${text}</a>`;
}

function text({ problem, unclear }: Fault): string {
  if (!unclear) return problem ? said(problem, problem.code) : "";
  const w = words.value.problems;
  const readings = unclear.choices.map((value) => writeNumber(value, unclear.kind));
  return w.unclearShort(unclear.typed, readings.join(` ${w.or} `));
}

/** A field in the reader's words: what it is, and of which row; by its name in the plan that holds it. */
export function nameOf(path: string, plan: Draft | null = draft.value): string {
  const { fields } = words.value.problems;
  const row = /^(segments|funds|overrides|assumptions|otherTargets|totals|published|workforce\.rivals)\[(\d+)\]/.exec(
    path,
  );
  const plain = path.replace(/\[\d+\]/g, "");
  const names = plain.split(".").reverse();
  const what =
    [plain, `${names[1]}.${names[0]}`, ...names].map((name) => fields[name]).find(Boolean) ?? fields.scenario ?? "";
  if (!row) return what;
  const called =
    plan &&
    (getAt(plan, `${row[0]}.name`) ?? later.value?.named(getAt(plan, `${row[0]}.parameter`))?.title[language.value]);
  const place = Number(row[2]) + 1;
  const where = typeof called === "string" && called ? called : words.value.form.unnamed(place);
  return words.value.problems.at(what, where);
}

/** Brings the reader to the field of a path, or to the nearest thing around it, opening what hides it. */
export function goTo(path: string): void {
  const source = /^(.*?)evidence\.([^.[\]]+)/.exec(path);
  if (source) {
    const of = `${source[1]}${source[2]}`;
    sourced.value = { path: of, about: nameOf(of) };
    return;
  }
  const fields = [...document.querySelectorAll<HTMLElement>("input, select, textarea")];
  for (let around = path; around; around = around.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, "")) {
    const place =
      document.getElementById(around) ??
      document.getElementById(`${around}:add`) ??
      fields.find((field) => field.id.startsWith(`${around}.`));
    if (!place) continue;
    for (let box = place.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    place.scrollIntoView({ block: "center" });
    place.focus();
    return;
  }
  document.getElementById("form")?.focus();
}
