// A contestant: the model as rules of publicodes. The situation of a unit is set, then its sums are evaluated.
import { emptyAnswer } from "./sums.mjs";

const MILLION = 1_000_000;
const OF_A_MONTH = 12 * MILLION;
const cell = (column) => `cell${column}`;

function addHeads(rules, at, heads, months) {
  const people = (month) => `heads${at}m${month}`;
  if (heads.kind === "counts") {
    for (let month = 0; month < months; month++)
      rules[people(month)] = cell(heads.columns[heads.from.findLastIndex((from) => from <= month)]);
    return people;
  }
  const [leaving, all, left] = ["leaving", "all", "left"].map((name) => (month) => `${name}${at}m${month}`);
  for (let month = 0; month < months; month++) {
    const asked = `ask${at}m${month}`;
    rules[asked] = `(${cell(heads.eligible)} * ${heads.weights[month]} + ${heads.whole - 1}) // ${heads.whole}`;
    const joined = `join${at}m${month}`;
    rules[joined] = { "le minimum de": [asked, cell(heads.eligible)] };
    if (month > 0) {
      rules[all(month)] = `${leaving(month - 1)} + ${people(month - 1)} * ${heads.leave}`;
      rules[left(month)] = `${all(month)} // ${OF_A_MONTH}`;
    }
    rules[leaving(month)] = month === 0 ? 0 : `${all(month)} - ${left(month)} * ${OF_A_MONTH}`;
    const stay = month === 0 ? cell(heads.members) : `${people(month - 1)} - ${left(month)}`;
    rules[people(month)] = { "le maximum de": [stay, joined] };
  }
  return people;
}

/** Names of the parts of a bill in a month, in the order of its shares. */
function addBill(rules, name, bill, shares) {
  rules[name] = bill;
  if (shares.length === 1) return [name];
  const [cut, rest, part] = ["cut", "rest", "part"].map((what) => (at) => `${what}${at}${name}`);
  for (const [at, [, weight]] of shares.entries()) {
    rules[cut(at)] = `(${name} * ${weight}) // ${MILLION}`;
    rules[rest(at)] = `${name} * ${weight} - ${cut(at)} * ${MILLION}`;
  }
  rules[`left${name}`] = [name, ...shares.map((_, at) => cut(at))].join(" - ");
  /** A rule of its own that is 1 or 0: rules cannot hold several of them. */
  function oneIf(own, condition) {
    rules[own] = { variations: [{ si: condition, alors: 1 }, { sinon: 0 }] };
    return own;
  }
  for (const at of shares.keys()) {
    const before = [...shares.keys()].filter((other) => other !== at);
    const first = before.map((other) =>
      oneIf(`first${other}of${at}${name}`, `${rest(other)} ${other < at ? ">=" : ">"} ${rest(at)}`),
    );
    rules[`rank${at}${name}`] = { somme: first };
    rules[part(at)] = `${cut(at)} + ${oneIf(`one${at}${name}`, `rank${at}${name} < left${name}`)}`;
  }
  return shares.map((_, at) => part(at));
}

function rulesOf(model) {
  const rules = Object.fromEntries(model.columns.map((_, column) => [cell(column), null]));
  const paid = Array.from({ length: model.years * model.funds }, () => []);
  for (const [at, { heads, bills }] of model.segments.entries()) {
    const people = addHeads(rules, at, heads, model.months);
    for (const [number, { rupiah, shares }] of bills.entries())
      for (let month = 0; month < model.months; month++) {
        const bill = `${people(month)} * ${rupiah[month]}`;
        const parts = addBill(rules, `bill${at}n${number}m${month}`, bill, shares);
        const year = Math.floor(month / 12) * model.funds;
        for (const [position, [fund]] of shares.entries()) paid[year + fund].push(parts[position]);
      }
  }
  for (const [place, parts] of paid.entries()) rules[`asked${place}`] = { somme: parts };
  for (const { fund, year, column } of model.ceilings) {
    const place = year * model.funds + fund;
    rules[`short${place}`] = { "le maximum de": [0, `asked${place} - ${cell(column)}`] };
  }
  return rules;
}

/** Makes the contestant; the rules are read before any round. */
export function rules({ default: Engine }, model) {
  const quiet = { log() {}, warn() {}, error() {} };
  const engine = new Engine(rulesOf(model), { logger: quiet });
  return (table) => {
    const answer = emptyAnswer(model, table[0].length);
    for (let at = 0; at < table[0].length; at++) {
      engine.setSituation(Object.fromEntries(table.map((column, index) => [cell(index), column[at]])));
      answer.asked.forEach((column, place) => {
        column[at] = engine.evaluate(`asked${place}`).nodeValue;
      });
      for (const { fund, year } of model.ceilings) {
        const place = year * model.funds + fund;
        answer.short[place][at] = engine.evaluate(`short${place}`).nodeValue;
      }
    }
    return answer;
  };
}
