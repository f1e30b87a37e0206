/** The villages of the plan: which groups they count, where their rows come from, and the table of their people. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";
import type { Named } from "../plan/draft.js";
import type { Official } from "../plan/village-template.js";
import type { Choice, View } from "../ui/view.js";
import { number } from "../words/format.js";
import { villageWords } from "./village-words.js";

/** The villages of the region of the plan in the register. */
export interface Offer {
  readonly region: string;
  readonly desa: number;
  readonly kelurahan: number;
}

export interface VillagesPart {
  readonly groups: readonly (Named & { readonly isCounted: boolean })[];
  readonly rows: number;
  readonly offer: Offer | "loading" | "failed" | null;
  /** Funds that may have a ceiling in each village. */
  readonly funds: readonly Named[];
  readonly extra: { readonly residents: boolean; readonly months: boolean; readonly ceilings: readonly string[] };
  /** Whether every village has its residents, by which people can be spread. */
  readonly hasSizes: boolean;
  /** Groups that a village budget usually pays for, with where that stands. */
  readonly templates: readonly { readonly official: Official; readonly source: string }[];
  readonly actions: VillageActions;
}

/** Desa have a budget of their own (APBDes); kelurahan are paid for by the kabupaten or kota. */
export type Taken = "desa" | "kelurahan";

export interface VillageActions {
  count(segment: string, on: boolean): void;
  take(which: Taken): void;
  again(): void;
  importTable(): void;
  /** Compares lists of NIK of several offices. */
  checkDouble(): void;
  addRow(): void;
  show(what: "residents" | "months" | { readonly ceiling: string }, on: boolean): void;
  spread(segment: string, people: string, how: "each" | "equal" | "size"): void;
  /** Adds groups that a village budget usually pays for. */
  setUp(officials: readonly Official[]): void;
  /** Removes rows without any cell. */
  tidy(): void;
  clear(): void;
}

/** Before somebody asks for villages. */
export function closedView(open: () => void): TemplateResult {
  const w = villageWords();
  return html`
    <section aria-labelledby="villages-heading">
      <h3 id="villages-heading" tabindex="-1">${w.heading}</h3>
      <p class="hint">${w.why}</p>
      <button type="button" class="small" id="villages:open" @click=${open}>${w.open}</button>
    </section>`;
}

/** `grid`: the table, which is drawn by itself. */
export function villagesView(part: VillagesPart, grid: unknown): TemplateResult {
  const w = villageWords();
  return html`
    <section aria-labelledby="villages-heading" class="villages" id="villages" tabindex="-1">
      <div class="bar">
        <h3 id="villages-heading" tabindex="-1">${w.heading}</h3>
        ${
          part.rows > 0
            ? html`<button type="button" class="small plain" @click=${part.actions.clear}>${w.clear}</button>`
            : nothing
        }
      </div>
      <p class="hint">${w.why}</p>
      ${filled(part, grid)}
    </section>`;
}

function filled(part: VillagesPart, grid: unknown): TemplateResult {
  const w = villageWords();
  const hasRows = part.rows > 0;
  return html`
    ${template(part)}
    ${hasRows ? html`${groups(part)}${columns(part)}${grid}` : nothing}
    <div class="buttons">
      ${offer(part)}
      <button type="button" class="small" id="villages:import" @click=${part.actions.importTable}>${w.import}</button>
      <button type="button" class="small" id="villages:double" @click=${part.actions.checkDouble}>${w.double}</button>
      <button type="button" class="small" id="villages:row" @click=${part.actions.addRow}>${w.addRow}</button>
      ${hasRows ? html`<button type="button" class="small plain" @click=${part.actions.tidy}>${w.tidy}</button>` : nothing}
    </div>
    ${hasRows && part.groups.some(({ isCounted }) => isCounted) ? spread(part) : nothing}`;
}

function offer({ offer, actions }: VillagesPart): View {
  const w = villageWords();
  if (offer === null) return nothing;
  if (offer === "loading") return html`<p class="hint">${w.loading}</p>`;
  if (offer === "failed")
    return html`<p class="hint">${w.failed}
      <button type="button" class="small" @click=${actions.again}>${w.again}</button></p>`;
  const { desa, kelurahan, region } = offer;
  const button = (which: Taken, count: number) =>
    count === 0
      ? nothing
      : html`
    <button type="button" class="small" id=${`villages:${which}`} @click=${() => actions.take(which)}>
      ${w.offers[which](number(count), region)}</button>`;
  return html`${button("desa", desa)}${button("kelurahan", kelurahan)}`;
}

