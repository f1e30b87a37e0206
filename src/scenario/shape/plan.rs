//! A scenario: whose plan it is, when, and who could be covered.

use super::amended::{ASSUMPTION, LAW_PACK, OVERRIDE, PERMISSION, RELIEF_CHOICE};
use super::funds::{BUDGET_TOTAL, FUND, PUBLISHED_TOTAL, STAGE};
use super::segment::SEGMENT;
use super::target::{OTHER_TARGET, TARGET};
use super::village::VILLAGE;
use super::{DATED_PEOPLE, NAME, NOTE, PEOPLE, SHARE, Shape, Unit, object, people_from, word};
use crate::money::Rounding;
use crate::scenario::{AfterLastBill, Denominator, Level, SCHEMA};

/// A scenario.
pub static SCENARIO: Shape = object! {
    /// A planning case: who is to be covered, on what base, from which money, and when.
    Scenario {
        /// Version of this shape. A newer one is refused with a sentence.
        need schema: Shape::Whole(Unit::Version, 1, SCHEMA as u64),
        /// Title of the case.
        may(text) name: NAME,
        /// What the case is about and what it leaves out, for the reader.
        may(text) note: NOTE,
        /// Whose plan it is.
        need region: REGION,
        /// When the plan runs.
        need period: PERIOD,
        /// What happens to a fraction of a rupiah in one contribution; regions differ. Default `"nearest"`.
        may rounding: word::<Rounding>(),
        /// Who could be covered. Needed for coverage and for a target; a pure cost needs none.
        may workforce: WORKFORCE,
        /// The groups of workers whose contributions are planned; 1 to 200.
        need segments: Shape::List(1, 200, &SEGMENT),
        /// The villages whose people the segments of enrolment `"villages"` count; at most 10,000.
        may villages: Shape::List(0, 10_000, &VILLAGE),
        /// The coverage asked for by date.
        may target: TARGET,
        /// Targets that are only compared with, such as the national one; at most 4. They need `workforce`.
        may otherTargets: Shape::List(0, 4, &OTHER_TARGET),
        /// Where the money comes from; 1 to 50.
        need funds: Shape::List(1, 50, &FUND),
        /// The planner's reading where the text leaves open whether a relief reaches a payer.
        may reliefs: Shape::List(0, 200, &RELIEF_CHOICE),
        /// Whom a kind of money may pay for by the planner's word, where a rule of `law().fundRules` says otherwise or
        /// nothing.
        may(checked) permissions: Shape::List(0, 100, &PERMISSION),
        /// Statutory values that the engine does not have yet, such as the minimum wages of a coming year; each pack shows
        /// in the result. At most 10.
        may lawPacks: Shape::List(0, 10, &LAW_PACK),
        /// Statutory values replaced by the planner; each shows in the result.
        may overrides: Shape::List(0, 200, &OVERRIDE),
        /// How values grow in months beyond the last one known; without an entry such a month is a problem. Each shows
        /// in the result.
        may assumptions: Shape::List(0, 50, &ASSUMPTION),
        /// Count only rules that were known on this day, `"2025-12-01"`. Absent: all that the engine knows.
        may lawDate: Shape::Day,
        /// At which stage of the budget the plan is.
        may stage: STAGE,
        /// Budgets and spending that the plan is held against, by year.
        may totals: Shape::List(0, 100, &BUDGET_TOTAL),
        /// Totals that were published, to compare with what the budgets pay by the plan; at most 20.
        may published: Shape::List(0, 20, &PUBLISHED_TOTAL),
        /// Sources of what stands in no object with sources of its own: `region`, `period`, `rounding`, `stage`,
        /// `totals`, and others.
        may(source) evidence: Shape::Evidence,
    }
};

/// Also the region of a projection.
pub const REGION: Shape = object! {
    /// Whose plan it is: a region or a village.
    Region {
        /// Its name for people.
        need(text) name: NAME,
        /// Level of government.
        need(checked) level: word::<Level>(),
        /// Kemendagri code, `"73"`, `"73.71"`, `"73.14.03.2005"`.
        may(checked) code: Shape::RegionCode(1),
        /// Residents.
        may population: people_from(1),
    }
};

const PERIOD: Shape = object! {
    /// When the plan runs; at most thirty years.
    Period {
        /// The first month.
        need firstMonth: Shape::Month,
        /// Number of months, 1 to 360.
        need months: Shape::Whole(Unit::Months, 1, 360),
    }
};

const WORKFORCE: Shape = object! {
    /// Who could be covered, and who is already.
    Workforce {
        /// Which people are the 100 % of coverage; printed figures differ.
        need(text) denominator: word::<Denominator>(),
        /// Workers who could be covered, by date. The first entry must not be later than the first month.
        need eligible: ELIGIBLE,
        /// Growth each January after the latest entry, whole people.
        may growthPercent: SHARE,
        /// Active members outside the segments (paid by employers or by themselves): they count, they cost nothing here.
        may otherMembers: Shape::List(1, 400, &DATED_PEOPLE),
        /// Until when members of BPU segments count in coverage after the last month that was billed. Default
        /// `"notCounted"`.
        may afterLastBill: word::<AfterLastBill>(),
        /// Other counts of those who could be covered, printed beside; at most 5.
        may rivals: Shape::List(0, 5, &RIVAL),
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};

const ELIGIBLE: Shape = Shape::List(1, 400, &SOME_PEOPLE);

const SOME_PEOPLE: Shape = object! {
    /// People from a month on, until the next entry; at least one.
    SomePeople {
        /// The first month.
        need from: Shape::Month,
        /// How many.
        need people: Shape::Whole(Unit::People, 1, PEOPLE),
    }
};

const RIVAL: Shape = object! {
    /// Another count of those who could be covered: printed denominators differ.
    Rival {
        /// Its name for people.
        need(text) name: NAME,
        /// Which people are its 100 %.
        need(text) denominator: word::<Denominator>(),
        /// Workers who could be covered, by date.
        need eligible: ELIGIBLE,
    }
};
