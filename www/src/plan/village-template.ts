/** The groups that a village budget usually pays for, each counted by village, with the money that may pay it. */
import { type Draft, type FundDraft, freshId, newFund, type SegmentDraft } from "./draft.js";
import { usualName } from "./fund-names.js";
import templates from "./village-groups.json";

export type Official = "head" | "officials" | "council" | "bodies" | "cadres" | "vulnerable";

type Names = Readonly<Record<Official, string>>;

interface Template {
  /** `"budget"`: the budget of the region. */
  readonly fund: "add" | "budget";
  readonly group: Pick<SegmentDraft, "class" | "group" | "base" | "risk">;
  /** The lowest fixed income (siltap), by its key in the law, of which contributions are paid. */
  readonly siltap?: string;
  /** Where it stands that this is usual. */
  readonly source: string;
}

const GROUPS = templates as Readonly<Record<Official, Template>>;

export const usualGroups = (Object.keys(templates) as readonly Official[]).map((official) => ({
  official,
  source: GROUPS[official].source,
}));

/** The plan with these groups: officials and village bodies from the ADD, vulnerable workers from the APBD. */
export function withOfficials(plan: Draft, officials: readonly Official[], names: Names): Draft {
  const blank = plan.segments.filter(isBlank).map(({ id }) => id);
  let next: Draft = { ...plan, segments: plan.segments.filter(({ id }) => !blank.includes(id)) };
  for (const official of officials) {
    const { fund: kind, group, siltap } = GROUPS[official];
    if (next.segments.some((segment) => segment.name === names[official])) continue;
    const [withMoney, fund] = fundOf(next, kind === "add" ? kind : budgetOf(plan));
    const segment: SegmentDraft = {
      id: freshId(next.segments, "desa"),
      name: names[official],
      programmes: ["JKK", "JKM"],
      enrolment: { kind: "villages" },
      payers: [{ fund: fund.id, percent: "100" }],
      ...group,
      ...(siltap && { base: { kind: "minimumWage", parameter: siltap, percent: "100" } }),
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
