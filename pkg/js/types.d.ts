/** The shapes that go in and come out of `cakupan`: plain JSON objects, money in whole rupiah. */

/** A calendar month, written `"2026-03"`. */
export type Month = string;

/** A text in the two languages of the project. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

// ───────────────────────────── what the planner decides ─────────────────────────────

/** A planning case: who is to be covered, on what base, from which money, and when. */
export interface Scenario {
  /** Version of this shape. A newer one is refused with a sentence. */
  readonly schema: 1;
  /** Title of the case. */
  readonly name?: string | null;
  /** What the case is about and what it leaves out, for the reader. */
  readonly note?: string | null;
  readonly region: Region;
  readonly period: Period;
  /** How a fraction of a rupiah is dealt with in one contribution; regions differ. Default `"nearest"`. */
  readonly rounding?: Rounding | null;
  /** Who could be covered. Needed for coverage and for a target; a pure cost needs none. */
  readonly workforce?: Workforce | null;
  /** The groups of workers whose contributions are planned; 1 to 200. */
  readonly segments: readonly Segment[];
  readonly target?: Target | null;
  /** Targets that are only compared with, such as the national one; at most 4. They need `workforce`. */
  readonly otherTargets?: readonly OtherTarget[] | null;
  /** Where the money comes from; 1 to 50. */
  readonly funds: readonly Fund[];
  /** The planner's reading where the text leaves open whether a relief reaches a payer. */
  readonly reliefs?: readonly ReliefChoice[] | null;
  /** Whom a kind of money may pay for by the planner's word, where a rule of `law().fundRules` says otherwise or nothing. */
  readonly permissions?: readonly Permission[] | null;
  /** Statutory values replaced by the planner; each shows in the result. */
  readonly overrides?: readonly Override[] | null;
  /** How values grow in months beyond the last one known; without an entry such a month is a problem. Each shows in the result. */
  readonly assumptions?: readonly Assumption[] | null;
  /** Count only rules that were known on this day, `"2025-12-01"`. Absent: all that the engine knows. */
  readonly lawDate?: string | null;
  /** At which stage of the budget the plan is. */
  readonly stage?: Stage | null;
  /** Budgets and spending that the plan is held against, by year. */
  readonly totals?: readonly BudgetTotal[] | null;
  /** Totals that were published, to compare with what the budgets pay by the plan; at most 20. */
  readonly published?: readonly PublishedTotal[] | null;
  /** Sources of what stands in no object with sources of its own: `region`, `period`, `rounding`, `stage`, `totals`, … */
  readonly evidence?: EvidenceByField | null;
}

/** What is billed before `month` is committed; from it on the plan can still change. */
export interface Stage {
  readonly name: "RKPD" | "KUA-PPAS" | "RAPBD" | "APBD" | "perubahan";
  readonly month: Month;
}

/** A budget or spending of one year: the APBD, belanja wajib, ADD, Dana Desa, … */
export interface BudgetTotal {
  readonly name: string;
  readonly year: number;
  readonly rupiah: number;
}

/** A published total: of the plan, of one of its years, of a segment, or of a segment in a year. */
export interface PublishedTotal {
  /** Whose figure, or where it stood. */
  readonly name: string;
  readonly rupiah: number;
  /** The unit it was printed in: "Rp 22,68 miliar" in units of 10,000,000. Default 1: to the rupiah. */
  readonly unitRupiah?: number | null;
  readonly year?: number | null;
  readonly segment?: string | null;
  readonly evidence?: EvidenceByField | null;
}

/** Where a figure comes from, by the name of the field beside it: `{ "eligible": { … } }`. */
export type EvidenceByField = { readonly [field: string]: Evidence };

/** The source of one input. */
export interface Evidence {
  /** `official` printed by an authority, `press` printed by the press, `survey`, `estimate`, or `guess`. */
  readonly quality: "official" | "press" | "survey" | "estimate" | "guess";
  /** Who says so. */
  readonly source: string;
  /** Date of the source, `"2025-03-17"`, `"2025-03"` or `"2025"`. */
  readonly date?: string | null;
  readonly note?: string | null;
  /** The input was changed after this source was named, which then speaks for it no more. */
  readonly changed?: boolean | null;
}

export interface Region {
  readonly name: string;
  readonly level: "province" | "regency" | "city" | "village";
  /** Kemendagri code, `"73"`, `"73.71"`, `"73.14.03.2005"`. */
  readonly code?: string | null;
  /** Residents. */
  readonly population?: number | null;
}

export interface Period {
  readonly firstMonth: Month;
  /** Number of months, 1 to 360. */
  readonly months: number;
}

/** `"nearest"`: half a rupiah and more goes up. `"down"`: the fraction is dropped. */
export type Rounding = "nearest" | "down";

/** People from a month on, until the next entry. */
export interface DatedPeople {
  readonly from: Month;
  readonly people: number;
}

export interface Workforce {
  /** Which people are the 100 % of coverage; printed figures differ. */
  readonly denominator: "eligible" | "employed" | "labourForce" | "own";
  /** Workers who could be covered, by date. The first entry must not be later than the first month. */
  readonly eligible: readonly DatedPeople[];
  /** Growth each January after the latest entry, whole people. */
  readonly growthPercent?: number | null;
  /** Other counts of those who could be covered, printed beside; at most 5. */
  readonly rivals?: readonly Rival[] | null;
  /** Active members outside the segments (paid by employers or by themselves): they count, they cost nothing here. */
  readonly otherMembers?: readonly DatedPeople[] | null;
  /**
   * Until when members of BPU segments count in coverage after the last month that was billed. `"notCounted"`
   * (default): only billed months count. `"untilLapsed"`: until membership lapses by rule (three unpaid months).
   */
  readonly afterLastBill?: "notCounted" | "untilLapsed" | null;
  readonly evidence?: EvidenceByField | null;
}

/** Another count of those who could be covered: printed denominators differ. */
export interface Rival {
  readonly name: string;
  readonly denominator: Workforce["denominator"];
  readonly eligible: readonly DatedPeople[];
}

