/** A table that one edits like a spreadsheet: a directive that keeps its state where it stands in the page. */
import { noChange } from "lit-html";
import { AsyncDirective, directive } from "lit-html/async-directive.js";
import type { DirectiveParameters, Part } from "lit-html/directive.js";
import { createRef } from "lit-html/directives/ref.js";
import { cellsWithin } from "./changes.js";
import { tableOf, textOf } from "./clipboard.js";
import { Control } from "./control.js";
import "./grid.css";
import type { GridModel, GridRow } from "./model.js";
import { printed } from "./paper.js";
import type { Place } from "./places.js";
import { gridView, type Listeners } from "./view.js";
import { AT_START, inSight, type Span } from "./window.js";

/** Rows that a grid went to already: one that is made anew does not go there again. */
const followed = new WeakSet<object>();

class GridDirective extends AsyncDirective {
  private control: Control | null = null;
  private span: Span = AT_START;
  private rowHeight = 0;
  private readonly root = createRef<HTMLElement>();
  private readonly resized = new ResizeObserver(() => requestAnimationFrame(() => this.followSize()));
  private paper: { stop(): void } | null = null;
  /** Whether the button of the mouse went down on a cell, and on the one that was active already. */
  private isDragging = false;
  private isAgain = false;

  render(_model: GridModel): unknown {
    return noChange;
  }

  override update(_part: Part, [model]: DirectiveParameters<this>): unknown {
    const isFirst = this.control === null;
    if (this.control) this.control.take(model);
    // As for fields, a disabled fieldset around the table locks it.
    else this.control = new Control(model, () => !!this.root.value?.closest("fieldset:disabled"));
    const hadFocus = this.hasFocus();
    const isSent = this.follow(this.control, model);
    // The caller draws in this same task.
    queueMicrotask(() => {
      if (isFirst) this.observe();
      if (isSent || (hadFocus && !this.hasFocus())) this.focus();
    });
    return this.view(this.control);
  }

  protected override disconnected(): void {
    this.resized.disconnect();
    this.paper?.stop();
    this.paper = null;
  }

  protected override reconnected(): void {
    this.observe();
  }

  /** Makes the row active that the caller goes to; says whether there is a new one. */
  private follow(control: Control, { goTo, rows }: GridModel): boolean {
    if (!goTo || followed.has(goTo)) return false;
    const row = control.order.findIndex((place) => rows[place]?.id === goTo.id);
    if (row < 0) return false;
    followed.add(goTo);
    const column = control.columns.findIndex(({ key }) => key === goTo.key);
    control.go({ row, column: Math.max(0, column) });
    return true;
  }

  private view(control: Control): unknown {
    const { listeners: on, span, rowHeight, root } = this;
    return gridView({ control, on, span, rowHeight, root });
  }

  // ───────────────────────────── drawing ─────────────────────────────

  private draw(): void {
    if (this.control && this.isConnected) this.setValue(this.view(this.control));
  }

  private find<Kind extends Element>(selector: string): Kind | null {
    return this.root.value?.querySelector<Kind>(selector) ?? null;
  }

  private observe(): void {
    for (const selector of [".scroller", "table"]) {
      const element = this.find(selector);
      if (element) this.resized.observe(element);
    }
    // Not while another document, such as a report, stands in the place of the page.
    this.paper ??= printed(() => (this.root.value?.closest("[hidden]") ? null : this.control));
    this.followSize();
  }

  /** Reads the height of a row and what covers the scrolled part: head, foot, first column, and one that opens rows. */
  private followSize(): void {
    const scroller = this.find<HTMLElement>(".scroller");
    const row = this.find("tbody tr[aria-rowindex]");
    if (!this.control || !scroller) return;
    const height = row?.getBoundingClientRect().height ?? this.rowHeight;
    const cover = this.cover();
    scroller.style.scrollPadding = `${cover.head}px ${cover.right}px ${cover.foot}px ${cover.left}px`;
    const isNew = height !== this.rowHeight;
    this.rowHeight = height;
    if (!this.followScroll() && isNew) this.draw();
  }

  private cover(): Readonly<Record<"head" | "foot" | "left" | "right", number>> {
    const [head, foot] = [this.find<HTMLElement>("thead"), this.find<HTMLElement>("tfoot")];
    const first = this.find<HTMLElement>("thead th");
    // Where text is large the first column does not stay in sight.
    const left = first && getComputedStyle(first).insetInlineStart !== "auto" ? first.offsetWidth : 0;
    const right = this.find<HTMLElement>("thead .opens")?.offsetWidth ?? 0;
    return { head: head?.offsetHeight ?? 0, foot: foot?.offsetHeight ?? 0, left, right: left > 0 ? right : 0 };
  }

