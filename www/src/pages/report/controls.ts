/** The controls above the document; none of them is printed. */
import { html, nothing, type TemplateResult } from "lit-html";
import type { Signer, Signing } from "../../report/data.js";
import type { View } from "../../ui/view.js";
import { number } from "../../words/format.js";
import { ORIENTATIONS, type Orientation, type Paper, PAPERS } from "./paper.js";
import { MOST_SIGNERS, nobody } from "./signers.js";
import { previewWords } from "./words.js";

export const KINDS = ["report", "briefing", "villages", "districts"] as const;
export type Kind = (typeof KINDS)[number];

export interface Settings {
  readonly kind: Kind;
  /** `""`: all; `"over"`: villages above a ceiling; else the position of a district. */
  readonly which: string;
  readonly paper: Paper;
  readonly orientation: Orientation;
  /** Regulations, one a line. */
  readonly basis: string;
  readonly date: string;
  readonly signing: Signing;
  readonly remembers: boolean;
}

export interface ControlActions {
  set(change: Partial<Settings>): void;
  print(): void;
  close(): void;
}

/** `districts`: of a plan with villages, else empty. `message`: what the reader must know of what is shown. */
export function controls(
  settings: Settings,
  districts: readonly string[],
  message: string,
  { set, print, close }: ControlActions,
): TemplateResult {
  const w = previewWords();
  const kinds = KINDS.filter((kind) => districts.length > 0 || kind === "report" || kind === "briefing");
  const hasVillages = settings.kind === "villages" || settings.kind === "districts";
  return html`
    <form class="print-tools" aria-labelledby="print-heading" @submit=${(event: Event) => event.preventDefault()}>
      <h1 id="print-heading" tabindex="-1">${w.title}</h1>
      <div class="buttons">
        <button type="button" id="print-now" @click=${print}>${w.print}</button>
        <button type="button" class="plain" @click=${close}>${w.back}</button>
      </div>
      <div class="choices">
        ${choice(
          "print-kind",
          w.kind,
          settings.kind,
          kinds.map((kind) => [kind, w.kinds[kind]]),
          (kind) => set({ kind }),
        )}
        ${
          hasVillages
            ? choice("print-which", w.which, settings.which, whichOf(settings.kind, districts), (which) =>
                set({ which }),
              )
            : nothing
        }
        ${choice(
          "print-paper",
          w.paper,
          settings.paper,
          (Object.keys(PAPERS) as Paper[]).map((paper) => [paper, w.papers[paper]]),
          (paper) => set({ paper }),
        )}
        ${choice(
          "print-orientation",
          w.orientation,
          settings.orientation,
          ORIENTATIONS.map((one) => [one, w.orientations[one]]),
          (orientation) => set({ orientation }),
        )}
        ${input("print-date", w.date, settings.date, (date) => date && set({ date }), "date")}
      </div>
      ${hasVillages ? nothing : details(settings, set)}
      <p class="hint">${w.pagesHint}</p>
      ${message ? html`<p class="hint" role="status">${message}</p>` : nothing}
    </form>`;
}

function whichOf(kind: Kind, districts: readonly string[]): readonly (readonly [string, string])[] {
  const w = previewWords();
  return [
    ["", w.all],
    ...(kind === "villages" ? [["over", w.overCeiling] as const] : []),
    ...districts.map((name, place) => [String(place), name || "–"] as const),
  ];
}

function details(settings: Settings, set: ControlActions["set"]): TemplateResult {
  const w = previewWords();
  const { signing } = settings;
  const sign = (change: Partial<Signing>) => set({ signing: { ...signing, ...change } });
  return html`
    <details>
      <summary>${w.basis}</summary>
      <label for="print-basis">${w.basis}</label>
      <textarea id="print-basis" rows="6" aria-describedby="print-basis-hint" .value=${settings.basis}
        @input=${(event: Event) => set({ basis: (event.target as HTMLTextAreaElement).value })}></textarea>
      <p class="hint" id="print-basis-hint">${w.basisHint}</p>
    </details>
    <details>
      <summary>${w.signing}</summary>
      ${input("print-place", w.place, signing.place, (place) => sign({ place }))}
      ${signing.signers.map((signer, place) => {
        const others = signing.signers.filter((one) => one !== signer);
        const put = (next: Signer) => sign({ signers: signing.signers.map((one) => (one === signer ? next : one)) });
        const remove = signing.signers.length > 1 ? () => sign({ signers: others }) : null;
        return signerFields(`print-signer-${place}`, w.signer(number(place + 1)), signer, put, remove);
      })}
      ${
        signing.acknowledging
          ? signerFields(
              "print-acknowledging",
              w.acknowledging,
              signing.acknowledging,
              (acknowledging) => sign({ acknowledging }),
              () => sign({ acknowledging: null }),
            )
          : nothing
      }
      <div class="buttons">
        ${
          signing.signers.length < MOST_SIGNERS
            ? html`<button type="button" class="small" @click=${() => sign({ signers: [...signing.signers, { ...nobody }] })}>${w.addSigner}</button>`
            : nothing
        }
        ${
          signing.acknowledging
            ? nothing
            : html`<button type="button" class="small" @click=${() => sign({ acknowledging: nobody })}>${w.acknowledge}</button>`
        }
      </div>
      <label class="check">
        <input type="checkbox" id="print-remember" ?checked=${settings.remembers} aria-describedby="print-remember-hint"
          @change=${(event: Event) => set({ remembers: (event.target as HTMLInputElement).checked })}>
        <span>${w.remember}</span>
      </label>
      <p class="hint" id="print-remember-hint">${w.rememberHint}</p>
    </details>`;
}

function signerFields(
  id: string,
  title: string,
  signer: Signer,
  put: (next: Signer) => void,
  remove: (() => void) | null,
): TemplateResult {
  const w = previewWords();
  return html`
    <fieldset>
      <legend>${title}</legend>
      <div class="choices">
        ${input(`${id}-office`, w.office, signer.office, (office) => put({ ...signer, office }))}
        ${input(`${id}-name`, w.name, signer.name, (name) => put({ ...signer, name }))}
        ${input(`${id}-nip`, w.nip, signer.nip, (nip) => put({ ...signer, nip }))}
      </div>
      ${remove ? html`<button type="button" class="small" @click=${remove}>${w.removeSigner(title)}</button>` : nothing}
    </fieldset>`;
}

function choice<T extends string>(
  id: string,
  label: string,
  chosen: T,
  all: readonly (readonly [value: T, text: string])[],
  choose: (value: T) => void,
): TemplateResult {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
        ${all.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select>
    </div>`;
}

function input(id: string, label: string, value: string, put: (text: string) => unknown, type = "text"): View {
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type=${type} .value=${value} autocomplete="off"
        @input=${(event: Event) => put((event.target as HTMLInputElement).value)}>
    </div>`;
}