/** PU: wage earners. BPU: all who earn without a wage. construction: projects (jasa konstruksi). */
export type WorkerClass = "PU" | "BPU" | "construction";

/** JKK work injury, JKM death, JHT old-age savings, JP pension. */
export type Programme = "JKK" | "JKM" | "JHT" | "JP";

/**
 * Whom a segment holds, where a rule depends on it: village heads, village officials, members of the BPD, bodies of
 * the village (LKD, RT/RW, cadres), cash-for-work labourers (PKTD), non-civil-service staff (non-ASN), PPPK, part-time
 * PPPK, election staff, poor and vulnerable workers, palm-oil workers, or others.
 */
export type Group =
  | "villageHead"
  | "villageOfficial"
  | "bpd"
  | "villageBody"
  | "cashForWork"
  | "nonAsn"
  | "pppk"
  | "pppkPartTime"
  | "election"
  | "vulnerable"
  | "palmOil"
  | "other";

/** Risk class of the workplace (tingkat risiko), PU only. */
export type Risk = "veryLow" | "low" | "medium" | "high" | "veryHigh";

export interface Segment {
  /** Small letters, digits, `-` and `_`; unique in the scenario. */
  readonly id: string;
  readonly name: string;
  readonly class: WorkerClass;
  /** Whom it holds: rules on money depend on it. Absent: not said. */
  readonly group?: Group | null;
  /** PU must name it; others leave it out. */
  readonly risk?: Risk | null;
  /** BPU only: the relief of 2026 treats transport apart. Default `"other"`. */
  readonly sector?: "transport" | "other" | null;
  /** PU: all four. BPU: JKK, JKM, JHT. construction: JKK, JKM. */
  readonly programmes: readonly Programme[];
  /** What the contribution is levied on. BPU may leave it out: the lowest income bracket. */
  readonly base?: Base | null;
  readonly enrolment: Enrolment;
  /** Who leaves, who is not accepted, and when those who join are first billed. */
  readonly flows?: Flows | null;
  /** Months in which the contribution is paid; absent: every month of the plan. */
  readonly billed?: readonly Span[] | null;
  /** Who pays the employer's part (PU) or the whole (BPU, construction); the shares sum to 100 %. */
  readonly payers: readonly Share[];
  /** Who pays the worker's part; PU with JHT or JP must name it. */
  readonly workerPayers?: readonly Share[] | null;
  /** Last month of the agreement (PKS, MoU) under which it is paid. */
  readonly agreementUntil?: Month | null;
  readonly evidence?: EvidenceByField | null;
}

export type Base =
  /** The same amount a month for the whole plan; a wage may carry sen (up to three decimals). */
  | { readonly kind: "fixed"; readonly rupiah: number }
  /** Own amounts by date. The first entry must not be later than the first billed month. */
  | { readonly kind: "series"; readonly values: readonly DatedRupiah[] }
  /** A part of a minimum wage known to `law()`, e.g. `"minimumWage.ump.sulawesiSelatan"`. */
  | { readonly kind: "minimumWage"; readonly parameter: string; readonly percent: number }
  /** construction, wages unknown: the contract value net of PPN, levied by layers once, in the first billed month. */
  | { readonly kind: "contract"; readonly rupiah: number };

export interface DatedRupiah {
  readonly from: Month;
  readonly rupiah: number;
}

export type Enrolment =
  /** Head counts by date; nobody before the first entry. `eligible`: all who could be members, to compare with. */
  | { readonly kind: "fixed"; readonly counts: readonly DatedPeople[]; readonly eligible?: number | null }
  /** As many as the target needs, from those who are members already up to all who are eligible. */
  | {
      readonly kind: "target";
      readonly members: number;
      readonly eligible: number;
      /** Of a target spread by priority: 1 is served first, absent last. */
      readonly priority?: number | null;
      /** Of a target spread by quota: its part of those missing. */
      readonly quotaPercent?: number | null;
      /** The most who may join in one month. */
      readonly mostPerMonth?: number | null;
    }
  /** As many as its own path asks for: members of 100 eligible in the segment. */
  | {
      readonly kind: "path";
      readonly members: number;
      readonly eligible: number;
      readonly path: Path;
      readonly mostPerMonth?: number | null;
    };

export interface Flows {
  /** Members who leave, of 100 in a year, by cause; whole people, the part of a person is carried on. */
  readonly leave?: readonly Leaving[] | null;
  /** Of 100 who are proposed, so many are not accepted. Fixed counts are of those proposed. */
  readonly verificationLossPercent?: number | null;
  /** Those who join are billed from the next month on. */
  readonly billedFromNext?: boolean | null;
}

export interface Leaving {
  readonly cause: Cause;
  readonly percentAYear: number;
}

/** Contributions lapse, too old, death, a job with wages. */
export type Cause = "lapse" | "age" | "death" | "wageWork";

/** First to last month, both included. */
export interface Span {
  readonly from: Month;
  readonly to: Month;
}

/** A share of a bill, in percent with up to four decimals. */
export interface Share {
  readonly fund: string;
  readonly percent: number;
}

/** A percentage through time. */
export interface Path {
  /** By date, rising dates. Before the first point nothing is demanded; after the last it holds, or goes on `yearly`. */
  readonly points: readonly TargetPoint[];
  /** Between two points: a straight line by month, the earlier value until the later date, or an S (3t² − 2t³). */
  readonly shape: "linear" | "step" | "sCurve";
  /** How it goes on after the last point. */
  readonly yearly?: Yearly | null;
}

/** The two readings of Permendagri 15/2024: so many points more a year, or so many percent of what it was (120). */
export type Yearly =
  | { readonly kind: "points"; readonly points: number; readonly upTo?: number | null }
  | { readonly kind: "factor"; readonly percent: number; readonly upTo?: number | null };

export interface Target extends Path {
  /** How the missing people are spread over the segments that follow the target. Default `"proportional"` to room. */
  readonly spread?: "proportional" | "priority" | "cheapest" | "quota" | null;
  readonly evidence?: EvidenceByField | null;
}

