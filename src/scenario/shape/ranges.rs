//! What is asked about ranges.

use super::{NAME, RUPIAH, Shape, Unit, object, word};
use crate::scenario::RangeShape;

const RANGE: Shape = object! {
    /// A number of the plan that is not known for sure. The plan itself has the value in between that is expected most.
    Range {
        /// Where it stands in the scenario: `segments[0].enrolment.counts[0].people`.
        need path: NAME,
        /// The lowest value, in the unit of the number; at most that of the plan.
        need low: Shape::Decimal(Unit::Plain, 4, 0, RUPIAH),
        /// The highest value, at least that of the plan.
        need high: Shape::Decimal(Unit::Plain, 4, 0, RUPIAH),
        /// How likely the values between are. Default `"triangular"`.
        may shape: word::<RangeShape>(),
    }
};

/// What is asked about ranges.
pub static RISK_REQUEST: Shape = object! {
    /// How far the cost and the coverage of a plan may differ: what is asked.
    RiskRequest {
        /// The numbers that are not known for sure.
        need inputs: Shape::List(1, 50, &RANGE),
        /// How many plans are drawn by lot. Default 1,000; 0: none.
        may draws: Shape::Whole(Unit::Plain, 0, 100_000),
        /// Equal seeds draw equal plans, everywhere. Default 1.
        may seed: Shape::Whole(Unit::Plain, 0, RUPIAH),
    }
};
