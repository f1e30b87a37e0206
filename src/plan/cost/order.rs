//! Bills one by one, month by month: for funds with an order of use, and for callers that need single bills.

use super::Cost;
use super::columns::slot;
use crate::money::{Rupiah, split};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::{Group, Plan, PlanFund, Shares};
use crate::plan::price::{Fault, Levy, Prices};
use crate::plan::row::{Broken, FundAt, Position as _, Row, SegmentAt};

/// One bill: one segment, programme, part and month.
pub(crate) struct Bill<'t, 'p, 'a> {
    pub segment: SegmentAt,
    pub column: usize,
    pub month: Month,
    pub heads: People,
    pub levy: &'p Levy<'a>,
    /// Whether it is heads × contribution; false for a contract.
    pub by_worker: bool,
    /// Amount of the bill.
    pub rupiah: Rupiah,
    /// Shares of the funds.
    pub shares: &'p Shares,
    /// Amount by share, in the order of the shares, before the order of use.
    pub parts: &'t [Rupiah],
    /// What each fund pays in the end; a fund may occur twice.
    pub payments: &'t [Payment],
    /// Amounts that moved to the next fund, in order.
    pub passed: &'t [Passed],
}

/// What a fund pays of a bill.
#[derive(Clone, Copy)]
pub(crate) struct Payment {
    pub fund: FundAt,
    pub rupiah: Rupiah,
}

/// An amount that exceeded a ceiling and that the next fund pays.
#[derive(Clone, Copy)]
pub(crate) struct Passed {
    pub from: FundAt,
    pub to: FundAt,
    pub rupiah: Rupiah,
}

/// Calls back for each bill of the segments for which `count` is true: by month, by segment in the order of payment,
/// by programme, the payer's part before the worker's. [`Bills`](super::bills::Bills) has checked that the amounts
/// fit.
pub(crate) fn bills<'p, 'a>(
    plan: &'p Plan<'_>,
    prices: &'p Prices<'a>,
    heads: &Row<SegmentAt, Vec<People>>,
    count: &dyn Fn(SegmentAt, &Group<'_>) -> bool,
    each: &mut dyn FnMut(Bill<'_, 'p, 'a>) -> Result<(), Broken>,
) -> Result<(), Broken> {
    let mut order = Vec::new();
    for at in plan.payment_order() {
        let group = plan.segments.at(at)?;
        if count(at, group) {
            order.push((at, group, heads.at(at)?, prices.cells(at)?));
        }
    }
    if order.is_empty() {
        return Ok(());
    }
    let mut purses = Purses { plan, left: Vec::new(), payments: Vec::new(), passed: Vec::new() };
    let mut parts = Vec::new();
    for (year, of_year) in plan.years.iter().enumerate() {
        purses.fill(year);
        for column in of_year.columns.clone() {
            let month = *plan.months.get(column).ok_or(Broken("months"))?;
            for (segment, group, row, cells) in &mut order {
                while let [cell, rest @ ..] = cells
                    && cell.columns.end <= column
                {
                    *cells = rest;
                }
                let heads = *row.get(column).ok_or(Broken("columns"))?;
                let contract = group.contract_column();
                let by_worker = heads > People::ZERO && contract.is_none();
                if !by_worker && contract != Some(column) {
                    continue;
                }
                let cell = cells.first().ok_or(Broken("prices"))?;
                for levy in prices.levies(cell).map_err(Fault::broken)? {
                    let rupiah =
                        if by_worker { levy.rupiah.times_within(heads) } else { levy.rupiah };
                    let shares = group.shares.of(levy.part);
                    split(rupiah, &shares.percents, &mut parts);
                    purses.pay(shares, &parts)?;
                    let Purses { payments, passed, .. } = &purses;
                    let (segment, parts) = (*segment, &parts[..]);
                    each(Bill {
                        segment,
                        column,
                        month,
                        heads,
                        levy,
                        by_worker,
                        rupiah,
                        shares,
                        parts,
                        payments,
                        passed,
                    })?;
                }
            }
        }
    }
    Ok(())
}

/// What is left of the ceilings of funds with a next fund, in the current year.
struct Purses<'p, 'a> {
    plan: &'p Plan<'a>,
    /// By fund; `None`: no limit.
    left: Vec<Option<Rupiah>>,
    payments: Vec<Payment>,
    passed: Vec<Passed>,
}

impl Purses<'_, '_> {
    /// Sets what is left to the ceilings of a new budget year.
    fn fill(&mut self, year: usize) {
        let left = |(_, plan_fund): (FundAt, &PlanFund)| {
            plan_fund.next.and(plan_fund.ceilings.get(year).copied().flatten())
        };
        self.left = self.plan.funds.iter().map(left).collect();
    }

    fn pay(&mut self, shares: &Shares, parts: &[Rupiah]) -> Result<(), Broken> {
        self.payments.clear();
        self.passed.clear();
        for (fund, part) in shares.funds.iter().zip(parts) {
            let (Some(mut fund), mut due) = (*fund, *part) else { continue };
            loop {
                let plan_fund = self.plan.funds.at(fund)?;
                let left = self.left.get_mut(fund.index());
                let left = left.ok_or(Broken("funds"))?;
                let (Some(rest), Some(to)) = (left.as_mut(), plan_fund.next) else { break };
                let paid = due.min(*rest);
                *rest = rest.less(paid);
                let over = due.less(paid);
                if over == Rupiah::ZERO {
                    break;
                }
                if paid > Rupiah::ZERO {
                    self.payments.push(Payment { fund, rupiah: paid });
                }
                self.passed.push(Passed { from: fund, to, rupiah: over });
                (fund, due) = (to, over);
            }
            self.payments.push(Payment { fund, rupiah: due });
        }
        Ok(())
    }
}

impl Cost {
    /// Adds the bills of segments whose funds have an order of use.
    pub(super) fn pass_on(
        &mut self,
        plan: &Plan<'_>,
        prices: &Prices<'_>,
        heads: &Row<SegmentAt, Vec<People>>,
    ) -> Result<(), Broken> {
        let passes = |_, group: &Group<'_>| group.passes;
        let mut year = 0_usize;
        bills(plan, prices, heads, &passes, &mut |bill| {
            while plan.years.get(year).is_some_and(|year| year.columns.end <= bill.column) {
                year = year.saturating_add(1);
            }
            let group = plan.segments.at(bill.segment)?;
            let programme = bill.levy.programme;
            let add = |column: &mut [Rupiah], rupiah: Rupiah| {
                let sum = column.get_mut(bill.column).ok_or(Broken("columns"))?;
                *sum = sum.within(rupiah);
                Ok(())
            };
            add(&mut self.months, bill.rupiah)?;
            add(self.segments.at_mut(bill.segment)?, bill.rupiah)?;
            add(self.programmes.of_mut(programme), bill.rupiah)?;
            let cube = self.years.get_mut(year).ok_or(Broken("years"))?;
            let cells = cube.of_mut(bill.segment, group)?;
            for Payment { fund, rupiah } in bill.payments {
                add(self.funds.at_mut(*fund)?, *rupiah)?;
                let cell = slot(cells, group, programme, *fund)?;
                *cell = cell.within(*rupiah);
            }
            let first = self.passed.get_mut(year).ok_or(Broken("years"))?;
            for passed in bill.passed {
                first.at_mut(passed.from)?.get_or_insert(bill.column);
            }
            Ok(())
        })
    }
}