export interface OtherTarget extends Path {
  readonly name: string;
}

export interface TargetPoint {
  readonly month: Month;
  readonly percent: number;
}

/** Whose money it is; relief and eligibility hang on it. */
export type FundKind =
  | "apbn"
  | "apbdProvince"
  | "apbdRegency"
  | "dbhSawit"
  | "dbhCht"
  | "otsus"
  | "add"
  | "danaDesa"
  | "pades"
  | "bhpr"
  | "csr"
  | "baznas"
  | "employer"
  | "self";

export interface Fund {
  /** Small letters, digits, `-` and `_`; unique in the scenario. */
  readonly id: string;
  readonly name: string;
  readonly kind: FundKind;
  /** Ceilings (pagu) by budget year. */
  readonly ceilings?: readonly Ceiling[] | null;
  /** The fund that pays on when a ceiling is used up. Absent: nobody does, and the rest is unpaid. */
  readonly next?: string | null;
  /**
   * The planner says that this fund, which stands in an order of use, will not pay: a relief does not ask about it. It
   * may not have a share above 0 %; bills that reach it are told.
   */
  readonly willNotPay?: boolean | null;
  /** Budget account (kode rekening) by programme; one without a programme serves all others. */
  readonly accounts?: readonly Account[] | null;
  readonly evidence?: EvidenceByField | null;
}

export interface Ceiling {
  readonly year: number;
  readonly rupiah: number;
  /** The ceiling before the change of the budget (sebelum perubahan). */
  readonly beforeRupiah?: number | null;
  /** All that the region received of this money: of DBH sawit and DBH CHT only a part may go to contributions. */
  readonly allocationRupiah?: number | null;
}

export interface Account {
  readonly programme?: Programme | null;
  readonly code: string;
  readonly description: string;
}

/** `applies: true` grants the relief to this payer, `false` denies it. Only for payers that the text leaves open. */
export interface ReliefChoice {
  readonly relief: string;
  readonly payer: FundKind;
  readonly applies: boolean;
  readonly note?: string | null;
}

/** A cell of the matrix that the rules on money make: may this money pay for this group? It changes what is told, no rupiah. */
export interface Permission {
  /** Key of a rule in `law().fundRules`. */
  readonly rule: string;
  readonly group: Group;
  readonly allowed: boolean;
  readonly note?: string | null;
}

export interface Override {
  /** Key of a statutory value, as in `law()`; the key of a relief replaces what it takes off (0: it ends; beyond its last month: it goes on). */
  readonly parameter: string;
  readonly from: Month;
  /** Last month; absent: to the end of the plan. */
  readonly to?: Month | null;
  /** In the unit of the parameter: percent, rupiah, or months. Tables take `rows` instead. */
  readonly value?: number | null;
  /** Rows of a table: the first from 0, rising. */
  readonly rows?: readonly Row[] | null;
  /** Why: shown with every result. */
  readonly note: string;
}

/** How a value grows beyond the last month known. Only parameters whose `beyond` names this kind. */
export type Assumption =
  /** By a typed growth a year. */
  | { readonly kind: "growth"; readonly parameter: string; readonly percent: number; readonly note: string }
  /** Minimum wages by PP 49/2025: inflation + alpha × growth of the economy; alpha 0.5 to 0.9. */
  | {
      readonly kind: "wageFormula";
      readonly parameter: string;
      readonly inflationPercent: number;
      readonly alpha: number;
      readonly growthPercent: number;
      readonly note: string;
    };

// ───────────────────────────── what is wrong with it ─────────────────────────────

/**
 * What the planner has to do about a code, the most pressing first. `problem`: mend it, nothing is calculated. `warning`:
 * do or check something before the figures are used. `remark`: read it, the figures hold. `information`: nothing to do.
 */
export type Grade = "problem" | "warning" | "remark" | "information";

/** One thing to mend in a scenario. */
export interface Problem {
  readonly code: ProblemCode;
  readonly grade: "problem";
  /** Where, from the root: `"segments[0].payers[1].percent"`; `""` is the scenario itself. */
  readonly path: string;
  /** What the sentence is filled with. */
  readonly params: Params;
  /** What is wrong and how to mend it. */
  readonly message: Words;
}

/** What a sentence is filled with: numbers, texts, or words of both languages. */
export type Params = { readonly [name: string]: string | number | Words };

export type ProblemCode =
  | "notAnObject"
  | "notAList"
  | "notText"
  | "notANumber"
  | "notTrueOrFalse"
  | "notReadable"
  | "missing"
  | "unknownKey"
  | "unknownChoice"
  | "empty"
  | "tooLong"
  | "tooMany"
  | "badId"
  | "badCode"
  | "badDate"
  | "badDay"
  | "notWhole"
  | "tooManyDecimals"
  | "tooSmall"
  | "tooLarge"
  | "badMonth"
  | "newerSchema"
  | "duplicate"
  | "outOfOrder"
  | "endsBeforeStart"
  | "overlap"
  | "unknownFund"
  | "unknownParameter"
  | "valueOrRows"
  | "rowsNotRising"
  | "notExtrapolable"
  | "sharesNotWhole"
  | "programmeNotInClass"
  | "baseNotInClass"
  | "baseMissing"
  | "riskMissing"
  | "onlyForClass"
  | "workerPayersMissing"
  | "workerPayersUnused"
  | "billedOutsidePlan"
  | "startsTooLate"
  | "targetWithoutWorkforce"
  | "segmentWithoutTarget"
  | "unknownRelief"
  | "reliefDecided"
  | "noLawValue"
  | "amountTooLarge"
  | "unknownSegment"
  | "unknownAccount"
  | "yearOutsidePlan"
  | "monthOutsidePlan"
  | "questionIncomplete"
  | "measureWithoutWorkforce"
  | "quotasNotWhole"
  | "circular"
  | "noLimit"
  | "willNotPayShare"
  | "contractSegment"
  | "tooManyScenarios"
  | "internal";

