// Problems of a scenario by checks written by hand: types, ranges, dates, known names, shares that sum to 100.

const LEVELS = ["province", "regency", "city", "village"];
const CLASSES = { PU: ["JKK", "JKM", "JHT"], BPU: ["JKK", "JKM", "JHT"] };
const DENOMINATORS = ["eligible", "employed", "labourForce", "own"];
const GROUPS = [
  "villageHead",
  "villageOfficial",
  "bpd",
  "villageBody",
  "cashForWork",
  "nonAsn",
  "pppk",
  "pppkPartTime",
  "election",
  "vulnerable",
  "palmOil",
  "other",
];
const RISKS = ["veryLow", "low", "medium", "high", "veryHigh"];
const CAUSES = ["lapse", "age", "death", "wageWork"];
const FUND_KINDS = [
  "apbn",
  "apbdProvince",
  "apbdRegency",
  "dbhSawit",
  "dbhCht",
  "otsus",
  "add",
  "danaDesa",
  "pades",
  "bhpr",
  "csr",
  "baznas",
  "employer",
  "self",
];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isFilledList = (value) => Array.isArray(value) && value.length > 0;
const isText = (value) => typeof value === "string" && value.trim() !== "" && value.length <= 2000;
const isId = (value) => typeof value === "string" && /^[a-z0-9_-]{1,64}$/.test(value);
const isCode = (value) => typeof value === "string" && /^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/.test(value);
const isMonth = (value) => typeof value === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
const isYear = (value) => Number.isInteger(value) && value >= 2000 && value <= 2100;
const isPeople = (value) => Number.isInteger(value) && value >= 0 && value <= 1e9;
const isWholeRupiah = (value) => Number.isInteger(value) && value >= 0 && value <= 1e15;
/** A number with at most `decimals` decimals. */
const isDecimal = (value, decimals, most) =>
  typeof value === "number" && value >= 0 && value <= most && Number(value.toFixed(decimals)) === value;
const isPercent = (value) => isDecimal(value, 4, 100);
const isWage = (value) => isDecimal(value, 3, 1e9);
const isBoolean = (value) => typeof value === "boolean";
const isOneOf = (choices) => (value) => choices.includes(value);
/** An absent value is accepted. */
const orAbsent = (isRight) => (value) => value === undefined || value === null || isRight(value);

class Check {
  problems = [];

  need(isRight, path, message) {
    if (!isRight) this.problems.push({ path, message });
    return isRight;
  }

  /** Tests each field of an object. */
  fields(object, path, tests) {
    if (!this.need(isObject(object), path, "must be an object")) return false;
    return Object.entries(tests)
      .map(([name, isRight]) => this.need(isRight(object[name]), `${path}.${name}`, "is missing or not possible"))
      .every(Boolean);
  }

  /** Checks each entry of a list; an optional list counts as empty. */
  each(list, path, checkEntry) {
    if (!this.need(orAbsent(Array.isArray)(list), path, "must be a list")) return;
    (list ?? []).forEach((entry, index) => checkEntry(entry, `${path}[${index}]`));
  }

  /** Entries with rising dates. */
  dated(list, path, tests, date = "from") {
    if (!this.need(isFilledList(list), path, "needs an entry")) return;
    this.each(list, path, (entry, at) => this.fields(entry, at, { [date]: isMonth, ...tests }));
    const isRising = list.every((entry, index) => index === 0 || list[index - 1]?.[date] < entry?.[date]);
    this.need(isRising, path, "must be in the order of time");
  }

  unique(list, path, name) {
    if (!Array.isArray(list)) return;
    const values = new Set(list.map((entry) => entry?.[name]));
    this.need(values.size === list.length, path, `must not repeat ${name}`);
  }

  shares(shares, path, funds) {
    if (!this.need(isFilledList(shares), path, "needs a share")) return;
    this.each(shares, path, (share, at) => {
      if (this.fields(share, at, { fund: isText, percent: isPercent }))
        this.need(funds.has(share.fund), `${at}.fund`, "is no fund of the plan");
    });
    const sum = shares.reduce((all, share) => all + Math.round(share?.percent * 10_000), 0);
    this.need(sum === 1_000_000, path, "must sum to 100 %");
    this.unique(shares, path, "fund");
  }

  path(path, at) {
    if (!this.fields(path, at, { shape: isOneOf(["linear", "step"]) })) return;
    this.dated(path.points, `${at}.points`, { percent: isPercent }, "month");
  }

  segment(segment, path, funds) {
    const isRight = this.fields(segment, path, {
      id: isId,
      name: isText,
      class: (value) => Object.hasOwn(CLASSES, value),
      programmes: isFilledList,
      group: orAbsent(isOneOf(GROUPS)),
      sector: orAbsent(isOneOf(["transport", "other"])),
    });
    if (!isRight) return;
    const { class: workers, programmes, risk, base, enrolment, flows, payers, workerPayers } = segment;
    const known = CLASSES[workers];
    const isOfClass = programmes.every((programme) => known.includes(programme));
    this.need(isOfClass, `${path}.programmes`, "are not of this class");
    this.need(new Set(programmes).size === programmes.length, `${path}.programmes`, "must not repeat");
    const isRiskRight = workers === "PU" ? RISKS.includes(risk) : risk == null;
    this.need(isRiskRight, `${path}.risk`, "is for wage earners, and they need it");
    if (workers === "PU" || base) this.base(base, `${path}.base`);
    this.enrolment(enrolment, `${path}.enrolment`);
    if (flows) this.flows(flows, `${path}.flows`);
    this.shares(payers, `${path}.payers`, funds);
    const hasWorkersPart = workers === "PU" && programmes.includes("JHT");
    if (hasWorkersPart) this.shares(workerPayers, `${path}.workerPayers`, funds);
    else this.need(!workerPayers, `${path}.workerPayers`, "pay nothing here");
  }

