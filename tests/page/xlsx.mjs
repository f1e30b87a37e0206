// Small workbooks for tests, as other programs write them: cells, merged ranges, hidden rows and sheets, formulas.
import { zipOf } from "./zip.mjs";

const escaped = (text) => text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** `{ f: "B1+1", v: 5 }` is a formula with its result, `{ f }` one without, `{ e: "#N/A" }` a message, `{ day: 46082 }` a date. */
function cell(reference, value) {
  const at = (inner, attributes = "") => `<c r="${reference}"${attributes}>${inner}</c>`;
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "number") return at(`<v>${value}</v>`);
  if (typeof value === "string") return at(`<is><t xml:space="preserve">${escaped(value)}</t></is>`, ' t="inlineStr"');
  if (value.e) return at(`<v>${value.e}</v>`, ' t="e"');
  if (value.day) return at(`<v>${value.day}</v>`, ' s="1"');
  return at(`<f>${escaped(value.f)}</f>${value.v === undefined ? "" : `<v>${value.v}</v>`}`);
}

const letter = (column) => String.fromCharCode(65 + column);

function sheet({ rows, merged = [], hidden = [] }) {
  const lines = rows.map((cells, at) => {
    const inner = cells.map((value, column) => cell(`${letter(column)}${at + 1}`, value)).join("");
    return `<row r="${at + 1}"${hidden.includes(at + 1) ? ' hidden="1"' : ""}>${inner}</row>`;
  });
  const ranges = merged.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return `<worksheet><sheetData>${lines.join("")}</sheetData>${ranges && `<mergeCells>${ranges}</mergeCells>`}</worksheet>`;
}

const DATES = `<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`;

/** A workbook of sheets `{ name, rows, merged?, hidden?, isHidden? }`; `more`: further parts by name. */
export function xlsx(sheets, more = {}, isPacked = false) {
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="x/relationships/${type}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${escaped(name)}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ""} r:id="r${at}"/>`,
  );
  const parts = {
    "_rels/.rels": `<Relationships>${relation("a", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets.map((_, at) => relation(`r${at}`, "worksheet", `worksheets/sheet${at}.xml`)).join("")}</Relationships>`,
    "xl/styles.xml": DATES,
    ...Object.fromEntries(sheets.map((each, at) => [`xl/worksheets/sheet${at}.xml`, sheet(each)])),
    ...more,
  };
  return zipOf(new Map(Object.entries(parts).map(([name, text]) => [name, Buffer.from(text)])), isPacked);
}
