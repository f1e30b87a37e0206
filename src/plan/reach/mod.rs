//! The way back: how many people, and months, the ceilings pay for; exactly, with the proof that one more does not fit.
//!
//! Segments are filled one after another: each takes the most people that the ceilings of the funds that pay for it
//! allow, all its billed months through, the segments before it filled and all others as planned.

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
use crate::problem::Problems;
use crate::scenario::{Order, Request, SCHEMA, Scenario};
pub use outlook::{LatestStart, OnePoint, Outlook, PointSegment, Waiting};
use outlook::{Outlooks, outlook};
use search::Search;
use serde::Serialize;

/// How far the ceilings reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reach<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// People reached.
    pub people: People,
    /// Of all segments, summed over their billed months.
    pub person_months: People,
    /// What the plan then costs, all segments.
    pub rupiah: Rupiah,
    /// Each segment that was filled, in the order in which it was.
    pub segments: Vec<ReachSegment<'a>>,
    /// Every ceiling.
    pub funds: Vec<ReachFund<'a>>,
    /// With the heads as planned: how far each ceiling goes.
    pub time: Vec<ReachTime<'a>>,
    /// Other ways to fill the segments, most people first.
    pub splits: Vec<ReachSplit<'a>>,
    /// What one more point of coverage costs.
    pub one_point: Outlook<OnePoint<'a>>,
    /// Everybody who is to join, a year later.
    pub waiting: Outlook<Waiting>,
    /// The last month in which joining may begin.
    pub latest_start: Outlook<LatestStart>,
}

choices! {
    /// Why not one person more.
    pub enum Limit {
        /// All who could be members are.
        Eligible = "eligible",
        /// As many as are planned at most; how many could be members is not known.
        Planned = "planned",
        /// A ceiling.
        Ceiling = "ceiling",
    }
}

/// A segment as far as the ceilings reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachSegment<'a> {
    /// Which.
    pub segment: &'a str,
    /// How many.
    pub people: People,
    /// Summed over its billed months.
    pub person_months: People,
    /// All who could be members.
    pub eligible: Option<People>,
    /// The most that are planned in one month.
    pub planned: People,
    /// Of those who could be members, or else are planned, so many are not reached.
    pub left_out: Option<People>,
    /// Why not one more.
    pub limit: Limit,
    /// The ceiling that one more would exceed.
    pub blocked: Option<Blocked<'a>>,
}

/// A ceiling that one more person would exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Blocked<'a> {
    /// Which fund.
    pub fund: &'a str,
    /// In which year.
    pub year: u16,
    /// Its ceiling.
    pub ceiling_rupiah: Rupiah,
    /// What it would have to pay.
    pub rupiah: Rupiah,
}

/// A ceiling and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachFund<'a> {
    /// Which fund.
    pub fund: &'a str,
    /// In which year.
    pub year: u16,
    /// Its ceiling.
    pub ceiling_rupiah: Rupiah,
    /// What it pays.
    pub rupiah: Rupiah,
    /// What is left.
    pub left_rupiah: Rupiah,
}

/// How far a ceiling goes in time, with the heads as planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachTime<'a> {
    /// Which fund.
    pub fund: &'a str,
    /// In which year.
    pub year: u16,
    /// Months that are paid in full.
    pub full_months: u64,
    /// The first month that is not.
    pub ends_in: Option<Month>,
    /// People of that month who are still paid for.
    pub people: People,
    /// All who are paid for, summed over the months; without those of a contract.
    pub person_months: People,
    /// What is left then.
    pub left_rupiah: Rupiah,
}

/// Another way to fill the segments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachSplit<'a> {
    /// In this order; `None`: all in proportion.
    pub order: Option<Vec<&'a str>>,
    /// People reached.
    pub people: People,
    /// Of all segments, summed over their billed months.
    pub person_months: People,
    /// What the plan then costs.
    pub rupiah: Rupiah,
    /// Who is reached and who is not.
    pub segments: Vec<SplitSegment<'a>>,
}

/// A segment of another way to fill them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitSegment<'a> {
    /// Which.
    pub segment: &'a str,
    /// How many.
    pub people: People,
    /// So many are not reached.
    pub left_out: Option<People>,
}

/// Works out how far the ceilings of a scenario reach.
///
/// # Errors
/// Those of [`super::project`]; `noLimit` where nothing ends a segment that may go beyond the plan.
pub fn reach<'a>(scenario: &'a Scenario, request: &Request) -> Result<Reach<'a>, Problems> {
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

/// Heads of all segments, summed over the months.
fn person_months(heads: &Row<SegmentAt, Vec<People>>) -> People {
    heads.entries().iter().flatten().copied().sum()
}
