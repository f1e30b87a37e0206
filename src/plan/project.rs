//! The projection: calculates prices, heads and cost, and compares the totals before it returns them.

use super::compile::Plan;
use super::cost::{Bills, cost};
use super::crossing::crossings;
use super::cut::{Worked, monthly};
use super::heads::heads;
use super::input_quality::{check_code, grounds, missing, not_counted};
use super::outcome::outcomes;
use super::parameters::{law_packs, parameters};
use super::price::Prices;
use super::published::published;
use super::reconcile::reconcile;
use super::remark::notices;
use super::result::Projection;
use super::unused::unused;
use crate::law;
use crate::problem::Problems;
use crate::scenario::{SCHEMA, Scenario};

/// Whether [`project`] gives a result: its errors without its totals.
///
/// # Errors
/// Those of [`project`].
pub(crate) fn can_project(scenario: &Scenario) -> Result<(), Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, false)?;
    Bills::of(&plan, &prices, &heads.billed, &|_| true).map(|_| ())
}

/// Calculates what a scenario costs and which coverage it reaches.
///
/// # Errors
/// `noLawValue` for months without a statutory value; `amountTooLarge` above 2^53 − 1 rupiah; `internal` where totals
/// of the result differ from each other, which is a fault of the engine.
pub fn project(scenario: &Scenario) -> Result<Projection<'_>, Problems> {
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, false)?;
    let bills = Bills::of(&plan, &prices, &heads.billed, &|_| true)?;
    let cost = cost(&plan, &prices, &heads.billed, &bills.billed)?;
    let worked = Worked { scenario, plan: &plan, heads: &heads, cost: &cost };
    let years = worked.years()?;
    let total = worked.total()?;
    let parameters = parameters(&plan, &prices, &bills.billed)?;
    let monthly = monthly(scenario, &heads, cost, &total.programmes);
    let published = published(scenario, &years, &total, &monthly)?;
    let rupiah = monthly.segments.iter().map(|segment| segment.rupiah.as_slice());
    let outcomes = outcomes(scenario, &plan, &prices, &heads, &bills, rupiah)?;
    let coverage = heads.coverage.as_deref();
    let unused = unused(scenario, &outcomes, coverage, &parameters);
    let projection = Projection {
        schema: SCHEMA,
        engine: crate::VERSION,
        law: law::VERSION,
        law_date: scenario.law_date.as_deref(),
        region: &scenario.region,
        notices: notices(scenario, &outcomes, &years, &parameters, &unused, &published),
        crossings: crossings(scenario, coverage),
        missing: missing(scenario, &years),
        unused,
        not_counted: not_counted(),
        grounds: grounds(scenario, &total),
        input: check_code(scenario),
        law_packs: law_packs(scenario, &parameters),
        monthly,
        published,
        parameters,
        months: plan.months.clone(),
        years,
        total,
    };
    reconcile(&projection, bills.total)?;
    Ok(projection)
}
