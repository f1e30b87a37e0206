/** Where the money comes from: name, kind, ceilings by year, budget accounts. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { put, update } from "../plan/current.js";
import { type Draft, type FundDraft, newFund, withFundKind } from "../plan/draft.js";
import { EARMARKED, PROGRAMMES } from "../plan/fields.js";
import { addButton, crossButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { messageKey, messages, namedChoices, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import type { FormPart } from "./part.js";
import { listSource, sourceButton } from "./source.js";

export function fundsView(form: FormPart): TemplateResult {
  const w = words.value.funds;
  const funds = form.plan.funds ?? [];
  const names = funds.map((fund) => fund.name).join("\n");
  // The order of use is shown in the row of the fund and in that of its follower.
  const order = funds.map((fund) => fund.next).join("\n");
  const common = [language.value, names, order];
  return html`
    <section aria-labelledby="funds-heading">
      <h3 id="funds-heading">${w.heading}</h3>
      ${messages(form, "funds")}
      <table class="grid funds" id="funds" tabindex="-1">
        <caption class="quiet">${w.caption}</caption>
        <thead>
          <tr>
            <th scope="col">${w.nameAndKind}</th>
            <th scope="col">${w.ceilings}</th>
          </tr>
        </thead>
        ${repeat(
          funds,
          (fund) => fund.id,
          (fund, place) => html`
          <tbody>${guard([fund, place, messageKey(form, `funds[${place}]`), ...common], () => row(form, fund, place))}</tbody>`,
        )}
      </table>
      ${addButton("funds", w.add, () => addItem("funds", ({ funds, region }) => newFund(funds, region.level)))}
    </section>`;
}

function row(form: FormPart, fund: FundDraft, place: number): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const path = `funds[${place}]`;
  const called = fund.name || f.unnamed(place + 1);
  return html`
    <tr class="core">
      <td>
        ${textField(form, { path: `${path}.name`, label: w.name, quiet: true })}
        ${kindField(form, path, place, { quiet: true, source: true })}
      </td>
      <td>${ceilings(form, `${path}.ceilings`, called)}</td>
    </tr>
    <tr class="rest">
      <td colspan="2">
        ${messages(form, path)}
        <div class="bar">
          <details class="more">
            <summary>
              ${f.details}<span class="quiet">: ${called}</span> <small>${gist(form, fund)}</small>
            </summary>
            <div class="fields">
              ${next(form, fund, path)}
              ${willNotPay(form, fund, path)}
              ${itemsAt(form.plan, `${path}.ceilings`).map((ceiling, place) =>
                textField(form, {
                  path: `${path}.ceilings[${place}].beforeRupiah`,
                  label: w.before(String(ceiling.year ?? "")),
                  prefix: "Rp",
                  optional: true,
                }),
              )}
              ${
                EARMARKED.includes(fund.kind)
                  ? itemsAt(form.plan, `${path}.ceilings`).map((ceiling, place) =>
                      textField(form, {
                        path: `${path}.ceilings[${place}].allocationRupiah`,
                        label: w.allocation(String(ceiling.year ?? "")),
                        hint: w.allocationHint,
                        prefix: "Rp",
                        optional: true,
                      }),
                    )
                  : nothing
              }
            </div>
            ${accounts(form, `${path}.accounts`, called)}
          </details>
          <div class="tools">
            ${
              (form.plan.funds?.length ?? 0) > 1
                ? removeButton(called, () => removeItem("funds", place, `${w.one} ${called}`))
                : nothing
            }
          </div>
        </div>
      </td>
    </tr>`;
}

/** The kind of a fund. A fund with the name of its kind gets the name of the new kind. */
export function kindField(
  form: FormPart,
  path: string,
  place: number,
  options: { readonly quiet?: boolean; readonly source?: boolean },
) {
  const w = words.value.funds;
  return selectField(form, {
    ...options,
    path: `${path}.kind`,
    label: w.kind,
    choices: choices(w.kinds),
    onChange: (kind) => update((plan) => withFundKind(plan, place, kind as FundDraft["kind"])),
  });
}

/** The order of use and the budget accounts: what the closed disclosure holds. */
function gist({ plan }: FormPart, { next, accounts }: FundDraft): string {
  const w = words.value.funds;
  const payer = plan.funds?.find((fund) => fund.id === next);
  return [...(payer ? [w.thenPays(payer.name)] : []), ...(accounts ?? []).map((account) => account.code)].join(", ");
}

