//! What is asked about a scenario.

use super::{NAME, Shape, object, word};
use crate::scenario::{Measure, Order, Programme};

/// Which figure is to be explained.
pub static QUESTION: Shape = object! {
    /// Which figure to explain. Leave a part out to sum over it; no year or month: the whole plan.
    Question {
        /// What is measured. Default `"rupiah"`. `heads`, `members`, `coverage`, `gap` and `gapToAll` are of a month; of a
        /// year, its last month; else the last of the plan. `left` and `short` need `fund` and `year`.
        may measure: word::<Measure>(),
        /// A budget year.
        may year: Shape::Year(0, 9_999),
        /// A month.
        may month: Shape::Month,
        /// Id of a segment.
        may segment: NAME,
        /// A programme.
        may programme: word::<Programme>(),
        /// Id of a fund.
        may fund: NAME,
        /// Kode rekening; only of `rupiah`.
        may account: NAME,
        /// Leaves out what changes nothing: factors of one, summands and remainders of zero.
        may brief: Shape::Truth,
    }
};

/// What is asked of the way back.
pub static REQUEST: Shape = object! {
    /// How far the ceilings reach: what is asked.
    ReachRequest {
        /// The segments that are filled, in this order; absent: all that follow a target or path, or else all.
        may segments: Shape::List(1, 200, &NAME),
        /// In which order they are filled. Default `"given"`.
        may order: word::<Order>(),
        /// Fills a segment that names no `eligible` beyond its planned heads, as far as the ceilings reach. Default
        /// `false`.
        may beyondPlan: Shape::Truth,
    }
};
