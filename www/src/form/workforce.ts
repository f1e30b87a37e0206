/** Who could be covered; optional, because a pure cost needs none. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { setAt } from "../plan/draft.js";
import { addButton, removeButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import { focusSoon } from "../ui/focus.js";
import type { View } from "../ui/view.js";
import { words } from "../words/current.js";
import { messages, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { datedList } from "./lists.js";
import { listSource } from "./source.js";

const RIVALS = "workforce.rivals";

export function workforceView(): TemplateResult {
  const w = words.value.workforce;
  return html`
    <section aria-labelledby="workforce-heading">
      <div class="bar">
        <h3 id="workforce-heading">${w.heading}</h3>
        ${draft.value.workforce ? removeButton(w.heading, remove) : nothing}
      </div>
      ${
        draft.value.workforce
          ? filled()
          : html`
        <p class="hint">${w.why}</p>
        ${addButton("workforce", w.add, add)}`
      }
    </section>`;
}

function add(): void {
  const from = draft.value.period.firstMonth;
  change(setAt(draft.value, "workforce", { denominator: "eligible", eligible: [{ from, people: "" }] }));
  focusSoon("workforce");
}

function remove(): void {
  change(setAt(draft.value, "workforce", null), words.value.form.removed(words.value.workforce.heading));
  focusSoon("workforce");
}

function filled(): TemplateResult {
  const w = words.value.workforce;
  const { people } = words.value.form;
  const others = "workforce.otherMembers";
  return html`
    <div class="fields">
      ${selectField({
        path: "workforce.denominator",
        label: w.denominator,
        choices: choices(w.denominators),
        source: true,
      })}
      ${textField({
        path: "workforce.growthPercent",
        label: w.growth,
        hint: w.growthHint,
        suffix: "%",
        optional: true,
        source: true,
      })}
      ${afterLastBill()}
    </div>
    <div class="fields">
      <div>
        ${datedList({ path: "workforce.eligible", legend: w.eligible, value: "people", label: people })}
        ${listSource("workforce.eligible")}
      </div>
      <div>
        ${
          draft.value.workforce?.otherMembers?.length
            ? datedList({ path: others, legend: w.otherMembers, value: "people", label: people })
            : addButton(others, w.otherMembers, () =>
                addItem(others, { from: draft.value.period.firstMonth, people: "" }),
              )
        }
        <p class="hint">${w.otherHint}</p>
        ${listSource(others)}
      </div>
    </div>
    ${itemsAt(RIVALS).map((_, place) => rival(place))}
    ${messages(RIVALS)}
    ${listSource(RIVALS)}
    ${addButton(RIVALS, w.addRival, () =>
      addItem(RIVALS, {
        name: "",
        denominator: "own",
        eligible: [{ from: draft.value.period.firstMonth, people: "" }],
      }),
    )}`;
}

/** Whether members still count in the months after their last bill: asked where a group is not paid in every month. */
function afterLastBill(): View {
  const w = words.value.workforce;
  const path = "workforce.afterLastBill";
  const stops = draft.value.segments.some(({ billed }) => billed?.length);
  if (!stops && !draft.value.workforce?.afterLastBill) return nothing;
  return selectField({
    path,
    label: w.afterLastBill,
    choices: choices(w.afterLastBills, "notCounted"),
    hint: w.afterLastBillHint,
    source: true,
  });
}

/** Another count of the same workers: printed denominators differ. */
function rival(place: number): TemplateResult {
  const w = words.value.workforce;
  const at = `${RIVALS}[${place}]`;
  const called = `${w.rival} ${place + 1}`;
  return html`
    <fieldset class="card" id=${at} tabindex="-1">
      <legend>${called}</legend>
      <div class="fields">
        ${textField({ path: `${at}.name`, label: w.rivalName })}
        ${selectField({ path: `${at}.denominator`, label: w.denominator, choices: choices(w.denominators) })}
        ${datedList({
          path: `${at}.eligible`,
          legend: `${w.eligible}, ${called}`,
          value: "people",
          label: words.value.form.people,
        })}
      </div>
      ${messages(at)}
      ${removeButton(called, () => removeItem(RIVALS, place, called))}
    </fieldset>`;
}
