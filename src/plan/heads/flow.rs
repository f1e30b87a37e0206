//! People who join and leave, by month and by budget year.

use crate::choices::by_choice;
use crate::month::Month;
use crate::people::People;
use crate::plan::row::{Row, SegmentAt};
use crate::scenario::Cause;

by_choice!(
    /// One value for each cause of leaving.
    ByCause of Cause { Lapse: lapse, Age: age, Death: death, WageWork: wage_work }
);

/// Movements of one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flow {
    /// People proposed, so that `joined` of them are accepted.
    pub proposed: People,
    /// People who joined.
    pub joined: People,
    /// People who left, by cause.
    pub left: ByCause<People>,
    /// People removed because the planner's next count is lower.
    pub dropped: People,
    /// Members at the end of the month.
    pub enrolled: People,
}

/// Movements of a budget year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Movements {
    pub proposed: People,
    pub joined: People,
    pub left: ByCause<People>,
    /// Members at the end of the year.
    pub enrolled: People,
}

/// Movements by month, for explanations.
pub(crate) struct Story {
    /// By column.
    pub flows: Row<SegmentAt, Vec<Flow>>,
    /// People who joined because of the target, in the order in which they were distributed.
    pub joined: Vec<Joined>,
}

/// People who joined a segment in one month, and their part of all who were missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    pub month: Month,
    pub segment: SegmentAt,
    pub people: People,
    /// People who were distributed together.
    pub of: People,
    /// Weight of the segment: its room, or its quota in millionths.
    pub weight: u64,
    /// Sum of the weights.
    pub weights: u64,
}

impl Movements {
    pub fn add(&mut self, flow: &Flow) {
        self.proposed = self.proposed.plus(flow.proposed);
        self.joined = self.joined.plus(flow.joined);
        self.left = self.left.plus(&flow.left);
        self.enrolled = flow.enrolled;
    }

    /// Sums the movements of consecutive years.
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
