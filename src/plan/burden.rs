//! How heavy a plan weighs: its part of budgets and spending, and what it costs each resident and member.

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
    /// Its part of each budget or spending that is named for the year.
    pub shares: Vec<BurdenShare<'a>>,
    /// Rupiah of budgets for each resident, cut; `None` without a population.
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
    /// How much it is.
    pub rupiah: Rupiah,
    /// The part of it, cut to four decimals; `None` where it cannot be worked out.
    pub percent: Option<Rate>,
}

/// What the budgets pay in a year, held against what is named for it.
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
        // Rupiah by the same rule as people: so many of 100, rounded down.
        percent: share_of(People::new(paid.get()), People::new(total.rupiah.get())),
    });
    let each = |rupiah: u64, people: People| rupiah.checked_div(people.get()).and_then(Rupiah::new);
    Burden {
        shares: shares.collect(),
        per_resident_rupiah: scenario.region.population.and_then(|all| each(paid.get(), all)),
        per_member_rupiah: each(paid.get().saturating_mul(12), person_months),
    }
}
