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
    /// All that is billed: what the funds are asked for together.
    pub rupiah: Vec<Rupiah>,
    /// What of it lies above the ceilings.
    pub short: Vec<Rupiah>,
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

impl YearColumns {
    /// Of so many units, each with nobody; `funds`: how many there are.
    pub(super) fn zero(year: u16, funds: usize, units: usize) -> Self {
        Self {
            year,
            person_months: vec![People::ZERO; units],
            rupiah: vec![Rupiah::ZERO; units],
            short: vec![Rupiah::ZERO; units],
            funds: vec![FundColumns::zero(units); funds],
        }
    }
}

impl FundColumns {
    pub(super) fn zero(units: usize) -> Self {
        Self { asked: vec![Rupiah::ZERO; units], short: vec![Rupiah::ZERO; units] }
    }
}

impl Answer {
    /// Of so many units, each with nobody.
    pub(super) fn zero(plan: &Plan<'_>, units: usize) -> Self {
        let funds = plan.funds.entries().len();
        let years = plan.years.iter().map(|year| YearColumns::zero(year.year, funds, units));
        Self { years: years.collect() }
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
            let (mut all, mut all_short) = (Rupiah::ZERO, Rupiah::ZERO);
            for (fund, plan_fund) in year.funds.iter_mut().zip(plan.funds.entries()) {
                let rupiah = *asked.next().ok_or(Broken("funds of a year"))?;
                let ceiling = *plan_fund.ceilings.get(position).ok_or(Broken("years"))?;
                let short = ceiling.map_or(Rupiah::ZERO, |ceiling| rupiah.less(ceiling));
                *fund.asked.get_mut(unit).ok_or(Broken("units"))? = rupiah;
                *fund.short.get_mut(unit).ok_or(Broken("units"))? = short;
                // Together no more than all bills of the unit, which are known to be rupiah.
                all = all.within(rupiah);
                all_short = all_short.within(short);
            }
            *year.person_months.get_mut(unit).ok_or(Broken("units"))? = *people;
            *year.rupiah.get_mut(unit).ok_or(Broken("units"))? = all;
            *year.short.get_mut(unit).ok_or(Broken("units"))? = all_short;
        }
        Ok(())
    }

    /// What a unit comes to in all years.
    #[must_use]
    pub fn rupiah(&self, unit: usize) -> Option<Rupiah> {
        let mut years = self.years.iter().map(|year| year.rupiah.get(unit).copied());
        years.try_fold(Rupiah::ZERO, |sum, one| sum.plus(one?))
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
            let years = answer.years.iter();
            self.years = years.map(|one| YearColumns::zero(one.year, one.funds.len(), 1)).collect();
        }
        for (sums, year) in self.years.iter_mut().zip(&answer.years) {
            for sum in &mut sums.person_months {
                *sum = sum.plus(year.person_months.iter().copied().sum());
                if sum.get() > Rupiah::MAX.get() {
                    return Err(too_large());
                }
            }
            all(&mut sums.rupiah, &year.rupiah)?;
            all(&mut sums.short, &year.short)?;
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