  /** Draws the rows that came into sight; says whether there were any. */
  private followScroll(): boolean {
    const scroller = this.find<HTMLElement>(".scroller");
    if (!this.control || !scroller) return false;
    const { head, foot } = this.cover();
    const height = scroller.clientHeight - head - foot;
    const span = inSight(scroller.scrollTop, height, this.rowHeight);
    if (this.rowHeight > 0) this.control.page = Math.max(1, Math.floor(height / this.rowHeight));
    if (span.first === this.span.first && span.end === this.span.end) return false;
    this.span = span;
    this.draw();
    return true;
  }

  private hasFocus(): boolean {
    return this.find("table")?.contains(document.activeElement) ?? false;
  }

  /** Puts the focus on the active cell or the field in it, and brings it into sight. */
  private focus(): void {
    const target = this.find<HTMLElement>("td.editing input, th.editing input, table [tabindex='0']");
    const scroller = this.find<HTMLElement>(".scroller");
    if (!target || !scroller) return;
    target.focus({ preventScroll: true });
    // The first column is always in sight, so nothing would scroll to it.
    if (this.control?.active.column === 0) scroller.scrollLeft = 0;
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.followScroll();
  }

  private drawAndFocus(): void {
    this.draw();
    this.focus();
  }

  // ───────────────────────────── keys ─────────────────────────────

  private key(control: Control, event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const isLetter = (key.length === 1 || key === "Process" || key === "Dead") && !ctrl && !event.altKey;
    const isHead = control.active.row < 0;
    if (!event.altKey && control.move(key, ctrl, shiftKey)) event.preventDefault();
    else if (key === "Escape") control.chooseOne();
    else if (isHead) return;
    else if (key === "Enter" || key === "F2") {
      event.preventDefault();
      control.begin(false);
    } else if (key === "Delete" || key === "Backspace") control.clear();
    else if (ctrl && key.toLowerCase() === "d") {
      event.preventDefault();
      control.fillDown();
    } else if (ctrl && key.toLowerCase() === "a") {
      event.preventDefault();
      control.chooseAll();
      // The field gets the focus inside this event, so that the browser puts the letter into it.
    } else if (isLetter || (key.length === 1 && event.getModifierState("AltGraph"))) control.begin(true);
    else return;
    this.drawAndFocus();
  }

  private keyInField(control: Control, editing: { readonly typed: boolean }, event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    // Keys in the field are its own: Ctrl+Z takes back what was typed in it, Escape closes it and no dialog around it.
    event.stopPropagation();
    if (event.isComposing) return;
    const sideways = editing.typed && (key === "ArrowLeft" || key === "ArrowRight");
    if (key === "Escape") control.cancel();
    else if (key === "Enter" || key === "Tab" || key === "ArrowUp" || key === "ArrowDown" || sideways) {
      control.commit();
      const step = key === "Enter" ? "ArrowDown" : key === "Tab" ? "ArrowRight" : key;
      const back = key === "Enter" ? "ArrowUp" : "ArrowLeft";
      control.move(shiftKey && (key === "Enter" || key === "Tab") ? back : step, false, false);
      // On a phone the keyboard of the screen stays open for the cell below, and a new text replaces what stands there.
      if (key === "Enter" && matchMedia("(pointer: coarse)").matches && control.begin(false)) {
        this.drawAndFocus();
        this.find<HTMLInputElement>(".editing input")?.select();
      }
    } else return;
    event.preventDefault();
    if (!control.editing) this.drawAndFocus();
  }

  // ───────────────────────────── clipboard ─────────────────────────────

  private clipboard(control: Control, event: ClipboardEvent): void {
    const { type, clipboardData: data } = event;
    // The selection stays in the table when the focus goes on to a button or a date.
    if (!data || !this.hasFocus()) return;
    if (control.editing) {
      if (type === "paste") this.pasteInField(event, data);
      return;
    }
    event.preventDefault();
    if (type === "paste") control.paste(data.getData("text/plain"));
    else {
      const rows = control.copied();
      if (rows.length === 0) return;
      data.setData("text/plain", textOf(rows));
      data.setData("text/html", tableOf(rows));
      if (type === "cut") control.clear();
    }
    this.drawAndFocus();
  }

