//! What the budgets pay in a year as a share of stated budgets, per resident and per member.

use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::heads::share_of;
use crate::scenario::Scenario;
use serde::Serialize;

/// How heavy a year weighs: of what the budgets pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Burden<'a> {
    /// Percentage of each budget or spending total that the planner states for the year.
    pub shares: Vec<BurdenShare<'a>>,
    /// Rupiah paid by budgets ÷ residents, cut to whole rupiah; `None` without a population.
    pub per_resident_rupiah: Option<Rupiah>,
    /// Rupiah of budgets for twelve person-months, cut; `None` where nobody is billed.
    pub per_member_rupiah: Option<Rupiah>,
}

/// The part of a budget or spending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct BurdenShare<'a> {
    /// Name of the budget or spending.
    pub name: &'a str,
    /// The total, in rupiah.
    pub rupiah: Rupiah,
    /// The part of it, cut to four decimals; `None` where it cannot be worked out.
    pub percent: Option<Rate>,
}

/// Compares what the budgets pay in a year with the totals stated for that year.
pub(super) fn burden(
    scenario: &Scenario,
    year: u16,
    paid: Rupiah,
    person_months: People,
) -> Burden<'_> {
    let of_year = scenario.totals.iter().filter(|total| total.year == year);
    let shares = of_year.map(|total| BurdenShare {
        name: &total.name,
        rupiah: total.rupiah,
        // Cut to four decimals, like a coverage.
        percent: share_of(People::new(paid.get()), People::new(total.rupiah.get())),
    });
    let each = |rupiah: u64, people: People| rupiah.checked_div(people.get()).and_then(Rupiah::new);
    Burden {
        shares: shares.collect(),
        per_resident_rupiah: scenario.region.population.and_then(|all| each(paid.get(), all)),
        per_member_rupiah: each(paid.get().saturating_mul(12), person_months),
    }
}
