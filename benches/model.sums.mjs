// Sums of the model: rows of the result by key, to which every part of a bill is added.

export const PROGRAMMES = ["JKK", "JKM", "JHT"];

const isOfBudget = ({ kind }) => kind !== "self" && kind !== "employer";

/** Rows by key; `more` gives their further fields. */
const rowsFor = (name, keys, more) => new Map(keys.map((key) => [key, { [name]: key, rupiah: 0, ...more?.(key) }]));

export const programmesOf = (segments) =>
  PROGRAMMES.filter((programme) => segments.some((segment) => segment.programmes.includes(programme)));

/** Funds that a segment names among its payers, in the order of the plan. */
function fundsOf({ payers, workerPayers }, funds) {
  const paying = new Set([...payers, ...(workerPayers ?? [])].map(({ fund }) => fund));
  return funds.map(({ id }) => id).filter((id) => paying.has(id));
}

/** Rupiah of a span of months, by every key of the result. */
export class Sums {
  constructor({ segments, funds }) {
    const programmes = programmesOf(segments);
    this.rupiah = 0;
    this.budgetRupiah = 0;
    this.programmes = rowsFor("programme", programmes);
    this.segments = new Map(
      segments.map((segment) => [
        segment.id,
        {
          rupiah: 0,
          programmes: rowsFor("programme", programmesOf([segment])),
          funds: rowsFor("fund", fundsOf(segment, funds)),
        },
      ]),
    );
    this.funds = rowsFor(
      "fund",
      funds.map(({ id }) => id),
      () => ({ programmes: rowsFor("programme", programmes) }),
    );
  }

  add({ segment, programme, fund, rupiah }) {
    const ofSegment = this.segments.get(segment);
    const ofFund = this.funds.get(fund.id);
    this.rupiah += rupiah;
    if (isOfBudget(fund)) this.budgetRupiah += rupiah;
    this.programmes.get(programme).rupiah += rupiah;
    ofSegment.rupiah += rupiah;
    ofSegment.programmes.get(programme).rupiah += rupiah;
    ofSegment.funds.get(fund.id).rupiah += rupiah;
    ofFund.rupiah += rupiah;
    ofFund.programmes.get(programme).rupiah += rupiah;
  }
}

/** Columns of rupiah by month. */
export class Columns {
  constructor({ segments, funds }, length) {
    const empty = () => ({ rupiah: new Array(length).fill(0) });
    this.rupiah = empty().rupiah;
    this.segments = rowsFor(
      "segment",
      segments.map(({ id }) => id),
      empty,
    );
    this.programmes = rowsFor("programme", programmesOf(segments), empty);
    this.funds = rowsFor(
      "fund",
      funds.map(({ id }) => id),
      empty,
    );
  }

  add({ segment, programme, fund, month, rupiah }) {
    this.rupiah[month.index] += rupiah;
    this.segments.get(segment).rupiah[month.index] += rupiah;
    this.programmes.get(programme).rupiah[month.index] += rupiah;
    this.funds.get(fund.id).rupiah[month.index] += rupiah;
  }
}