// ───────────────────────────── what follows ─────────────────────────────

/** What a scenario costs and reaches. Every total equals the sum of its parts. */
export interface Projection {
  readonly schema: 1;
  /** Version of the engine. */
  readonly engine: string;
  /** Version of the statutory values. */
  readonly law: string;
  /** As in the scenario; `null`: all rules known. */
  readonly lawDate: string | null;
  readonly region: Region;
  /** Months of the plan, in order; the columns of `monthly` run along them. */
  readonly months: readonly Month[];
  /** Budget years (calendar years) of the plan. */
  readonly years: readonly Year[];
  /** The whole plan. */
  readonly total: Amounts;
  /** When each target is reached: the plan's own first, then the others. */
  readonly crossings: readonly Crossing[];
  readonly monthly: Monthly;
  /** The published totals of the scenario beside the plan's; without those of years outside the plan. */
  readonly published: readonly Published[];
  /** Every statutory value that was used. */
  readonly parameters: readonly ParameterUsed[];
  readonly notices: readonly Notice[];
  /** Inputs that were left empty and would have said more. */
  readonly missing: readonly MissingInput[];
  /** Inputs that change no figure of this plan, and why. */
  readonly unused: readonly UnusedInput[];
  /** What no projection counts. */
  readonly notCounted: readonly NotCounted[];
  /** The total by the weakest source behind it, weakest first; the parts sum to the total. */
  readonly grounds: readonly Ground[];
  /** Check code of the input: equal inputs have equal codes. 16 hex digits. */
  readonly input: string;
}

/** A published total beside what the budgets pay by the plan. */
export interface Published {
  readonly name: string;
  /** `null`: of the whole plan. */
  readonly year: number | null;
  /** `null`: of all segments. */
  readonly segment: string | null;
  readonly rupiah: number;
  readonly unitRupiah: number;
  /** What the budgets pay by the plan: all but the kinds `self` and `employer`. */
  readonly computedRupiah: number;
  /** That, rounded to the nearest unit, and cut off to the unit. */
  readonly roundedRupiah: number;
  readonly cutRupiah: number;
  /** The same to the rupiah, once rounded, once cut off; or more or less was published. */
  readonly verdict: "equal" | "rounded" | "cut" | "more" | "less";
  /** Published less computed. */
  readonly differenceRupiah: number;
  /** Heads of the plan summed over months. */
  readonly personMonths: number;
  /** The difference in people and months; `null` where there is none, or nothing is billed by head. */
  readonly worth: PublishedWorth | null;
}

export interface PublishedWorth {
  /** What one person costs the budgets in one month; their mean, cut off, where prices differ. */
  readonly priceRupiah: number;
  /** So many person-months, cut off. */
  readonly personMonths: number;
  /** What is left over; `null` where prices differ: the person-months are then an estimate. */
  readonly restRupiah: number | null;
  /** So many people in every billed month, `null` where it does not come out whole. */
  readonly heads: number | null;
  /** So many months of all heads, `null` where it does not come out whole. */
  readonly months: number | null;
}

/**
 * Rupiah of segments whose weakest input is of one quality; `"none"`: without a source, or changed after it was named.
 * Heads, programmes, base, payers, billed months and flows count; where the target decides the heads, also what it counts.
 * Period, rounding, class, risk, sector and the kind of the paying funds count where a source is named for them.
 */
export interface Ground {
  readonly quality: Evidence["quality"] | "none";
  readonly rupiah: number;
}

export interface MissingInput {
  readonly code: "noWorkforce" | "noOtherMembers" | "noTarget" | "noCeiling" | "noAccount";
  readonly grade: "remark";
  readonly path: string;
  readonly params: Params;
  readonly message: Words;
}

export interface UnusedInput {
  readonly code:
    | "fundUnused"
    | "segmentEmpty"
    | "ceilingUnused"
    | "countUnused"
    | "baseUnused"
    | "accountUnused"
    | "overrideUnused"
    | "assumptionUnused"
    | "reliefUnused"
    | "permissionUnused"
    | "targetUnused"
    | "sectorUnused"
    | "publishedUnused";
  readonly grade: "remark";
  /** The input. */
  readonly path: string;
  readonly params: Params;
  readonly message: Words;
}

export interface NotCounted {
  readonly code: "administration" | "penalties" | "jkp" | "pmi" | "deferral" | "overpayment" | "benefits";
  readonly grade: "information";
  readonly path: "";
  readonly params: Params;
  readonly message: Words;
}

/** Rupiah and people, cut by segment, programme, fund and account. */
export interface Amounts {
  readonly rupiah: number;
  /** Of which from funds of the budget: all but the kinds `self` and `employer`. */
  readonly budgetRupiah: number;
  /** Heads summed over the billed months. */
  readonly personMonths: number;
  readonly segments: readonly SegmentAmount[];
  readonly programmes: readonly ProgrammeAmount[];
  readonly funds: readonly FundAmount[];
  readonly accounts: readonly AccountAmount[];
}

export interface SegmentAmount {
  readonly segment: string;
  readonly rupiah: number;
  /** Heads in the last billed month of the time span; 0 if none is billed. */
  readonly heads: number;
  /** Months with at least one head billed. */
  readonly billedMonths: number;
  readonly personMonths: number;
  /** People proposed, so that those who joined are accepted. */
  readonly proposed: number;
  readonly joined: number;
  /** People who left; causes without anybody are left out. */
  readonly left: readonly Left[];
  /** People who could be members and are not enrolled at the end; `null` where their number is not known. */
  readonly leftOut: number | null;
  readonly programmes: readonly ProgrammeAmount[];
  readonly funds: readonly ShareAmount[];
}

export interface Left {
  readonly cause: Cause;
  readonly people: number;
}

/** A target and the first month with the coverage it is heading for; `null`: not in this plan. */
export interface Crossing {
  /** `null`: the target that the plan follows. */
  readonly target: string | null;
  readonly percent: number;
  readonly month: Month | null;
  /** Whose coverage is held against it; `"paid"` where in any month nobody knows of members outside the segments. */
  readonly scope: Scope;
  /** What it asks for at the end of each budget year, and what is missing. */
  readonly years: readonly CrossingYear[];
}

