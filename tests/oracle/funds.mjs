// What each fund pays: section 6 of docs/method.md as a flat list of payments.

import { WHOLE, apportion, byId, isBilled, max, min, percentUnits } from "./exact.mjs";
import { ceilingOf, contractBill, contribution, leviesOf } from "./price.mjs";

const PROGRAMMES = ["JKK", "JKM", "JHT", "JP"];
const PARTS = ["payers", "workerPayers"];

const levyOrder = (a, b) =>
  PROGRAMMES.indexOf(a.programme) - PROGRAMMES.indexOf(b.programme) || PARTS.indexOf(a.part) - PARTS.indexOf(b.part);

/** A function that returns the contributions of a segment and month, calculating each once. */
export function pricesOf(scenario) {
  const known = new Map();
  return (segment, levy, month) => {
    const key = `${segment.id} ${levy.programme} ${levy.part} ${month}`;
    if (!known.has(key)) known.set(key, contribution(scenario, segment, levy, month));
    return known.get(key);
  };
}

/** Bills in the order of payment; `headsOf(id, month)` gives the heads. */
function billsOf(scenario, months, headsOf, priceOf) {
  const bills = [];
  const segments = [...scenario.segments].sort(byId);
  for (const month of months) {
    for (const segment of segments.filter((entry) => isBilled(entry, month))) {
      for (const levy of leviesOf(segment).sort(levyOrder)) {
        const isContract = levy.on === "contract";
        if (isContract && month !== months.find((entry) => isBilled(segment, entry))) continue;
        const heads = headsOf(segment.id, month);
        if (!isContract && heads === 0n) continue;
        const bill = isContract ? contractBill(scenario, segment, levy, month) : heads * priceOf(segment, levy, month);
        bills.push({ month, segment, levy, bill });
      }
    }
  }
  return bills;
}

/**
 * The list of payments, without zeros: fund and amount by segment, programme, part and month; and `passed`, the funds
 * and months in which a ceiling was used up.
 */
export function paymentsOf(scenario, months, headsOf, priceOf = pricesOf(scenario)) {
  const payments = [];
  const passed = [];
  const used = new Map();
  const funds = new Map(scenario.funds.map((fund) => [fund.id, fund]));

  function ask(fund, rupiah, cell) {
    if (rupiah === 0n) return;
    const ceiling = fund.next == null ? null : ceilingOf(fund, cell.month.slice(0, 4));
    if (ceiling === null) {
      payments.push({ ...cell, fund: fund.id, rupiah });
      return;
    }
    const spent = used.get(ceiling) ?? 0n;
    const here = min(rupiah, max(0n, BigInt(ceiling.rupiah) - spent));
    used.set(ceiling, spent + here);
    if (here > 0n) payments.push({ ...cell, fund: fund.id, rupiah: here });
    if (here === rupiah) return;
    passed.push({ fund: fund.id, month: cell.month });
    ask(funds.get(fund.next), rupiah - here, cell);
  }

  for (const { month, segment, levy, bill } of billsOf(scenario, months, headsOf, priceOf)) {
    const shares = segment[levy.part];
    const split = apportion(
      bill,
      shares.map(({ percent }) => percentUnits(percent)),
      WHOLE,
    );
    const cell = { month, segment: segment.id, programme: levy.programme, part: levy.part };
    shares.forEach(({ fund }, at) => ask(funds.get(fund), split[at], cell));
  }
  return { payments, passed };
}
