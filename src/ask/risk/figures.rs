//! What a plan with drawn numbers comes to.

use super::answer::RiskFigures;
use crate::money::Rupiah;
use crate::plan::Demand;
use crate::plan::compile::Plan;
use crate::plan::cost::{Bills, cost};
use crate::plan::heads::heads;
use crate::plan::price::Prices;
use crate::plan::row::{Broken, FundAt};
use crate::problem::Problems;
use crate::scenario::Scenario;

/// The figures of a plan, and of each of its ceilings, in the order of [`ceilings`], whether it suffices.
#[derive(Clone)]
pub(super) struct Outcome {
    pub figures: RiskFigures,
    pub within: Vec<bool>,
}

/// Fund, position of the budget year, and rupiah of every ceiling of a plan.
pub(super) fn ceilings(plan: &Plan<'_>) -> Vec<(FundAt, usize, Rupiah)> {
    let of_fund = plan.funds.iter().flat_map(|(at, fund)| {
        let by_year = fund.ceilings.iter().enumerate();
        by_year.filter_map(move |(year, ceiling)| Some((at, year, (*ceiling)?)))
    });
    of_fund.collect()
}

/// What a plan comes to; with the prices of another that has the same.
pub(super) fn outcome(
    scenario: &Scenario,
    prices: Option<&Prices<'_>>,
) -> Result<Outcome, Problems> {
    let plan = Plan::of(scenario);
    match prices {
        Some(prices) => of_plan(&plan, prices),
        None => of_plan(&plan, &Prices::of(&plan)),
    }
}

fn of_plan(plan: &Plan<'_>, prices: &Prices<'_>) -> Result<Outcome, Problems> {
    let heads = heads(plan, prices, false)?;
    let bills = Bills::of(plan, prices, &heads.billed, &|_| true)?;
    let ceilings = ceilings(plan);
    let mut within = Vec::with_capacity(ceilings.len());
    if !ceilings.is_empty() {
        let cost = cost(plan, prices, &heads.billed, &bills.billed)?;
        for (fund, year, ceiling) in ceilings {
            let columns = &plan.years.get(year).ok_or(Broken("years"))?.columns;
            let months = cost.funds.at(fund)?.get(columns.clone()).ok_or(Broken("columns"))?;
            let asked = months.iter().fold(Rupiah::ZERO, |sum, one| sum.within(*one));
            within.push(asked <= ceiling);
        }
    }
    let end = heads.coverage.as_ref().and_then(|coverage| coverage.last().copied());
    let reached = |target: Demand| end.map(|end| end.members >= target.members);
    let figures = RiskFigures {
        rupiah: bills.total,
        members: end.map(|end| end.members),
        coverage_percent: end.and_then(|end| end.percent()),
        within_ceilings: (!within.is_empty()).then(|| within.iter().all(|suffices| *suffices)),
        target_reached: end.and_then(|end| end.target).and_then(reached),
    };
    Ok(Outcome { figures, within })
}