export interface CrossingYear {
  readonly year: number;
  readonly percent: number | null;
  readonly members: number | null;
  readonly gap: number | null;
}

export interface ProgrammeAmount {
  readonly programme: Programme;
  readonly rupiah: number;
}

export interface ShareAmount {
  readonly fund: string;
  readonly rupiah: number;
}

export interface FundAmount {
  readonly fund: string;
  readonly rupiah: number;
  readonly programmes: readonly ProgrammeAmount[];
}

export interface FundOfYear extends FundAmount {
  /** Ceiling of the year, `null` where none was entered. */
  readonly ceilingRupiah: number | null;
  /** Left under the ceiling; `null` without one. */
  readonly leftRupiah: number | null;
  /** Above the ceiling; 0 without one. */
  readonly shortRupiah: number;
  /** The first month that the ceiling does not pay in full. */
  readonly endsIn: Month | null;
  /** What is billed before the stage's month; `null` without a stage. */
  readonly committedRupiah: number | null;
  /** The ceiling before the change of the budget. */
  readonly beforeRupiah: number | null;
}

/** `code: null`: rupiah of funds that name no account. */
export interface AccountAmount {
  readonly code: string | null;
  readonly description: string | null;
  readonly rupiah: number;
}

export interface Year extends Amounts {
  readonly year: number;
  /** Months of the plan in this year. */
  readonly months: number;
  readonly funds: readonly FundOfYear[];
  /** At the last month of the plan in this year; `null` without a workforce. */
  readonly coverage: Coverage | null;
  /** The same members by other counts of those who could be covered. */
  readonly rivals: readonly RivalCoverage[];
  /** The members of `coverage` by class, those outside the segments last; empty without a workforce. */
  readonly classes: readonly ClassCoverage[];
  /** What no ceiling pays. */
  readonly unpaidRupiah: number;
  readonly burden: Burden;
}

export interface ClassCoverage {
  /** `null`: members outside the segments. */
  readonly class: WorkerClass | null;
  readonly members: number;
  /** All who could be members of its segments, `null` where one of them does not say. */
  readonly eligible: number | null;
  /** `null` also where nobody could be a member. */
  readonly percent: number | null;
  /** To the nearest hundredth, where that is not what cutting leaves; `null` elsewhere. */
  readonly roundedPercent: number | null;
}

export interface RivalCoverage {
  readonly name: string;
  readonly denominator: Workforce["denominator"];
  readonly eligible: number;
  readonly percent: number | null;
  readonly roundedPercent: number | null;
  readonly scope: Scope;
}

/** How heavy a year weighs; all of what the budgets pay, cut. */
export interface Burden {
  readonly shares: readonly { readonly name: string; readonly rupiah: number; readonly percent: number | null }[];
  /** `null` without a population. */
  readonly perResidentRupiah: number | null;
  /** For twelve person-months; `null` where nobody is billed. */
  readonly perMemberRupiah: number | null;
}

/** `"region"`: of all members that are known. `"paid"`: only of those whom this plan pays for, the others are not known. */
export type Scope = "region" | "paid";

export interface Coverage {
  readonly month: Month;
  /** Billed heads, members elsewhere, and those not yet lapsed where `workforce.afterLastBill` counts them. */
  readonly members: number;
  readonly eligible: number;
  /** Members of 100 eligible, rounded down to four decimals so that it never claims a target early; `null` of nobody. */
  readonly percent: number | null;
  /** The same to the nearest hundredth, as others print it, where that is not what cutting leaves; `null` elsewhere. */
  readonly roundedPercent: number | null;
  readonly targetPercent: number | null;
  /** Members the target asks for, rounded up to whole people. */
  readonly targetMembers: number | null;
  /** People still missing to the target. */
  readonly gap: number | null;
  /** People who could be covered and are no members. */
  readonly gapToAll: number;
  /** Whose coverage it is. */
  readonly scope: Scope;
}

/** Columns by month, all as long as `months`. */
export interface Monthly {
  readonly rupiah: readonly number[];
  readonly heads: readonly number[];
  readonly segments: readonly MonthlySegment[];
  readonly programmes: readonly MonthlyProgramme[];
  readonly funds: readonly MonthlyFund[];
  readonly coverage: MonthlyCoverage | null;
}

export interface MonthlySegment {
  readonly segment: string;
  readonly heads: readonly number[];
  readonly rupiah: readonly number[];
}

export interface MonthlyProgramme {
  readonly programme: Programme;
  readonly rupiah: readonly number[];
}

export interface MonthlyFund {
  readonly fund: string;
  readonly rupiah: readonly number[];
}

export interface MonthlyCoverage {
  readonly members: readonly number[];
  readonly eligible: readonly number[];
  readonly percent: readonly (number | null)[];
  readonly targetPercent: readonly (number | null)[];
  readonly scope: readonly Scope[];
}

/** A remark that the planner must read with the result. */
export interface Notice {
  readonly code: NoticeCode;
  readonly grade: Exclude<Grade, "problem">;
  /** The input it is about. */
  readonly path: string;
  readonly params: Params;
  readonly message: Words;
}

