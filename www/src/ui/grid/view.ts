/** How a grid looks: tools, table, status line, and the box for pasting. */
import { html, nothing, type TemplateResult } from "lit-html";
import { guard } from "lit-html/directives/guard.js";
import { live } from "lit-html/directives/live.js";
import { type Ref, ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import type { View } from "../view.js";
import type { Control } from "./control.js";
import type { GridColumn } from "./model.js";
import type { Block } from "./places.js";
import { type Piece, pieces, type Span } from "./window.js";
import { gridWords } from "./words.js";

/** What the table tells; all but `onInput` and `onLeave`, which belong to its field, listen on the whole table. */
export interface Listeners {
  onKey(event: KeyboardEvent): void;
  onDown(event: MouseEvent): void;
  onOver(event: MouseEvent): void;
  onClick(event: MouseEvent): void;
  onFocus(event: FocusEvent): void;
  onClipboard(event: ClipboardEvent): void;
  onInput(event: Event): void;
  onLeave(): void;
  onScroll(): void;
  /** In the fields beside the table: the caller takes Ctrl+Z for its own. */
  onToolKey(event: KeyboardEvent): void;
  onFilter(event: Event): void;
  onColumn(key: string): void;
  onPasteButton(): void;
  onPasteBox(): void;
  onPasteCancel(): void;
  onNextFault(): void;
  /** Without a growth: by the one that stands in the field. */
  onFillRight(growth?: string): void;
}

export interface Drawn {
  readonly control: Control;
  readonly on: Listeners;
  readonly span: Span;
  /** Pixels. */
  readonly rowHeight: number;
  readonly root: Ref<HTMLElement>;
}

export function gridView(drawn: Drawn): TemplateResult {
  const { control, on, root } = drawn;
  const hint = control.columns[control.active.column]?.hint;
  return html`
    <div class="datagrid" ${ref(root)}>
      ${tools(drawn)}
      <p class="grid-status" role="status">${control.status}</p>
      <div class="scroller" tabindex="-1" @scroll=${on.onScroll}>${table(drawn)}</div>
      ${hint ? html`<p class="hint">${hint}</p>` : nothing}
      ${pasteBox(on)}
    </div>`;
}

function tools({ control, on }: Drawn): TemplateResult {
  const words = gridWords();
  const { columns, faults } = control.model;
  const isEditable = columns.some(({ readOnly }) => !readOnly);
  return html`
    <div class="grid-tools" @keydown=${on.onToolKey}>
      <label class="grid-filter">${words.filter}
        <input type="text" autocomplete="off" .value=${live(control.filter)} @input=${on.onFilter}></label>
      ${isEditable ? html`<button type="button" class="small" @click=${on.onPasteButton}>${words.paste}</button>` : nothing}
      ${
        faults.length > 0
          ? html`<button type="button" class="small" @click=${on.onNextFault}>${words.nextFault(faults.length)}</button>`
          : nothing
      }
      ${isEditable && columns.some(({ grows }) => grows) ? growth(on) : nothing}
      <details class="more">
        <summary>${words.columns}</summary>
        <div class="grid-columns" role="group" aria-label=${words.columns}>
          ${columns.slice(1).map(
            ({ key, label }) => html`
            <label class="check"><input type="checkbox" .checked=${live(!control.hidden.has(key))}
              @change=${() => on.onColumn(key)}>${label}</label>`,
          )}
        </div>
      </details>
    </div>`;
}

/** Fills the chosen row from its number on, by years. */
function growth(on: Listeners): TemplateResult {
  const words = gridWords();
  return html`
    <details class="more">
      <summary>${words.fillRight}</summary>
      <div class="grid-growth">
        <label>${words.growth} <input type="text" autocomplete="off" inputmode="decimal"></label>
        <button type="button" class="small" @click=${() => on.onFillRight()}>${words.fillByGrowth}</button>
        <button type="button" class="small" @click=${() => on.onFillRight("0")}>${words.fillSame}</button>
        <p class="hint">${words.growthHint}</p>
      </div>
    </details>`;
}

function pasteBox(on: Listeners): TemplateResult {
  const words = gridWords();
  return html`
    <dialog aria-label=${words.pasteTitle} @keydown=${on.onToolKey}>
      <h2>${words.pasteTitle}</h2>
      <p>${words.pasteAbout}</p>
      <label class="stack">${words.pasteField} <textarea rows="6" autocomplete="off" spellcheck="false"></textarea></label>
      <div class="buttons">
        <button type="button" @click=${on.onPasteBox}>${words.fill}</button>
        <button type="button" class="plain" @click=${on.onPasteCancel}>${words.cancel}</button>
      </div>
    </dialog>`;
}

// ───────────────────────────── table ─────────────────────────────

function table(drawn: Drawn): TemplateResult {
  const { control, on, span } = drawn;
  const { columns, order, model, active, chosen } = control;
  const body = pieces(order.length, span, active.row);
  const texts = new Map(
    body.flatMap((piece) => ("row" in piece ? [[piece.row, control.textsIn(piece.row)] as const] : [])),
  );
  for (const row of texts.values()) columns.forEach((column, place) => control.widen(column, row[place] ?? ""));
  model.columns.forEach((column, place) => control.widen(column, model.totals?.[place] ?? ""));
  // Padding and border of a cell, and the mark of a fault, beside the digits.
  const widths = columns.map((column, place) => {
    const width = `${control.widthOf(column)}ch + 1.375rem`;
    // On a phone the first numbers are in sight beside names.
    return place === 0
      ? `min(${width}, 40vw, max(31vw, 7rem))`
      : column.kind === "text"
        ? `min(${width}, 28vw)`
        : `(${width})`;
  });
  const key = (piece: Piece) => ("row" in piece ? model.rows[order[piece.row] ?? -1]?.id : `gap ${piece.name}`);
  return html`
    <table role="grid" aria-label=${model.label} aria-multiselectable="true" aria-colcount=${columns.length}
      aria-rowcount=${order.length + (model.totals ? 2 : 1)} .style=${`width: calc(${widths.join(" + ")})`}
      @keydown=${on.onKey} @mousedown=${on.onDown} @mouseover=${on.onOver} @click=${on.onClick} @focusin=${on.onFocus}
      @copy=${on.onClipboard} @cut=${on.onClipboard} @paste=${on.onClipboard}>
      <colgroup>${widths.map((width) => html`<col .style=${`width: calc(${width})`}>`)}</colgroup>
      <thead><tr aria-rowindex="1">${columns.map((column, place) => head(control, column, place))}</tr></thead>
      <tbody>
        ${repeat(body, key, (piece) =>
          "row" in piece ? row(drawn, piece.row, texts.get(piece.row) ?? [], chosen) : gap(drawn, piece.gap),
        )}
      </tbody>
      ${model.totals ? foot(control, model.totals) : nothing}
    </table>`;
}

function head({ active, sorting }: Control, { key, label, kind, opens }: GridColumn, place: number): TemplateResult {
  const isSorted = sorting?.key === key;
  const arrow = isSorted ? html`<span aria-hidden="true">${sorting.descending ? " ▼" : " ▲"}</span>` : nothing;
  return html`
    <th scope="col" class=${opens ? `${kind} opens` : kind} aria-sort=${isSorted ? (sorting.descending ? "descending" : "ascending") : nothing}>
      <button type="button" tabindex=${active.row < 0 && active.column === place ? 0 : -1}>${label}${arrow}</button>
    </th>`;
}

/** Rows that are not drawn. */
function gap({ control, rowHeight }: Drawn, rows: number): TemplateResult {
  return html`
    <tr class="gap" role="presentation" aria-hidden="true">
      <td role="presentation" colspan=${control.columns.length} .style=${`height: ${rows * rowHeight}px`}></td>
    </tr>`;
}

/** A row is drawn again only when something in it has changed: moving and scrolling leave most as they are. */
function row({ control, on }: Drawn, at: number, texts: readonly string[], chosen: Block): unknown {
  const { columns, active } = control;
  const activeColumn = active.row === at ? active.column : -1;
  const editing = active.row === at ? control.editing : null;
  const [from, to] = at >= chosen.top && at <= chosen.bottom ? [chosen.left, chosen.right] : [0, -1];
  const faults = control.faultsIn(at);
  const fixed = columns.map((_, place) => control.isFixed(at, place));
  return guard([at, columns, activeColumn, editing, from, to, faults, fixed.join(), ...texts], () => {
    const cells = columns.map((column, place) => {
      const fault = faults?.get(column.key) ?? null;
      const text = texts[place] ?? "";
      const isActive = place === activeColumn;
      const name = `${column.label}, ${texts[0] ?? ""}`;
      const open = isActive && editing ? field(editing.draft, name, column, fault, on) : null;
      const isFixed = fixed[place] ?? false;
      const isChosen = place >= from && place <= to;
      return cell({ column, text, fault, isHead: place === 0, isFixed, isActive, isChosen, open });
    });
    return html`<tr aria-rowindex=${at + 2}>${cells}</tr>`;
  });
}

interface Cell {
  readonly column: GridColumn;
  readonly text: string;
  readonly fault: string | null;
  readonly isHead: boolean;
  readonly isFixed: boolean;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** The field in it. */
  readonly open: TemplateResult | null;
}

function cell({ column, text, fault, isHead, isFixed, isActive, isChosen, open }: Cell): TemplateResult {
  const kind = `${column.kind}${open ? " editing" : ""}${column.opens ? " opens" : ""}`;
  const tab = isActive && !open ? 0 : -1;
  const invalid = fault === null ? nothing : "true";
  const readOnly = isFixed ? "true" : nothing;
  const title = column.kind === "text" ? text : nothing;
  const inner = open ?? content(text, fault);
  return isHead
    ? html`<th scope="row" role="rowheader" class=${kind} tabindex=${tab} aria-selected=${isChosen}
        aria-invalid=${invalid} aria-readonly=${readOnly} title=${title}>${inner}</th>`
    : html`<td role="gridcell" class=${kind} tabindex=${tab} aria-selected=${isChosen}
        aria-invalid=${invalid} aria-readonly=${readOnly} title=${title}>${inner}</td>`;
}

function content(text: string, fault: string | null): View | string {
  return fault === null
    ? text
    : html`<span class="fault" aria-hidden="true">!</span>${text}<span class="quiet">${fault}</span>`;
}

function field(draft: string, name: string, { kind }: GridColumn, fault: string | null, on: Listeners): TemplateResult {
  return html`<input type="text" autocomplete="off" enterkeyhint="next" aria-label=${name}
    inputmode=${kind === "number" ? "numeric" : nothing} aria-invalid=${fault === null ? nothing : "true"}
    .value=${live(draft)} @input=${on.onInput} @focusout=${on.onLeave}>`;
}

function foot({ columns, model, order, active }: Control, totals: readonly string[]): TemplateResult {
  return html`
    <tfoot><tr aria-rowindex=${order.length + 2}>
      ${columns.map((column, place) => {
        const text = totals[model.columns.indexOf(column)] ?? "";
        const tab = active.row === order.length && active.column === place ? 0 : -1;
        return place === 0
          ? html`<th scope="row" role="rowheader" class=${column.kind} tabindex=${tab} aria-readonly="true">${text}</th>`
          : html`<td role="gridcell" class=${column.kind} tabindex=${tab} aria-readonly="true">${text}</td>`;
      })}
    </tr></tfoot>`;
}
