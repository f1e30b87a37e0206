//! The draws that were made, and how they are spread.

use super::answer::{CeilingChance, Chance, Draws, RiskFigures, SpreadOf};
use super::figures::{Outcome, ceilings};
use crate::money::{Rate, Rupiah, ratio};
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::row::{Broken, Position as _};
use crate::scenario::Scenario;

/// What was drawn so far.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    figures: Vec<RiskFigures>,
    /// For each ceiling, in how many draws it suffices.
    within: Vec<u64>,
}

impl Drawn {
    pub const fn number(&self) -> u64 {
        self.figures.len() as u64
    }

    pub fn put(&mut self, Outcome { figures, within }: &Outcome) {
        self.figures.push(*figures);
        self.within.resize(within.len(), 0);
        for (draws, suffices) in self.within.iter_mut().zip(within) {
            *draws = draws.saturating_add(u64::from(*suffices));
        }
    }

    /// How they are spread; `None` of no draw.
    pub fn spread(&self, scenario: &Scenario, seed: u64) -> Result<Option<Draws>, Broken> {
        let number = self.number();
        let all = |of: &dyn Fn(&RiskFigures) -> Option<u64>| -> Option<Vec<u64>> {
            self.figures.iter().map(of).collect()
        };
        let chance = |of: &dyn Fn(&RiskFigures) -> Option<bool>| -> Option<Chance> {
            let each: Vec<bool> = self.figures.iter().map(of).collect::<Option<_>>()?;
            let draws = each.iter().filter(|holds| **holds).count() as u64;
            Some(Chance { draws, percent: percent(draws, number) })
        };
        let Some(rupiah) = all(&|one| Some(one.rupiah.get())).and_then(spread) else {
            return Ok(None);
        };
        let members = all(&|one| one.members.map(People::get)).and_then(spread);
        let coverage = |one: &RiskFigures| one.coverage_percent.map(Rate::millionths);
        let coverage = all(&coverage).and_then(spread);
        let draws = Draws {
            number,
            seed,
            rupiah: rupiah.to(Rupiah::new).ok_or(Broken("rupiah of the draws"))?,
            members: members.and_then(|spread| spread.to(|value| Some(People::new(value)))),
            coverage_percent: coverage
                .and_then(|spread| spread.to(|value| Some(Rate::from_millionths(value)))),
            within_ceilings: chance(&|one| one.within_ceilings),
            ceilings: self.ceilings(scenario)?,
            target_reached: chance(&|one| one.target_reached),
        };
        Ok(Some(draws))
    }

    fn ceilings(&self, scenario: &Scenario) -> Result<Vec<CeilingChance>, Broken> {
        let plan = Plan::of(scenario);
        let ceilings = ceilings(&plan);
        if ceilings.len() != self.within.len() {
            return Err(Broken("ceilings of the draws"));
        }
        let each = ceilings.into_iter().zip(&self.within);
        let each = each.map(|((at, year, ceiling_rupiah), draws)| {
            let fund = scenario.funds.get(at.index()).ok_or(Broken("funds"))?;
            Ok(CeilingChance {
                fund: fund.id.clone(),
                year: plan.years.get(year).ok_or(Broken("years"))?.year,
                ceiling_rupiah,
                draws: *draws,
                percent: percent(*draws, self.number()),
            })
        });
        each.collect()
    }
}

/// So many of all draws in percent, half a ten-thousandth up.
fn percent(draws: u64, number: u64) -> Rate {
    let (millionths, rest) = ratio(draws, Rate::WHOLE.millionths(), number);
    let up = u64::from(rest >= number.saturating_sub(rest));
    Rate::from_millionths(millionths.saturating_add(up))
}

/// Percentiles by nearest rank: the p-th of n values is number ⌈n × p ÷ 100⌉ in rising order. `None` of no value.
fn spread(mut values: Vec<u64>) -> Option<SpreadOf<u64>> {
    values.sort_unstable();
    let count = values.len();
    let rank = |percent: usize| {
        let rank = count.checked_mul(percent)?.div_ceil(100);
        values.get(rank.checked_sub(1)?).copied()
    };
    let sum = values.iter().fold(0_u128, |sum, value| sum.saturating_add((*value).into()));
    let whole = u128::try_from(count).ok()?;
    let mean = sum.checked_add(whole / 2)?.checked_div(whole)?;
    Some(SpreadOf {
        least: *values.first()?,
        p10: rank(10)?,
        p50: rank(50)?,
        p90: rank(90)?,
        most: *values.last()?,
        mean: u64::try_from(mean).ok()?,
    })
}

impl SpreadOf<u64> {
    /// As values of another type.
    fn to<T>(self, of: impl Fn(u64) -> Option<T>) -> Option<SpreadOf<T>> {
        let Self { least, p10, p50, p90, most, mean } = self;
        Some(SpreadOf {
            least: of(least)?,
            p10: of(p10)?,
            p50: of(p50)?,
            p90: of(p90)?,
            most: of(most)?,
            mean: of(mean)?,
        })
    }
}
