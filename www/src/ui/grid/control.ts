/** The state of one grid, and what changes it; it touches no document. */
import { cellsWithin, cleared, filled, grown, nextFault, pasted, type Shown, textsOf } from "./changes.js";
import type { GridAct, GridChange, GridColumn, GridModel } from "./model.js";
import { kept, nextSorting, ordered, type Sorting } from "./order.js";
import { between, type Block, inside, moved, type Place, type Size } from "./places.js";
import { gridWords } from "./words.js";

/** The field in the active cell. `typed`: opened by a letter; the arrow keys then leave it. */
interface Editing {
  readonly draft: string;
  readonly typed: boolean;
}

/** A number that is longer than this may be cut off: it is a pasted text. */
const WIDEST = 32;

export class Control {
  columns: readonly GridColumn[] = [];
  /** Places in the caller's rows, in the order in which they are shown. */
  order: readonly number[] = [];
  active: Place = { row: 0, column: 0 };
  editing: Editing | null = null;
  sorting: Sorting | null = null;
  filter = "";
  /** Rows in sight. */
  page = 1;
  readonly hidden = new Set<string>();
  private anchor: Place = this.active;
  /** What the last act did; after an edit the cells that are faulty now are counted with it. */
  private said = "";
  private isEdit = false;
  private faultsOf = new Map<number, ReadonlyMap<string, string>>();
  private readonly widths = new Map<string, number>();

  /** `isLocked`: whether nothing may be edited now. */
  constructor(
    public model: GridModel,
    private readonly isLocked: () => boolean,
  ) {
    this.arrange();
    this.readFaults();
    this.active = this.anchor = inside(this.active, this.size);
  }

  /** The table as it is now; what is active and chosen stays with its row. */
  take(model: GridModel): void {
    const before = this.model;
    if (model === before) return;
    this.model = model;
    if (model.faults !== before.faults) this.readFaults();
    if (model.columns !== before.columns) this.columns = model.columns.filter(({ key }) => !this.hidden.has(key));
    const order = kept(this.order, before, model);
    if (order === this.order) return;
    const now = new Map(order.map((place, row) => [model.rows[place]?.id, row]));
    const follow = ({ row, column }: Place) => {
      const place = this.order[row];
      const found = place === undefined ? undefined : now.get(before.rows[place]?.id);
      return { row: found ?? row, column, isLost: place !== undefined && found === undefined };
    };
    const [active, anchor] = [follow(this.active), follow(this.anchor)];
    this.order = order;
    if (active.isLost) this.editing = null;
    this.active = inside(active, this.size);
    this.anchor = inside(anchor.isLost ? this.active : anchor, this.size);
  }

  private readFaults(): void {
    const all = new Map<number, Map<string, string>>();
    for (const { row, key, text } of this.model.faults) {
      const ofRow = all.get(row) ?? new Map<string, string>();
      all.set(row, ofRow.set(key, ofRow.get(key) ?? text));
    }
    this.faultsOf = all;
  }

  /** Sorts and filters anew; only a reader who asks for it moves rows. */
  private arrange(): void {
    this.columns = this.model.columns.filter(({ key }) => !this.hidden.has(key));
    this.order = ordered(this.model, this.columns, this.sorting, this.filter);
  }

  // ───────────────────────────── what is there ─────────────────────────────

  get size(): Size {
    return {
      rows: this.order.length,
      columns: this.columns.length,
      hasFoot: this.model.totals !== undefined,
      page: this.page,
      filled: ({ row, column }) => this.text(row, column) !== "",
    };
  }

  text(row: number, column: number): string {
    const [found, of] = [this.model.rows[this.order[row] ?? -1], this.columns[column]];
    return found && of ? this.model.cell(found, of) : "";
  }

  textsIn(row: number): readonly string[] {
    return this.columns.map((_, column) => this.text(row, column));
  }

  /** Messages of a shown row by the keys of its columns. */
  faultsIn(row: number): ReadonlyMap<string, string> | undefined {
    return this.faultsAt(this.order[row] ?? -1);
  }

  /** Those of a row by its place among the caller's rows. */
  readonly faultsAt = (place: number): ReadonlyMap<string, string> | undefined => this.faultsOf.get(place);

  get chosen(): Block {
    return between(this.anchor, this.active);
  }

