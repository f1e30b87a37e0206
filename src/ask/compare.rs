//! Compares scenarios with the first one, and divides each difference into factors that sum to it exactly.
//!
//! The first scenario is turned into the other one factor at a time. After each step the plan is calculated; the
//! change is the amount of that factor.

use crate::choices;
use crate::money::{Points, Rupiah};
use crate::people::People;
use crate::plan::compile::{Plan, SegmentSource, Source};
use crate::plan::cost::{Bills, cost};
use crate::plan::heads::{Coverage, heads};
use crate::plan::price::Prices;
use crate::plan::row::Broken;
use crate::problem::{Problems, problem};
use crate::scenario::{SCHEMA, Scenario, Segment, within};
use serde::Serialize;

choices! {
    /// Factor of a difference: a part of the input that two scenarios can have different.
    pub enum Factor {
        /// Class, base, programmes, statutory values, rounding.
        Rate = "rate",
        /// Period and billed months.
        Months = "months",
        /// Counts, also those of villages, targets, flows, workforce, and segments that only one of the scenarios has.
        People = "people",
        /// Reliefs, their readings, and sectors.
        Relief = "relief",
        /// Payers and funds.
        Funds = "funds",
    }
}

/// Two to four scenarios, each against the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Comparison<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = SCHEMA)))]
    pub schema: u32,
    /// Totals of each scenario.
    pub scenarios: Vec<Compared<'a>>,
    /// Differences to the first scenario: one for each further scenario.
    pub differences: Vec<Difference>,
}

/// Totals of one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Compared<'a> {
    /// Title of the scenario.
    pub name: Option<&'a str>,
    /// All that is billed.
    pub rupiah: Rupiah,
    /// Of which from funds of the budget: all but the kinds `self` and `employer`.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// At the end; `None` without a workforce.
    pub coverage: Option<Coverage>,
}

/// What a scenario has more (or less, below zero) than the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Of all that is billed.
    pub rupiah: i64,
    /// Of which from funds of the budget.
    pub budget_rupiah: i64,
    /// Heads summed over months.
    pub person_months: i64,
    /// Members at the end; `None` where one of the two has no workforce.
    pub members: Option<i64>,
    /// Percentage points of coverage; `None` also where one is the region's and the other only what a plan pays
    /// for.
    pub points: Option<Points>,
    /// What each factor makes of it, in this order; they sum to the difference exactly.
    pub factors: Vec<FactorDifference>,
}

/// Amount of one factor, or of several together where the law has no value for a step between them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FactorDifference {
    /// The factors; more than one where they could not be told apart: the steps between them have no price.
    pub factors: Vec<Factor>,
    /// Of all that is billed.
    pub rupiah: i64,
    /// Of which from funds of the budget.
    pub budget_rupiah: i64,
}

