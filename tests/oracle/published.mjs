// Published totals compared with the plan: section 7 of docs/method.md.

import { add, safe } from "./exact.mjs";

const sum = (list) => add(list.map(BigInt));

/** Segments of a published total, with their amounts in its year. */
function scopeOf(scenario, { total, years }, figure) {
  const amounts = figure.year == null ? total : years.find(({ year }) => year === figure.year);
  return scenario.segments
    .map((segment) => ({ segment, amount: amounts.segments.find((entry) => entry.segment === segment.id) }))
    .filter(({ segment }) => figure.segment == null || segment.id === figure.segment);
}

function ofBudgets({ funds }, { amount }) {
  const isBudget = (id) => !["self", "employer"].includes(funds.find((fund) => fund.id === id).kind);
  return sum(amount.funds.filter(({ fund }) => isBudget(fund)).map(({ rupiah }) => rupiah));
}

/** Segments and months of these with somebody billed. */
function billsOf({ months, monthly }, figure, scope) {
  return scope.flatMap(({ segment }) => {
    const { heads, rupiah } = monthly.segments.find((entry) => entry.segment === segment.id);
    return months
      .map((month, at) => ({ month, heads: BigInt(heads[at]), rupiah: BigInt(rupiah[at]) }))
      .filter((bill) => bill.heads > 0n && (figure.year == null || Number(bill.month.slice(0, 4)) === figure.year));
  });
}

/** What the budgets pay for one person in a month; `null` where it differs. */
function priceOf(scenario, scope, bills, computed) {
  const prices = new Set(bills.map(({ heads, rupiah }) => rupiah / heads));
  if (prices.size !== 1) return null;
  if (add(bills.map(({ rupiah }) => rupiah)) === computed) return [...prices][0];
  if (scenario.funds.some(({ next }) => next != null)) return null;
  const each = computed / add(bills.map(({ heads }) => heads));
  const isSame = (one) => ofBudgets(scenario, one) === each * BigInt(one.amount.personMonths);
  return scope.every(isSame) ? each : null;
}

function worthOf(scenario, scope, bills, computed, apart) {
  const personMonths = add(bills.map(({ heads }) => heads));
  const isContract = ({ segment }) => segment.base?.kind === "contract";
  if (scope.some(isContract) || personMonths === 0n || computed === 0n) return null;
  const price = priceOf(scenario, scope, bills, computed);
  if (price === null) {
    const about = (apart * personMonths) / computed;
    const priceRupiah = safe(computed / personMonths);
    return about === 0n
      ? null
      : { priceRupiah, personMonths: safe(about), restRupiah: null, heads: null, months: null };
  }
  const [number, rest] = [apart / price, apart % price];
  const whole = (by) => (rest === 0n && number > 0n && number % by === 0n ? safe(number / by) : null);
  const months = [...new Set(bills.map(({ month }) => month))];
  const headsIn = (month) => add(bills.filter((bill) => bill.month === month).map(({ heads }) => heads));
  const crowds = new Set(months.map(headsIn));
  return {
    priceRupiah: safe(price),
    personMonths: safe(number),
    restRupiah: safe(rest),
    heads: whole(BigInt(months.length)),
    months: crowds.size === 1 ? whole([...crowds][0]) : null,
  };
}

function verdictOf(figure, computed, rounded, cut) {
  if (figure === computed) return "equal";
  if (figure === rounded) return "rounded";
  if (figure === cut) return "cut";
  return figure > computed ? "more" : "less";
}

export function publishedOf(scenario, projection) {
  const isInside = ({ year }) => year == null || projection.years.some((one) => one.year === year);
  return (scenario.published ?? []).filter(isInside).map((figure) => {
    const scope = scopeOf(scenario, projection, figure);
    const bills = billsOf(projection, figure, scope);
    const computed = add(scope.map((one) => ofBudgets(scenario, one)));
    const [rupiah, unit] = [BigInt(figure.rupiah), BigInt(figure.unitRupiah ?? 1)];
    const cut = (computed / unit) * unit;
    const rounded = 2n * (computed - cut) >= unit ? cut + unit : cut;
    const verdict = verdictOf(rupiah, computed, rounded, cut);
    const apart = rupiah > computed ? rupiah - computed : computed - rupiah;
    const differs = verdict === "more" || verdict === "less";
    return {
      name: figure.name,
      year: figure.year ?? null,
      segment: figure.segment ?? null,
      rupiah: figure.rupiah,
      unitRupiah: safe(unit),
      computedRupiah: safe(computed),
      roundedRupiah: safe(rounded),
      cutRupiah: safe(cut),
      verdict,
      differenceRupiah: Number(rupiah - computed),
      personMonths: safe(sum(scope.map(({ amount }) => amount.personMonths))),
      worth: differs ? worthOf(scenario, scope, bills, computed, apart) : null,
    };
  });
}
