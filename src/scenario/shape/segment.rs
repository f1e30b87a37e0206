//! A segment: a group of workers, what is levied on, how many they are, and who pays.

use super::target::PATH;
use super::{DATED_PEOPLE, NAME, SHARE, Shape, Unit, kinds, object, people_from, word};
use crate::scenario::{Cause, Group, Programme, Risk, Sector, WorkerClass};

/// A wage or income of a month: at most one billion.
const WAGE: Shape = Shape::Decimal(Unit::Rupiah, 3, 1, 1_000_000_000);
/// A construction contract: at most one hundred trillion.
const CONTRACT: Shape = Shape::Whole(Unit::Rupiah, 1, 100_000_000_000_000);

pub const SEGMENT: Shape = object! {
    /// A group of workers whose contributions are planned.
    Segment {
        /// Small letters, digits, `-` and `_`; unique in the scenario.
        need id: Shape::Id,
        /// Its name for people.
        need(text) name: NAME,
        /// How the law sees the workers.
        need class: word::<WorkerClass>(),
        /// Whom it holds: rules on money depend on it. Absent: not said.
        may(checked) group: word::<Group>(),
        /// PU must name it; others leave it out.
        may risk: word::<Risk>(),
        /// BPU only: the relief of 2026 treats transport apart. Default `"other"`.
        may sector: word::<Sector>(),
        /// PU: all four. BPU: JKK, JKM, JHT. construction: JKK, JKM.
        need programmes: Shape::List(1, 8, &word::<Programme>()),
        /// What the contribution is levied on. BPU may leave it out: the lowest income bracket.
        may base: BASE,
        /// How many people, and when.
        need enrolment: ENROLMENT,
        /// Who leaves, who is not accepted, and when those who join are first billed.
        may flows: FLOWS,
        /// Months in which the contribution is paid; absent: every month of the plan.
        may billed: Shape::List(1, 400, &SPAN),
        /// Who pays the employer's part (PU) or the whole (BPU, construction); the shares sum to 100 %.
        need payers: SHARES,
        /// Who pays the worker's part; PU with JHT or JP must name it.
        may workerPayers: SHARES,
        /// Last month of the agreement (PKS, MoU) under which it is paid.
        may(checked) agreementUntil: Shape::Month,
        /// The office whose budget it is (OPD, perangkat daerah). It stands in the rows of the RKA and changes no rupiah.
        may(text) agency: NAME,
        /// Number of the decree that names the workers (nomor SK). As `agency`.
        may(text) decree: NAME,
        /// Program of the budget under which it is paid, its code and name. As `agency`.
        may(text) budgetProgramme: NAME,
        /// Kegiatan of the budget, its code and name. As `agency`.
        may(text) activity: NAME,
        /// Sub kegiatan of the budget, its code and name; `law().subActivities` knows one. As `agency`.
        may(text) subActivity: NAME,
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};

const BASE: Shape = kinds! {
    /// What a contribution is levied on.
    Base {
        /// The same amount a month for the whole plan; a wage may carry sen (up to three decimals).
        "fixed" {
            /// A month.
            need rupiah: WAGE,
        }
        /// Own amounts by date.
        "series" {
            /// The first entry must not be later than the first billed month.
            need values: Shape::List(1, 400, &DATED_RUPIAH),
        }
        /// A part of a minimum wage known to `law()`.
        "minimumWage" {
            /// Its key, `"minimumWage.ump.sulawesiSelatan"`, or that of a minimum wage that a law pack brings.
            need parameter: NAME,
            /// The part of it.
            need percent: Shape::Decimal(Unit::Part, 4, 0, 1_000),
        }
        /// construction, wages unknown: the contract value, levied by layers once, in the first billed month.
        "contract" {
            /// Net of PPN.
            need rupiah: CONTRACT,
        }
    }
};

const DATED_RUPIAH: Shape = object! {
    /// An amount from a month on, until the next entry.
    DatedRupiah {
        /// The first month.
        need from: Shape::Month,
        /// A month.
        need rupiah: WAGE,
    }
};

const ENROLMENT: Shape = kinds! {
    /// How many people are enrolled, and when.
    Enrolment {
        /// Head counts by date; nobody before the first entry.
        "fixed" {
            /// Rising dates.
            need counts: Shape::List(1, 400, &DATED_PEOPLE),
            /// All who could be members, to compare with.
            may eligible: people_from(1),
        }
        /// As many as the target needs, from those who are members already up to all who are eligible.
        "target" {
            /// Members before the plan.
            need members: people_from(0),
            /// All who could be members.
            need eligible: people_from(0),
            /// Of a target spread by priority: 1 is served first, absent last.
            may priority: Shape::Whole(Unit::People, 1, 99),
            /// Of a target spread by quota: its part of those missing.
            may quotaPercent: SHARE,
            /// The most who may join in one month.
            may mostPerMonth: people_from(0),
        }
        /// As many as its own path asks for: members of 100 eligible in the segment.
        "path" {
            /// Members before the plan.
            need members: people_from(0),
            /// All who could be members.
            need eligible: people_from(0),
            /// The percentage through time.
            need path: PATH,
            /// The most who may join in one month.
            may mostPerMonth: people_from(0),
        }
        /// As many as the villages of the scenario have in each month; at least one village must have an entry. Not of a
        /// contract.
        "villages" {
            /// All who could be members, to compare with.
            may eligible: people_from(1),
        }
    }
};

const FLOWS: Shape = object! {
    /// Who leaves, who is not accepted, and when those who join are first billed.
    Flows {
        /// Members who leave, of 100 in a year, by cause; whole people, the part of a person is carried on.
        may leave: Shape::List(0, 4, &LEAVING),
        /// Of 100 who are proposed, so many are not accepted. Fixed counts are of those proposed.
        may verificationLossPercent: Shape::Decimal(Unit::Percent, 4, 0, 99),
        /// Those who join are billed from the next month on.
        may billedFromNext: Shape::Truth,
    }
};

const LEAVING: Shape = object! {
    /// Members who leave for one cause.
    Leaving {
        /// Why they leave.
        need cause: word::<Cause>(),
        /// So many of 100 members in a year.
        need percentAYear: SHARE,
    }
};

const SPAN: Shape = object! {
    /// First to last month, both included.
    Span {
        /// The first month.
        need from: Shape::Month,
        /// The last month.
        need to: Shape::Month,
    }
};

const SHARES: Shape = Shape::List(1, 20, &SHARE_OF_BILL);

const SHARE_OF_BILL: Shape = object! {
    /// A share of a bill.
    Share {
        /// Id of the fund that pays it.
        need fund: NAME,
        /// Of the bill, with up to four decimals.
        need percent: SHARE,
    }
};
