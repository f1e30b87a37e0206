/** The groups that a village budget usually pays for, each counted by village, with the money that may pay it. */
import { type Draft, type FundDraft, freshId, newFund, type SegmentDraft } from "./draft.js";
import { usualName } from "./fund-names.js";

export type Official = "head" | "officials" | "council" | "bodies" | "cadres" | "vulnerable";

type Names = Readonly<Record<Official, string>>;

/** Class, category and base of each; bases of officials are the lowest fixed income (siltap) of PP 11/2019. */
const GROUPS: Readonly<Record<Official, Pick<SegmentDraft, "class" | "group" | "base" | "risk">>> = {
  head: { class: "PU", risk: "veryLow", group: "villageHead", base: siltap("kepalaDesa") },
  officials: { class: "PU", risk: "veryLow", group: "villageOfficial", base: siltap("perangkatDesa") },
  // What its members get (tunjangan) each kabupaten sets itself: the planner fills it in.
  council: { class: "PU", risk: "veryLow", group: "bpd", base: { kind: "fixed", rupiah: "" } },
  bodies: { class: "BPU", group: "villageBody" },
  cadres: { class: "BPU", group: "villageBody" },
  vulnerable: { class: "BPU", group: "vulnerable" },
};

function siltap(of: string): NonNullable<SegmentDraft["base"]> {
  return { kind: "minimumWage", parameter: `minimumWage.siltap.${of}`, percent: "100" };
}

/** The plan with these groups: officials and village bodies from the ADD, vulnerable workers from the APBD. */
export function withOfficials(plan: Draft, officials: readonly Official[], names: Names): Draft {
  const blank = plan.segments.filter(isBlank).map(({ id }) => id);
  let next: Draft = { ...plan, segments: plan.segments.filter(({ id }) => !blank.includes(id)) };
  for (const official of officials) {
    const { class: of, group, base, risk } = GROUPS[official];
    if (next.segments.some((segment) => segment.name === names[official])) continue;
    const [withMoney, fund] = fundOf(next, official === "vulnerable" ? budgetOf(plan) : "add");
    const segment: SegmentDraft = {
      id: freshId(next.segments, "desa"),
      name: names[official],
      class: of,
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "villages" },
      payers: [{ fund: fund.id, percent: "100" }],
      ...(group && { group }),
      ...(base && { base }),
      ...(risk && { risk }),
    };
    next = { ...withMoney, segments: [...withMoney.segments, segment] };
  }
  return next.segments.length > 0 ? next : plan;
}

/** A group to which nothing but its first fields was given. */
function isBlank({ name, enrolment }: SegmentDraft): boolean {
  return name === "" && enrolment.kind === "fixed" && enrolment.counts.every(({ people }) => people === "");
}

const budgetOf = (plan: Draft): FundDraft["kind"] => newFund([], plan.region.level).kind;

function fundOf(plan: Draft, kind: FundDraft["kind"]): readonly [Draft, FundDraft] {
  const there = plan.funds.find((fund) => fund.kind === kind);
  if (there) return [plan, there];
  const fund: FundDraft = { id: freshId(plan.funds, "dana"), name: usualName(kind, plan.funds), kind };
  return [{ ...plan, funds: [...plan.funds, fund] }, fund];
}
