//! Calculates a scenario: heads, prices, cost, funds, and the projection with all totals.
//!
//! | question | function | answer |
//! |---|---|---|
//! | what does it cost and reach? | [`project`] | [`Projection`] |
//! | how many people do the ceilings pay for? | [`reach`](fn@reach) | [`Reach`] |
//! | what has this plan more than that one? | [`compare`](fn@compare) | [`Comparison`] |
//! | why is this figure what it is? | [`explain`](fn@explain) | [`Explanation`] |
//!
//! Each takes a scenario that passed its check. They fail for the same reasons: a month for which the law has no
//! value, or an amount above 2^53 − 1 rupiah. The [crate] documentation has an example of each.

mod burden;
mod compare;
pub(crate) mod compile;
pub(crate) mod cost;
mod crossing;
mod cut;
mod explain;
pub(crate) mod heads;
mod input_quality;
mod outcome;
mod parameters;
pub(crate) mod price;
mod project;
mod published;
mod reach;
mod reconcile;
mod remark;
mod result;
pub(crate) mod row;
mod sources;
mod unused;

pub use burden::{Burden, BurdenShare};
pub use compare::{Compared, Comparison, Difference, Factor, FactorDifference, compare};
#[cfg(feature = "xlsx")]
pub(crate) use compile::{BudgetYear, ByPart, Group, Joining};
pub(crate) use compile::{Part, Plan};
pub(crate) use cost::{Bill, Bills, bills};
pub use crossing::{ClassCoverage, Crossing, CrossingYear, RivalCoverage};
pub use explain::{Explained, Explanation, Quantity, Rule, explain};
pub(crate) use heads::heads;
#[cfg(feature = "xlsx")]
pub(crate) use heads::{Asked, Heads, Story, asked};
pub use heads::{Coverage, Demand, Scope};
pub(crate) use price::Prices;
#[cfg(feature = "xlsx")]
pub(crate) use price::{
    Fault, Formula, Levy, Source as PriceSource, Wage, reading as relief_reading,
};
pub(crate) use project::can_project;
pub use project::project;
pub use reach::{
    Blocked, LatestStart, Limit, OnePoint, Outlook, PointSegment, Reach, ReachFund, ReachSegment,
    ReachSplit, ReachTime, SplitSegment, Waiting, reach,
};
pub use result::{
    AccountAmount, FundAmount, FundOfYear, Ground, Monthly, MonthlyCoverage, MonthlyFund,
    MonthlyProgramme, MonthlySegment, ParameterUsed, ProgrammeAmount, Projection, Published,
    PublishedVerdict, SegmentAmount, ShareAmount, Total, Worth, Year,
};
#[cfg(feature = "xlsx")]
pub(crate) use row::Row;
pub(crate) use row::{Broken, FundAt, Position, SegmentAt};
pub use sources::{Weak, Weakness};
