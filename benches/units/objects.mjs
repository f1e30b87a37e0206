// A contestant: the model as a programmer writes it who thinks of villages, segments, months and bills. Prices are made
// once for all units, as the model hands them over.
import { emptyAnswer } from "./sums.mjs";

const MILLION = 1_000_000;

/** Whole parts of an amount by millionths; rupiah left over go to the largest remainders, of equals the first. */
function split(rupiah, shares) {
  if (shares.length === 1) return [{ fund: shares[0][0], rupiah }];
  const parts = shares.map(([fund, weight], position) => {
    const product = rupiah * weight;
    const part = Math.floor(product / MILLION);
    return { fund, position, rupiah: part, remainder: product - part * MILLION };
  });
  let left = rupiah - parts.reduce((sum, part) => sum + part.rupiah, 0);
  if (left === 0) return parts;
  const byRemainder = [...parts].sort((a, b) => b.remainder - a.remainder || a.position - b.position);
  for (const part of byRemainder) {
    if (left === 0) break;
    part.rupiah += 1;
    left -= 1;
  }
  return parts;
}

/** Heads of a segment in each month. */
function headsOf({ heads }, village, months) {
  if (heads.kind === "counts")
    return months.map((month) => {
      const latest = heads.from.findLastIndex((from) => from <= month);
      return village[heads.columns[latest]];
    });
  const eligible = village[heads.eligible];
  let members = village[heads.members];
  let leaving = 0;
  return months.map((month) => {
    if (month > 0) {
      leaving += members * heads.leave;
      const left = Math.min(Math.floor(leaving / (12 * MILLION)), members);
      leaving %= 12 * MILLION;
      members -= left;
    }
    const asked = Math.min(Math.ceil((eligible * heads.weights[month]) / heads.whole), eligible);
    members = Math.max(members, asked);
    return members;
  });
}

/** Rupiah of one village by year and fund. */
function project(model, months, village) {
  const asked = Array.from({ length: model.years }, () => new Array(model.funds).fill(0));
  for (const segment of model.segments) {
    const heads = headsOf(segment, village, months);
    for (const month of months) {
      const year = asked[Math.floor(month / 12)];
      for (const { rupiah, shares } of segment.bills)
        for (const part of split(rupiah[month] * heads[month], shares)) year[part.fund] += part.rupiah;
    }
  }
  return asked;
}

/** All units. */
export function objects(model, table) {
  const units = table[0].length;
  const months = Array.from({ length: model.months }, (_, month) => month);
  const answer = emptyAnswer(model, units);
  for (let unit = 0; unit < units; unit++) {
    const village = table.map((column) => column[unit]);
    const asked = project(model, months, village);
    asked.forEach((year, at) => {
      year.forEach((rupiah, fund) => {
        answer.asked[at * model.funds + fund][unit] = rupiah;
      });
    });
    for (const { fund, year, column } of model.ceilings)
      answer.short[year * model.funds + fund][unit] = Math.max(0, asked[year][fund] - village[column]);
  }
  return answer;
}
