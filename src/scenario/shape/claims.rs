//! What is asked about benefits.

use super::{NAME, NOTE, RUPIAH, Shape, Unit, object, people_from, rupiah_from, word};
use crate::scenario::Programme;

const OWN_CLAIMS: Shape = object! {
    /// Claims that the planner knows of: of the own region, of a year before.
    OwnClaims {
        /// Population and time.
        need name: NAME,
        /// Programme that paid: JKK or JKM.
        need programme: word::<Programme>(),
        /// Number of cases.
        need cases: people_from(0),
        /// Members among whom they happened.
        need members: people_from(1),
        /// In how many months.
        need months: Shape::Whole(Unit::Months, 1, 360),
        /// What was paid for them.
        may rupiah: rupiah_from(0),
        /// Where this is from.
        need note: NOTE,
    }
};

const OWN_AMOUNT: Shape = object! {
    /// An amount of a benefit replaced by the planner.
    OwnAmount {
        /// Key of a benefit that is counted here, as in `law()`: `benefit.jkm.santunan`.
        need parameter: NAME,
        /// The first month.
        need from: Shape::Month,
        /// The last month; absent: to the end of the plan.
        may to: Shape::Month,
        /// In the unit of the parameter: rupiah, or a number of monthly wages or months.
        need value: Shape::Whole(Unit::Plain, 0, RUPIAH),
        /// Why: shown with every result.
        need note: NOTE,
    }
};

/// What is asked about benefits.
pub static BENEFIT_REQUEST: Shape = object! {
    /// What members and heirs may receive: what is asked.
    BenefitRequest {
        /// Own reports of claims, set beside those that were published.
        may claims: Shape::List(1, 50, &OWN_CLAIMS),
        /// Own amounts. Of two that hold in one month the later in this list counts.
        may amounts: Shape::List(1, 50, &OWN_AMOUNT),
    }
};
