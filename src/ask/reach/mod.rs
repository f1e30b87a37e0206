//! How many people, and months, the ceilings pay for; exact, with the proof that one more does not fit.
//!
//! Segments are filled one after another. Each takes the most people for whom the ceilings pay in all its billed
//! months; earlier segments are filled, all others have their planned heads.

mod answer;
mod outlook;
mod search;
mod spent;
mod split;
mod walk;

use crate::plan::compile::Plan;
use crate::plan::heads::heads;
use crate::plan::price::Prices;
use crate::problem::Problems;
use crate::scenario::{Order, Request, SCHEMA, Scenario};
pub use answer::{
    Blocked, LatestStart, Limit, OnePoint, Outlook, PointSegment, Reach, ReachFund, ReachSegment,
    ReachSplit, ReachTime, SplitSegment, Waiting,
};
use outlook::{Outlooks, outlook};
use search::{Search, person_months};

/// Calculates how many people and months the ceilings of a scenario pay for.
///
/// # Errors
/// Those of [`project`](crate::plan::project); `noLimit` where a segment may grow beyond the plan and no ceiling ends it.
pub fn reach<'a>(scenario: &'a Scenario, request: &Request) -> Result<Reach<'a>, Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let planned = heads(&plan, &prices, false)?;
    let search = Search::new(scenario, &plan, &prices, &planned.billed, request.beyond_plan)?;
    let asked = search.asked(request);
    let cheapest = search.by_price(&asked)?;
    let order = if request.order == Order::Cheapest { &cheapest } else { &asked };
    let filled = search.fill(order)?;
    let spent = search.spend(&filled.heads)?;
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
