//! Scenario against scenario: what one has more than the other, taken apart into factors that sum exactly.
//!
//! The first scenario is turned into the other one factor at a time; each step is projected, and what a step adds is
//! what its factor makes of the difference.

use super::coverage::{Coverage, Crowd, crowd};
use super::funding::bills;
use crate::choices;
use crate::law::RELIEFS;
use crate::money::{Points, Rupiah};
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::scenario::{Override, SCHEMA, Scenario, Segment, Share, within};
use serde::Serialize;

choices! {
    /// What makes two scenarios cost differently.
    pub enum Factor {
        /// Classes, wages, programmes, the law, rounding.
        Rate = "rate",
        /// The period and the billed months.
        Months = "months",
        /// Counts, targets, flows, the workforce, and segments that only one of them has.
        People = "people",
        /// Reliefs and how they are read.
        Relief = "relief",
        /// Who pays.
        Funds = "funds",
    }
}

/// Scenarios side by side, each against the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// What each comes to.
    pub scenarios: Vec<Compared<'a>>,
    /// One for each scenario after the first.
    pub differences: Vec<Difference>,
}

/// What a scenario comes to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Compared<'a> {
    /// Its title.
    pub name: Option<&'a str>,
    /// All of it.
    pub rupiah: Rupiah,
    /// Of which from a budget.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// At the end.
    pub coverage: Option<Coverage>,
}

/// What a scenario has more than the first; less, below zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// All of it.
    pub rupiah: i64,
    /// Of which from a budget.
    pub budget_rupiah: i64,
    /// Heads summed over months.
    pub person_months: i64,
    /// Members at the end.
    pub members: Option<i64>,
    /// Percentage points of coverage at the end.
    pub points: Option<Points>,
    /// What each factor makes of it.
    pub factors: Vec<FactorDifference>,
}

/// What one factor makes of a difference, or several that cannot be told apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactorDifference {
    /// Which.
    pub factors: Vec<Factor>,
    /// All of it.
    pub rupiah: i64,
    /// Of which from a budget.
    pub budget_rupiah: i64,
}

/// Sets two or more scenarios side by side; `order` is the one in which factors are told.
///
/// # Errors
/// Those of [`super::project`], with the position of the scenario: `[1].segments[0]`.
pub fn compare<'a>(
    scenarios: &'a [Scenario],
    order: &[Factor],
) -> Result<Comparison<'a>, Vec<Problem>> {
    let mut sums = Vec::new();
    let mut problems = Vec::new();
    for (place, scenario) in scenarios.iter().enumerate() {
        match Sum::of(scenario) {
            Ok(sum) => sums.push(sum),
            Err(found) => problems.extend(within(place, found)),
        }
    }
    let Some((first, base)) = scenarios.first().zip(sums.first()).filter(|_| problems.is_empty())
    else {
        return Err(problems);
    };
    let compared = scenarios.iter().zip(&sums).map(|(scenario, sum)| Compared {
        name: scenario.name.as_deref(),
        rupiah: sum.rupiah,
        budget_rupiah: sum.budget,
        person_months: sum.person_months,
        coverage: sum.coverage,
    });
    let others = scenarios.iter().zip(&sums).skip(1);
    let differences = others.map(|(other, sum)| difference((first, base), (other, sum), order));
    Ok(Comparison {
        schema: SCHEMA,
        scenarios: compared.collect(),
        differences: differences.collect(),
    })
}

/// What a scenario comes to.
#[derive(Clone, Copy)]
struct Sum {
    rupiah: Rupiah,
    budget: Rupiah,
    person_months: People,
    coverage: Option<Coverage>,
}

impl Sum {
    fn of(scenario: &Scenario) -> Result<Self, Vec<Problem>> {
        let crowd = crowd(scenario);
        let Crowd { heads, coverage, .. } = &crowd;
        let mut sum = Self {
            rupiah: Rupiah::ZERO,
            budget: Rupiah::ZERO,
            person_months: heads.iter().flatten().copied().sum(),
            coverage: coverage.as_ref().and_then(|coverage| coverage.last().copied()),
        };
        bills(scenario, &crowd, &|_| true, &mut |bill| {
            let too_large = || problem!("amountTooLarge", "", limit = Rupiah::MAX.get());
            sum.rupiah = sum.rupiah.plus(bill.rupiah).ok_or_else(too_large)?;
            for payment in bill.payments {
                let fund = scenario.funds.get(payment.fund);
                if fund.is_some_and(|fund| fund.kind.is_budget()) {
                    sum.budget = sum.budget.plus(payment.rupiah).ok_or_else(too_large)?;
                }
            }
            Ok(())
        })?;
        Ok(sum)
    }
}

/// Both are below 2^53.
fn more(now: u64, before: u64) -> i64 {
    now.cast_signed().saturating_sub(before.cast_signed())
}