function template({ templates, actions }: VillagesPart): TemplateResult {
  const w = villageWords();
  const act = (event: Event) => {
    const box = (event.currentTarget as HTMLElement).closest("details");
    const chosen = [...(box?.querySelectorAll<HTMLInputElement>("input:checked") ?? [])].map(({ value }) => value);
    actions.setUp(templates.map(({ official }) => official).filter((official) => chosen.includes(official)));
    if (!box) return;
    // The button goes with what it closes.
    box.open = false;
    box.querySelector("summary")?.focus();
  };
  return html`
    <details class="more">
      <summary>${w.template}</summary>
      <p class="hint">${w.templateAbout}</p>
      <fieldset class="checks sourced">
        <legend class="quiet">${w.template}</legend>
        ${templates.map(
          ({ official, source }) => html`
          <label><input type="checkbox" value=${official} checked>
            <span>${w.officials[official]} <span class="hint">${source}</span></span></label>`,
        )}
      </fieldset>
      <button type="button" class="small" @click=${act}>${w.templateDo}</button>
    </details>`;
}

function check(label: string, on: boolean, change: (on: boolean) => void): TemplateResult {
  const toggle = (event: Event) => change((event.target as HTMLInputElement).checked);
  return html`<label><input type="checkbox" .checked=${live(on)} @change=${toggle}>${label}</label>`;
}

function groups({ groups, actions }: VillagesPart): TemplateResult {
  const w = villageWords();
  return html`
    <fieldset class="checks">
      <legend>${w.groups}</legend>
      ${groups.map(({ id, name, isCounted }) => check(name, isCounted, (on) => actions.count(id, on)))}
      ${groups.some(({ isCounted }) => isCounted) ? nothing : html`<p class="message">${w.noGroups}</p>`}
    </fieldset>`;
}

function columns({ funds, extra, actions }: VillagesPart): TemplateResult {
  const w = villageWords();
  return html`
    <fieldset class="checks">
      <legend>${w.columns}</legend>
      ${check(w.residentsColumn, extra.residents, (on) => actions.show("residents", on))}
      ${check(w.monthsColumn, extra.months, (on) => actions.show("months", on))}
      ${funds.map(({ id, name }) =>
        check(w.ceilingColumn(name), extra.ceilings.includes(id), (on) => actions.show({ ceiling: id }, on)),
      )}
    </fieldset>`;
}

function spread({ groups, hasSizes, actions }: VillagesPart): TemplateResult {
  const w = villageWords();
  const counted = groups.filter(({ isCounted }) => isCounted);
  const act = (event: Event) => {
    const box = (event.currentTarget as HTMLElement).closest(".spread");
    const value = (name: string) => box?.querySelector<HTMLInputElement>(`[name=${name}]`)?.value ?? "";
    actions.spread(value("group"), value("people"), value("how") as "each" | "equal" | "size");
  };
  return html`
    <details class="more spread">
      <summary>${w.spread}</summary>
      <div class="fields">
        ${choice(
          "group",
          w.spreadGroup,
          counted.map(({ id, name }) => ({ value: id, text: name })),
        )}
        ${choice(
          "how",
          w.spreadHow,
          Object.entries(w.spreadHows)
            .filter(([value]) => value !== "size" || hasSizes)
            .map(([value, text]) => ({ value, text })),
        )}
        <div>
          <label for="spread:people">${w.spreadPeople}</label>
          <span class="input number"><input type="text" id="spread:people" name="people" inputmode="numeric"
            autocomplete="off"></span>
        </div>
      </div>
      ${hasSizes ? nothing : html`<p class="hint">${w.spreadNeedsSize}</p>`}
      <button type="button" class="small" @click=${act}>${w.spreadDo}</button>
    </details>`;
}

function choice(name: string, label: string, choices: readonly Choice[]): TemplateResult {
  return html`
    <div>
      <label for=${`spread:${name}`}>${label}</label>
      <select id=${`spread:${name}`} name=${name}>
        ${choices.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}
      </select>
    </div>`;
}
