//! Explains a figure as a tree: heads, rates, months and inputs.
//!
//! It is built from the bills and people of the projection. Calculating the tree gives the figure.

mod people;
mod rupiah;
mod tree;

use crate::plan::compile::Plan;
use crate::plan::heads::heads;
use crate::plan::price::Prices;
use crate::plan::sources::weak;
use crate::problem::{Problems, problem};
use crate::scenario::{Measure, Question, Scenario};
use tree::Basis;
pub use tree::{Explained, Explanation, Quantity, Rule};

/// Explains a figure of the projection.
///
/// # Errors
/// Those of [`project`](crate::plan::project); `measureWithoutWorkforce` for coverage without a workforce.
pub fn explain(scenario: &Scenario, question: &Question) -> Result<Explained, Problems> {
    let known = |figure: Option<Explanation>| {
        figure.ok_or_else(|| problem!(MeasureWithoutWorkforce, "measure"))
    };
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, true)?;
    let basis = Basis { scenario, plan: &plan, prices: &prices, heads: &heads };
    let figure = match question.measure {
        Measure::Rupiah => rupiah::explain(basis, question)?,
        Measure::Left | Measure::Short => rupiah::explain_ceiling(basis, question)?,
        Measure::PersonMonths => people::person_months(basis, question)?,
        Measure::Heads => people::heads(basis, question)?,
        Measure::Members => people::members(basis, question)?,
        Measure::Coverage => known(people::coverage(basis, question)?)?,
        Measure::Gap => known(people::gap(basis, question)?)?,
        Measure::GapToAll => known(people::gap_to_all(basis, question)?)?,
    };
    let figure = if question.brief { figure.brief() } else { figure };
    Ok(Explained { figure, weak: weak(scenario, &plan, &heads.billed, question) })
}
