// Changes a scenario in the factors of section 9 of docs/method.md.

import { diceFrom, randomScenario } from "./generate.mjs";
import { monthNumber, monthText } from "./oracle.mjs";

export const FACTORS = ["rate", "months", "people", "relief", "funds"];

const shiftRupiah = (dice, rupiah) => Math.max(300, Math.floor((rupiah * dice.int(60, 140)) / 100));

function changeRate(dice, scenario) {
  scenario.rounding = scenario.rounding === "down" ? "nearest" : "down";
  for (const segment of scenario.segments) {
    const { class: workerClass, base } = segment;
    if (base?.kind === "fixed" || base?.kind === "contract") base.rupiah = shiftRupiah(dice, base.rupiah);
    if (base?.kind === "series")
      base.values.forEach((entry) => {
        entry.rupiah = shiftRupiah(dice, entry.rupiah);
      });
    if (base?.kind === "minimumWage") base.percent = dice.int(20, 100);
    if (workerClass === "BPU" && dice.chance(0.3))
      segment.programmes = dice.sample(["JKK", "JKM", "JHT"], dice.int(1, 3));
  }
}

/** A shorter plan, without the inputs after its end. */
function changeMonths(dice, scenario) {
  const { period } = scenario;
  for (const segment of scenario.segments.filter(() => dice.chance(0.4))) delete segment.billed;
  if (period.months < 2 || dice.chance(0.3)) return;
  const months = dice.int(1, period.months - 1);
  const last = monthText(monthNumber(period.firstMonth) + months - 1);
  scenario.period = { ...period, months };
  for (const segment of scenario.segments.filter(({ billed }) => billed != null)) {
    segment.billed = segment.billed
      .filter(({ from }) => from <= last)
      .map(({ from, to }) => ({ from, to: to < last ? to : last }));
    if (segment.billed.length === 0) delete segment.billed;
  }
  if (scenario.stage?.month > last) scenario.stage.month = last;
  for (const village of scenario.villages ?? []) {
    if (village.lastMonth > last) delete village.lastMonth;
    if (village.firstMonth > last) {
      // It has nobody in a plan that ends before.
      delete village.firstMonth;
      for (const count of village.counts) count.people = 0;
    }
  }
}

function changePeople(dice, scenario, keepsSegments) {
  const { target, workforce, segments } = scenario;
  for (const { enrolment } of segments) {
    enrolment.counts?.forEach((entry) => {
      entry.people = dice.int(0, entry.people * 2);
    });
    if (enrolment.members !== undefined) enrolment.members = dice.int(0, enrolment.members * 2 + 3);
  }
  const counts = () => (scenario.villages ?? []).flatMap((village) => village.counts);
  for (const count of counts()) count.people = dice.int(0, count.people * 2);
  if (workforce) workforce.growthPercent = dice.int(0, 3);
  if (target)
    target.points.forEach((point) => {
      point.percent = dice.int(0, 100);
    });
  if (dice.chance(0.3)) segments[0].flows = { leave: [{ cause: "death", percentAYear: dice.int(0, 30) }] };
  if (keepsSegments) return;
  const count = segments.length;
  if (dice.chance(0.3) && target?.spread !== "quota") {
    const copy = structuredClone(dice.pick(segments));
    segments.push({ ...copy, id: `${copy.id}x`, name: `${copy.name} more` });
    for (const village of scenario.villages ?? []) {
      const own = village.counts.find(({ segment }) => segment === copy.id);
      if (own) village.counts.push({ ...own, segment: `${copy.id}x` });
    }
  }
  const isLeft = (index) =>
    !target || segments.some(({ enrolment }, at) => at !== index && enrolment.kind === "target");
  if (count > 1 && dice.chance(0.3) && target?.spread !== "quota" && isLeft(0)) {
    const [{ id }] = segments.splice(0, 1);
    for (const village of scenario.villages ?? []) {
      village.counts = village.counts.filter(({ segment }) => segment !== id);
    }
  }
}

function changeRelief(dice, scenario) {
  if (dice.chance(0.5)) delete scenario.reliefs;
  for (const segment of scenario.segments.filter((entry) => entry.class === "BPU" && dice.chance(0.5))) {
    segment.sector = segment.sector === "transport" ? "other" : "transport";
  }
  const own = (scenario.overrides ?? []).filter(({ parameter }) => !parameter.startsWith("relief."));
  const from = monthText(monthNumber(scenario.period.firstMonth) + dice.int(0, scenario.period.months - 1));
  const parameter = dice.pick(["relief.pp50of2025.other", "relief.pp50of2025.transport", "relief.pp49of2020"]);
  scenario.overrides = [...own, { parameter, from, value: dice.int(0, 100), note: "what if" }];
}

function changeFunds(dice, scenario) {
  const [fund] = scenario.funds;
  const kinds = ["add", "self", "apbn", "employer", "csr", "bhpr"].filter((kind) => kind !== fund.kind);
  fund.kind = dice.pick(kinds);
  for (const entry of scenario.funds) {
    if (dice.chance(0.3)) delete entry.next;
    entry.ceilings?.forEach((ceiling) => {
      ceiling.rupiah = dice.int(0, ceiling.rupiah * 2);
    });
  }
  for (const segment of scenario.segments.filter(() => dice.chance(0.5))) {
    segment.payers = [{ fund: dice.pick(scenario.funds).id, percent: 100 }];
  }
}

const CHANGES = {
  rate: changeRate,
  months: changeMonths,
  people: changePeople,
  relief: changeRelief,
  funds: changeFunds,
};

/** A copy that differs in these factors; the change of one factor does not depend on the others. */
export function mutated(scenario, factors, seed, keepsSegments = false) {
  const copy = structuredClone(scenario);
  FACTORS.forEach((factor, index) => {
    if (factors.includes(factor)) CHANGES[factor](diceFrom(seed * 8 + index + 2_000_000_011), copy, keepsSegments);
  });
  return { ...copy, name: `${scenario.name}, changed` };
}

/** A scenario, and one that differs in one to five factors. */
export function randomPair(seed) {
  const dice = diceFrom(seed + 3_000_000_019);
  const scenario = randomScenario(seed);
  return [scenario, mutated(scenario, dice.sample(FACTORS, dice.int(1, 5)), seed)];
}
