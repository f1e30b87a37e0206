//! What the planner puts in the place of the law, reads otherwise, or assumes beyond it.

use super::{NAME, NOTE, SHARE, Shape, Unit, kinds, object, word};
use crate::law::{GrowthKind, Status};
use crate::scenario::{FundKind, Group};

pub const RELIEF_CHOICE: Shape = object! {
    /// The planner's reading of an open text on a relief. Only for payers that the text leaves open.
    ReliefChoice {
        /// Key of the relief, as in `law()`.
        need relief: NAME,
        /// The kind of money that pays.
        need payer: word::<FundKind>(),
        /// `true` grants the relief to this payer, `false` denies it.
        need applies: Shape::Truth,
        /// Reason for this reading, for the reader of the plan.
        may(text) note: NOTE,
    }
};

pub const PERMISSION: Shape = object! {
    /// A cell of the matrix that the rules on money make: may this money pay for this group? It changes what is told, no
    /// rupiah.
    Permission {
        /// Key of a rule in `law().fundRules`.
        need rule: NAME,
        /// Whom the money pays for.
        need group: word::<Group>(),
        /// Whether it may.
        need allowed: Shape::Truth,
        /// Reason for this decision, shown with its remark.
        may(text) note: NOTE,
    }
};

/// The unit of the value depends on the parameter; `check` holds it to it.
pub const OVERRIDE: Shape = object! {
    /// A statutory value replaced by the planner.
    Override {
        /// Key of a statutory value, as in `law()`; the key of a relief replaces what it takes off (0: it ends; beyond its
        /// last month: it goes on).
        need parameter: NAME,
        /// The first month.
        need from: Shape::Month,
        /// The last month; absent: to the end of the plan.
        may to: Shape::Month,
        /// In the unit of the parameter: percent, rupiah, or months. Tables take `rows` instead.
        may value: VALUE,
        /// Rows of a table: the first from 0, rising.
        may rows: Shape::List(1, 100, &ROW),
        /// Why: shown with every result.
        need(text) note: NOTE,
    }
};

pub const LAW_PACK: Shape = object! {
    /// Statutory values that a caller brings at run time, in the shape of the law: a region's minimum wages of next year,
    /// a regulation that is newer than the engine. In their months they stand in the place of the engine's values.
    LawPack {
        /// Its name for people: `"UMP 2027"`.
        need(text) name: NAME,
        /// Its version, in the words of whoever made it: `"2026-12-24"`.
        need(text) version: Shape::Text(40),
        /// Minimum wages that `law()` does not have, such as the UMK of a kabupaten. Their values stand in `values`.
        may minimumWages: Shape::List(0, 1_000, &NEW_WAGE),
        /// The values; of several that hold in a month, the last counts.
        need values: Shape::List(1, 2_000, &LAW_PACK_VALUE),
    }
};

/// Law packs without a scenario.
#[cfg(feature = "cli")]
pub static LAW_PACKS: Shape = object! {
    /// Law packs without a scenario.
    LawPacks {
        /// The packs.
        need lawPacks: Shape::List(0, 10, &LAW_PACK),
    }
};

const NEW_WAGE: Shape = object! {
    /// A minimum wage that a law pack brings. A group names it like one of the law.
    NewWage {
        /// Its key, by which groups and values name it: `"minimumWage.umk.sidenrengRappang"`. One that `law()` has stays
        /// as it is there.
        need parameter: NAME,
        /// Its title for people.
        need(text) title: WAGE_TITLE,
        /// Kemendagri code of the region in which it holds.
        may(text) region: Shape::RegionCode(1),
    }
};

const WAGE_TITLE: Shape = object! {
    /// The title of a minimum wage.
    WageTitle {
        /// Indonesian: `"UMK Kabupaten Sidenreng Rappang"`.
        need(text) id: NAME,
        /// English; absent: as the Indonesian one.
        may(text) en: NAME,
    }
};

/// The unit of the value depends on the parameter, as that of an override.
const LAW_PACK_VALUE: Shape = object! {
    /// A statutory value of a law pack.
    LawPackValue {
        /// Key of a statutory value, as in `law()`, or of a minimum wage that a pack brings.
        need parameter: NAME,
        /// The first month.
        need from: Shape::Month,
        /// The last month; absent: while no end is known.
        may to: Shape::Month,
        /// In the unit of the parameter: percent, rupiah, or months. Tables take `rows` instead.
        may value: VALUE,
        /// Rows of a table: the first from 0, rising.
        may rows: Shape::List(1, 100, &ROW),
        /// The regulation: `"Keputusan Gubernur Sulawesi Selatan 1589/XII/2026"`.
        need(text) instrument: NAME,
        /// Its article or annex.
        may(text) article: NAME,
        /// The day of its promulgation; a plan with an earlier `lawDate` leaves the value out.
        may promulgated: Shape::Day,
        /// Whether somebody read it in the legal text (`"enacted"`), has it from others (`"reported"`), or guesses it.
        need(checked) status: word::<Status>(),
        /// What should be known of it.
        may(text) note: NOTE,
    }
};

const VALUE: Shape = Shape::Decimal(Unit::Plain, 4, 0, 1_000_000_000);

const ROW: Shape = object! {
    /// One row of a table: from this amount on the value holds; of layers, for the part above it.
    OverrideRow {
        /// The lower end.
        need fromRupiah: Shape::Whole(Unit::Rupiah, 0, 100_000_000_000_000),
        /// In the unit of the rows: percent or rupiah.
        need value: VALUE,
    }
};

pub const ASSUMPTION: Shape = kinds! {
    /// How a value grows beyond the last month known. Only parameters whose `beyond` names this kind.
    Assumption of GrowthKind {
        {
            /// Key of a statutory value, as in `law()`.
            need parameter: NAME,
            /// Growth a year.
            need percent: SHARE,
            /// Why: shown with every result.
            need(text) note: NOTE,
        }
        {
            /// Key of a minimum wage, as in `law()`.
            need parameter: NAME,
            /// Inflation a year.
            need inflationPercent: Shape::Decimal(Unit::Percent, 2, 0, 100),
            /// The part of the growth, 0.5 to 0.9.
            need alpha: Shape::Decimal(Unit::Plain, 2, 0, 1),
            /// Growth of the economy a year.
            need growthPercent: Shape::Decimal(Unit::Percent, 2, 0, 100),
            /// Why: shown with every result.
            need(text) note: NOTE,
        }
    }
};
