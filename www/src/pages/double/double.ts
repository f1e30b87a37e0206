/** The dialog "Periksa pembiayaan ganda": lists of several offices, and who stands in more than one of them. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { numeric, table } from "../../ui/table.js";
import type { View } from "../../ui/view.js";
import { list, number, rupiah } from "../../words/format.js";
import { language } from "../../words/current.js";
import { compare, peopleOf, saltedMark } from "./compare.js";
import { DAMAGES, type NikList, readList } from "./nik.js";
import { doubleWords } from "./words.js";

interface Office {
  readonly name: string;
  readonly rows: number;
  /** Rows whose number was read. */
  readonly read: number;
  readonly people: ReadonlySet<string>;
  readonly damaged: NikList["damaged"];
}

/** Rows of damaged numbers that are named. */
const MOST_ROWS = 12;

/** What so many people of a group cost in the plan; `null` where it cannot be worked out. */
export interface Pricing {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  price(group: string, people: number): number | null;
}

/** Opens the dialog. All it knows (lists, salt) lives in this call, and is gone when the dialog closes. */
export function checkDoubleFunding(pricing: Pricing): void {
  const mark = saltedMark();
  const place = document.body.appendChild(document.createElement("div"));
  let offices: readonly Office[] = [];
  let said = "";
  let busy = false;
  let group = pricing.groups[0]?.id ?? "";

  const field = (id: string) => place.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
  const close = () => place.querySelector("dialog")?.close();
  const draw = () => render(view(), place);
  const say = (text: string) => {
    said = text;
    draw();
  };

  async function add(): Promise<void> {
    const w = doubleWords();
    const [name, text] = [field("double-name"), field("double-list")];
    if (busy || !name || !text) return;
    if (!isSecureContext) return say(w.noCrypto);
    const found = readList(text.value);
    if (typeof found === "string") return say(w[found]);
    const called = name.value.trim() || w.unnamed(offices.length + 1);
    busy = true;
    say(w.reading);
    const people = await peopleOf(found.niks, mark);
    busy = false;
    offices = [...offices, { name: called, rows: found.rows, read: found.niks.length, people, damaged: found.damaged }];
    name.value = "";
    text.value = "";
    say(w.added(called, found.rows, people.size));
    name.focus();
  }

  function remove(office: Office): void {
    offices = offices.filter((each) => each !== office);
    say("");
    field("double-name")?.focus();
  }

  function view(): TemplateResult {
    const w = doubleWords();
    return html`
      <dialog id="double" aria-labelledby="double-title" @close=${() => place.remove()}>
        <h2 id="double-title" tabindex="-1" autofocus>${w.title}</h2>
        <p>${w.about}</p>
        <div class="field">
          <label class="name" for="double-name">${w.name}</label>
          <input type="text" id="double-name" autocomplete="off" aria-describedby="double-name-hint">
          <small id="double-name-hint">${w.nameHint}</small>
        </div>
        <div class="field">
          <label class="name" for="double-list">${w.list}</label>
          <textarea id="double-list" rows="6" autocomplete="off" spellcheck="false" aria-describedby="double-list-hint"></textarea>
          <small id="double-list-hint">${w.listHint}</small>
        </div>
        <div class="buttons"><button type="button" ?disabled=${busy} @click=${add}>${w.add}</button></div>
        <p role="status">${said}</p>
        ${offices.length > 0 ? html`${listsView(offices, remove)}${damagedView(offices)}${resultView(offices)}${priceView()}` : nothing}
        <div class="buttons"><button type="button" @click=${close}>${w.close}</button></div>
      </dialog>`;
  }

  /** What it costs to pay for each person once more than needed, by the rates of one group of the plan. */
  function priceView(): View {
    const w = doubleWords();
    const { extra } = compare(offices.map((office) => office.people));
    const rupiahs = extra > 0 && group !== "" ? pricing.price(group, extra) : null;
    if (rupiahs === null) return nothing;
    const choose = (event: Event) => {
      group = (event.target as HTMLSelectElement).value;
      draw();
    };
    return html`
      <div class="field">
        <label class="name" for="double-group">${w.group}</label>
        <select id="double-group" @change=${choose}>
          ${pricing.groups.map(({ id, name }) => html`<option value=${id} .selected=${id === group}>${name}</option>`)}
        </select>
      </div>
      <p>${w.price(extra, rupiah(rupiahs))}</p>`;
  }

  draw();
  place.querySelector("dialog")?.showModal();
}

function listsView(offices: readonly Office[], remove: (office: Office) => void): TemplateResult {
  const w = doubleWords();
  const columns = [...numeric(w.headRows, w.headPeople, w.headRepeated, w.headDamaged), { text: "", numeric: false }];
  const rows = offices.map((office) => ({
    head: office.name,
    cells: [
      number(office.rows),
      number(office.people.size),
      number(office.read - office.people.size),
      number(office.damaged.length),
      html`<button type="button" class="small plain" aria-label=${w.remove(office.name)}
        @click=${() => remove(office)}>${w.removeShort}</button>`,
    ],
  }));
  return table(w.lists, w.headList, columns, [{ rows }], "result");
}

function damagedView(offices: readonly Office[]): View {
  const w = doubleWords();
  const lines = offices.flatMap(({ name, damaged }) =>
    DAMAGES.flatMap((why) => {
      const rows = damaged.filter((each) => each.why === why).map(({ row }) => number(row));
      const more = rows.length > MOST_ROWS ? [w.more(rows.length - MOST_ROWS)] : [];
      const named = more.length > 0 ? `${rows.slice(0, MOST_ROWS).join(", ")} ${more[0]}` : list(rows, language.value);
      return rows.length > 0 ? [w.damagedRows(name, w.damages[why], named)] : [];
    }),
  );
  if (lines.length === 0) return nothing;
  return html`
    <div class="warnings">
      <h3>${w.damaged}</h3>
      <p>${w.damagedAbout}</p>
      <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
    </div>`;
}

function resultView(offices: readonly Office[]): TemplateResult {
  const w = doubleWords();
  if (offices.length < 2) return html`<p>${w.needTwo}</p>`;
  const { people, inSeveral, overlaps } = compare(offices.map((office) => office.people));
  const name = (place: number) => offices[place]?.name ?? "";
  const rows = overlaps.map((overlap) => ({
    head: w.pair(name(overlap.one), name(overlap.other)),
    cells: [number(overlap.people)],
  }));
  return html`
    <h3>${w.result}</h3>
    <p class="lead">${inSeveral > 0 ? w.inSeveral(inSeveral, people) : w.inNone(people)}</p>
    ${rows.length > 0 ? table(w.pairs, w.headPair, numeric(w.headSame), [{ rows }], "result") : nothing}`;
}
