//! Calculates a scenario: heads, prices, cost, funds, and the projection with all totals.
//!
//! [`project`] takes a scenario that passed its check. It fails where the law has no value for a month, and where an
//! amount is above 2^53 − 1 rupiah. Other questions to the same plan are in [`ask`](crate::ask).

mod burden;
pub(crate) mod compile;
pub(crate) mod cost;
mod crossing;
mod cut;
pub(crate) mod heads;
mod input_quality;
mod outcome;
mod parameters;
pub(crate) mod price;
mod project;
mod published;
mod reconcile;
mod remark;
mod result;
pub(crate) mod row;
pub(crate) mod sources;
mod unused;

pub use burden::{Burden, BurdenShare};
pub(crate) use compile::Group;
#[cfg(feature = "xlsx")]
pub(crate) use compile::{BudgetYear, ByPart, Joining};
pub(crate) use compile::{Part, Plan};
pub(crate) use cost::{Bill, Bills, bills};
pub use crossing::{ClassCoverage, Crossing, CrossingYear, RivalCoverage};
pub(crate) use heads::heads;
#[cfg(feature = "xlsx")]
pub(crate) use heads::{Asked, Heads, Story, asked};
pub use heads::{Coverage, Demand, Scope};
pub(crate) use outcome::{Outcome, outcomes};
pub(crate) use price::{Fault, Levy, Prices};
#[cfg(feature = "xlsx")]
pub(crate) use price::{Formula, Source as PriceSource, Wage, reading as relief_reading};
pub(crate) use project::can_project;
pub use project::project;
pub(crate) use remark::billed;
pub use result::{
    AccountAmount, FundAmount, FundOfYear, Ground, Monthly, MonthlyCoverage, MonthlyFund,
    MonthlyProgramme, MonthlySegment, ParameterUsed, ProgrammeAmount, Projection, Published,
    PublishedVerdict, SegmentAmount, ShareAmount, Total, Worth, Year,
};
pub(crate) use row::{Broken, FundAt, Position, Row, SegmentAt};
pub use sources::{Weak, Weakness};
