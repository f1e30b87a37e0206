//! What the units come to, in columns, and the sums of all units.

use crate::money::Rupiah;
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::row::Broken;
use crate::problem::{Problem, problem};

/// What each unit comes to, by budget year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// In the order of the years of the plan.
    pub years: Vec<YearColumns>,
}

/// What each unit comes to in a budget year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearColumns {
    /// The year.
    pub year: u16,
    /// Heads billed, summed over the months; one entry a unit.
    pub person_months: Vec<People>,
    /// In the order of the funds of the plan.
    pub funds: Vec<FundColumns>,
}

/// What a fund is asked for in a budget year; one entry a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundColumns {
    /// What its share comes to, or what is passed on to it.
    pub asked: Vec<Rupiah>,
    /// What of it lies above its ceiling; nothing without one.
    pub short: Vec<Rupiah>,
}

impl FundColumns {
    pub(super) fn zero(units: usize) -> Self {
        Self { asked: vec![Rupiah::ZERO; units], short: vec![Rupiah::ZERO; units] }
    }
}

impl Answer {
    /// Of so many units, each with nobody.
    pub(super) fn zero(plan: &Plan<'_>, units: usize) -> Self {
        let fund = |_| FundColumns::zero(units);
        let year = |year: &crate::plan::compile::BudgetYear| YearColumns {
            year: year.year,
            person_months: vec![People::ZERO; units],
            funds: plan.funds.iter().map(fund).collect(),
        };
        Self { years: plan.years.iter().map(year).collect() }
    }

    /// Writes a unit; `asked` is by year, then fund.
    pub(super) fn put(
        &mut self,
        plan: &Plan<'_>,
        unit: usize,
        asked: &[Rupiah],
        person_months: &[People],
    ) -> Result<(), Broken> {
        let mut asked = asked.iter();
        for (position, (year, people)) in self.years.iter_mut().zip(person_months).enumerate() {
            *year.person_months.get_mut(unit).ok_or(Broken("units"))? = *people;
            for (fund, plan_fund) in year.funds.iter_mut().zip(plan.funds.entries()) {
                let rupiah = *asked.next().ok_or(Broken("funds of a year"))?;
                let ceiling = *plan_fund.ceilings.get(position).ok_or(Broken("years"))?;
                let short = ceiling.map_or(Rupiah::ZERO, |ceiling| rupiah.less(ceiling));
                *fund.asked.get_mut(unit).ok_or(Broken("units"))? = rupiah;
                *fund.short.get_mut(unit).ok_or(Broken("units"))? = short;
            }
        }
        Ok(())
    }

    /// What a unit comes to in all years.
    #[must_use]
    pub fn rupiah(&self, unit: usize) -> Option<Rupiah> {
        let funds = self.years.iter().flat_map(|year| &year.funds);
        funds
            .map(|fund| fund.asked.get(unit).copied())
            .try_fold(Rupiah::ZERO, |sum, one| sum.plus(one?))
    }
}

/// The sums of all units, of one answer or of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How many units.
    pub units: u64,
    /// As an answer has them, with one entry in each column; empty before the first answer.
    pub years: Vec<YearColumns>,
}

impl Totals {
    /// Of no unit yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { units: 0, years: Vec::new() }
    }

    /// Adds the units of an answer of the same plan.
    ///
    /// # Errors
    /// `amountTooLarge` where a sum is more than rupiah can be.
    pub fn add(&mut self, answer: &Answer) -> Result<(), Problem> {
        let units = answer.years.first().map_or(0, |year| year.person_months.len());
        self.units = self.units.saturating_add(units as u64);
        if self.years.is_empty() {
            let fund = |_: &FundColumns| FundColumns::zero(1);
            let year = |year: &YearColumns| YearColumns {
                year: year.year,
                person_months: vec![People::ZERO],
                funds: year.funds.iter().map(fund).collect(),
            };
            self.years = answer.years.iter().map(year).collect();
        }
        for (sums, year) in self.years.iter_mut().zip(&answer.years) {
            for sum in &mut sums.person_months {
                *sum = sum.plus(year.person_months.iter().copied().sum());
                if sum.get() > Rupiah::MAX.get() {
                    return Err(too_large());
                }
            }
            for (sums, fund) in sums.funds.iter_mut().zip(&year.funds) {
                all(&mut sums.asked, &fund.asked)?;
                all(&mut sums.short, &fund.short)?;
            }
        }
        Ok(())
    }
}

impl Default for Totals {
    fn default() -> Self {
        Self::new()
    }
}

fn all(sums: &mut [Rupiah], column: &[Rupiah]) -> Result<(), Problem> {
    for sum in sums {
        let parts = [*sum].into_iter().chain(column.iter().copied());
        *sum = Rupiah::all(parts).ok_or_else(too_large)?;
    }
    Ok(())
}

pub(super) fn too_large() -> Problem {
    problem!(AmountTooLarge, "", limit = Rupiah::MAX.get())
}
