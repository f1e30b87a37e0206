/** Open texts of the law that concern a plan, from the notices of the engine: reliefs and rules for money. */
import type { FundKind, Group } from "cakupan";
import type { Answer } from "./answer.js";

/** A relief, and the money of which the text does not say whether it applies. */
interface OpenRelief {
  readonly relief: string;
  readonly payer: FundKind;
}

/** A rule of what money may pay for, and the group of workers that the plan pays by it. */
interface OpenPermission {
  readonly rule: string;
  readonly group: Group;
}

export interface OpenLaw {
  readonly reliefs: readonly OpenRelief[];
  readonly permissions: readonly OpenPermission[];
}

const RELIEFS = ["reliefOpen", "reliefChosen"];
const RULES = ["fundForbidden", "fundLimited", "fundAllowed", "fundChosen"];

export function openLawOf(answer: Answer | null): OpenLaw {
  const notices = answer?.projection.notices ?? [];
  const reliefs = notices
    .filter(({ code }) => RELIEFS.includes(code))
    .map(({ params }) => ({ relief: String(params.relief), payer: params.payer as FundKind }));
  const permissions = notices
    .filter(({ code }) => RULES.includes(code))
    .flatMap(({ params }) => {
      const segment = answer?.scenario.segments.find(({ name }) => name.trim() === params.segment);
      return segment?.group ? [{ rule: String(params.rule), group: segment.group }] : [];
    });
  return {
    reliefs: unique(reliefs, ({ relief, payer }) => `${relief} ${payer}`),
    permissions: unique(permissions, ({ rule, group }) => `${rule} ${group}`),
  };
}

function unique<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
