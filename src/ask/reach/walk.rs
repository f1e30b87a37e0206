//! How long a ceiling lasts: month by month, until one is not paid in full.

use crate::money::{Rupiah, split};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::Shares;
use crate::plan::cost::Bill;
use crate::plan::price::Levy;
use crate::plan::row::{FundAt, SegmentAt};

/// Follows one ceiling month by month until it does not suffice.
pub(super) struct Walk<'p, 'a> {
    fund: FundAt,
    left: Rupiah,
    pub full_months: u64,
    /// Heads of the months paid in full.
    pub person_months: People,
    month: Option<Month>,
    /// Bills of the current month.
    due: Vec<Due<'p, 'a>>,
    pub ends_in: Option<Month>,
}

/// What one segment asks of the fund in one month.
struct Due<'p, 'a> {
    segment: SegmentAt,
    heads: People,
    by_worker: bool,
    levies: Vec<(&'p Levy<'a>, &'p Shares)>,
}

impl Due<'_, '_> {
    /// The people if they are paid by head; 0 for a contract.
    fn counted(&self, people: People) -> People {
        if self.by_worker { people } else { People::ZERO }
    }

    /// What the fund pays for this many people of the segment.
    fn costs(&self, fund: FundAt, people: People) -> Rupiah {
        let mut parts = Vec::new();
        self.levies.iter().fold(Rupiah::ZERO, |sum, (levy, shares)| {
            // At most the planned people, whose bills were checked to fit.
            let bill = if self.by_worker { levy.rupiah.times_within(people) } else { levy.rupiah };
            split(bill, &shares.percents, &mut parts);
            let own = shares.funds.iter().zip(&parts).filter(|(of, _)| **of == Some(fund));
            own.fold(sum, |sum, (_, part)| sum.within(*part))
        })
    }
}

impl<'p, 'a> Walk<'p, 'a> {
    pub const fn new(fund: FundAt, ceiling: Rupiah) -> Self {
        Self {
            fund,
            left: ceiling,
            full_months: 0,
            person_months: People::ZERO,
            month: None,
            due: Vec::new(),
            ends_in: None,
        }
    }

    /// Starts a month in which somebody is billed, by whatever fund.
    pub fn begin(&mut self, month: Month) {
        self.close();
        if self.ends_in.is_none() {
            self.month = Some(month);
        }
    }

    /// Adds a bill in which the fund has a share.
    pub fn enter(&mut self, bill: &Bill<'_, 'p, 'a>) {
        if self.ends_in.is_some() {
            return;
        }
        let levy = (bill.levy, bill.shares);
        match self.due.last_mut().filter(|due| due.segment == bill.segment) {
            Some(due) => due.levies.push(levy),
            None => {
                let Bill { segment, heads, by_worker, .. } = *bill;
                self.due.push(Due { segment, heads, by_worker, levies: vec![levy] });
            }
        }
    }

    /// Ends a month: it is paid in full, or the ceiling ends in it.
    pub fn close(&mut self) {
        if self.ends_in.is_some() || self.month.is_none() {
            return;
        }
        let due = self.due.iter().map(|due| due.costs(self.fund, due.heads));
        let due = due.fold(Rupiah::ZERO, Rupiah::within);
        if due > self.left {
            self.ends_in = self.month;
            return;
        }
        self.left = self.left.less(due);
        self.full_months = self.full_months.saturating_add(1);
        let heads: People = self.due.iter().map(|due| due.counted(due.heads)).sum();
        self.person_months = self.person_months.plus(heads);
        self.due.clear();
    }

    /// For the month that is not paid in full: people still paid, segment by segment; all heads paid, summed over the
    /// months; the rest of the ceiling.
    pub fn last_month(&self) -> (People, People, Rupiah) {
        let (mut people, mut person_months) = (People::ZERO, self.person_months);
        let mut left = self.left;
        if self.ends_in.is_none() {
            return (people, person_months, left);
        }
        for due in &self.due {
            let costs = |people: u64| due.costs(self.fund, People::new(people));
            let (mut below, mut above) = (0, due.heads.get().saturating_add(1));
            if costs(0) > left {
                continue;
            }
            while above.saturating_sub(below) > 1 {
                let middle = below.saturating_add(above) / 2;
                if costs(middle) <= left { below = middle } else { above = middle }
            }
            left = left.less(costs(below));
            people = people.plus(People::new(below));
            person_months = person_months.plus(due.counted(People::new(below)));
        }
        (people, person_months, left)
    }
}
