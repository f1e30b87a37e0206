//! What follows from the scenario and the law: heads, contributions, funds, and the projection that joins them.

pub mod contribution;
pub mod coverage;
mod explain;
mod funding;
mod ground;
mod ledger;
mod notice;
mod projection;
mod unused;

pub use explain::{Explanation, Quantity, Rule, explain};
pub use ground::Ground;
pub use projection::{
    AccountAmount, FundAmount, FundOfYear, Monthly, ParameterUsed, ProgrammeAmount, Projection,
    SegmentAmount, ShareAmount, Total, Year, project,
};
