// How much of a plan rests on guesses, written from section 8 of docs/method.md: the segments with an input that is a guess,
// has no source, or was changed after its source was named.
const isWeak = (source) => source == null || source.changed === true || source.quality === "guess";

/** Of these inputs each counts; of the others those that a source is named for. */
function hasWeak(holder, counted, others = []) {
  const { evidence } = holder ?? {};
  return (
    counted.some((name) => isWeak(evidence?.[name])) ||
    others.some((name) => evidence?.[name] != null && isWeak(evidence[name]))
  );
}

const given = (holder, names) => names.filter((name) => holder[name] != null && holder[name].length !== 0);

/** The funds that may pay: those with a share, and those after them in the order of use. */
function mayPay({ funds }, payers) {
  const found = new Set();
  for (const { fund, percent } of payers)
    for (let id = percent > 0 ? fund : null; id != null && !found.has(id); ) {
      found.add(id);
      id = funds.find((one) => one.id === id)?.next;
    }
  return funds.filter(({ id }) => found.has(id));
}

const priceIsWeak = (scenario, segment) =>
  hasWeak(
    segment,
    ["programmes", "payers", ...given(segment, ["base", "workerPayers"])],
    ["class", "risk", "sector", "base", "workerPayers"],
  ) ||
  hasWeak(scenario, [], ["rounding"]) ||
  mayPay(scenario, segment.payers).some((fund) =>
    hasWeak(fund, fund.willNotPay === true ? ["willNotPay"] : [], ["kind", "willNotPay"]),
  );

function peopleAreWeak(scenario, segment) {
  const ofVillages = segment.enrolment.kind === "villages";
  const rest = given(segment, ["flows", "billed"]);
  if (hasWeak(segment, ofVillages ? rest : ["enrolment", ...rest], ["enrolment", "flows", "billed"])) return true;
  if (hasWeak(scenario, [], ["period"])) return true;
  if (!ofVillages) return false;
  const counting = (scenario.villages ?? []).filter(({ counts }) =>
    (counts ?? []).some(({ segment: id }) => id === segment.id),
  );
  const others = counting.some(({ evidence }) => evidence?.counts == null);
  return (
    hasWeak(scenario, others ? ["villages"] : [], ["villages"]) ||
    counting.some((village) => hasWeak(village, [], ["counts", "firstMonth", "lastMonth"]))
  );
}

function targetIsWeak(scenario) {
  const { target, workforce, segments } = scenario;
  const follow = ({ enrolment }) => enrolment.kind === "target";
  if (target && hasWeak(target, ["points", ...given(target, ["yearly"])], ["shape", "spread", "yearly"])) return true;
  if (workforce) {
    const kept = workforce.afterLastBill != null && workforce.afterLastBill !== "notCounted" ? ["afterLastBill"] : [];
    const counted = ["eligible", "otherMembers", ...given(workforce, ["growthPercent"]), ...kept];
    if (hasWeak(workforce, counted, ["growthPercent", "afterLastBill"])) return true;
  }
  return segments.some(
    (segment) =>
      peopleAreWeak(scenario, segment) ||
      (target?.spread === "cheapest" && follow(segment) && priceIsWeak(scenario, segment)),
  );
}

/** Whether the rupiah of a segment rest on a guess. */
export function isGuessed(scenario, segment) {
  if (priceIsWeak(scenario, segment) || peopleAreWeak(scenario, segment)) return true;
  return segment.enrolment.kind === "target" && targetIsWeak(scenario);
}
