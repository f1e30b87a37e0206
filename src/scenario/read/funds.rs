//! Reads the stage, the shares of a bill, the funds with their ceilings and accounts.

use super::check::{Check, Context};
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::month::Span;
use crate::problem::problem;
use crate::scenario::fields::Fields;
use crate::scenario::{Account, BudgetTotal, Ceiling, Fund, Input, Programme, Share, Stage};
use crate::text::{below, digits, place};

impl Check {
    pub(super) fn stage(&mut self, fields: Fields<'_>, context: &Context) -> Option<Option<Stage>> {
        if !fields.has("stage") {
            return Some(None);
        }
        let stage = fields.object("stage");
        let stage = Stage { name: stage.need("name")?, month: stage.need("month")? };
        let outside = |plan: &Span| !plan.contains(stage.month);
        if let Some(plan) = context.plan.filter(outside).filter(|_| self.fits("stage")) {
            let (from, to) = (plan.from, plan.to);
            self.note(problem!(MonthOutsidePlan, "stage.month", from = from, to = to));
        }
        Some(Some(stage))
    }

    /// Reads shares: they name different funds and sum to exactly 100 %.
    pub(super) fn shares(
        &mut self,
        fields: Fields<'_>,
        key: &str,
        path: &str,
        context: &Context,
    ) -> Option<Vec<Share>> {
        let path = below(&below(path, "."), key);
        let mut named: Vec<String> = Vec::new();
        let mut sum = Rate::from_millionths(0);
        let shares = self.each(fields, key, &path, |check, share, path| {
            let percent: Option<Rate> = share.need("percent");
            sum = percent.map_or(sum, |percent| sum.plus(percent));
            let id = share.need::<String>("fund").filter(|_| check.fits_at(path, "fund"))?;
            if named.contains(&id) {
                check.note(problem!(Duplicate, path, value = id.as_str()));
            }
            let place = |ids: &Vec<String>| ids.iter().position(|fund| *fund == id);
            match context.funds.as_ref().map(place) {
                Some(Some(fund)) => {
                    let pays = percent.filter(|_| check.fits_at(path, "percent"));
                    let pays = pays.is_some_and(|percent| percent > Rate::from_millionths(0));
                    if pays && context.will_not_pay.get(fund).is_some_and(|never| *never) {
                        let place = below(path, ".percent");
                        check.note(problem!(WillNotPayShare, place, fund = id.as_str()));
                    }
                    named.push(id.clone());
                }
                Some(None) => {
                    check.note(problem!(UnknownFund, below(path, ".fund"), value = id.as_str()));
                }
                None => {}
            }
            Some(Share { fund: id, percent: percent? })
        });
        if fields.has(key) && self.fits(&path) && sum != Rate::WHOLE {
            self.note(problem!(SharesNotWhole, path, sum = sum));
        }
        shares
    }

    pub(super) fn funds(&mut self, fields: Fields<'_>, context: &Context) -> Option<Vec<Fund>> {
        let funds = self.each(fields, "funds", "funds", |check, fund, path| {
            let ceilings = check.ceilings(fund, path);
            let accounts = check.accounts(fund, path);
            Some(Fund {
                id: fund.need("id")?,
                name: fund.need("name")?,
                kind: fund.need("kind")?,
                ceilings: ceilings?,
                next: fund.may("next")?,
                will_not_pay: fund.or("willNotPay", false)?,
                accounts: accounts?,
                evidence: fund.evidence()?,
            })
        });
        self.unique_ids(fields, "funds");
        if let Some(ids) = &context.funds {
            self.order_of_use(fields.list("funds"), ids);
        }
        funds
    }

    /// `next` names a fund. A circle is a problem.
    fn order_of_use(&mut self, funds: &[Input], ids: &[String]) {
        let mut next = Vec::with_capacity(funds.len());
        for (index, fund) in funds.iter().enumerate() {
            let place = place("funds[#].next", &[index]);
            let id = Fields::of(fund).need::<String>("next").filter(|_| self.fits(&place));
            let found = id.as_ref().map(|id| ids.iter().position(|other| other == id));
            if let (Some(id), Some(None)) = (id, found) {
                self.note(problem!(UnknownFund, place, value = id));
            }
            next.push(found.flatten());
        }
        for index in 0..funds.len() {
            let after = |fund: usize| next.get(fund).copied().flatten();
            let chain = core::iter::successors(after(index), |fund| after(*fund));
            // Reports each circle once, at its first fund.
            let mut circle: Vec<usize> = Vec::new();
            for fund in chain.take_while(|fund| *fund >= index) {
                if circle.contains(&fund) {
                    break;
                }
                circle.push(fund);
            }
            if circle.last() == Some(&index) {
                self.note(problem!(Circular, place("funds[#].next", &[index])));
            }
        }
    }

    fn ceilings(&mut self, fields: Fields<'_>, path: &str) -> Option<Vec<Ceiling>> {
        let mut years: Vec<u16> = Vec::new();
        self.each(fields, "ceilings", &below(path, ".ceilings"), |check, ceiling, path| {
            let year: u16 = ceiling.need("year").filter(|_| check.fits_at(path, "year"))?;
            if years.contains(&year) {
                check.note(problem!(Duplicate, below(path, ".year"), value = digits(year)));
            }
            years.push(year);
            Some(Ceiling {
                year,
                rupiah: ceiling.need("rupiah")?,
                before: ceiling.may("beforeRupiah")?,
                allocation: ceiling.may("allocationRupiah")?,
            })
        })
    }

    fn accounts(&mut self, fields: Fields<'_>, path: &str) -> Option<Vec<Account>> {
        let mut programmes: Vec<Option<Programme>> = Vec::new();
        self.each(fields, "accounts", &below(path, ".accounts"), |check, account, path| {
            let programme = account.may("programme")?;
            if programmes.contains(&programme) {
                let value = programme.map_or("–", Programme::name);
                check.note(problem!(Duplicate, below(path, ".programme"), value = value));
            }
            programmes.push(programme);
            let (code, description) = (account.need("code")?, account.need("description")?);
            Some(Account { programme, code, description })
        })
    }
}

pub(super) fn totals(fields: Fields<'_>) -> Option<Vec<BudgetTotal>> {
    fields.each("totals", |total| {
        let (name, year) = (total.need("name")?, total.need("year")?);
        Some(BudgetTotal { name, year, rupiah: total.need("rupiah")? })
    })
}