/// Compares two or more scenarios; `order` is the order in which factors are exchanged.
///
/// # Errors
/// Those of [`project`](crate::plan::project), with the position of the scenario: `[1].segments[0]`; `tooManyScenarios` of none.
pub fn compare<'a>(
    scenarios: &'a [Scenario],
    order: &[Factor],
) -> Result<Comparison<'a>, Problems> {
    let mut sums = Vec::new();
    let mut problems = Vec::new();
    for (place, scenario) in scenarios.iter().enumerate() {
        match Sum::of(&Source::of(scenario)) {
            Ok(sum) => sums.push(sum),
            Err(found) => problems.extend(within(place, found)),
        }
    }
    Problems::unless_none(problems)?;
    let Some((first, base)) = scenarios.first().zip(sums.first()) else {
        return Err(problem!(TooManyScenarios, "", count = 0).into());
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

/// Totals of a scenario on the way.
#[derive(Clone, Copy)]
struct Sum {
    rupiah: Rupiah,
    budget: Rupiah,
    person_months: People,
    coverage: Option<Coverage>,
}

impl Sum {
    fn of(source: &Source<'_>) -> Result<Self, Problems> {
        let plan = Plan::compile(source);
        let prices = Prices::of(&plan);
        let heads = heads(&plan, &prices, false)?;
        let bills = Bills::of(&plan, &prices, &heads.billed, &|_| true)?;
        let cost = cost(&plan, &prices, &heads.billed, &bills.billed)?;
        let funds = plan.funds.iter().zip(cost.funds.entries());
        let budgets = funds.filter(|((_, fund), _)| fund.kind.is_budget());
        let budget = Rupiah::all(budgets.flat_map(|(_, column)| column).copied());
        Ok(Self {
            rupiah: bills.total,
            budget: budget.ok_or(Broken("rupiah of budgets"))?,
            person_months: heads.billed.entries().iter().flatten().copied().sum(),
            coverage: heads.coverage.as_ref().and_then(|coverage| coverage.last().copied()),
        })
    }
}

/// Difference of two amounts below 2^53.
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

/// Percentage points between two coverages; `None` where one is of the region and the other only of what the plan
/// pays.
fn points((before, now): (Coverage, Coverage)) -> Option<Points> {
    let percents = before.percent().zip(now.percent()).filter(|_| before.scope == now.scope);
    percents.map(|(before, now)| Points::between(before, now))
}

/// Exchanges the factors in order and notes the change of each.
fn factors(
    (first, base): (&Scenario, &Sum),
    (other, sum): (&Scenario, &Sum),
    order: &[Factor],
) -> Vec<FactorDifference> {
    let mut steps = Vec::new();
    let mut between = Source::of(first);
    let mut before = *base;
    let mut waiting = Vec::new();
    for (place, factor) in order.iter().enumerate() {
        take(&mut between, other, *factor);
        waiting.push(*factor);
        // The last step is the other scenario itself, so that the factors always sum to the difference.
        let is_last = place.saturating_add(1) == order.len();
        let after = if is_last { Ok(*sum) } else { Sum::of(&between) };
        // A step may need months for which the law has no value. It then has no amount of its own and is joined with
        // the next.
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

/// Takes one factor from another scenario. Both patterns name every field, so that a new field does not compile until
/// it has a factor or is listed as changing no rupiah.
fn take<'a>(source: &mut Source<'a>, other: &'a Scenario, factor: Factor) {
    let Scenario {
        period,
        rounding,
        workforce,
        target,
        segments,
        // Their people are exchanged with the segments that count them; their ceilings limit no fund of the plan.
        villages: _,
        funds,
        reliefs,
        // Packs and overrides are exchanged below.
        law_packs: _,
        overrides: _,
        assumptions: _,
        law_date: _,
        // No effect on rupiah.
        schema: _,
        name: _,
        note: _,
        region: _,
        other_targets: _,
        permissions: _,
        stage: _,
        totals: _,
        published: _,
        evidence: _,
    } = other;
    match factor {
        Factor::Rate => {
            source.rounding = *rounding;
            source.law = source.law.with_values_of(other.amendments());
        }
        Factor::Months => source.span = period.span(),
        Factor::People => {
            (source.workforce, source.target) = (workforce.as_ref(), target.as_ref());
            let stays = |one: &SegmentSource<'_>| segments.iter().any(|other| other.id == one.id);
            source.segments.retain(stays);
            for segment in segments {
                if !source.segments.iter().any(|one| one.id == segment.id) {
                    source.segments.push(SegmentSource::of(segment));
                }
            }
        }
        Factor::Relief => {
            source.reliefs = reliefs;
            source.law = source.law.with_reliefs_of(other.amendments());
        }
        Factor::Funds => source.funds = funds,
    }
    for one in &mut source.segments {
        let Some(twin) = segments.iter().find(|twin| twin.id == one.id) else { continue };
        let Segment {
            // Factor `rate`.
            class: _,
            risk: _,
            programmes: _,
            base: _,
            // Factor `months`.
            billed: _,
            // Factor `people`.
            enrolment: _,
            flows: _,
            // Factor `relief`.
            sector: _,
            // Factor `funds`.
            payers: _,
            worker_payers: _,
            // No effect on rupiah.
            id: _,
            name: _,
            group: _,
            agreement_until: _,
            agency: _,
            decree: _,
            budget_programme: _,
            activity: _,
            sub_activity: _,
            evidence: _,
        } = twin;
        match factor {
            Factor::Rate => one.rate = twin,
            Factor::Months => one.months = twin,
            Factor::People => one.people = twin,
            Factor::Relief => one.relief = twin,
            Factor::Funds => one.funds = twin,
        }
    }
}
