/** The law packs of the plan, and loading one from a file. */
import { html, nothing, type TemplateResult } from "lit-html";
import { broughtBy } from "../engine/law.js";
import { said } from "../engine/said.js";
import { put } from "../plan/current.js";
import { isUnder } from "../plan/notes.js";
import { askForPack, type PackDraft } from "../plan/packs.js";
import type { View } from "../ui/view.js";
import { language } from "../words/current.js";
import { number } from "../words/format.js";
import { packWords } from "./pack-words.js";
import type { FormPart } from "./part.js";

/** Faults of one pack that are told; a file may have thousands. */
const MOST = 5;

export function packsView(form: FormPart): TemplateResult {
  const w = packWords();
  const packs = form.plan.lawPacks ?? [];
  return html`
    <fieldset class="list" id="lawPacks" tabindex="-1">
      <legend>${w.heading}</legend>
      <p class="hint">${w.why}</p>
      ${packs.map((pack, place) => row(form, pack, place, packs))}
      <button type="button" class="small" id="lawPacks:add" @click=${() => askForPack(w)}>${w.load}</button>
    </fieldset>`;
}

function row(form: FormPart, pack: PackDraft, place: number, all: readonly PackDraft[]): View {
  const w = packWords();
  const { name, version, values } = pack;
  const remove = () => {
    const left = all.filter((_, other) => other !== place);
    put("lawPacks", left as never, w.removed(name));
    document.getElementById("lawPacks")?.focus();
  };
  return html`
    <div class="entry" id=${`lawPacks[${place}]`} tabindex="-1">
      <span>${w.line(name, version, number(values.length))}${brought(pack)}</span>
      <button type="button" class="small plain" @click=${remove}>${w.remove}<span class="quiet">: ${name}</span></button>
      ${faults(form, `lawPacks[${place}]`)}
    </div>`;
}

/** The titles of the minimum wages that a pack brings. */
function brought(pack: PackDraft): View {
  const wages = broughtBy([pack]);
  if (wages.length === 0) return nothing;
  const w = packWords();
  const titles = wages.slice(0, MOST).map(({ title }) => title[language.value]);
  const left = wages.length - MOST;
  return html` <span class="hint">${w.brings([...titles, ...(left > 0 ? [w.more(number(left))] : [])].join("; "))}</span>`;
}

function faults({ notes }: FormPart, pack: string): View {
  const w = packWords();
  const all = Object.entries(notes).flatMap(([path, { faults }]) =>
    isUnder(path, pack) ? faults.flatMap(({ problem }) => (problem ? [{ path, problem }] : [])) : [],
  );
  if (all.length === 0) return nothing;
  const place = (path: string) => number(Number(/(?:values|minimumWages)\[(\d+)\]/.exec(path)?.[1] ?? 0) + 1);
  const told = (path: string) => (path.includes(".minimumWages[") ? w.wageFault : w.fault);
  const left = all.length - MOST;
  return html`
    <div class="message">
      ${all.slice(0, MOST).map(({ path, problem }) => html`<p>${told(path)(place(path), said(problem, problem.code))}</p>`)}
      ${left > 0 ? html`<p>${w.more(number(left))}</p>` : nothing}
    </div>`;
}
