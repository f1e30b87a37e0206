//! What is asked about the time after a budget stops paying.

use super::{NAME, SHARE, Shape, Unit, object, word};
use crate::scenario::ExitCause;

const EXIT: Shape = object! {
    /// Members who go for one cause.
    Exit {
        /// Why.
        need cause: word::<ExitCause>(),
        /// Of the members in a year.
        need percentAYear: SHARE,
        /// How many of them are replaced in the month after. Default 0.
        may replacedPercent: SHARE,
    }
};

/// What is asked about the time after a budget stops paying.
pub static RETENTION_REQUEST: Shape = object! {
    /// Who stays after the budget stops: what is asked. Nobody has measured how many go on by themselves, so that
    /// `stayPercent` has no default.
    RetentionRequest {
        /// Ids of the BPU segments whose budget stops after their last billed month; absent: all of them.
        may segments: Shape::List(1, 200, &NAME),
        /// How many months to look ahead.
        need months: Shape::Whole(Unit::Months, 1, 360),
        /// Of those billed in the last month, how many go on paying by themselves.
        need stayPercent: SHARE,
        /// Of those who do not, how many join again. Default 0.
        may rejoinPercent: SHARE,
        /// How many months after the last bill they join again. Default 12.
        may rejoinAfterMonths: Shape::Whole(Unit::Months, 1, 360),
        /// Members who go year by year, and who comes in their place.
        may exits: Shape::List(1, 10, &EXIT),
    }
};
