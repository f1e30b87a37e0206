//! How many people, and months, the ceilings pay for; exact, with the proof that one more does not fit.
//!
//! Segments are filled one after another. Each takes the most people for whom the ceilings pay in all its billed
//! months; earlier segments are filled, all others have their planned heads.

mod outlook;
mod search;
mod spent;
mod split;
mod walk;

use super::compile::Plan;
use super::heads::heads;
use super::price::Prices;
use super::row::{Row, SegmentAt};
use crate::choices;
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::Problem;
use crate::scenario::{Order, Request, SCHEMA, Scenario};
pub use outlook::{LatestStart, OnePoint, Outlook, PointSegment, Waiting};
use outlook::{Outlooks, outlook};
use search::Search;
use serde::Serialize;

/// How many people and months the ceilings pay for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reach<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// People in the filled segments.
    pub people: People,
    /// Heads of all segments summed over their billed months.
    pub person_months: People,
    /// Rupiah of the plan with these people, all segments.
    pub rupiah: Rupiah,
    /// Filled segments, in the order of filling.
    pub segments: Vec<ReachSegment<'a>>,
    /// Ceilings, with what is left.
    pub funds: Vec<ReachFund<'a>>,
    /// With the planned heads: how long each ceiling lasts.
    pub time: Vec<ReachTime<'a>>,
    /// Other ways to fill the segments, most people first.
    pub splits: Vec<ReachSplit<'a>>,
    /// Cost of one more percentage point of coverage.
    pub one_point: Outlook<OnePoint<'a>>,
    /// Effect of everybody joining one year later.
    pub waiting: Outlook<Waiting>,
    /// Last month in which joining may begin so that the target is still met.
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
#[serde(rename_all = "camelCase")]
pub struct ReachSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// People in every billed month.
    pub people: People,
    /// People summed over its billed months.
    pub person_months: People,
    /// Eligible workers; `None`: not known.
    pub eligible: Option<People>,
    /// Most planned heads of one month.
    pub planned: People,
    /// Eligible workers, or else planned heads, who are not reached.
    pub left_out: Option<People>,
    /// Why there are no more.
    pub limit: Limit,
    /// Ceiling that one more person would exceed.
    pub blocked: Option<Blocked<'a>>,
}

/// A ceiling that one more person would exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Blocked<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Budget year.
    pub year: u16,
    /// Ceiling.
    pub ceiling_rupiah: Rupiah,
    /// What the fund would have to pay.
    pub rupiah: Rupiah,
}

/// A ceiling and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Budget year.
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
#[serde(rename_all = "camelCase")]
pub struct ReachTime<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Budget year.
    pub year: u16,
    /// Number of months paid in full.
    pub full_months: u64,
    /// First month not paid in full; `None`: there is none.
    pub ends_in: Option<Month>,
    /// People of that month who are still paid.
    pub people: People,
    /// Heads paid, summed over the months, without those of contracts.
    pub person_months: People,
    /// Rest of the ceiling after them.
    pub left_rupiah: Rupiah,
}

/// Another way to fill the segments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachSplit<'a> {
    /// Ids of the segments in the order of filling; `None`: all in proportion.
    pub order: Option<Vec<&'a str>>,
    /// People in the filled segments.
    pub people: People,
    /// Heads of all segments summed over their billed months.
    pub person_months: People,
    /// Rupiah of the plan with these people.
    pub rupiah: Rupiah,
    /// Filled segments.
    pub segments: Vec<SplitSegment<'a>>,
}

/// A segment of another way to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// People.
    pub people: People,
    /// Eligible workers, or else planned heads, who are not reached.
    pub left_out: Option<People>,
}

/// Calculates how many people and months the ceilings of a scenario pay for.
///
/// # Errors
/// Those of [`super::project`]; `noLimit` where a segment may grow beyond the plan and no ceiling ends it.
pub fn reach<'a>(scenario: &'a Scenario, request: &Request) -> Result<Reach<'a>, Vec<Problem>> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let planned = heads(&plan, &prices, false)?;
    let search = Search::new(scenario, &plan, &prices, &planned.billed, request.beyond_plan)?;
    let asked = search.asked(request);
    let cheapest = search.by_price(&asked)?;
    let order = if request.order == Order::Cheapest { &cheapest } else { &asked };
    let filled = search.fill(order)?;
    let spent = search.spend(&filled.heads, &|_| true)?;
    let outlooks = Outlooks { scenario, plan: &plan, prices: &prices, planned: &planned };
    Ok(Reach {
        schema: SCHEMA,
        people: filled.people.iter().map(|(_, people)| *people).sum(),
        person_months: person_months(&filled.heads),
        rupiah: spent.total,
        segments: search.segments(&filled)?,
        funds: search.funds(&spent)?,
        time: search.time()?,
        splits: search.splits(&asked, &cheapest, order)?,
        one_point: outlook(outlooks.one_point())?,
        waiting: outlook(outlooks.waiting())?,
        latest_start: outlook(outlooks.latest_start())?,
    })
}

/// Heads of all segments summed over months.
fn person_months(heads: &Row<SegmentAt, Vec<People>>) -> People {
    heads.entries().iter().flatten().copied().sum()
}
