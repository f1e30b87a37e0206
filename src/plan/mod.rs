//! What follows from the scenario and the law: heads, contributions, funds, and the projection that joins them.
//!
//! | question | function | answer |
//! |---|---|---|
//! | what does it cost and reach? | [`project`] | [`Projection`] |
//! | how many people do the ceilings pay for? | [`reach`](fn@reach) | [`Reach`] |
//! | what has this plan more than that one? | [`compare`](fn@compare) | [`Comparison`] |
//! | why is this figure what it is? | [`explain`](fn@explain) | [`Explanation`] |
//!
//! All of them take a scenario that passed its check, and stop at the same problems: a month for which the law has no
//! value, and amounts beyond 2^53 − 1 rupiah. The [crate] has an example of each.

mod burden;
mod compare;
mod compile;
mod cost;
mod crossing;
mod cut;
mod explain;
mod ground;
mod heads;
mod outcome;
mod parameters;
mod price;
mod project;
mod published;
mod reach;
mod reconcile;
mod remark;
mod result;
mod row;
mod sources;
mod unused;

pub use burden::{Burden, BurdenShare};
pub use compare::{Compared, Comparison, Difference, Factor, FactorDifference, compare};
pub use crossing::{ClassCoverage, Crossing, CrossingYear, RivalCoverage};
pub use explain::{Explained, Explanation, Quantity, Rule, explain};
pub use ground::Ground;
pub use heads::{Coverage, Demand, Scope};
pub(crate) use project::can_project;
pub use project::project;
pub use published::{Published, PublishedVerdict, Worth};
pub use reach::{
    Blocked, LatestStart, Limit, OnePoint, Outlook, PointSegment, Reach, ReachFund, ReachSegment,
    ReachSplit, ReachTime, SplitSegment, Waiting, reach,
};
pub use result::{
    AccountAmount, FundAmount, FundOfYear, Monthly, MonthlyCoverage, MonthlyFund, MonthlyProgramme,
    MonthlySegment, ParameterUsed, ProgrammeAmount, Projection, SegmentAmount, ShareAmount, Total,
    Year,
};
pub use sources::{Weak, Weakness};
