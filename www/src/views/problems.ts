/** What must be filled in or mended, as links to the fields. */
import { type TemplateResult, html, nothing } from "lit-html";
import { getAt } from "../draft.js";
import { number } from "../format.js";
import { writeNumber } from "../numbers.js";
import { type Fault, draft, engine, faults, language, words } from "../state.js";
import type { View } from "./field.js";
import { remedy } from "./remedy.js";
import { said } from "./said.js";

/** So many are read through at most; mending them brings the others. */
const MOST = 100;

export function problemSummary(): View {
  const w = words.value.problems;
  if (!faults.value.length) return nothing;
  // A form that only waits for its first figures is no alarm.
  const waiting = faults.value.every(fault => fault.absent);
  const more = faults.value.length - MOST;
  return html`
    <section class=${waiting ? "problems waiting" : "problems"} aria-labelledby="problems-heading">
      <h3 id="problems-heading">${w.heading}</h3>
      <ul>${faults.value.slice(0, MOST).map(item)}${more > 0 ? html`<li>${w.more(number(more))}</li>` : nothing}</ul>
    </section>`;
}

function item(fault: Fault): TemplateResult {
  return html`<li>${fieldLink(fault.path)}: ${text(fault)} ${fault.problem ? remedy(fault.problem) : nothing}</li>`;
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
  const [first, second] = unclear.choices.map(value => writeNumber(value, unclear.kind));
  return words.value.problems.unclearShort(unclear.typed, first ?? "", second ?? "");
}

/** A field in the reader's words: what it is, and of which row. */
export function nameOf(path: string): string {
  const { fields } = words.value.problems;
  const row = /^(segments|funds|overrides|assumptions|otherTargets|totals|workforce\.rivals)\[(\d+)\]/.exec(path);
  const plain = path.replace(/\[\d+\]/g, "");
  const names = plain.split(".").reverse();
  const what = [plain, `${names[1]}.${names[0]}`, ...names].map(name => fields[name]).find(Boolean) ?? fields.scenario ?? "";
  if (!row) return what;
  const called = getAt(draft.value, `${row[0]}.name`) ?? titleOf(getAt(draft.value, `${row[0]}.parameter`));
  const place = Number(row[2]) + 1;
  const where = typeof called === "string" && called ? called : words.value.form.unnamed(place);
  return words.value.problems.at(what, where);
}

function titleOf(key: unknown): string {
  const running = engine.value;
  if (typeof running === "string") return "";
  const { parameters, reliefs } = running.law;
  return [...parameters, ...reliefs].find(item => item.key === key)?.title[language.value] ?? "";
}

/** Brings the reader to the field of a path, or to the nearest thing around it, opening what hides it. */
export function goTo(path: string): void {
  const fields = [...document.querySelectorAll<HTMLElement>("input, select, textarea")];
  for (let around = path; around; around = around.replace(/(\.[^.[\]]+|\[\d+\])$|^[^.[\]]+$/, "")) {
    const place = document.getElementById(around)
      ?? document.getElementById(`${around}:add`)
      ?? fields.find(field => field.id.startsWith(`${around}.`));
    if (!place) continue;
    for (let box = place.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
    place.scrollIntoView({ block: "center" });
    place.focus();
    return;
  }
  document.getElementById("form")?.focus();
}