  private get shown(): Shown {
    const { order, model } = this;
    const { columns } = this;
    const [rows, allRows] = [order.length, model.rows.length];
    // In a filtered table the end of what is shown is not the end of the table.
    const takesMoreRows = model.takesMoreRows && !this.filter.trim();
    const text = (row: number, column: number) => this.text(row, column);
    const isAllLocked = this.isLocked();
    const isLocked = (row: number, column: number) => isAllLocked || this.isFixed(row, column);
    return { columns, rows, allRows, takesMoreRows, rowAt: (row) => order[row], isLocked, text };
  }

  /** Whether a cell cannot be edited; of a row that is not there yet, by its column. */
  isFixed(row: number, column: number): boolean {
    const [found, of] = [this.model.rows[this.order[row] ?? -1], this.columns[column]];
    return !of || of.readOnly === true || ((found && this.model.isFixed?.(found, of)) ?? false);
  }

  /** Width in digits. A column that showed a longer number stays so wide, or it would tremble while one scrolls. */
  widthOf({ key, width }: GridColumn): number {
    return Math.max(width, this.widths.get(key) ?? 0);
  }

  widen({ key, kind }: GridColumn, text: string): void {
    if (kind === "number" && text.length > (this.widths.get(key) ?? 0))
      this.widths.set(key, Math.min(text.length, WIDEST));
  }

  /** For the status line: what was done, or what is chosen, or what is wrong with the active cell. */
  get status(): string {
    const words = gridWords();
    const { faults, rows } = this.model;
    if (this.said) return this.isEdit && faults.length > 0 ? `${this.said} ${words.toMend(faults.length)}` : this.said;
    const { top, bottom, left, right } = this.chosen;
    if (bottom > top || right > left) return words.chosen(bottom - top + 1, right - left + 1);
    const fault = this.faultsIn(this.active.row)?.get(this.columns[this.active.column]?.key ?? "");
    if (fault !== undefined) return words.at(this.active.row + 1, this.columns[this.active.column]?.label ?? "", fault);
    return this.filter.trim() ? words.shown(this.order.length, rows.length) : "";
  }

  private say(text: string, isEdit = false): void {
    this.said = text;
    this.isEdit = isEdit;
  }

  // ───────────────────────────── moving ─────────────────────────────

  /** Whether the key moves. What is chosen is never head or foot together with cells. */
  move(key: string, ctrl: boolean, extend: boolean): boolean {
    const to = moved(key, ctrl, this.active, this.size);
    if (to) this.go(to, extend);
    return to !== null;
  }

  go(to: Place, extend = false): void {
    const isCell = ({ row }: Place) => row >= 0 && row < this.order.length;
    this.say("");
    if (extend && isCell(this.anchor))
      this.active = { ...to, row: Math.max(0, Math.min(to.row, this.order.length - 1)) };
    else this.active = this.anchor = to;
  }

  chooseAll(): void {
    if (this.order.length === 0) return;
    this.say("");
    this.anchor = { row: this.order.length - 1, column: this.columns.length - 1 };
    this.active = { row: 0, column: 0 };
  }

  chooseOne(): void {
    this.go(this.active);
  }

  // ───────────────────────────── editing ─────────────────────────────

  /** Opens the field in the active cell, with its text or, where a letter opens it, empty. */
  begin(typed: boolean): boolean {
    const { row, column } = this.active;
    const of = this.columns[column];
    if (!of || this.order[row] === undefined) return false;
    this.anchor = this.active;
    const isReadOnly = this.isLocked() || this.isFixed(row, column);
    if (isReadOnly && this.open()) return false;
    this.say(isReadOnly ? gridWords().readOnly : "");
    this.editing = isReadOnly ? null : { draft: typed ? "" : this.text(row, column), typed };
    return this.editing !== null;
  }

  /** Whether the active row is opened by the caller. */
  open(): boolean {
    const { onOpen, rows } = this.model;
    const [row, column] = [rows[this.order[this.active.row] ?? -1], this.columns[this.active.column]];
    if (!onOpen || !row || !column) return false;
    this.say("");
    onOpen(row, column);
    return true;
  }

  type(draft: string): void {
    if (this.editing) this.editing = { ...this.editing, draft };
  }

  cancel(): void {
    this.editing = null;
  }

  /** Closes the field and reports its text where that has changed. */
  commit(): void {
    const { editing, active } = this;
    const [row, column] = [this.order[active.row], this.columns[active.column]];
    this.editing = null;
    if (!editing || row === undefined || !column || editing.draft === this.text(active.row, active.column)) return;
    this.report([{ row, key: column.key, text: editing.draft }], "type");
  }

