/** A field for a number that is not part of the plan: label, units, what is wrong with it, and readings to choose from. */
import { html, nothing, type TemplateResult } from "lit-html";
import { live } from "lit-html/directives/live.js";

/** What is wrong with a field, and the readings to choose from where its number is unclear. */
export interface FieldFault {
  readonly text: string;
  readonly choices: readonly string[];
}

interface TypedField {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly faults: readonly FieldFault[];
  readonly prefix?: string;
  readonly suffix?: string;
  readonly hint?: string;
  onInput(text: string): void;
}

/** `onLeave`: the field is left after a change. */
export function typedField(field: TypedField, onLeave: () => void): TemplateResult {
  const { id, label, value, faults, prefix, suffix, hint, onInput } = field;
  const described = [faults.length > 0 && `${id}:message`, hint && `${id}:hint`].filter(Boolean).join(" ");
  const unit = (text: string | undefined) => (text ? html`<span class="unit">${text}</span>` : nothing);
  return html`
    <div class=${faults.length > 0 ? "field faulty" : "field"}>
      <label class="name" for=${id}>${label}</label>
      <span class="input number">
        ${unit(prefix)}
        <input type="text" id=${id} inputmode="decimal" autocomplete="off" .value=${live(value)}
          aria-invalid=${faults.length > 0 ? "true" : nothing} aria-describedby=${described || nothing}
          @input=${(event: Event) => onInput((event.target as HTMLInputElement).value)} @change=${onLeave}>
        ${unit(suffix)}
      </span>
      ${hint ? html`<span class="hint" id=${`${id}:hint`}>${hint}</span>` : nothing}
      ${
        faults.length === 0
          ? nothing
          : html`
        <div class="message" id=${`${id}:message`}>
          ${faults.map(
            ({ text, choices }) => html`
            <p>${text}</p>
            ${choices.map(
              (choice) => html`<button type="button" class="small" @click=${() => onInput(choice)}>${choice}</button>`,
            )}`,
          )}
        </div>`
      }
    </div>`;
}