/** The fund that pays when the ceiling of this one is used up. */
function next(form: FormPart, fund: FundDraft, path: string): TemplateResult {
  const w = words.value.funds;
  const others = namedChoices(form.plan.funds ?? []).filter(({ value }) => value !== fund.id);
  return selectField(form, {
    path: `${path}.next`,
    label: w.next,
    hint: w.nextHint,
    choices: [{ value: "", text: w.nobodyPays }, ...others],
    source: fund.next !== undefined,
  });
}

/** For a fund that follows another: reliefs depend on who may pay, and the planner can say that it will not. */
function willNotPay(form: FormPart, fund: FundDraft, path: string): View {
  const w = words.value.funds;
  const at = `${path}.willNotPay`;
  const takesOver = form.plan.funds?.some((other) => other.next === fund.id);
  if (!takesOver && fund.willNotPay === undefined) return nothing;
  const toggle = (event: Event) => put(at, (event.target as HTMLInputElement).checked ? true : null);
  return html`
    <div>
      <label class="check">
        <input type="checkbox" id=${at} @change=${toggle} aria-describedby=${`${at}:hint`}
          .checked=${live(fund.willNotPay === true)}>
        ${w.willNotPay}
      </label>
      <p class="hint" id=${`${at}:hint`}>${w.willNotPayHint}</p>
      ${messages(form, at)}
      ${fund.willNotPay ? sourceButton(form, at) : nothing}
    </div>`;
}

export function ceilings(form: FormPart, path: string, called: string): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const items = itemsAt(form.plan, path);
  return html`
    <fieldset class="list">
      <legend class="quiet">${f.ofItem(w.ceilings, called)}</legend>
      ${items.map((_, place) => {
        const entry = `${called} ${place + 1}`;
        return html`
          <div class="entry">
            ${textField(form, { path: `${path}[${place}].year`, label: f.ofItem(w.ceilingYear, entry), quiet: true })}
            ${textField(form, {
              path: `${path}[${place}].rupiah`,
              label: f.ofItem(w.ceiling, entry),
              quiet: true,
              prefix: "Rp",
            })}
            ${crossButton(`${w.ceilings} ${entry}`, () => removeItem(path, place, `${w.ceilings} ${entry}`))}
            ${messages(form, `${path}[${place}]`)}
          </div>`;
      })}
      ${messages(form, path)}
      ${listSource(form, path)}
      ${addButton(path, w.addCeiling, () => addItem(path, (plan) => ({ year: nextYear(plan, path), rupiah: "" })))}
    </fieldset>`;
}

/** The year after the last ceiling; without one the first of the plan. */
function nextYear(plan: Draft, path: string): string {
  const last = Number(itemsAt(plan, path).at(-1)?.year);
  return String(last ? last + 1 : plan.period.firstMonth.slice(0, 4));
}

function accounts(form: FormPart, path: string, called: string): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const named = PROGRAMMES.map((value) => ({ value, text: value }));
  const programmes = [{ value: "", text: w.allOthers }, ...named];
  return html`
    <fieldset class="list">
      <legend>${w.accounts}<span class="quiet">: ${called}</span></legend>
      ${itemsAt(form.plan, path).map((_, place) => {
        const entry = `${called} ${place + 1}`;
        const at = `${path}[${place}]`;
        return html`
          <div class="entry">
            ${selectField(form, {
              path: `${at}.programme`,
              label: f.ofItem(w.accountProgramme, entry),
              quiet: true,
              choices: programmes,
            })}
            ${textField(form, { path: `${at}.code`, label: f.ofItem(w.code, entry), quiet: true })}
            ${textField(form, { path: `${at}.description`, label: f.ofItem(w.description, entry), quiet: true })}
            ${crossButton(`${w.accounts} ${entry}`, () => removeItem(path, place, `${w.accounts} ${entry}`))}
            ${messages(form, at)}
          </div>`;
      })}
      ${messages(form, path)}
      ${listSource(form, path)}
      ${addButton(path, w.addAccount, () => addItem(path, () => ({ programme: "", code: "", description: "" })))}
    </fieldset>`;
}
