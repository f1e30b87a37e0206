//! What a plan asks of each fund in each budget year.

use crate::money::{Rupiah, split};
use crate::people::People;
use crate::plan::compile::{Group, Plan};
use crate::plan::cost::{Billed, Bills, bills};
use crate::plan::price::{Fault, Prices};
use crate::plan::row::{Broken, FundAt, Row, SegmentAt};
use crate::problem::Problem;

/// Rupiah asked of each fund in each budget year, and the sum.
pub(super) struct Spent {
    years: Vec<Row<FundAt, Rupiah>>,
    pub total: Rupiah,
}

impl Spent {
    /// Rupiah of the segments for which `count` is true.
    ///
    /// # Errors
    /// Those of [`Bills::of`].
    pub fn of(
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        heads: &Row<SegmentAt, Vec<People>>,
        count: &dyn Fn(SegmentAt) -> bool,
    ) -> Result<Self, Vec<Problem>> {
        let Bills { billed, total } = Bills::of(plan, prices, heads, count)?;
        let years = plan.years.iter().map(|_| plan.funds.map(|_| Rupiah::ZERO)).collect();
        let mut spent = Self { years, total };
        for one in &billed {
            let group = plan.segments.at(one.segment)?;
            if !group.passes {
                spent.add(plan, prices, group, heads.at(one.segment)?, one)?;
            }
        }
        let passes = |at, group: &Group<'_>| group.passes && count(at);
        let mut year = 0_usize;
        bills(plan, prices, heads, &passes, &mut |bill| {
            while plan.years.get(year).is_some_and(|year| year.columns.end <= bill.column) {
                year = year.saturating_add(1);
            }
            for payment in bill.payments {
                spent.pay(year, payment.fund, payment.rupiah)?;
            }
            Ok(())
        })?;
        Ok(spent)
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
        let contract = [People::new(1)];
        let mut parts = Vec::new();
        for (year, of_year) in plan.years.iter().enumerate() {
            let start = of_year.columns.start.max(billed.first);
            let end = of_year.columns.end.min(billed.last.saturating_add(1));
            if start >= end {
                continue;
            }
            let heads = if group.is_contract() { Some(&contract[..]) } else { row.get(start..end) };
            for run in heads.ok_or(Broken("columns"))?.chunk_by(|a, b| a == b) {
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