  base(base, path) {
    if (!this.fields(base, path, { kind: isOneOf(["fixed", "series"]) })) return;
    if (base.kind === "fixed") this.fields(base, path, { rupiah: isWage });
    else this.dated(base.values, `${path}.values`, { rupiah: isWage });
  }

  enrolment(enrolment, path) {
    if (!this.fields(enrolment, path, { kind: isOneOf(["fixed", "target"]) })) return;
    if (enrolment.kind === "target") this.fields(enrolment, path, { members: isPeople, eligible: isPeople });
    else {
      this.fields(enrolment, path, { eligible: orAbsent(isPeople) });
      this.dated(enrolment.counts, `${path}.counts`, { people: isPeople });
    }
  }

  flows(flows, path) {
    this.fields(flows, path, { verificationLossPercent: orAbsent(isPercent), billedFromNext: orAbsent(isBoolean) });
    this.each(flows.leave, `${path}.leave`, (leaving, at) =>
      this.fields(leaving, at, { cause: isOneOf(CAUSES), percentAYear: isPercent }),
    );
  }

  fund(fund, path) {
    if (!this.fields(fund, path, { id: isId, name: isText, kind: isOneOf(FUND_KINDS) })) return;
    this.each(fund.ceilings, `${path}.ceilings`, (ceiling, at) =>
      this.fields(ceiling, at, { year: isYear, rupiah: isWholeRupiah }),
    );
    this.each(fund.accounts, `${path}.accounts`, (account, at) =>
      this.fields(account, at, { programme: orAbsent(isOneOf(CLASSES.PU)), code: isText, description: isText }),
    );
    this.unique(fund.ceilings, `${path}.ceilings`, "year");
    this.unique(fund.accounts, `${path}.accounts`, "programme");
  }

  workforce(workforce) {
    if (!this.need(isObject(workforce), "workforce", "is missing")) return;
    const { eligible, otherMembers } = workforce;
    this.fields(workforce, "workforce", { denominator: isOneOf(DENOMINATORS), growthPercent: orAbsent(isPercent) });
    this.dated(eligible, "workforce.eligible", { people: isPeople });
    if (otherMembers) this.dated(otherMembers, "workforce.otherMembers", { people: isPeople });
  }

  scenario({ schema, name, region, period, rounding, workforce, segments, target, otherTargets, funds, totals }) {
    this.need(schema === 1, "schema", "must be 1");
    this.need(orAbsent(isText)(name), "name", "must be text");
    this.fields(region, "region", {
      name: isText,
      level: isOneOf(LEVELS),
      code: orAbsent(isCode),
      population: orAbsent(isPeople),
    });
    const isPeriod = this.fields(period, "period", {
      firstMonth: isMonth,
      months: (value) => Number.isInteger(value) && value >= 1 && value <= 360,
    });
    this.need(orAbsent(isOneOf(["nearest", "down"]))(rounding), "rounding", "is nearest or down");
    this.workforce(workforce);
    this.path(target, "target");
    this.each(otherTargets, "otherTargets", (other, at) => {
      if (this.fields(other, at, { name: isText })) this.path(other, at);
    });
    this.each(totals, "totals", (total, at) =>
      this.fields(total, at, { name: isText, year: isYear, rupiah: isWholeRupiah }),
    );
    if (this.need(isFilledList(funds) && funds.length <= 50, "funds", "are 1 to 50")) {
      this.each(funds, "funds", (fund, at) => this.fund(fund, at));
      this.unique(funds, "funds", "id");
    }
    if (this.need(isFilledList(segments) && segments.length <= 200, "segments", "are 1 to 200")) {
      const known = new Set(Array.isArray(funds) ? funds.map((fund) => fund?.id) : []);
      this.each(segments, "segments", (segment, at) => this.segment(segment, at, known));
      this.unique(segments, "segments", "id");
    }
    if (isPeriod && this.problems.length === 0) this.starts(period.firstMonth, workforce, segments);
  }

  /** What must be known in the first month. */
  starts(firstMonth, { eligible }, segments) {
    this.need(eligible[0].from <= firstMonth, "workforce.eligible[0].from", "must not be later than the first month");
    segments.forEach(({ base }, index) => {
      const isKnown = base?.kind !== "series" || base.values[0].from <= firstMonth;
      this.need(isKnown, `segments[${index}].base.values[0].from`, "must not be later than the first month");
    });
  }
}

/** All problems of a scenario with their paths. */
export function check(scenario) {
  const checking = new Check();
  if (checking.need(isObject(scenario), "", "must be an object")) checking.scenario(scenario);
  return checking.problems;
}