export type NoticeCode =
  | "reliefApplied"
  | "reliefDenied"
  | "reliefDeniedByNext"
  | "reliefOpen"
  | "reliefChosen"
  | "reliefNewcomers"
  | "waitingTime"
  | "lapses"
  | "fundRule"
  | "fundShort"
  | "willNotPayAsked"
  | "targetMissed"
  | "aboveEligible"
  | "valueAssumed"
  | "valueReplaced"
  | "valueExtrapolated"
  | "notStatutory"
  | "lawAsOf"
  | "fundForbidden"
  | "fundLimited"
  | "fundAllowed"
  | "fundChosen"
  | "projectEnds"
  | "oneYearOnly"
  | "agreementEnds"
  | "segmentAboveEligible"
  | "earmarkExceeded"
  | "regionUnknown"
  | "regionLevel"
  | "amountTiny"
  | "baseIsContribution"
  | "wageLow"
  | "wageHuge"
  | "jkkIsSum"
  | "healthRate"
  | "jkmIsPackage"
  | "lawOld"
  | "ceilingGap"
  | "ceilingElsewhere"
  | "nextNeverUsed"
  | "publishedEqual"
  | "publishedRounded"
  | "publishedCut"
  | "publishedMore"
  | "publishedLess"
  | "publishedWorth"
  | "publishedWorthHeads"
  | "publishedWorthMonths"
  | "publishedWorthRest"
  | "publishedWorthAbout";

/** `enacted`: read in the legal text. `reported`: by secondary sources. `assumed`: not verified. */
export type Status = "enacted" | "reported" | "assumed";

export interface ParameterUsed {
  readonly key: string;
  readonly title: Words;
  /** First and last month of the plan in which it was used. */
  readonly from: Month;
  readonly to: Month;
  /** Percent, rupiah or months as in `law()`; `null` for tables. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Rows of a table, `null` otherwise. */
  readonly rows: readonly Row[] | null;
  /** `replaced`: the planner's own value stands in its place. `extrapolated`: by an assumption beyond the last known. */
  readonly status: Status | "replaced" | "extrapolated";
  readonly instrument: string;
  readonly article: string | null;
}

// ───────────────────────────── why a number is what it is ─────────────────────────────

/** Which figure to explain. Leave a part out to sum over it; no year or month: the whole plan. */
export interface Question {
  /**
   * `rupiah` (default). `heads`, `members`, `coverage`, `gap` (to the target), `gapToAll` (to all who could be covered):
   * of a month; of a year, its last month; else the last of the plan. `personMonths`: heads summed over months. `left`,
   * `short`: of a ceiling; they need `fund` and `year`.
   */
  readonly measure?: Measure | null;
  readonly year?: number | null;
  readonly month?: Month | null;
  /** Kode rekening; only of `rupiah`. */
  readonly account?: string | null;
  /** Leaves out what changes nothing: factors of one, summands and remainders of zero. */
  readonly brief?: boolean | null;
  readonly segment?: string | null;
  readonly programme?: Programme | null;
  readonly fund?: string | null;
}

export type Measure =
  | "rupiah"
  | "personMonths"
  | "heads"
  | "members"
  | "coverage"
  | "gap"
  | "gapToAll"
  | "left"
  | "short";

/** The explanation of a figure, and the inputs behind it that are not well known. */
export interface Explained extends Explanation {
  /** Every input behind it that is a guess, has no source, or was changed after its source was named. */
  readonly weak: readonly WeakInput[];
}

export interface WeakInput {
  /** Where it is, from the root: `"segments[0].payers"`. */
  readonly path: string;
  readonly quality: "guess" | "none" | "changed";
}

/** A figure and what it is made of; evaluating the tree gives the figure again. */
export interface Explanation {
  /** How `value` follows from `parts`; without parts it is given: an input or a statutory value. */
  readonly rule:
    | "sum"
    | "product"
    | "contribution"
    | "layers"
    | "layer"
    | "share"
    | "remainder"
    | "heads"
    | "months"
    | "base"
    | "rate"
    | "ceiling"
    | "floor"
    | "bracket"
    | "flat"
    | "relief"
    | "percent"
    | "grown"
    | "people"
    | "enrolled"
    | "joined"
    | "left"
    | "waiting"
    | "passed"
    | "limit"
    | "coverage"
    | "demand"
    | "path"
    | "difference";
  readonly value: number;
  readonly unit: "rupiah" | "people" | "months" | "percent";
  /** What it is about; the words are in the catalogue under `explain.<rule>`. */
  readonly params: Params;
  /** Statutory value behind it (key in `law()`). */
  readonly parameter: string | null;
  /** Input behind it (path in the scenario). */
  readonly input: string | null;
  readonly parts: readonly Explanation[];
}

// ───────────────────────────── the way back ─────────────────────────────

/** How far the ceilings reach. */
export interface ReachRequest {
  /** The segments that are filled, in this order; absent: all that follow a target or path, or else all. */
  readonly segments?: readonly string[] | null;
  /** `"given"`: in the order of `segments`. `"cheapest"`: first where one more person costs the budgets least. Default `"given"`. */
  readonly order?: "given" | "cheapest" | null;
  /** Fills a segment that names no `eligible` beyond its planned heads, as far as the ceilings reach. Default `false`. */
  readonly beyondPlan?: boolean | null;
}

/**
 * The most people that the ceilings pay for in every billed month, the other segments with the heads of the plan. A
 * segment is filled up to its `eligible`, or else up to its planned heads.
 */
export interface Reach {
  readonly schema: 1;
  /** Of the segments that are filled. */
  readonly people: number;
  /** Of all segments: what `rupiah` pays for. */
  readonly personMonths: number;
  /** What the plan then costs, all segments. */
  readonly rupiah: number;
  readonly segments: readonly ReachSegment[];
  /** Every ceiling of a fund that passes nothing on. */
  readonly funds: readonly ReachFund[];
  /** With the heads as planned: how far each ceiling goes in time; of funds in an order of use `endsIn` of a year says it. */
  readonly time: readonly ReachTime[];
  /** Other ways to fill the segments, most people first; at most five, the asked one among them. */
  readonly splits: readonly ReachSplit[];
  /** What one more point of coverage costs in the last budget year of the plan. */
  readonly onePoint: Outlook<OnePoint>;
  /** The whole plan with everybody who is to join a year later. */
  readonly waiting: Outlook<Waiting>;
  /** The last month in which joining may begin so that the target's last point is still met. */
  readonly latestStart: Outlook<LatestStart>;
}

/** A figure, or why there is none: one of the two is `null`. */
export interface Outlook<Value> {
  readonly value: Value | null;
  readonly reason: Reason | null;
}

