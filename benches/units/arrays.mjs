// A contestant: the model tuned by hand in JavaScript. Typed arrays in blocks that stay in the cache, no object in a loop
// over units, and no split where one fund pays all.
import { emptyAnswer } from "./sums.mjs";

const MILLION = 1_000_000;
const OF_A_MONTH = 12 * MILLION;

/** One month of a path: members leave, and join as the path asks. */
function step(heads, month, eligible, members, leaving) {
  const weight = heads.weights[month];
  for (let unit = 0; unit < members.length; unit++) {
    let now = members[unit];
    if (month > 0) {
      const carried = leaving[unit] + now * heads.leave;
      const left = Math.floor(carried / OF_A_MONTH);
      leaving[unit] = carried - left * OF_A_MONTH;
      now = left < now ? now - left : 0;
    }
    let asked = Math.ceil((eligible[unit] * weight) / heads.whole);
    if (asked > eligible[unit]) asked = eligible[unit];
    members[unit] = asked > now ? asked : now;
  }
}

function one(heads, rupiah, sum) {
  for (let unit = 0; unit < heads.length; unit++) sum[unit] += heads[unit] * rupiah;
}

/** Of two parts the first is rounded, half a rupiah up: the same as the largest remainder. */
function two(heads, rupiah, weight, first, second) {
  for (let unit = 0; unit < heads.length; unit++) {
    const bill = heads[unit] * rupiah;
    const part = Math.floor((bill * weight + MILLION / 2) / MILLION);
    first[unit] += part;
    second[unit] += bill - part;
  }
}

function three(heads, rupiah, [a, b, c], first, second, third) {
  for (let unit = 0; unit < heads.length; unit++) {
    const bill = heads[unit] * rupiah;
    let one = Math.floor((bill * a) / MILLION);
    let two = Math.floor((bill * b) / MILLION);
    let three = Math.floor((bill * c) / MILLION);
    const left = bill - one - two - three;
    if (left > 0) {
      const x = bill * a - one * MILLION;
      const y = bill * b - two * MILLION;
      const z = bill * c - three * MILLION;
      // With one rupiah left the largest remainder gets it, with two all but the smallest do.
      if (left === 1) {
        if (x >= y && x >= z) one++;
        else if (y >= z) two++;
        else three++;
      } else if (z <= x && z <= y) {
        one++;
        two++;
      } else if (y <= x) {
        one++;
        three++;
      } else {
        two++;
        three++;
      }
    }
    first[unit] += one;
    second[unit] += two;
    third[unit] += three;
  }
}

function bill({ rupiah, shares }, month, heads, sums) {
  const [first, second, third] = shares.map(([fund]) => sums[fund]);
  const weights = shares.map(([, weight]) => weight);
  if (third) three(heads, rupiah[month], weights, first, second, third);
  else if (second) two(heads, rupiah[month], weights[0], first, second);
  else one(heads, rupiah[month], first);
}

/** All units. */
export function arrays(model, table) {
  const units = table[0].length;
  const answer = emptyAnswer(model, units);
  const BLOCK = 1024;
  for (let from = 0; from < units; from += BLOCK) {
    const to = Math.min(units, from + BLOCK);
    const part = (column) => column.subarray(from, to);
    const cells = table.map(part);
    const asked = answer.asked.map(part);
    const short = answer.short.map(part);
    for (const { heads, bills } of model.segments) {
      const isPath = heads.kind === "path";
      const members = isPath ? cells[heads.members].slice() : null;
      const leaving = isPath ? new Float64Array(to - from) : null;
      let count = 0;
      for (let month = 0; month < model.months; month++) {
        if (isPath) step(heads, month, cells[heads.eligible], members, leaving);
        else if (heads.from[count + 1] === month) count++;
        const year = Math.floor(month / 12) * model.funds;
        const sums = asked.slice(year, year + model.funds);
        for (const one of bills) bill(one, month, isPath ? members : cells[heads.columns[count]], sums);
      }
    }
    for (const { fund, year, column } of model.ceilings) {
      const place = year * model.funds + fund;
      for (let unit = 0; unit < to - from; unit++)
        short[place][unit] = Math.max(0, asked[place][unit] - cells[column][unit]);
    }
  }
  return answer;
}