  /** Several cells replace the field and go into the table; one loses its line end. */
  private pasteInField(event: ClipboardEvent, data: DataTransfer): void {
    const text = data.getData("text/plain");
    const cells = cellsWithin(text);
    const field = event.target;
    if (!(field instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (cells === null || cells.length > 1 || (cells[0]?.length ?? 0) > 1) {
      this.control?.paste(text);
      this.drawAndFocus();
      return;
    }
    const cell = (cells[0]?.[0] ?? "").replace(/\s+/g, " ");
    field.setRangeText(cell, field.selectionStart ?? 0, field.selectionEnd ?? field.value.length, "end");
    this.control?.type(field.value);
  }

  private async pasteByButton(): Promise<void> {
    try {
      const text = await navigator.clipboard.readText();
      this.control?.paste(text);
      this.drawAndFocus();
    } catch {
      this.find<HTMLDialogElement>("dialog")?.showModal();
    }
  }

  private closeBox(isTaken: boolean): void {
    const box = this.find<HTMLTextAreaElement>("dialog textarea");
    const text = box?.value ?? "";
    if (box) box.value = "";
    this.find<HTMLDialogElement>("dialog")?.close();
    if (!isTaken) return;
    this.control?.paste(text);
    this.drawAndFocus();
  }

  // ───────────────────────────── pointer, and the rest ─────────────────────────────

  private readonly listeners: Listeners = {
    onKey: (event) => {
      const { control } = this;
      if (control?.editing) this.keyInField(control, control.editing, event);
      else if (control) this.key(control, event);
    },
    onDown: (event) => {
      const { control } = this;
      const place = placeOf(event.target);
      if (!control || !place || place.row < 0 || event.button !== 0) return;
      const { row, column } = control.active;
      this.isAgain = this.hasFocus() && row === place.row && column === place.column && !event.shiftKey;
      this.isDragging = true;
      if (event.shiftKey) event.preventDefault();
      control.commit();
      control.go(place, event.shiftKey);
      this.drawAndFocus();
    },
    onOver: (event) => {
      const place = placeOf(event.target);
      this.isDragging &&= event.buttons === 1;
      if (!this.isDragging || !this.control || !place || place.row < 0) return;
      this.isAgain = false;
      this.control.go(place, true);
      this.drawAndFocus();
    },
    onClick: (event) => {
      const { control } = this;
      const place = placeOf(event.target);
      if (!control || !place) return;
      const { key, opens } = control.columns[place.column] ?? {};
      if (place.row >= 0) {
        if (opens && control.open()) return;
        if (!this.isAgain || !control.begin(false)) return;
      } else if (key !== undefined && event.target instanceof HTMLButtonElement) control.sort(key);
      this.drawAndFocus();
    },
    onFocus: (event) => {
      const { control } = this;
      const place = placeOf(event.target);
      if (place) takeSelection(event.target);
      if (!control || !place || (control.active.row === place.row && control.active.column === place.column)) return;
      control.commit();
      control.go(place);
      this.draw();
    },
    onClipboard: (event) => {
      if (this.control) this.clipboard(this.control, event);
    },
    onInput: ({ target }) => {
      if (target instanceof HTMLInputElement) this.control?.type(target.value);
    },
    onLeave: () => {
      if (!this.control?.editing) return;
      this.control.commit();
      this.draw();
    },
    onScroll: () => void this.followScroll(),
    onToolKey: (event) => event.stopPropagation(),
    onFilter: ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      this.control?.filterBy(target.value);
      this.draw();
      this.followScroll();
    },
    onColumn: (key) => {
      this.control?.toggle(key);
      this.draw();
    },
    onPasteButton: () => void this.pasteByButton(),
    onPasteBox: () => this.closeBox(true),
    onPasteCancel: () => this.closeBox(false),
    onFillRight: (growth) => {
      const field = this.find<HTMLInputElement>(".grid-growth input");
      this.control?.fillRight(growth ?? field?.value ?? "");
      this.drawAndFocus();
    },
    onNextFault: () => {
      this.control?.toNextFault();
      this.drawAndFocus();
    },
  };
}

/** The place of a cell; `null` in its field, and between cells. */
function placeOf(target: EventTarget | null): Place | null {
  if (!(target instanceof Element) || target instanceof HTMLInputElement) return null;
  const cell = target.closest<HTMLTableCellElement>("th, td");
  const index = cell?.parentElement?.getAttribute("aria-rowindex");
  return cell && index ? { row: Number(index) - 2, column: cell.cellIndex } : null;
}

/**
 * Firefox tells of copies and pastes where the selection is and not where the focus is: after typing in a field elsewhere,
 * what was pasted into a cell would be lost.
 */
function takeSelection(cell: EventTarget | null): void {
  if (cell instanceof Element) getSelection()?.collapse(cell, 0);
}

const place = directive(GridDirective);

/** Shows the table of `model` here. Whoever calls it hands over a new model for each change. */
export function grid<Row extends GridRow>(model: GridModel<Row>): unknown {
  return place(model as unknown as GridModel);
}
