/** The dialog "Rencana baru": a region, a template and a first month make a plan in place of the present one. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { ownWage } from "../../engine/law.js";
import { villageWords } from "../../form/village-words.js";
import { mayChange } from "../../plan/current.js";
import { type Draft, newPlan } from "../../plan/draft.js";
import { replace } from "../../plan/examples.js";
import { loadRegister, register } from "../../plan/place.js";
import { keeping } from "../../plan/storage/standing.js";
import { planFrom, SOURCES, type Start, type Template } from "../../plan/templates.js";
import { withRegister } from "../../plan/villages.js";
import type { Region } from "../../regions/pack.js";
import { districts } from "../../regions/register.js";
import { find } from "../../regions/search.js";
import { focusSoon } from "../../ui/focus.js";
import { language } from "../../words/current.js";
import { list, monthName } from "../../words/format.js";
import { newWords } from "./words.js";
import "../../styles/villages.css";

/** Regions that are named where a name fits several. */
const MOST = 6;

const TEMPLATES = Object.keys(SOURCES) as readonly Template[];

export function askForPlan(): void {
  if (!mayChange()) return;
  const place = document.body.appendChild(document.createElement("div"));
  let known: readonly Region[] = [];
  let wrong: { readonly field: "region" | "year"; readonly text: string } | null = null;
  // By the clock of the page: budgets are planned in the year before.
  const [year = "", month = ""] = newPlan().period.firstMonth.split("-");

  const field = (id: string) =>
    place.querySelector<HTMLInputElement | HTMLSelectElement>(`#new-${id}`)?.value.trim() ?? "";
  const draw = () => render(view(), place);
  const close = () => place.querySelector("dialog")?.close();
  const refuse = (name: "region" | "year", text: string) => {
    wrong = { field: name, text };
    draw();
    place.querySelector<HTMLElement>(`#new-${name}`)?.focus();
  };

  async function make(event: Event): Promise<void> {
    event.preventDefault();
    const w = newWords();
    const typed = field("region");
    if (!typed) return refuse("region", w.noRegion);
    const region = regionOf(known, typed);
    if (Array.isArray(region)) return refuse("region", w.which(list(region, language.value)));
    if (!/^(19|20)\d\d$/.test(field("year"))) return refuse("year", w.badYear);
    const template = (place.querySelector<HTMLInputElement>("[name=new-template]:checked")?.value ??
      "vulnerable") as Template;
    const firstMonth = `${field("year")}-${field("month")}`;
    const start = { region, template, firstMonth } as Omit<Start, "wage">;
    const { plan, said } = await planOf(start);
    const unknown = start.region.code ? "" : w.unknown(start.region.name);
    close();
    replace(plan, [w.made(w.templates[template].name, start.region.name), unknown, said].filter(Boolean).join(" "));
    const [first] = plan.segments;
    focusSoon(first?.enrolment.kind === "fixed" ? "segments[0].enrolment.counts[0].people" : "segments");
  }

  function view(): TemplateResult {
    const w = newWords();
    const message = (name: "region" | "year") =>
      wrong?.field === name ? html`<p class="message" id=${`new-${name}:message`}>${wrong.text}</p>` : nothing;
    const invalid = (name: "region" | "year") => (wrong?.field === name ? "true" : nothing);
    return html`
      <dialog aria-labelledby="new-heading" @close=${() => place.remove()}>
        <form class="stack" @submit=${make} autocomplete="off">
          <h2 id="new-heading">${w.heading}</h2>
          <div class="field">
            <label class="name" for="new-region">${w.region}</label>
            <input type="text" id="new-region" list="new-regions" aria-invalid=${invalid("region")}
              aria-describedby="new-region:hint new-region:message">
            <span class="hint" id="new-region:hint">${w.regionHint}</span>
            <datalist id="new-regions">${known.map(({ name }) => html`<option value=${name}></option>`)}</datalist>
            ${message("region")}
          </div>
          <fieldset class="checks sourced">
            <legend class="name">${w.template}</legend>
            ${TEMPLATES.map(
              (one) => html`
              <label><input type="radio" name="new-template" value=${one} ?checked=${one === "vulnerable"}>
                <span><strong>${w.templates[one].name}</strong>: ${w.templates[one].about}
                  <span class="hint">${w.source}: ${SOURCES[one].join("; ") || w.sameSources}</span></span></label>`,
            )}
          </fieldset>
          <div class="field">
            <span class="name" aria-hidden="true">${w.firstMonth}</span>
            <span class="month" role="group" aria-label=${w.firstMonth}>
              <select id="new-month" aria-label=${`${w.firstMonth}, ${w.month}`}>
                ${Array.from({ length: 12 }, (_, index) => {
                  const value = String(index + 1).padStart(2, "0");
                  return html`<option value=${value} ?selected=${value === month}>${monthName(index + 1, language.value, "short")}</option>`;
                })}
              </select>
              <input type="text" id="new-year" inputmode="numeric" maxlength="4" aria-label=${`${w.firstMonth}, ${w.year}`}
                aria-invalid=${invalid("year")} aria-describedby="new-year:message" value=${year}>
            </span>
            ${message("year")}
          </div>
          <div class="buttons">
            <button type="submit">${w.start}</button>
            <button type="button" class="plain" @click=${close}>${w.cancel}</button>
          </div>
        </form>
      </dialog>`;
  }

  draw();
  place.querySelector("dialog")?.showModal();
  // Without the list the name is used as it is typed.
  void loadRegister().then(() => {
    known = Array.isArray(register.value) ? register.value : [];
    draw();
  });
}

/** The region of a name or code; names where it fits several, and the typed name where it fits none. */
function regionOf(known: readonly Region[], typed: string): Start["region"] | string[] {
  const exact = known.find(({ name, code }) => name.toLowerCase() === typed.toLowerCase() || code === typed);
  if (exact) return exact;
  const [one, ...others] = find(known, typed, MOST);
  if (one && others.length > 0) return [one, ...others].map(({ name }) => name);
  return one ?? { name: typed, level: "regency" };
}

/** The plan with the villages of its region, where it is of villages; what could not be loaded is said. */
async function planOf(start: Omit<Start, "wage">): Promise<{ readonly plan: Draft; readonly said: string }> {
  const w = newWords();
  const { code = "", name } = start.region;
  const wage = ownWage({ code, name }, start.firstMonth);
  const names = { vulnerable: w.vulnerable, nonAsn: w.nonAsn, officials: villageWords().officials };
  const plan = planFrom({ ...start, wage: wage ? { key: wage.key, title: wage.title[language.value] } : null }, names);
  if (!plan.segments.some(({ enrolment }) => enrolment.kind === "villages") || code.length < 5)
    return { plan, said: "" };
  try {
    return { plan: withRegister(plan, await districts(code, keeping.value), ["desa", "desaAdat"]), said: "" };
  } catch {
    return { plan, said: w.noVillages };
  }
}
