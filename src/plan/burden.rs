//! What the budgets pay in a year as a share of stated budgets, per resident and per member.

use crate::money::{Rate, Rupiah};
use crate::people::People;
use crate::plan::heads::share_of;
use crate::scenario::Scenario;
use serde::Serialize;

/// Share of budgets and cost per person, in one budget year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Burden<'a> {
    /// Percentage of each budget or spending total that the planner states for the year.
    pub shares: Vec<BurdenShare<'a>>,
    /// Rupiah paid by budgets ÷ residents, cut to whole rupiah; `None` without a population.
    pub per_resident_rupiah: Option<Rupiah>,
    /// Rupiah paid by budgets ÷ billed person-years, cut to whole rupiah; `None` where nobody is billed.
    pub per_member_rupiah: Option<Rupiah>,
}

/// What the budgets pay as a percentage of one stated total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BurdenShare<'a> {
    /// Name of the total.
    pub name: &'a str,
    /// The total, in rupiah.
    pub rupiah: Rupiah,
    /// Percentage, cut to four decimals; `None` of a total of zero.
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
