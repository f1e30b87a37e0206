//! The answer of `reach`.

use crate::choices;
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::Notice;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// The most people that the ceilings pay for in every billed month, the other segments with the heads of the plan.
/// A segment is filled up to its `eligible`, or else up to its planned heads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reach<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = crate::scenario::SCHEMA)))]
    pub schema: u32,
    /// Of the segments that are filled.
    pub people: People,
    /// Of all segments: what `rupiah` pays for.
    pub person_months: People,
    /// Rupiah of the plan with these people, all segments.
    pub rupiah: Rupiah,
    /// Filled segments, in the order of filling.
    pub segments: Vec<ReachSegment<'a>>,
    /// Every ceiling of a fund that passes nothing on.
    pub funds: Vec<ReachFund<'a>>,
    /// With the heads as planned: how far each ceiling goes in time; of funds in an order of use `endsIn` of a year
    /// says it.
    pub time: Vec<ReachTime<'a>>,
    /// Other ways to fill the segments, most people first; at most five, the asked one among them.
    pub splits: Vec<ReachSplit<'a>>,
    /// What one more point of coverage costs in the last budget year of the plan.
    pub one_point: Outlook<OnePoint<'a>>,
    /// The whole plan with everybody who is to join a year later.
    pub waiting: Outlook<Waiting>,
    /// The last month in which joining may begin so that the target's last point is still met.
    pub latest_start: Outlook<LatestStart>,
}

choices! {
    /// Why a segment has no more people.
    pub enum Limit {
        /// All eligible workers are members.
        Eligible = "eligible",
        /// The planned heads are reached; the number of eligible workers is not known.
        Planned = "planned",
        /// One more would exceed a ceiling.
        Ceiling = "ceiling",
    }
}

/// A filled segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReachSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// How many are reached.
    pub people: People,
    /// People summed over its billed months.
    pub person_months: People,
    /// All who could be members; `None` where it does not say.
    pub eligible: Option<People>,
    /// Most planned heads of one month.
    pub planned: People,
    /// Of `eligible`, or else of `planned`, so many are not reached; `None` beyond the plan where neither limits.
    pub left_out: Option<People>,
    /// Why there are no more.
    pub limit: Limit,
    /// The ceiling that one more person would exceed: the proof.
    pub blocked: Option<Blocked<'a>>,
}

/// A ceiling that one more person would exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Blocked<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// The budget year.
    pub year: u16,
    /// Ceiling.
    pub ceiling_rupiah: Rupiah,
    /// What the fund would have to pay for one more person.
    pub rupiah: Rupiah,
}

/// A ceiling and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReachFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// The budget year.
    pub year: u16,
    /// Ceiling.
    pub ceiling_rupiah: Rupiah,
    /// What the fund pays.
    pub rupiah: Rupiah,
    /// Ceiling minus that.
    pub left_rupiah: Rupiah,
}

/// How long a ceiling lasts with the planned heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReachTime<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// The budget year.
    pub year: u16,
    /// Months of the year that are paid in full.
    pub full_months: u64,
    /// The first month that is not, `None` if all are.
    pub ends_in: Option<Month>,
    /// People of that month who are still paid for, segments in their order.
    pub people: People,
    /// Heads paid, summed over the months, without those of contracts.
    pub person_months: People,
    /// What is left then, too little for one more.
    pub left_rupiah: Rupiah,
}

/// Another way to fill the segments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReachSplit<'a> {
    /// The order in which the segments are filled; `None`: all in proportion to those who could be members.
    pub order: Option<Vec<&'a str>>,
    /// People in the filled segments.
    pub people: People,
    /// Of all segments: what `rupiah` pays for.
    pub person_months: People,
    /// Rupiah of the plan with these people.
    pub rupiah: Rupiah,
    /// Filled segments.
    pub segments: Vec<SplitSegment<'a>>,
}

/// A segment of another way to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SplitSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// How many are reached.
    pub people: People,
    /// So many are not reached; `None` where their number is not known.
    pub left_out: Option<People>,
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook<T> {
    /// The figure that was asked for.
    Value(T),
    /// A remark that says why there is none.
    Reason(Notice),
}

impl<T> Outlook<T> {
    /// Figure, if there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Reason(_) => None,
        }
    }

    /// Reason, if there is no figure.
    pub const fn reason(&self) -> Option<&Notice> {
        match self {
            Self::Value(_) => None,
            Self::Reason(reason) => Some(reason),
        }
    }
}

impl<T: Serialize> Serialize for Outlook<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, reason) = match self {
            Self::Value(value) => (Some(value), None),
            Self::Reason(reason) => (None, Some(reason)),
        };
        let mut object = serializer.serialize_struct("Outlook", 2)?;
        object.serialize_field("value", &value)?;
        object.serialize_field("reason", &reason)?;
        object.end()
    }
}

/// What one more point of coverage costs. Where segments follow the target: its last point one higher. Else: one of
/// a hundred who could be covered, rounded up, priced for each segment in turn as if all of them joined it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OnePoint<'a> {
    /// The last budget year of the plan.
    pub year: u16,
    /// Additional members.
    pub people: People,
    /// Their person-months in that year; `None` where they depend on the segment.
    pub person_months: Option<People>,
    /// What the plan costs more in that year; `None` where it depends on the segment.
    pub rupiah: Option<i64>,
    /// Empty where segments follow the target. Contracts, and segments without a billed month in the year, are left
    /// out.
    pub segments: Vec<PointSegment<'a>>,
}

/// Cost of one more point if all its people join one segment, for its billed months of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PointSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// All people of the point × its billed months of the year.
    pub person_months: People,
    /// Rupiah.
    pub rupiah: Rupiah,
    /// How many could still join it: with less than the people of the point they do not fit. `None`: not known.
    pub room: Option<People>,
}

/// Effect of everybody joining one year later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// Person-months that the plan then does not cover.
    pub person_months: People,
    /// What leaves the months of the plan: it is not saved, it is spent a year later.
    pub moved_rupiah: Rupiah,
    /// The dearest year as planned.
    pub peak_rupiah: Rupiah,
    /// The dearest year with everybody a year later.
    pub later_peak_rupiah: Rupiah,
}

/// Latest start that still meets the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LatestStart {
    /// Last month in which joining may begin.
    pub month: Month,
    /// People who then join until the last point of the target.
    pub people: People,
    /// The most of them in one month: to judge whether so many can be enrolled.
    pub most_in_one_month: People,
}