fn difference(
    (first, base): (&Scenario, &Sum),
    (other, sum): (&Scenario, &Sum),
    order: &[Factor],
) -> Difference {
    let coverage = base.coverage.zip(sum.coverage);
    Difference {
        rupiah: more(sum.rupiah.get(), base.rupiah.get()),
        budget_rupiah: more(sum.budget.get(), base.budget.get()),
        person_months: more(sum.person_months.get(), base.person_months.get()),
        members: coverage.map(|(before, now)| more(now.members.get(), before.members.get())),
        points: coverage.and_then(points),
        factors: factors((first, base), (other, sum), order),
    }
}

/// Percentage points from one coverage to another; what a region has and what a plan pays for cannot be compared.
fn points((before, now): (Coverage, Coverage)) -> Option<Points> {
    let percents = before.percent().zip(now.percent()).filter(|_| before.scope == now.scope);
    percents.map(|(before, now)| Points::between(before, now))
}

/// Turns the one into the other, factor by factor.
fn factors(
    (first, base): (&Scenario, &Sum),
    (other, sum): (&Scenario, &Sum),
    order: &[Factor],
) -> Vec<FactorDifference> {
    let mut steps = Vec::new();
    let mut between = first.clone();
    let mut before = *base;
    let mut waiting = Vec::new();
    for (place, factor) in order.iter().enumerate() {
        take(&mut between, other, *factor);
        waiting.push(*factor);
        // The last step is the other scenario itself, so that the steps always sum to the difference.
        let is_last = place.saturating_add(1) == order.len();
        let after = if is_last { Ok(*sum) } else { Sum::of(&between) };
        // A step on the way may stand in months for which the law gives no value: it has no price of its own.
        if let Ok(after) = after {
            steps.push(FactorDifference {
                factors: core::mem::take(&mut waiting),
                rupiah: more(after.rupiah.get(), before.rupiah.get()),
                budget_rupiah: more(after.budget.get(), before.budget.get()),
            });
            before = after;
        }
    }
    steps
}

/// Takes one factor over from another scenario.
fn take(scenario: &mut Scenario, other: &Scenario, factor: Factor) {
    match factor {
        Factor::Rate => {
            scenario.rounding = other.rounding;
            scenario.assumptions = other.assumptions.clone();
            scenario.law_date = other.law_date.clone();
            scenario.overrides = overrides(other, false).chain(overrides(scenario, true)).collect();
        }
        Factor::Months => scenario.period = other.period,
        Factor::People => {
            scenario.workforce = other.workforce.clone();
            scenario.target = other.target.clone();
            scenario.segments.retain(|segment| twin(other, segment).is_some());
            let new: Vec<Segment> = other
                .segments
                .iter()
                .filter(|segment| twin(scenario, segment).is_none())
                .map(|segment| adopted(segment, scenario))
                .collect();
            scenario.segments.extend(new);
        }
        Factor::Relief => {
            scenario.reliefs = other.reliefs.clone();
            scenario.overrides = overrides(scenario, false).chain(overrides(other, true)).collect();
        }
        Factor::Funds => scenario.funds = other.funds.clone(),
    }
    for segment in &mut scenario.segments {
        let Some(twin) = twin(other, segment) else { continue };
        match factor {
            Factor::Rate => {
                (segment.class, segment.risk) = (twin.class, twin.risk);
                segment.programmes = twin.programmes.clone();
                segment.base = twin.base.clone();
            }
            Factor::Months => segment.billed = twin.billed.clone(),
            Factor::People => {
                segment.enrolment = twin.enrolment.clone();
                segment.flows = twin.flows.clone();
            }
            Factor::Relief => segment.sector = twin.sector,
            Factor::Funds => {
                segment.payers = twin.payers.clone();
                segment.worker_payers = twin.worker_payers.clone();
            }
        }
    }
}

/// The segment with the same id.
fn twin<'a>(scenario: &'a Scenario, segment: &Segment) -> Option<&'a Segment> {
    scenario.segments.iter().find(|other| other.id == segment.id)
}

/// A segment among the funds of another scenario: paid by those of the same id, or else by nobody there.
fn adopted(segment: &Segment, scenario: &Scenario) -> Segment {
    let among = |shares: &[Share]| {
        let share = |share: &Share| {
            let fund = scenario.funds.iter().position(|fund| fund.id == share.id);
            Share { fund: fund.unwrap_or(usize::MAX), ..share.clone() }
        };
        shares.iter().map(share).collect()
    };
    Segment {
        payers: among(&segment.payers),
        worker_payers: among(&segment.worker_payers),
        ..segment.clone()
    }
}

/// The replacements of reliefs, or all others.
fn overrides(scenario: &Scenario, of_reliefs: bool) -> impl Iterator<Item = Override> {
    let is_relief = |one: &&Override| RELIEFS.iter().any(|relief| relief.rate == one.key);
    let chosen: Vec<Override> =
        scenario.overrides.iter().filter(|one| is_relief(one) == of_reliefs).cloned().collect();
    chosen.into_iter()
}
