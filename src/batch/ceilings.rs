//! How far the villages' own ceilings of each money are used.

use super::answer::{YearColumns, too_large};
use crate::money::Rupiah;
use crate::plan::row::Broken;
use crate::problem::Problem;
use crate::scenario::Scenario;

/// What the villages use of their own ceilings of a fund in a budget year.
///
/// Of a ceiling is used what its village asks for, and no more than the ceiling: what one village does not use is not there
/// for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CeilingUse {
    /// Position of the fund in the plan.
    pub fund: usize,
    /// The budget year.
    pub year: u16,
    /// Villages with a ceiling of this fund and year.
    pub villages: u32,
    /// Sum of their ceilings.
    pub ceiling: Rupiah,
    /// What they use of it.
    pub used: Rupiah,
    /// What they ask for beyond it.
    pub short: Rupiah,
    /// What villages without a ceiling of this fund and year ask for.
    pub unlimited: Rupiah,
}

/// One entry for each fund and year of the plan of which a village has a ceiling, by fund, then year.
///
/// # Errors
/// `amountTooLarge` where a sum is more than rupiah can be.
pub(super) fn ceiling_use(
    scenario: &Scenario,
    years: &[YearColumns],
) -> Result<Vec<CeilingUse>, Problem> {
    let mut uses = Vec::new();
    for (position, fund) in scenario.funds.iter().enumerate() {
        for year in years {
            let columns = year.funds.get(position).ok_or(Broken("funds of a year"))?;
            let mut found = CeilingUse::none(position, year.year);
            for ((village, asked), short) in
                scenario.villages.iter().zip(&columns.asked).zip(&columns.short)
            {
                let mut ceilings = village.ceilings.iter();
                let own = ceilings.find(|one| one.fund == fund.id && one.year == year.year);
                found.add(own.map(|one| one.rupiah), *asked, *short)?;
            }
            if found.villages > 0 {
                uses.push(found);
            }
        }
    }
    Ok(uses)
}

impl CeilingUse {
    const fn none(fund: usize, year: u16) -> Self {
        let [ceiling, used, short, unlimited] = [Rupiah::ZERO; 4];
        Self { fund, year, villages: 0, ceiling, used, short, unlimited }
    }

    fn add(
        &mut self,
        ceiling: Option<Rupiah>,
        asked: Rupiah,
        short: Rupiah,
    ) -> Result<(), Problem> {
        let sum = |one: Rupiah, other: Rupiah| one.plus(other).ok_or_else(too_large);
        match ceiling {
            None => self.unlimited = sum(self.unlimited, asked)?,
            Some(ceiling) => {
                self.villages = self.villages.saturating_add(1);
                self.ceiling = sum(self.ceiling, ceiling)?;
                self.used = sum(self.used, asked.less(short))?;
                self.short = sum(self.short, short)?;
            }
        }
        Ok(())
    }
}
