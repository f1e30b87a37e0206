/** The whole grid on paper: on the screen only the rows in sight are in the page, so all are put there to be printed. */
import { html, nothing, render, type TemplateResult } from "lit-html";
import type { Control } from "./control.js";
import { ordered } from "./order.js";

/**
 * Puts all rows, those that a filter hides too because the sums are of all, at the end of the page for as long as it is
 * printed: on sheets of their own, which are turned (`page` in grid.css). `read`: the grid as it is then.
 */
export function printed(read: () => Control | null): { stop(): void } {
  let place: HTMLElement | null = null;
  const put = () => {
    const control = read();
    if (!control) return;
    place ??= document.body.appendChild(document.createElement("div"));
    place.className = "grid-paper";
    render(paper(control), place);
  };
  const remove = () => {
    place?.remove();
    place = null;
  };
  addEventListener("beforeprint", put);
  addEventListener("afterprint", remove);
  return {
    stop() {
      removeEventListener("beforeprint", put);
      removeEventListener("afterprint", remove);
      remove();
    },
  };
}

function paper({ model, columns, sorting, faultsAt }: Control): TemplateResult {
  const order = ordered(model, columns, sorting, "");
  const cell = (place: number, key: string, text: string) => html`${faultsAt(place)?.has(key) ? "! " : nothing}${text}`;
  const totalOf = (key: string) => model.totals?.[model.columns.findIndex((column) => column.key === key)] ?? "";
  return html`
    <table>
      <caption>${model.label}</caption>
      <thead><tr>${columns.map(({ label, kind }) => html`<th scope="col" class=${kind}>${label}</th>`)}</tr></thead>
      <tbody>
        ${order.map((place) => {
          const row = model.rows[place];
          return row
            ? html`<tr>${columns.map((column) => html`<td class=${column.kind}>${cell(place, column.key, model.cell(row, column))}</td>`)}</tr>`
            : nothing;
        })}
      </tbody>
      ${model.totals ? html`<tfoot><tr>${columns.map(({ key, kind }) => html`<td class=${kind}>${totalOf(key)}</td>`)}</tr></tfoot>` : nothing}
    </table>`;
}
