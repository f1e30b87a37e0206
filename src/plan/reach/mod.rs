//! The way back: how many people, and months, the ceilings pay for; exactly, with the proof that one more does not fit.
//!
//! Segments are filled one after another: each takes the most people that the ceilings of the funds that pay for it
//! allow, all its billed months through, the segments before it filled and all others as planned.

mod outlook;
mod search;
mod walk;

use super::coverage::{Crowd, crowd};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::Problem;
use crate::scenario::{Order, Request, SCHEMA, Scenario};
use outlook::{latest_start, one_point, waiting};
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
    /// Summed over their billed months.
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
    pub one_point: Option<OnePoint>,
    /// Everybody who is to join, a year later.
    pub waiting: Option<Waiting>,
    /// The last month in which joining may begin.
    pub latest_start: Option<Month>,
}

/// A segment as far as the ceilings reach.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReachSegment<'a> {
    /// Which.
    pub segment: &'a str,
    /// How many.
    pub people: People,
    /// All who could be members.
    pub eligible: Option<People>,
    /// Of whom so many are not reached.
    pub left_out: Option<People>,
    /// Why not one more: `eligible` or `ceiling`.
    pub limit: &'static str,
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
    /// What is left then.
    pub left_rupiah: Rupiah,
}

/// Another way to fill the segments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReachSplit<'a> {
    /// In this order; `None`: all in proportion.
    pub order: Option<Vec<&'a str>>,
    /// People reached.
    pub people: People,
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

/// What one more point of coverage costs in the last budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OnePoint {
    /// Which year.
    pub year: u16,
    /// People more at its end.
    pub people: People,
    /// Rupiah more.
    pub rupiah: Rupiah,
}

/// What it means that everybody who is to join does so a year later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// Person-months that are not covered.
    pub person_months: People,
    /// What the plan costs less.
    pub saved_rupiah: Rupiah,
    /// The dearest year.
    pub peak_rupiah: Rupiah,
    /// The dearest year then.
    pub later_peak_rupiah: Rupiah,
}

/// Works out how far the ceilings of a scenario reach.
///
/// # Errors
/// Those of [`super::project`]; `noLimit` where nothing ends a segment.
pub fn reach<'a>(scenario: &'a Scenario, request: &Request) -> Result<Reach<'a>, Vec<Problem>> {
    let planned = crowd(scenario);
    let search = Search::new(scenario, &planned)?;
    let asked = search.asked(request);
    let cheapest = search.by_price(&asked);
    let order = if request.order == Order::Cheapest { &cheapest } else { &asked };
    let filled = search.fill(order)?;
    let spent = search.spend(&filled.crowd, &|_| true)?;
    let people = |crowd: &Crowd| people_of(crowd, order);
    Ok(Reach {
        schema: SCHEMA,
        people: filled.people.iter().map(|(_, people)| *people).sum(),
        person_months: people(&filled.crowd),
        rupiah: spent.total,
        segments: search.told(&filled)?,
        funds: search.ceilings.iter().filter_map(|ceiling| search.fund(ceiling, &spent)).collect(),
        time: search.time(&planned)?,
        splits: search.splits(&asked, &cheapest, order)?,
        one_point: one_point(scenario, &planned)?,
        waiting: waiting(scenario)?,
        latest_start: latest_start(scenario),
    })
}

fn people_of(crowd: &Crowd, segments: &[usize]) -> People {
    let heads = segments.iter().filter_map(|segment| crowd.heads.get(*segment));
    heads.flatten().copied().sum()
}
