//! Coverage: members of those who could be covered, and what a target asks for.

use crate::choices;
use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Enrolment, Segment};

choices! {
    /// Whose coverage a figure is.
    pub enum Scope {
        /// That of the region: members outside the segments are known.
        Region = "region",
        /// Only what this plan pays for: they are not.
        Paid = "paid",
    }
}

/// How far coverage reaches in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Which month.
    pub month: Month,
    /// Billed heads, members elsewhere, and members not yet lapsed where the planner counts them.
    pub members: People,
    /// Workers who could be covered.
    pub eligible: People,
    /// Whose coverage it is.
    pub scope: Scope,
    /// What the target asks for; `None` before its first point or without one.
    pub target: Option<Demand>,
}

/// What a target asks for in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Coverage, rounded down to what can be printed.
    pub percent: Rate,
    /// Members, rounded up to whole people.
    pub members: People,
}

/// Members of 100 eligible, rounded down so that it never claims a target early; of nobody there is no share.
pub(crate) fn share_of(members: People, eligible: People) -> Option<Rate> {
    let share = || ratio(members.get(), Rate::WHOLE.millionths(), eligible.get()).0;
    (eligible > People::ZERO).then(|| Rate::from_millionths(share()))
}

/// The same to the nearest hundredth of a percent, as others print it; `None` where that is what cutting leaves.
pub(crate) fn rounded_share_of(members: People, eligible: People) -> Option<Rate> {
    let (hundredths, rest) = ratio(members.get(), 10_000, eligible.get());
    let up = eligible > People::ZERO && rest >= eligible.get().saturating_sub(rest);
    up.then(|| Rate::from_millionths(hundredths.saturating_add(1).saturating_mul(100)))
}

impl Coverage {
    /// Members of 100 eligible, rounded down.
    #[must_use]
    pub fn percent(self) -> Option<Rate> {
        share_of(self.members, self.eligible)
    }

    /// The same to the nearest hundredth, where that is another one.
    #[must_use]
    pub fn rounded_percent(self) -> Option<Rate> {
        rounded_share_of(self.members, self.eligible)
    }

    /// People who could be covered and are no members.
    #[must_use]
    pub const fn gap_to_all(self) -> People {
        self.eligible.less(self.members)
    }

    /// People still missing to the target.
    #[must_use]
    pub fn gap(self) -> Option<People> {
        self.target.map(|demand| demand.members.less(self.members))
    }
}

/// All who could be members of a segment, where that is known.
pub(crate) fn eligible_in(segment: &Segment) -> Option<People> {
    match segment.enrolment {
        Enrolment::Fixed { eligible, .. } => eligible,
        Enrolment::Target { eligible, .. } | Enrolment::Path { eligible, .. } => Some(eligible),
    }
}
