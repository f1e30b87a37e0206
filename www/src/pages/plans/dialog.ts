/** The dialog "Daftar rencana": every plan of this device, what can be done with it, and its versions. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import { compareWith, openAsOwn } from "../../plan/beside.js";
import { besideWords } from "../../plan/beside-words.js";
import { done, draft, put } from "../../plan/current.js";
import type { Draft } from "../../plan/draft.js";
import { packed, unpacked } from "../../plan/file.js";
import * as library from "../../plan/storage/library.js";
import { OWN, openPlace } from "../../plan/storage/places.js";
import type { Version } from "../../plan/storage/store.js";
import { goTo, newPlace } from "../../plan/storage/switch.js";
import { currentPlace } from "../../plan/storage/workspace.js";
import { language, words } from "../../words/current.js";
import { dateTime, rupiah } from "../../words/format.js";
import { plansWords } from "./words.js";
import "./plans.css";

/** Outside the page's own templates; it is removed when it closes. */
class PlansDialog {
  readonly #place = document.body.appendChild(document.createElement("div"));
  #all: readonly library.Entry[] = [];
  #said = "";
  /** The last action. */
  #done: Promise<void> = Promise.resolve();
  /** The plan whose name is being typed. */
  #naming: string | null = null;
  #removed: { readonly what: library.Removed; readonly name: string } | null = null;

  async open(): Promise<void> {
    await currentPlace()?.isStored();
    await this.#read();
    this.#place.querySelector("dialog")?.showModal();
  }

