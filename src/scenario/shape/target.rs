//! Targets: a percentage through time.

use super::{NAME, SHARE, Shape, Unit, kinds, object, word};
use crate::scenario::{PathShape, Spread};

/// The fields of a path, which stand among others in a target; what comes before and after them.
macro_rules! path_among {
    ($(#[doc = $about:literal])+ $name:ident { $($before:tt)* } { $($after:tt)* }) => {
        object! {
            $(#[doc = $about])+
            $name {
                $($before)*
                /// By date, rising dates. Before the first point nothing is demanded; after the last it holds, or goes on
                /// `yearly`.
                need points: POINTS,
                /// What holds between two points.
                need shape: word::<PathShape>(),
                /// How it goes on after the last point.
                may yearly: YEARLY,
                $($after)*
            }
        }
    };
}

pub const PATH: Shape = path_among! {
    /// A percentage through time.
    Path {} {}
};

pub const TARGET: Shape = path_among! {
    /// The coverage asked for by date, and how the missing people are spread.
    Target {} {
        /// How the missing people are spread over the segments that follow the target. Default `"proportional"` to room.
        may spread: word::<Spread>(),
        /// Sources of the fields beside it.
        may(source) evidence: Shape::Evidence,
    }
};

pub const OTHER_TARGET: Shape = path_among! {
    /// A target that is only compared with.
    OtherTarget {
        /// Its name for people.
        need(text) name: NAME,
    } {}
};

const POINTS: Shape = Shape::List(1, 400, &POINT);

const POINT: Shape = object! {
    /// A percentage that is asked for in a month.
    TargetPoint {
        /// Month from which the percentage is asked for.
        need month: Shape::Month,
        /// Members of 100 who could be covered.
        need percent: Shape::Decimal(Unit::Part, 4, 0, 100),
    }
};

const YEARLY: Shape = kinds! {
    /// A yearly step after the last point, by the two readings of Permendagri 15/2024.
    Yearly {
        /// So many points more a year.
        "points" {
            /// Percentage points.
            need points: SHARE,
            /// And no further. Default 100.
            may upTo: SHARE,
        }
        /// So many percent of what it was a year before: 120 for × 1.20.
        "factor" {
            /// Of the year before.
            need percent: Shape::Decimal(Unit::Percent, 4, 100, 1_000),
            /// And no further. Default 100.
            may upTo: SHARE,
        }
    }
};
