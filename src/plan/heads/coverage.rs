//! Coverage: members ÷ eligible workers, and what a target requires.

use crate::choices;
use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Enrolment, Segment};

choices! {
    /// What a coverage covers.
    pub enum Scope {
        /// The region: members outside the segments are known.
        Region = "region",
        /// Only what the plan pays for: members outside the segments are not known.
        Paid = "paid",
    }
}

/// Coverage in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Month.
    pub month: Month,
    /// Heads billed, members outside the segments, and members not yet lapsed where the planner counts them.
    pub members: People,
    /// Eligible workers.
    pub eligible: People,
    /// The region, or only what the plan pays for.
    pub scope: Scope,
    /// What the target requires; `None` before its first point or without a target.
    pub target: Option<Demand>,
}

/// What a target requires in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Percentage, cut to four decimals.
    pub percent: Rate,
    /// Members, rounded up to whole people.
    pub members: People,
}

/// Members ÷ eligible in percent, cut to four decimals so that a target never seems reached before it is. `None`
/// where `eligible` is zero.
pub(crate) fn share_of(members: People, eligible: People) -> Option<Rate> {
    let share = || ratio(members.get(), Rate::WHOLE.millionths(), eligible.get()).0;
    (eligible > People::ZERO).then(|| Rate::from_millionths(share()))
}

/// The percentage rounded to two decimals, as it is usually published; `None` where [`share_of`] has the same value.
pub(crate) fn rounded_share_of(members: People, eligible: People) -> Option<Rate> {
    let (hundredths, rest) = ratio(members.get(), 10_000, eligible.get());
    let up = eligible > People::ZERO && rest >= eligible.get().saturating_sub(rest);
    up.then(|| Rate::from_millionths(hundredths.saturating_add(1).saturating_mul(100)))
}

impl Coverage {
    /// Percentage, cut to four decimals; `None` of zero workers.
    #[must_use]
    pub fn percent(self) -> Option<Rate> {
        share_of(self.members, self.eligible)
    }

    /// Percentage rounded to two decimals; `None` where that is the same.
    #[must_use]
    pub fn rounded_percent(self) -> Option<Rate> {
        rounded_share_of(self.members, self.eligible)
    }

    /// Eligible workers who are not members.
    #[must_use]
    pub const fn gap_to_all(self) -> People {
        self.eligible.less(self.members)
    }

    /// Members missing to the target.
    #[must_use]
    pub fn gap(self) -> Option<People> {
        self.target.map(|demand| demand.members.less(self.members))
    }
}

/// Eligible workers of a segment; `None` where it states no number.
pub(crate) fn eligible_in(segment: &Segment) -> Option<People> {
    match segment.enrolment {
        Enrolment::Fixed { eligible, .. } | Enrolment::Villages { eligible, .. } => eligible,
        Enrolment::Target { eligible, .. } | Enrolment::Path { eligible, .. } => Some(eligible),
    }
}