  async #read(): Promise<void> {
    this.#all = await library.entries();
    this.#draw();
  }

  #close = () => this.#place.querySelector("dialog")?.close();

  /** Every action, one after the other: what it says stands in the dialog, and the list is read anew. */
  #act(work: () => Promise<string>): () => void {
    return () => {
      this.#done = this.#done
        .then(work)
        .catch(() => plansWords().failed)
        .then((said) => {
          this.#said = said;
          return this.#read();
        })
        .catch(() => undefined);
    };
  }

  /** Changes a plan that no other tab edits; the one that is open here is this tab's own. */
  async #changing(id: string, act: () => Promise<unknown>): Promise<string> {
    if (id === currentPlace()?.id) await act();
    else if (!(await library.whileFree(id, act))) return plansWords().elsewhere;
    return "";
  }

  async #goTo(id: string, said: string): Promise<void> {
    if (await goTo(id)) done.value = said;
    else done.value = besideWords().notStored;
    this.#close();
  }

  // ───────────────────────────── what the buttons do ─────────────────────────────

  #rename(entry: library.Entry, name: string): Promise<string> {
    this.#naming = null;
    return this.#changing(entry.id, async () => {
      if (entry.id !== currentPlace()?.id) return library.rename(entry.id, name);
      put("name", name);
      await currentPlace()?.isStored();
    });
  }

  async #remove(entry: library.Entry): Promise<string> {
    const name = nameOf(entry);
    if (entry.id === currentPlace()?.id) {
      const next = this.#all.find(({ id, archived }) => id !== entry.id && !archived);
      if (!(await goTo(next?.id ?? (entry.id === OWN ? newPlace() : OWN)))) return besideWords().notStored;
    }
    return (
      (await this.#changing(entry.id, async () => {
        const what = await library.removePlan(entry.id);
        this.#removed = what && { what, name };
      })) || plansWords().removed(name)
    );
  }

  async #putBack(): Promise<string> {
    if (this.#removed) await library.putPlanBack(this.#removed.what);
    this.#removed = null;
    return "";
  }

  #keepVersion(id: string, note: string): Promise<string> {
    return this.#changing(id, () =>
      library.addVersion({ plan: id, at: Date.now(), note: note.trim(), content: packed(draft.value) }),
    );
  }

  // ───────────────────────────── what is shown ─────────────────────────────

  #draw(): void {
    const w = plansWords();
    const [here, archived] = [false, true].map((away) => this.#all.filter((entry) => entry.archived === away));
    render(
      html`
      <dialog id="plans" aria-labelledby="plans-title" @close=${() => this.#place.remove()}>
        <h2 id="plans-title" tabindex="-1" autofocus>${w.title}</h2>
        <p role="status">${this.#said}</p>
        <div class="buttons">
          <button type="button" id="plans-new" @click=${() => void this.#goTo(newPlace(), w.freshDone)}>${w.fresh}</button>
          ${
            this.#removed
              ? html`<button type="button" class="plain" id="plans-back"
                  @click=${this.#act(() => this.#putBack())}>${w.putBack}: ${this.#removed.name}</button>`
              : nothing
          }
        </div>
        ${here?.length ? html`<ul class="plans">${here.map((entry) => this.#entry(entry))}</ul>` : html`<p>${w.none}</p>`}
        ${
          archived?.length
            ? html`<details><summary>${w.archived(archived.length)}</summary>
                <ul class="plans">${archived.map((entry) => this.#entry(entry))}</ul></details>`
            : nothing
        }
        <div class="buttons"><button type="button" class="plain" @click=${this.#close}>${w.close}</button></div>
      </dialog>`,
      this.#place,
    );
  }

  #entry(entry: library.Entry): TemplateResult {
    const w = plansWords();
    const { id, plan, at, archived } = entry;
    const name = nameOf(entry);
    const isOpen = id === openPlace();
    const facts = [
      plan?.name ? plan.region.name : "",
      at === null ? "" : w.changed(dateTime(at, language.value)),
      isOpen ? w.isOpen : "",
    ].filter(Boolean);
    const button = (label: string, act: () => void) => html`
      <button type="button" class="small plain" aria-label=${`${label}: ${name}`} @click=${act}>${label}</button>`;
    const naming = () => {
      this.#naming = id;
      this.#draw();
      document.getElementById("plans-name")?.focus();
    };
    return html`
      <li>
        <p><strong>${name}</strong> <span class="hint">${facts.join(" · ")}</span></p>
        ${this.#naming === id ? this.#nameForm(entry) : nothing}
        <div class="buttons">
          ${isOpen ? nothing : button(w.open, () => void this.#goTo(id, w.opened(name)))}
          ${
            plan
              ? html`${button(
                  w.duplicate,
                  this.#act(() => library.duplicate(id, w.copyName(name)).then(() => "")),
                )}
                ${button(w.rename, naming)}`
              : nothing
          }
          ${button(
            archived ? w.unarchive : w.archive,
            this.#act(() => this.#changing(id, () => library.archive(id, !archived))),
          )}
          ${button(
            w.remove,
            this.#act(() => this.#remove(entry)),
          )}
        </div>
        ${isOpen || entry.versions.length ? this.#versions(entry, isOpen) : nothing}
      </li>`;
  }

  #nameForm(entry: library.Entry): TemplateResult {
    const w = plansWords();
    const field = () => (document.getElementById("plans-name") as HTMLInputElement | null)?.value.trim() ?? "";
    const save = this.#act(() => this.#rename(entry, field()));
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Enter") save();
    };
    return html`
      <div class="buttons">
        <label for="plans-name">${w.name}</label>
        <input id="plans-name" type="text" autocomplete="off" .value=${entry.plan?.name ?? ""} @keydown=${onKey}>
        <button type="button" class="small" @click=${save}>${w.saveName}</button>
        <button type="button" class="small plain" @click=${this.#act(async () => {
          this.#naming = null;
          return "";
        })}>${w.cancel}</button>
      </div>`;
  }

  #versions({ id, versions }: library.Entry, isOpen: boolean): TemplateResult {
    const w = plansWords();
    const note = () => document.getElementById("plans-note") as HTMLInputElement | null;
    const keep = this.#act(async () => {
      const said = await this.#keepVersion(id, note()?.value ?? "");
      const field = note();
      if (field) field.value = "";
      return said;
    });
    return html`
      <details>
        <summary>${w.versions(versions.length)}</summary>
        <p class="hint">${w.versionsHint}</p>
        ${
          isOpen
            ? html`<div class="buttons">
                <label for="plans-note">${w.note}</label>
                <input id="plans-note" type="text" autocomplete="off">
                <button type="button" class="small" id="plans-keep" @click=${keep}>${w.keep}</button>
              </div>`
            : nothing
        }
        <ul class="plans">${versions.map((version) => this.#version(version))}</ul>
      </details>`;
  }

  #version(version: Version): TemplateResult {
    const w = plansWords();
    const name = w.versionOf(dateTime(version.at, language.value), version.note);
    const found = unpacked(version.content);
    const cost = found === "newer" ? null : (found.made?.rupiah ?? null);
    const button = (label: string, act: () => void) => html`
      <button type="button" class="small plain" aria-label=${`${label}: ${name}`} @click=${act}>${label}</button>`;
    const leaving = (act: () => unknown) => () => {
      this.#close();
      void act();
    };
    return html`
      <li>
        <p>${name}${cost === null ? nothing : html` <span class="hint">${w.cost(rupiah(cost))}</span>`}</p>
        <div class="buttons">
          ${button(
            w.openVersion,
            leaving(() => openAsOwn(version.content)),
          )}
          ${button(
            w.compare,
            leaving(() => compareWith(version.content)),
          )}
          ${button(
            w.remove,
            this.#act(() => library.removeVersion(version).then(() => "")),
          )}
        </div>
      </li>`;
  }
}

function nameOf({ plan }: { readonly plan: Draft | null }): string {
  return plan ? plan.name || plan.region.name || words.value.compare.unnamed : plansWords().unreadable;
}

export async function showPlans(): Promise<void> {
  try {
    await new PlansDialog().open();
  } catch {
    done.value = plansWords().failed;
  }
}
