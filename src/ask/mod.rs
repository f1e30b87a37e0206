//! Other questions to a compiled plan: how far the ceilings reach, what two plans differ in, why a figure is what it is.
//!
//! | question | function | answer |
//! |---|---|---|
//! | how many people do the ceilings pay for? | [`reach`](fn@reach) | [`Reach`] |
//! | what has this plan more than that one? | [`compare`](fn@compare) | [`Comparison`] |
//! | why is this figure what it is? | [`explain`](fn@explain) | [`Explanation`] |
//! | what happened so far, and where does it lead? | [`monitor`](fn@monitor) | [`Monitored`] |
//! | what may members and heirs receive? | [`benefit`](fn@benefit) | [`Benefit`] |
//! | who stays when the budget stops? | [`retention`](fn@retention) | [`Retention`] |
//! | how sure is the cost? | [`risk`](fn@risk) | [`Uncertainty`] |
//! | which numbers may be unsure? | [`unsure`](fn@unsure) | [`Unsure`] |
//!
//! Each takes scenarios that passed their check, and fails for the same reasons as
//! [`project`](crate::plan::project). The plan knows none of them. The [crate] documentation has an example of each.

mod benefit;
mod compare;
mod explain;
mod monitor;
mod reach;
mod retention;
mod risk;

pub use benefit::{
    AmountMissing, Benefit, BenefitRun, BenefitSegment, Cases, ClaimsReport, ClaimsScope, Expected,
    ExpectedRange, ExpectedRow, Payment, PaymentPart, Terms, benefit,
};
pub use compare::{Compared, Comparison, Difference, Factor, FactorDifference, compare};
pub use explain::{Explained, Explanation, Quantity, Rule, explain};
pub use monitor::{
    Balance, Counted, Deviation, Forecast, ForecastFund, Monitored, MonitoredCoverage,
    MonitoredDistrict, MonitoredFund, MonitoredMonth, MonitoredRow, MonitoredSegment,
    MonitoredVillage, MonitoredYear, NotKnown, Pace, monitor,
};
pub use reach::{
    Blocked, LatestStart, Limit, OnePoint, Outlook, PointSegment, Reach, ReachFund, ReachSegment,
    ReachSplit, ReachTime, SplitSegment, Waiting, reach,
};
pub use retention::{Gone, Retention, RetentionMonth, Stopped, retention};
pub use risk::{
    CeilingChance, Chance, Drawing, Draws, Guesses, RiskFigures, Scaled, SpreadOf, TornadoBar,
    TornadoEnd, Uncertainty, Unsure, risk, unsure,
};