export interface Reason {
  readonly code: ReasonCode;
  readonly grade: Exclude<Grade, "problem">;
  /** The input it is about. */
  readonly path: string;
  readonly params: Params;
  /** "Tidak dapat dihitung karena …", "Cannot be worked out because …". */
  readonly message: Words;
}

export type ReasonCode =
  | "withoutWorkforce"
  | "withoutTarget"
  | "countsFixed"
  | "goalOutsidePlan"
  | "goalOutOfReach"
  | "goalMet"
  | "pointAboveLimit"
  | "pointNotReached"
  | "pointMet"
  | "pointNotBilled"
  | "nobodyJoins"
  | "waitingMixed"
  | "unpriced"
  | "beyondLimit";

export interface ReachSegment {
  readonly segment: string;
  readonly people: number;
  /** Summed over its billed months. */
  readonly personMonths: number;
  readonly eligible: number | null;
  /** The most that are planned in one month. */
  readonly planned: number;
  /** Of `eligible`, or else of `planned`, so many are not reached; `null` beyond the plan where neither limits. */
  readonly leftOut: number | null;
  /** Why not one more: all who could be members are, as many as are planned are, or a ceiling. */
  readonly limit: "eligible" | "planned" | "ceiling";
  /** The ceiling that one more person would exceed: the proof. */
  readonly blocked: Blocked | null;
}

export interface Blocked {
  readonly fund: string;
  readonly year: number;
  readonly ceilingRupiah: number;
  /** What the fund would have to pay for one more person. */
  readonly rupiah: number;
}

export interface ReachFund {
  readonly fund: string;
  readonly year: number;
  readonly ceilingRupiah: number;
  readonly rupiah: number;
  readonly leftRupiah: number;
}

export interface ReachTime {
  readonly fund: string;
  readonly year: number;
  /** Months of the year that are paid in full. */
  readonly fullMonths: number;
  /** The first month that is not, `null` if all are. */
  readonly endsIn: Month | null;
  /** People of that month who are still paid for, segments in their order. */
  readonly people: number;
  /** All who are paid for, summed over the months; without those of a contract. */
  readonly personMonths: number;
  /** What is left then, too little for one more. */
  readonly leftRupiah: number;
}

export interface ReachSplit {
  /** The order in which the segments are filled; `null`: all in proportion to those who could be members. */
  readonly order: readonly string[] | null;
  readonly people: number;
  /** Of all segments: what `rupiah` pays for. */
  readonly personMonths: number;
  readonly rupiah: number;
  readonly segments: readonly { readonly segment: string; readonly people: number; readonly leftOut: number | null }[];
}

/**
 * Where segments follow the target: its last point one higher. Else: one of a hundred who could be covered, rounded up,
 * priced for each segment in turn as if all of them joined it.
 */
export interface OnePoint {
  readonly year: number;
  /** People more. */
  readonly people: number;
  /** Their months in that year; `null` where it depends on the segment. */
  readonly personMonths: number | null;
  /** What the plan costs more in that year; `null` where it depends on the segment. */
  readonly rupiah: number | null;
  /** Empty where segments follow the target. Contracts, and segments without a billed month in the year, are left out. */
  readonly segments: readonly PointSegment[];
}

export interface PointSegment {
  readonly segment: string;
  /** All people of the point × its billed months of the year. */
  readonly personMonths: number;
  readonly rupiah: number;
  /** How many could still join it: with less than the people of the point they do not fit. `null`: not known. */
  readonly room: number | null;
}

export interface Waiting {
  /** Person-months that are not covered in the months of the plan. */
  readonly personMonths: number;
  /** What leaves the months of the plan: it is not saved, it is spent a year later. */
  readonly movedRupiah: number;
  /** The dearest year, now and then. */
  readonly peakRupiah: number;
  readonly laterPeakRupiah: number;
}

export interface LatestStart {
  readonly month: Month;
  /** Who then join until the target's last point. */
  readonly people: number;
  /** The most of them in one month: to judge whether so many can be enrolled. */
  readonly mostInOneMonth: number;
}

// ───────────────────────────── scenario against scenario ─────────────────────────────

/** Two to four scenarios, each against the first. */
export interface Comparison {
  readonly schema: 1;
  readonly scenarios: readonly Compared[];
  /** One for each scenario after the first. */
  readonly differences: readonly Difference[];
}

export interface Compared {
  readonly name: string | null;
  readonly rupiah: number;
  readonly budgetRupiah: number;
  readonly personMonths: number;
  /** At the end; `null` without a workforce. */
  readonly coverage: Coverage | null;
}

/** What a scenario has more (or less, below zero) than the first. */
export interface Difference {
  readonly rupiah: number;
  readonly budgetRupiah: number;
  readonly personMonths: number;
  readonly members: number | null;
  /** Percentage points of coverage; `null` also where one is the region's and the other only what a plan pays for. */
  readonly points: number | null;
  /** What each factor makes of it, in this order; they sum to the difference exactly. */
  readonly factors: readonly FactorDifference[];
}

/** `people` counts, targets, workforce; `rate` wages, programmes, law, rounding; `months` period and billed months; `relief`; `funds` payers and funds. */
export type Factor = "rate" | "months" | "people" | "relief" | "funds";

export interface FactorDifference {
  /** More than one where they could not be told apart: the steps between them have no price. */
  readonly factors: readonly Factor[];
  readonly rupiah: number;
  readonly budgetRupiah: number;
}

// ───────────────────────────── the law ─────────────────────────────

export type Unit = "percent" | "rupiah" | "months" | "table";

/** All statutory values known to the engine, and what belongs to them. */
export interface Law {
  /** Last day on which somebody looked, and a hash of all entries: `"2026-11-27+1a2b3c4d"`. */
  readonly version: string;
  readonly parameters: readonly Parameter[];
  readonly reliefs: readonly Relief[];
  readonly fundRules: readonly FundRule[];
  /** Kode rekening seen in official charts. */
  readonly accounts: readonly KnownAccount[];
  /** Kode sub-kegiatan under which contributions were budgeted; a suggestion. */
  readonly subActivities: readonly SubActivity[];
  /** Coverage targets as printed; their denominators differ. */
  readonly targets: readonly PrintedTarget[];
  /** How coverage was counted, where it was printed. */
  readonly definitions: readonly CoverageDefinition[];
}

