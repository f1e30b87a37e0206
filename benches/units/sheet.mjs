// A contestant: the model as formulas of a spreadsheet, recalculated by HyperFormula. One unit is in the sheet; for the next
// its cells are written over it, as a planner would.
import { emptyAnswer } from "./sums.mjs";

const MILLION = 1_000_000;
const OF_A_MONTH = 12 * MILLION;

const letters = (column) =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column % 26];

/** Sheets with formulas: a row of cells of the unit, a row a month, a row for each year and fund. */
function sheetsOf(model) {
  const months = Array.from({ length: model.months }, () => []);
  const cell = (column) => `Unit!$${letters(column)}$1`;
  /** Adds a column with a formula of each month; answers how to name its cell in a month. */
  function column(formula) {
    const at = months[0].length;
    const name = (month) => `${letters(at)}${month + 1}`;
    months.forEach((row, month) => row.push(`=${formula(month, name)}`));
    return name;
  }
  function headsOf(heads) {
    if (heads.kind === "counts")
      return column((month) => cell(heads.columns[heads.from.findLastIndex((from) => from <= month)]));
    const eligible = cell(heads.eligible);
    const leaving = months[0].length;
    const people = (month) => `${letters(leaving + 1)}${month + 1}`;
    const all = (month) => `(${letters(leaving)}${month}+${people(month - 1)}*${heads.leave})`;
    column((month) => (month === 0 ? "0" : `MOD(${all(month)},${OF_A_MONTH})`));
    return column((month) => {
      const stay = month === 0 ? cell(heads.members) : `MAX(0,${people(month - 1)}-INT(${all(month)}/${OF_A_MONTH}))`;
      const asked = `INT((${eligible}*${heads.weights[month]}+${heads.whole - 1})/${heads.whole})`;
      return `MAX(${stay},MIN(${asked},${eligible}))`;
    });
  }
  const paid = Array.from({ length: model.funds }, () => []);
  for (const { heads, bills } of model.segments) {
    const people = headsOf(heads);
    for (const { rupiah, shares } of bills) {
      const bill = column((month) => `${people(month)}*${rupiah[month]}`);
      if (shares.length === 1) {
        paid[shares[0][0]].push(bill);
        continue;
      }
      const cut = shares.map(([, weight]) => column((month) => `INT(${bill(month)}*${weight}/${MILLION})`));
      const rest = shares.map(([, weight]) => column((month) => `MOD(${bill(month)}*${weight},${MILLION})`));
      const left = column((month) => [bill, ...cut].map((name) => name(month)).join("-"));
      for (const [at, [fund]] of shares.entries()) {
        const before = (month) =>
          rest.flatMap((other, position) => {
            const sign = position < at ? ">=" : ">";
            return position === at ? [] : [`IF(${other(month)}${sign}${rest[at](month)},1,0)`];
          });
        paid[fund].push(column((month) => `${cut[at](month)}+IF(${before(month).join("+")}<${left(month)},1,0)`));
      }
    }
  }
  const sums = [];
  for (let year = 0; year < model.years; year++)
    for (const [fund, names] of paid.entries()) {
      const ranges = names.map((name) => `Months!${name(year * 12)}:${name(year * 12 + 11)}`);
      const ceiling = model.ceilings.find((one) => one.fund === fund && one.year === year);
      const asked = `A${sums.length + 1}`;
      sums.push([`=SUM(${ranges.join(",")})`, ceiling ? `=MAX(0,${asked}-${cell(ceiling.column)})` : 0]);
    }
  return { Unit: [model.columns.map(() => 0)], Months: months, Sums: sums };
}

/** Makes the contestant; the sheet is built before any round. */
export function sheet({ HyperFormula }, model) {
  const engine = HyperFormula.buildFromSheets(sheetsOf(model), { licenseKey: "gpl-v3", smartRounding: false });
  const [unit, sums] = ["Unit", "Sums"].map((name) => engine.getSheetId(name));
  return (table) => {
    const answer = emptyAnswer(model, table[0].length);
    for (let at = 0; at < table[0].length; at++) {
      engine.setCellContents({ sheet: unit, row: 0, col: 0 }, [table.map((column) => column[at])]);
      for (const [place, [asked, short]] of engine.getSheetValues(sums).entries()) {
        answer.asked[place][at] = asked;
        answer.short[place][at] = short;
      }
    }
    return answer;
  };
}
