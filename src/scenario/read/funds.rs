//! Reads the stage, the shares of a bill, the funds with their ceilings and accounts.

use super::check::{Check, Context};
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::problem::problem;
use crate::scenario::fields::Fields;
use crate::scenario::{
    Account, BudgetTotal, Ceiling, Fund, FundKind, Programme, Share, Stage, StageName,
};
use crate::text::{below, digits, place};

impl Check {
    pub(super) fn stage(&mut self, fields: Fields<'_>, context: &Context) -> Option<Stage> {
        if !fields.has("stage") || !self.fits("stage") {
            return None;
        }
        let stage = fields.object("stage");
        let month = stage.month("month");
        if let Some(plan) = context.plan.filter(|plan| !plan.contains(month)) {
            let (from, to) = (plan.from, plan.to);
            self.note(problem!(MonthOutsidePlan, "stage.month", from = from, to = to));
        }
        Some(Stage { name: stage.choice("name").unwrap_or(StageName::Apbd), month })
    }

    /// Ids of all funds, also of funds with other problems, so that a share that names one of them is not reported
    /// too. `None` where an id cannot be read.
    pub(super) fn fund_ids(&self, fields: Fields<'_>) -> Option<Vec<String>> {
        let ids = || fields.list("funds").iter().map(|fund| Fields::of(fund).text("id")).collect();
        self.fits_in_all(fields, "funds", "funds", "id").then(ids)
    }

    /// Reads shares: they name different funds and sum to exactly 100 %.
    pub(super) fn shares(
        &mut self,
        fields: Fields<'_>,
        key: &str,
        path: &str,
        context: &Context,
    ) -> Vec<Share> {
        let path = below(&below(path, "."), key);
        let mut shares: Vec<Share> = Vec::new();
        let mut sum = 0_u64;
        for (share, path) in self.entries(fields, key, &path) {
            let (id, percent) = (share.text("fund"), share.percent("percent"));
            sum = sum.saturating_add(percent.millionths());
            if !self.fits_at(&path, "fund") {
                continue;
            }
            if shares.iter().any(|other| other.id == id) {
                self.note(problem!(Duplicate, path.as_str(), value = id.as_str()));
            }
            let place = |ids: &Vec<String>| ids.iter().position(|fund| *fund == id);
            match context.funds.as_ref().map(place) {
                Some(Some(fund)) => {
                    let pays = self.fits_at(&path, "percent") && percent > Rate::from_millionths(0);
                    if pays && context.will_not_pay.get(fund).is_some_and(|never| *never) {
                        let place = below(&path, ".percent");
                        self.note(problem!(WillNotPayShare, place, fund = id.as_str()));
                    }
                    shares.push(Share { fund, id, percent });
                }
                Some(None) => {
                    self.note(problem!(UnknownFund, below(&path, ".fund"), value = id));
                }
                None => {}
            }
        }
        if fields.has(key) && self.fits(&path) && sum != Rate::WHOLE.millionths() {
            self.note(problem!(SharesNotWhole, path, sum = Rate::from_millionths(sum)));
        }
        shares
    }

    pub(super) fn funds(&mut self, fields: Fields<'_>, context: &Context) -> Vec<Fund> {
        let mut funds = Vec::new();
        for (fund, path) in self.entries(fields, "funds", "funds") {
            funds.push(Fund {
                id: fund.text("id"),
                name: fund.text("name"),
                kind: fund.choice("kind").unwrap_or(FundKind::ApbdRegency),
                ceilings: self.ceilings(fund, &path),
                next: None,
                next_id: fund.text_if("next"),
                will_not_pay: fund.truth("willNotPay"),
                accounts: self.accounts(fund, &path),
                evidence: fund.evidence(),
            });
        }
        self.unique_ids(fields, "funds");
        if context.funds.is_some() {
            self.order_of_use(&mut funds);
        }
        funds
    }

    /// Resolves `next` of each fund. A circle is a problem.
    fn order_of_use(&mut self, funds: &mut [Fund]) {
        let ids: Vec<String> = funds.iter().map(|fund| fund.id.clone()).collect();
        for (index, fund) in funds.iter_mut().enumerate() {
            let place = place("funds[#].next", &[index]);
            let Some(id) = fund.next_id.as_ref().filter(|_| self.fits(&place)) else { continue };
            fund.next = ids.iter().position(|other| other == id);
            if fund.next.is_none() {
                self.note(problem!(UnknownFund, place, value = id.as_str()));
            }
        }
        for index in 0..funds.len() {
            let after = |fund: usize| funds.get(fund).and_then(|fund| fund.next);
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

    fn ceilings(&mut self, fields: Fields<'_>, path: &str) -> Vec<Ceiling> {
        let mut ceilings: Vec<Ceiling> = Vec::new();
        for (ceiling, path) in self.entries(fields, "ceilings", &below(path, ".ceilings")) {
            if !self.fits_at(&path, "year") {
                continue;
            }
            let year = u16::try_from(ceiling.whole("year")).unwrap_or_default();
            if ceilings.iter().any(|other| other.year == year) {
                self.note(problem!(Duplicate, below(&path, ".year"), value = digits(year)));
            }
            let may = |key| ceiling.has(key).then(|| ceiling.rupiah(key));
            let (before, allocation) = (may("beforeRupiah"), may("allocationRupiah"));
            ceilings.push(Ceiling { year, rupiah: ceiling.rupiah("rupiah"), before, allocation });
        }
        ceilings
    }

    fn accounts(&mut self, fields: Fields<'_>, path: &str) -> Vec<Account> {
        let mut accounts: Vec<Account> = Vec::new();
        for (account, path) in self.entries(fields, "accounts", &below(path, ".accounts")) {
            if !self.fits_at(&path, "programme") {
                continue;
            }
            let programme = account.choice::<Programme>("programme");
            if accounts.iter().any(|other| other.programme == programme) {
                let value = programme.map_or("–", Programme::name);
                self.note(problem!(Duplicate, below(&path, ".programme"), value = value));
            }
            accounts.push(Account {
                programme,
                code: account.text("code"),
                description: account.text("description"),
            });
        }
        accounts
    }
}

pub(super) fn totals(fields: Fields<'_>) -> Vec<BudgetTotal> {
    let total = |input| {
        let fields = Fields::of(input);
        let year = u16::try_from(fields.whole("year")).unwrap_or_default();
        BudgetTotal { name: fields.text("name"), year, rupiah: fields.rupiah("rupiah") }
    };
    fields.list("totals").iter().map(total).collect()
}