export interface Parameter {
  readonly key: string;
  readonly unit: Unit;
  /** What the rows of a table are measured in, `null` otherwise. */
  readonly of: "percent" | "rupiah" | null;
  /** Kemendagri code of the region that it holds in, `"73"` or `"73.71"`; `null`: everywhere. */
  readonly region: string | null;
  readonly title: Words;
  /** Why it moves no projection; `null`: it does. */
  readonly idle: Words | null;
  /** How it may be carried beyond its last value, `null`: not at all. */
  readonly beyond: Beyond | null;
  readonly values: readonly DatedValue[];
}

/** How a value may be carried beyond the last one known: it grows every year, from this month on. */
export interface Beyond {
  /** 1 to 12. */
  readonly month: number;
  /** What is left of a step of this many rupiah is dropped: 100, 1, or 0.01. */
  readonly cutRupiah: number;
  readonly kinds: readonly Assumption["kind"][];
  readonly instrument: string;
  readonly article: string | null;
}

export interface Source {
  readonly instrument: string;
  readonly article: string | null;
  /** Date of promulgation, `null` where not known. */
  readonly promulgated: string | null;
  /** Last day on which somebody looked. */
  readonly checked: string;
  readonly status: Status;
  readonly note: string | null;
  /** Where it was seen, and in how many sources. */
  readonly seen: string | null;
  readonly link: string | null;
}

export interface DatedValue extends Source {
  readonly from: Month;
  /** Last month in force, `null` while no end is known. */
  readonly to: Month | null;
  /** Percent, rupiah or months; `null` for a table. */
  readonly value: number | null;
  /** Rows of a table, `null` otherwise. */
  readonly rows: readonly Row[] | null;
  /** What other sources say, where they disagree; it is not used. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  /** In the unit of the parameter. */
  readonly value: number;
  /** Who says it. */
  readonly source: string;
}

/** One row of a table: from this amount on the value holds; of layers, for the part above it. */
export interface Row {
  readonly fromRupiah: number;
  readonly value: number;
}

export interface Relief extends Source {
  readonly key: string;
  readonly title: Words;
  readonly from: Month;
  readonly to: Month;
  readonly programmes: readonly Programme[];
  readonly classes: readonly WorkerClass[];
  readonly sectors: readonly ("transport" | "other")[] | null;
  /** What is taken off the contribution. */
  readonly percentOff: number;
  readonly payers: readonly ReliefPayer[];
  /** Who pays in full at first, `null`: nobody. It is said with a plan, and not counted. */
  readonly newcomers: ReliefNewcomers | null;
  /** Who says so by programme and class, where it differs; else empty. */
  readonly basis: readonly ReliefBasis[];
}

/** Members who joined after this month pay their first months in full. */
export interface ReliefNewcomers extends Source {
  readonly after: Month;
  readonly fullMonths: number;
}

export interface ReliefBasis extends Source {
  readonly programmes: readonly Programme[];
  readonly classes: readonly WorkerClass[];
}

export interface ReliefPayer {
  readonly payer: FundKind;
  /** `yes` and `no` by the text; `open` where the text is silent: `applies` is then the default, and can be switched. */
  readonly text: "yes" | "no" | "open";
  readonly applies: boolean;
}

/** What the rules say of a kind of money when it pays contributions. */
export interface FundRule extends Source {
  readonly key: string;
  readonly funds: readonly FundKind[];
  readonly from: Month;
  /** Last month in force, `null` while no end is known. */
  readonly to: Month | null;
  /** For groups that stand in no list; `null`: it says nothing of them. */
  readonly verdict: Verdict | null;
  /** Groups that must not be paid for. */
  readonly forbids: readonly Group[];
  /** Groups that may be paid for within limits, or whose case is not clear. */
  readonly limits: readonly Group[];
  /** Groups that may be paid for. */
  readonly allows: readonly Group[];
  readonly text: Words;
}

export type Verdict = "forbids" | "limits" | "allows";

/** Kode rekening of an official chart. */
export interface KnownAccount extends Source {
  readonly code: string;
  /** Uraian, as in the chart. */
  readonly description: string;
  /** Kinds of money that use the chart. */
  readonly funds: readonly FundKind[];
  readonly programme: Programme | null;
  readonly group: Group | null;
}

/** Kode sub-kegiatan of an official chart. */
export interface SubActivity extends Source {
  readonly code: string;
  readonly description: string;
}

/** A coverage target as printed. */
export interface PrintedTarget extends Source {
  readonly key: string;
  readonly title: Words;
  /** Kemendagri code of the region, `null`: national. */
  readonly region: string | null;
  readonly points: readonly { readonly year: number; readonly percent: number }[];
}

/** How coverage was counted, where it was printed. */
export interface CoverageDefinition extends Source {
  readonly key: string;
  readonly title: Words;
  readonly region: string | null;
  readonly date: string;
  readonly members: number;
  /** Printed, or worked out where `note` says so. */
  readonly eligible: number;
  readonly percent: number;
  /** What the denominator is. */
  readonly denominator: Words;
}

/** A statutory value on one day: what is in force, what is announced, what the planner puts in its place. */
export interface Standing {
  readonly key: string;
  readonly title: Words;
  readonly unit: Unit;
  /** Berlaku: `null` where nothing holds in this month. */
  readonly inForce: DatedValue | null;
  /** Rancangan: what is known to follow; `null` value: it ends then. */
  readonly announced: { readonly from: Month; readonly value: DatedValue | null } | null;
  /** Usulan: the planner's replacements that hold in this month, the one that counts first. */
  readonly proposed: readonly Override[];
}

/** Versions of the engine and of the statutory values. */
export interface Version {
  readonly engine: string;
  readonly law: string;
}
