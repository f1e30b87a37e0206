/** Where the money comes from: name, kind, ceilings by year, budget accounts. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { repeat } from "lit-html/directives/repeat.js";
import { change, draft } from "../plan/current.js";
import { type FundDraft, type Json, newFund, setAt, withFundKind } from "../plan/draft.js";
import { EARMARKED, PROGRAMMES } from "../plan/fields.js";
import { addButton, crossButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import type { View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { messageKey, messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { listSource, sourceButton } from "./source.js";

export function fundsView(): TemplateResult {
  const w = words.value.funds;
  const { funds } = draft.value;
  const names = funds.map((fund) => fund.name).join("\n");
  // An order of use shows in the rows of both its funds.
  const order = funds.map((fund) => fund.next).join("\n");
  const common = [language.value, draft.value.period, names, order];
  return html`
    <section aria-labelledby="funds-heading">
      <h3 id="funds-heading">${w.heading}</h3>
      ${messages("funds")}
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
          <tbody>${guard([fund, place, messageKey(`funds[${place}]`), ...common], () => row(fund, place))}</tbody>`,
        )}
      </table>
      ${addButton("funds", w.add, () => addItem("funds", newFund(draft.value.funds, draft.value.region.level) as unknown as Json))}
    </section>`;
}

function row(fund: FundDraft, place: number): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const path = `funds[${place}]`;
  const called = fund.name || f.unnamed(place + 1);
  return html`
    <tr class="core">
      <td>
        ${textField({ path: `${path}.name`, label: w.name, quiet: true })}
        ${kindField(path, place, { quiet: true, source: true })}
      </td>
      <td>${ceilings(`${path}.ceilings`, called)}</td>
    </tr>
    <tr class="rest">
      <td colspan="2">
        ${messages(path)}
        <div class="bar">
          <details class="more">
            <summary>
              ${f.details}<span class="quiet">: ${called}</span> <small>${gist(fund)}</small>
            </summary>
            <div class="fields">
              ${next(fund, path)}
              ${willNotPay(fund, path)}
              ${itemsAt(`${path}.ceilings`).map((ceiling, place) =>
                textField({
                  path: `${path}.ceilings[${place}].beforeRupiah`,
                  label: w.before(String(ceiling.year ?? "")),
                  prefix: "Rp",
                  optional: true,
                }),
              )}
              ${
                EARMARKED.includes(fund.kind)
                  ? itemsAt(`${path}.ceilings`).map((ceiling, place) =>
                      textField({
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
            ${accounts(`${path}.accounts`, called)}
          </details>
          <div class="tools">
            ${
              draft.value.funds.length > 1
                ? removeButton(called, () => removeItem("funds", place, `${w.one} ${called}`))
                : nothing
            }
          </div>
        </div>
      </td>
    </tr>`;
}

/** The kind of money; a fund that the planner has not named is called by its kind. */
export function kindField(
  path: string,
  place: number,
  options: { readonly quiet?: boolean; readonly source?: boolean },
) {
  const w = words.value.funds;
  return selectField({
    ...options,
    path: `${path}.kind`,
    label: w.kind,
    choices: choices(w.kinds),
    onChange: (kind) => change(withFundKind(draft.value, place, kind as FundDraft["kind"])),
  });
}

/** The order of use and the budget accounts: what the closed disclosure holds. */
function gist({ next, accounts }: FundDraft): string {
  const w = words.value.funds;
  const payer = draft.value.funds.find((fund) => fund.id === next);
  return [...(payer ? [w.thenPays(payer.name)] : []), ...(accounts ?? []).map((account) => account.code)].join(", ");
}

/** Who pays on when the ceiling is used up. */
function next(fund: FundDraft, path: string): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const others = draft.value.funds.flatMap(({ id, name }, place) =>
    id === fund.id ? [] : [{ value: id, text: name || f.unnamed(place + 1) }],
  );
  return selectField({
    path: `${path}.next`,
    label: w.next,
    hint: w.nextHint,
    choices: [{ value: "", text: w.nobodyPays }, ...others],
    source: fund.next !== undefined,
  });
}

/** Of a fund that others pass their bills on to: a relief asks who may have to pay, unless the planner says who will not. */
function willNotPay(fund: FundDraft, path: string): View {
  const w = words.value.funds;
  const at = `${path}.willNotPay`;
  const takesOver = draft.value.funds.some((other) => other.next === fund.id);
  if (!takesOver && fund.willNotPay === undefined) return nothing;
  const toggle = (event: Event) =>
    change(setAt(draft.value, at, (event.target as HTMLInputElement).checked ? true : null));
  return html`
    <div>
      <label class="check">
        <input type="checkbox" id=${at} @change=${toggle} aria-describedby=${`${at}:hint`}
          .checked=${live(fund.willNotPay === true)}>
        ${w.willNotPay}
      </label>
      <p class="hint" id=${`${at}:hint`}>${w.willNotPayHint}</p>
      ${messages(at)}
      ${fund.willNotPay ? sourceButton(at) : nothing}
    </div>`;
}

export function ceilings(path: string, called: string): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const items = itemsAt(path);
  const lastYear = Number(items.at(-1)?.year);
  const next = String(lastYear ? lastYear + 1 : draft.value.period.firstMonth.slice(0, 4));
  return html`
    <fieldset class="list">
      <legend class="quiet">${f.ofItem(w.ceilings, called)}</legend>
      ${items.map((_, place) => {
        const entry = `${called} ${place + 1}`;
        return html`
          <div class="entry">
            ${textField({ path: `${path}[${place}].year`, label: f.ofItem(w.ceilingYear, entry), quiet: true })}
            ${textField({
              path: `${path}[${place}].rupiah`,
              label: f.ofItem(w.ceiling, entry),
              quiet: true,
              prefix: "Rp",
            })}
            ${crossButton(`${w.ceilings} ${entry}`, () => removeItem(path, place, `${w.ceilings} ${entry}`))}
            ${messages(`${path}[${place}]`)}
          </div>`;
      })}
      ${messages(path)}
      ${listSource(path)}
      ${addButton(path, w.addCeiling, () => addItem(path, { year: next, rupiah: "" }))}
    </fieldset>`;
}

function accounts(path: string, called: string): TemplateResult {
  const w = words.value.funds;
  const f = words.value.form;
  const named = PROGRAMMES.map((value) => ({ value, text: value }));
  const programmes = [{ value: "", text: w.allOthers }, ...named];
  return html`
    <fieldset class="list">
      <legend>${w.accounts}<span class="quiet">: ${called}</span></legend>
      ${itemsAt(path).map((_, place) => {
        const entry = `${called} ${place + 1}`;
        const at = `${path}[${place}]`;
        return html`
          <div class="entry">
            ${selectField({
              path: `${at}.programme`,
              label: f.ofItem(w.accountProgramme, entry),
              quiet: true,
              choices: programmes,
            })}
            ${textField({ path: `${at}.code`, label: f.ofItem(w.code, entry), quiet: true })}
            ${textField({ path: `${at}.description`, label: f.ofItem(w.description, entry), quiet: true })}
            ${crossButton(`${w.accounts} ${entry}`, () => removeItem(path, place, `${w.accounts} ${entry}`))}
            ${messages(at)}
          </div>`;
      })}
      ${messages(path)}
      ${listSource(path)}
      ${addButton(path, w.addAccount, () => addItem(path, { programme: "", code: "", description: "" }))}
    </fieldset>`;
}