  private report(changes: readonly GridChange[], act: GridAct): void {
    if (changes.length > 0) this.model.onEdit(changes, act);
  }

  clear(): void {
    const changes = cleared(this.chosen, this.shown);
    this.say(gridWords().cleared(changes.length), true);
    this.report(changes, "clear");
  }

  fillDown(): void {
    const changes = filled(this.chosen, this.shown);
    this.say(gridWords().filled(changes.length), true);
    this.report(changes, "fill");
  }

  fillRight(growth: string): void {
    const { grow } = this.model;
    const words = gridWords();
    if (!grow) return;
    const { changes, unread } = grown(this.chosen, this.shown, (text, from, to) => grow(text, from, to, growth));
    const isPlace = this.columns[this.chosen.left]?.grows ?? false;
    const said = [words.filled(changes.length), ...(unread > 0 ? [words.notGrown(unread)] : [])].join(" ");
    this.say(isPlace ? said : words.chooseNumber, isPlace);
    this.report(changes, "fill");
  }

  /** The chosen cells; none in the head and the foot. */
  copied(): readonly (readonly string[])[] {
    const { top, bottom, left, right } = this.chosen;
    if (top < 0 || bottom >= this.order.length) return [];
    this.say(gridWords().copied((bottom - top + 1) * (right - left + 1)));
    return textsOf(this.chosen, this.shown);
  }

  paste(text: string): void {
    const words = gridWords();
    const { top, left, right } = this.chosen;
    const all = cellsWithin(text);
    if (all === null) {
      this.say(words.tooMuch(text.length));
      return;
    }
    const cells = this.model.taken?.(all, this.columns.slice(left)) ?? all;
    this.editing = null;
    if (cells.length === 0) {
      this.say(words.nothingToPaste);
      return;
    }
    // From the head on it goes into the first row, also where there is none yet; in the foot there is nothing to fill.
    if (top > 0 && top >= this.order.length) return;
    const to = top < 0 ? { top: 0, bottom: 0, left, right } : this.chosen;
    const { changes, cells: count, rowsLeft, columnsLeft, locked, block } = pasted(cells, to, this.shown);
    this.report(changes, "paste");
    this.active = inside({ row: block.top, column: block.left }, this.size);
    this.anchor = inside({ row: Math.min(block.bottom, this.order.length - 1), column: block.right }, this.size);
    const said = [
      words.pasted(count),
      ...(rowsLeft > 0 ? [words.rowsLeft(rowsLeft)] : []),
      ...(columnsLeft > 0 ? [words.columnsLeft(columnsLeft)] : []),
      ...(locked > 0 ? [words.locked(locked)] : []),
    ];
    this.say(said.join(" "), true);
  }

  // ───────────────────────────── order, columns, faults ─────────────────────────────

  private rearranged(): void {
    const row = this.order[this.active.row];
    const key = this.columns[this.active.column]?.key;
    this.arrange();
    const place = row === undefined ? -1 : this.order.indexOf(row);
    const column = Math.max(
      0,
      this.columns.findIndex((each) => each.key === key),
    );
    this.go(
      inside({ row: this.active.row < 0 || place < 0 ? Math.min(this.active.row, 0) : place, column }, this.size),
    );
  }

  sort(key: string): void {
    this.sorting = nextSorting(this.sorting, key);
    this.rearranged();
  }

  filterBy(text: string): void {
    this.filter = text;
    this.rearranged();
  }

  toggle(key: string): void {
    if (!this.hidden.delete(key)) this.hidden.add(key);
    this.rearranged();
  }

  /** Goes to the next fault. Where no row in sight has one, a filter that hides faults is taken away, and hidden columns come back. */
  toNextFault(): void {
    const { faults } = this.model;
    const shownRows = new Map(this.order.map((place, row) => [place, row]));
    const shownColumns = new Map(this.columns.map(({ key }, column) => [key, column]));
    const places = faults.flatMap((fault): readonly Place[] => {
      const [row, column] = [shownRows.get(fault.row), shownColumns.get(fault.key)];
      return row === undefined || column === undefined ? [] : [{ row, column }];
    });
    const next = nextFault(places, this.active);
    if (next) {
      this.go(next);
    } else if (faults.length > 0 && (this.filter || this.hidden.size > 0)) {
      this.filter = "";
      this.hidden.clear();
      this.rearranged();
      this.toNextFault();
    } else this.say(gridWords().noFault);
  }
}
