// Changes one input of a workbook and of its scenario alike.

const PERCENT = /(percent|Percent|percentAYear|yearly\.points|yearly\.upTo)$/;

/** Follows `a.b[2].c` and sets what stands there. */
function set(scenario, path, value) {
  const steps = path.match(/[^.[\]]+/g);
  const last = steps.pop();
  const holder = steps.reduce((node, step) => node[step], scenario);
  holder[last] = value;
}

const next = (month) => {
  const [year, number] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
};

/** Months as spans, neighbours in one. */
function spans(months) {
  const found = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last && next(last.to) === month) last.to = month;
    else found.push({ from: month, to: month });
  }
  return found;
}

const round = (number, decimals) => Math.round(number * 10 ** decimals) / 10 ** decimals;

/** Another percentage, as a part of one. */
const otherPart = (part) => (part === 0 ? 0.01 : round(part * 0.9, 6));

/**
 * The changes that a row of *Perubahan* allows: cells of the workbook, and what they do to a scenario.
 * `rows`: all rows of *Perubahan*; `sources`: those of *Sumber*.
 */
export function changeOf([, cell, before, , , path], rows, sources) {
  const one = (value, apply) => ({ path, cells: { [cell]: value }, apply });
  if (path === "rounding") {
    const down = before === "terdekat";
    return one(down ? "ke bawah" : "terdekat", (scenario) => (scenario.rounding = down ? "down" : "nearest"));
  }
  const billed = /^segments\[(\d+)\]\.billed:(.+)$/.exec(path);
  if (billed) {
    const [, at, month] = billed;
    const all = rows.filter(([, , , , , other]) => other.startsWith(`segments[${at}].billed:`));
    const months = all
      .filter(([, , flag, , , other]) => (other.endsWith(month) ? flag === 0 : flag === 1))
      .map(([, , , , , other]) => other.split(":")[1]);
    return one(before === 1 ? 0 : 1, (scenario) => (scenario.segments[at].billed = spans(months)));
  }
  const ceiling = /^funds\[(\d+)\]\.ceilings:(\d+)$/.exec(path);
  if (ceiling) {
    const [, at, year] = ceiling;
    const value = before === "kosong" ? 50_000_000 : round(before * 0.6, 0) || before + 1;
    return one(value, (scenario) => {
      const fund = scenario.funds[at];
      const ceilings = fund.ceilings ?? [];
      const own = ceilings.find((entry) => entry.year === Number(year));
      const others = ceilings.filter((entry) => entry !== own);
      // What else is known of the year, such as its ceiling before the change of the budget, stays.
      fund.ceilings = [...others, { ...own, year: Number(year), rupiah: value }].sort((a, b) => a.year - b.year);
    });
  }
  const village = /^villages\[(\d+)\]\.counts:(.+)$/.exec(path);
  if (village) {
    const [, at, segment] = village;
    const value = before === "kosong" ? 7 : before + Math.floor(before / 10) + 1;
    return one(value, (scenario) => {
      const counts = scenario.villages[at].counts ?? [];
      scenario.villages[at].counts = counts;
      const own = counts.find((count) => count.segment === segment);
      if (own) own.people = value;
      else counts.push({ segment, people: value });
    });
  }
  const share = /^(segments\[\d+\]\.(?:payers|workerPayers))\[\d+\]\.percent$/.exec(path);
  if (share) {
    const siblings = rows.filter(([, , , , , other]) => other.startsWith(`${share[1]}[`) && other !== path);
    const partner = siblings.find(([, , part]) => part >= 0.1);
    if (!partner) return null;
    const [own, other] = [round(before + 0.07, 6), round(partner[2] - 0.07, 6)];
    return {
      path,
      cells: { [cell]: own, [partner[1]]: other },
      apply: (scenario) => {
        set(scenario, path, round(own * 100, 4));
        set(scenario, partner[5], round(other * 100, 4));
      },
    };
  }
  if (/^(segments|workforce|target)\b/.test(path)) {
    if (PERCENT.test(path)) {
      const part = otherPart(before);
      return one(part, (scenario) => set(scenario, path, round(part * 100, 4)));
    }
    if (path.endsWith("priority")) return one(before + 1, (scenario) => set(scenario, path, before + 1));
    const contract = path.endsWith("rupiah");
    const value = contract ? before + 123_457 : before + Math.floor(before / 10) + 1;
    return one(value, (scenario) => set(scenario, path, value));
  }
  // A value of the law, with its key and its first month: it is replaced in its months, beneath what packs bring.
  const [key, from, row] = path.split(":");
  // A row of a table, or what the planner replaced himself.
  if (row !== undefined || path.startsWith("overrides[")) return null;
  const [, , to] = sources[Number(/\d+$/.exec(cell)[0]) - 1];
  const isPart = before < 1;
  const value = isPart ? otherPart(before) : before + 1_234;
  const written = isPart ? round(value * 100, 4) : value;
  // One that a pack brings is replaced in the pack.
  if (key.startsWith("lawPacks[")) return one(value, (scenario) => set(scenario, `${key}.value`, written));
  return one(value, (scenario) => {
    const own = { parameter: key, from, ...(to && { to }), value: written, instrument: "Uji", status: "assumed" };
    scenario.lawPacks = [{ name: "Uji", version: "1", values: [own] }, ...(scenario.lawPacks ?? [])];
  });
}
