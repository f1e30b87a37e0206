//! Who comes and goes: in a month, and in a budget year.

use crate::choices::by_choice;
use crate::month::Month;
use crate::people::People;
use crate::plan::row::{Row, SegmentAt};
use crate::scenario::Cause;

by_choice!(
    /// One for each cause of leaving.
    ByCause of Cause { Lapse: lapse, Age: age, Death: death, WageWork: wage_work }
);

/// Who came and went in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flow {
    /// Who were proposed, so that those who joined are accepted.
    pub proposed: People,
    /// Who joined.
    pub joined: People,
    /// Who left.
    pub left: ByCause<People>,
    /// Who are no longer in a lower count of the planner.
    pub dropped: People,
    /// Who are enrolled at the end of the month.
    pub enrolled: People,
}

/// Who came and went in a budget year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Movements {
    pub proposed: People,
    pub joined: People,
    pub left: ByCause<People>,
    /// Who are enrolled at its end.
    pub enrolled: People,
}

/// What an explanation tells of each month.
pub(crate) struct Story {
    /// By column.
    pub flows: Row<SegmentAt, Vec<Flow>>,
    /// Who joined because the target asked for them, in the order in which they did.
    pub joined: Vec<Joined>,
}

/// People who joined a segment in one month, as their part of those missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    pub month: Month,
    pub segment: SegmentAt,
    pub people: People,
    /// All who were spread at once.
    pub of: People,
    /// The weight of the segment: its room, or its quota in millionths.
    pub weight: u64,
    /// All weights together.
    pub weights: u64,
}

impl Movements {
    pub fn add(&mut self, flow: &Flow) {
        self.proposed = self.proposed.plus(flow.proposed);
        self.joined = self.joined.plus(flow.joined);
        self.left = self.left.plus(&flow.left);
        self.enrolled = flow.enrolled;
    }

    /// The movements of several years in a row.
    pub fn sum(years: &[Self]) -> Self {
        let mut sum = Self::default();
        for year in years {
            sum.proposed = sum.proposed.plus(year.proposed);
            sum.joined = sum.joined.plus(year.joined);
            sum.left = sum.left.plus(&year.left);
            sum.enrolled = year.enrolled;
        }
        sum
    }
}

impl ByCause<People> {
    fn plus(&self, others: &Self) -> Self {
        Self::make(|cause| self.of(cause).plus(*others.of(cause)))
    }
}
