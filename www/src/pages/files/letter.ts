/** The dialog in which a letter is chosen, and what no plan knows is filled in. */
import type { LetterBlanks, LetterKind, LetterOptions, Paper } from "cakupan/sheets";
import { html, render, type TemplateResult } from "lit-html";
import { filesWords } from "./words.js";

type Blank = keyof LetterBlanks;

/** Which letter has which blanks. */
const BLANKS: { readonly [kind in LetterKind]: readonly Blank[] } = {
  notaDinas: ["to", "from", "date", "number", "nature", "attachment", "place", "position", "name", "nip", "copies"],
  kak: ["from", "programme", "activity", "subActivity", "place", "date", "position", "name", "nip"],
};

/** As last chosen, until the page is closed: names are stored nowhere. */
let chosen: { readonly kind: LetterKind; readonly options: LetterOptions } = { kind: "notaDinas", options: {} };

/** Opens the dialog outside the page's own templates; `take` is called with what was chosen. */
export function askForLetter(take: (letter: typeof chosen) => void): void {
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const set = (change: Partial<typeof chosen>) => {
    chosen = { ...chosen, ...change };
    draw();
  };
  const go = (event: Event) => {
    event.preventDefault();
    const { kind, options } = chosen;
    const own = Object.entries(options).filter(([name]) => name === "paper" || BLANKS[kind].includes(name as Blank));
    close();
    take({ kind, options: Object.fromEntries(own) });
  };
  const draw = () => render(view(chosen, { set, go, close, closed: () => place.remove() }), place);
  draw();
  place.querySelector("dialog")?.showModal();
}

interface Doing {
  set(change: Partial<typeof chosen>): void;
  go(event: Event): void;
  close(): void;
  closed(): void;
}

function view({ kind, options }: typeof chosen, { set, go, close, closed }: Doing): TemplateResult {
  const w = filesWords();
  const choice = <One extends string>(
    name: string,
    label: string,
    words: Record<One, string>,
    now: One,
    pick: (one: One) => void,
  ) => html`
    <fieldset>
      <legend>${label}</legend>
      ${(Object.entries(words) as [One, string][]).map(
        ([one, said]) => html`
        <label class="check">
          <input type="radio" name=${name} value=${one} .checked=${one === now} @change=${() => pick(one)}>
          <span>${said}</span>
        </label>`,
      )}
    </fieldset>`;
  const blank = (name: Blank) => html`
    <div class="field">
      <label class="name" for=${`letter-${name}`}>${w.blanks[name]}</label>
      <input id=${`letter-${name}`} type="text" maxlength="300" autocomplete="off" .value=${options[name] ?? ""}
        @input=${(event: Event) => set({ options: { ...options, [name]: (event.target as HTMLInputElement).value } })}>
    </div>`;
  return html`
    <dialog id="letter" aria-labelledby="letter-title" @close=${closed}>
      <h2 id="letter-title" tabindex="-1" autofocus>${w.title.letter}</h2>
      <p>${w.letterAbout}</p>
      <form @submit=${go}>
        ${choice<LetterKind>("letter-kind", w.kind, w.kinds, kind, (one) => set({ kind: one }))}
        ${choice<Paper>("letter-paper", w.paper, w.papers, options.paper ?? "A4", (paper) => set({ options: { ...options, paper } }))}
        <p class="hint">${w.notKept}</p>
        <div class="fields">${BLANKS[kind].map(blank)}</div>
        <div class="buttons">
          <button type="submit">${w.go}</button>
          <button type="button" class="plain" @click=${close}>${w.cancel}</button>
        </div>
      </form>
    </dialog>`;
}
