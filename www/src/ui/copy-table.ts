/**
 * "Salin" and CSV under a table: `<copy-table name="caption">` after it, drawn once this module has loaded. A table within
 * a cell has none: it is copied with its row.
 */
import { html, render } from "lit-html";
import { asHtml, asText } from "./copied.js";
import { copyWords } from "./copy-words.js";
import { type Values, valuesOf } from "./table-values.js";
import "./copy-table.css";

export type Dialect = "semicolon" | "comma";

/** Hands a table to the reader as a CSV file; rejects where it cannot be made. */
export type SaveCsv = (values: Values, dialect: Dialect) => Promise<void>;

let save: SaveCsv = () => Promise.reject(new Error("no CSV here"));

class CopyTable extends HTMLElement {
  static observedAttributes = ["name"];
  /** The values of a table that is not all in the page. Without a first value, which would take the place of what was given earlier. */
  declare read?: () => Values;
  private said = "";

  connectedCallback(): void {
    this.draw();
  }

  /** The caption is another in another language, and of another plan. */
  attributeChangedCallback(): void {
    this.said = "";
    if (this.isConnected) this.draw();
  }

  private get table(): HTMLTableElement | null {
    return this.previousElementSibling?.querySelector("table") ?? null;
  }

  private get values(): Values | null {
    const { read, table } = this;
    return read?.() ?? (table && valuesOf(table));
  }

  private draw(): void {
    if (this.parentElement?.closest("table")) return;
    const w = copyWords();
    const caption = this.getAttribute("name") ?? "";
    const csv = (dialect: Dialect) => html`
      <button type="button" class="small plain" aria-label=${w.csvOf[dialect](caption)}
        @click=${() => this.saveAs(dialect)}>${w.csv[dialect]}</button>`;
    render(
      html`<button type="button" class="small plain" aria-label=${w.copyOf(caption)}
        @click=${() => this.copy()}>${w.copy}</button>${csv("semicolon")}${csv("comma")}
        <span class="hint">${this.said}</span>`,
      this,
    );
  }

  private say(text: string): void {
    this.said = text;
    this.draw();
    const status = document.getElementById("status");
    if (status) status.textContent = text;
  }

  private async copy(): Promise<void> {
    const { table, values } = this;
    if (!table || !values) return;
    const parts = { "text/plain": asText(values), "text/html": asHtml(values) };
    try {
      const blobs = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      this.say(copyWords().copied(String(values.rows.length)));
    } catch {
      this.select(table, parts);
    }
  }

  /** Where the browser refuses the clipboard, as in a frame, the keys of the reader may still use it. */
  private select(table: HTMLTableElement, parts: { readonly [type: string]: string }): void {
    getSelection()?.selectAllChildren(table);
    const put = (event: ClipboardEvent) => {
      if (!event.clipboardData || !getSelection()?.containsNode(table, true)) return;
      event.preventDefault();
      for (const [type, text] of Object.entries(parts)) event.clipboardData.setData(type, text);
    };
    document.addEventListener("copy", put, { once: true });
    this.say(copyWords().selected);
  }

  private async saveAs(dialect: Dialect): Promise<void> {
    const w = copyWords();
    const { values } = this;
    if (!values) return;
    try {
      await save(values, dialect);
      this.say(w.saved);
    } catch {
      this.say(w.notSaved);
    }
  }
}

export function defineCopyTable(saveCsv: SaveCsv): void {
  save = saveCsv;
  if (!customElements.get("copy-table")) customElements.define("copy-table", CopyTable);
}
