//! What a plan asks of each fund in each budget year.

use crate::money::{Rupiah, split};
use crate::people::People;
use crate::plan::compile::{Group, Plan};
use crate::plan::cost::{Billed, Bills};
use crate::plan::price::{Fault, Prices};
use crate::plan::row::{Broken, FundAt, Row, SegmentAt};
use crate::problem::Problems;

/// Rupiah asked of each fund in each budget year, and the sum.
pub(super) struct Spent {
    years: Vec<Row<FundAt, Rupiah>>,
    pub total: Rupiah,
}

impl Spent {
    /// Rupiah of the segments for which `count` is true, by the funds that have the shares: nothing is passed on yet.
    ///
    /// # Errors
    /// Those of [`Bills::of`].
    pub fn of(
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        heads: &Row<SegmentAt, Vec<People>>,
        count: &dyn Fn(SegmentAt) -> bool,
    ) -> Result<Self, Problems> {
        let Bills { billed, total } = Bills::of(plan, prices, heads, count)?;
        let years = plan.years.iter().map(|_| plan.funds.map(|_| Rupiah::ZERO)).collect();
        let mut spent = Self { years, total };
        for one in &billed {
            let group = plan.segments.at(one.segment)?;
            spent.add(plan, prices, group, heads.at(one.segment)?, one)?;
        }
        Ok(spent)
    }

    /// Both together; `None` where a fund is asked for more than the greatest rupiah.
    pub fn with(mut self, other: &Self) -> Option<Self> {
        for (year, more) in self.years.iter_mut().zip(&other.years) {
            for ((_, sum), (_, rupiah)) in year.iter_mut().zip(more.iter()) {
                *sum = sum.plus(*rupiah)?;
            }
        }
        self.total = self.total.within(other.total);
        Some(self)
    }

    /// Passes on what exceeds ceilings. A year's sum is enough: in whatever order bills come, a fund keeps its ceiling,
    /// or all that it is asked for where that is less, and the next fund gets the rest. `order` has each fund before
    /// its next.
    pub fn pass_on(mut self, plan: &Plan<'_>, order: &[FundAt]) -> Result<Self, Broken> {
        for (place, year) in self.years.iter_mut().enumerate() {
            for at in order {
                let purse = plan.funds.at(*at)?;
                let ceiling = *purse.ceilings.get(place).ok_or(Broken("years"))?;
                let (Some(next), Some(ceiling)) = (purse.next, ceiling) else { continue };
                let asked = year.at_mut(*at)?;
                let over = asked.less(ceiling);
                *asked = asked.less(over);
                let next = year.at_mut(next)?;
                *next = next.within(over);
            }
        }
        Ok(self)
    }

    /// Rupiah asked of a fund in the n-th budget year of the plan.
    pub fn at(&self, year: usize, fund: FundAt) -> Result<Rupiah, Broken> {
        self.years.get(year).ok_or(Broken("years"))?.at(fund).copied()
    }

    fn pay(&mut self, year: usize, fund: FundAt, rupiah: Rupiah) -> Result<(), Broken> {
        let sum = self.years.get_mut(year).ok_or(Broken("years"))?.at_mut(fund)?;
        *sum = sum.within(rupiah);
        Ok(())
    }

    /// Adds the bills of one price. Months with equal heads have equal bills, which are split once.
    fn add(
        &mut self,
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        group: &Group<'_>,
        row: &[People],
        billed: &Billed,
    ) -> Result<(), Broken> {
        let cell = prices.cells(billed.segment)?.get(billed.cell).ok_or(Broken("prices"))?;
        let levies = prices.levies(cell).map_err(Fault::broken)?;
        let mut parts = Vec::new();
        for (year, of_year) in plan.years.iter().enumerate() {
            let Some(columns) = billed.columns_in(of_year) else { continue };
            for run in Billed::heads(group, row, &columns)?.chunk_by(|a, b| a == b) {
                let heads = run.first().copied().unwrap_or_default();
                if heads == People::ZERO {
                    continue;
                }
                let months = People::new(run.len() as u64);
                for levy in levies {
                    let shares = group.shares.of(levy.part);
                    split(levy.rupiah.times_within(heads), &shares.percents, &mut parts);
                    for (fund, part) in shares.funds.iter().zip(&parts) {
                        if let Some(fund) = fund {
                            self.pay(year, *fund, part.times_within(months))?;
                        }
                    }
                }
            }
        }
        Ok(())
    }
}
