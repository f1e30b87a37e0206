//! How far a ceiling goes in time: month after month, until one is not paid in full.

use crate::money::{Rate, Rupiah, split};
use crate::month::Month;
use crate::people::People;
use crate::plan::funding::Bill;

/// A ceiling, month after month, until it does not suffice.
pub(super) struct Walk {
    left: Rupiah,
    pub full_months: u64,
    /// Heads of the months that are paid in full.
    pub person_months: People,
    month: Option<Month>,
    /// What is due in the month at hand: of each segment its heads, its contributions and shares.
    due: Vec<Due>,
    pub ends_in: Option<Month>,
}

/// What one segment asks of a fund in one month.
struct Due {
    segment: usize,
    heads: People,
    /// Whether it is asked for each of them; else for a contract.
    by_worker: bool,
    /// What one person or a contract costs, the shares of all payers, and which of them is the fund's.
    levies: Vec<(Rupiah, bool, Vec<Rate>, usize)>,
}

impl Due {
    /// So many people, where they are paid for one by one.
    fn counted(&self, people: People) -> People {
        if self.by_worker { people } else { People::ZERO }
    }

    /// What the fund pays for so many people of the segment.
    fn costs(&self, people: People) -> Rupiah {
        let mut parts = Vec::new();
        self.levies.iter().fold(Rupiah::ZERO, |sum, (levy, by_worker, shares, own)| {
            let bill = if *by_worker { levy.times(people) } else { Some(*levy) };
            split(bill.unwrap_or(Rupiah::MAX), shares, &mut parts);
            sum.and(parts.get(*own).copied().unwrap_or_default())
        })
    }
}

impl Walk {
    pub const fn new(ceiling: Rupiah) -> Self {
        Self {
            left: ceiling,
            full_months: 0,
            person_months: People::ZERO,
            month: None,
            due: Vec::new(),
            ends_in: None,
        }
    }

    pub fn enter(&mut self, bill: &Bill<'_, '_>, fund: usize) {
        if self.ends_in.is_some() {
            return;
        }
        if self.month != Some(bill.month) {
            self.close();
            if self.ends_in.is_some() {
                return;
            }
            self.month = Some(bill.month);
        }
        let Some(own) = bill.shares.iter().position(|share| share.fund == fund) else { return };
        let shares = bill.shares.iter().map(|share| share.percent).collect();
        let levy = (bill.levy.rupiah, bill.by_worker, shares, own);
        match self.due.last_mut().filter(|due| due.segment == bill.segment) {
            Some(due) => due.levies.push(levy),
            None => {
                let (segment, heads, by_worker) = (bill.segment, bill.heads, bill.by_worker);
                self.due.push(Due { segment, heads, by_worker, levies: vec![levy] });
            }
        }
    }

    /// A month is over: paid in full, or the end.
    pub fn close(&mut self) {
        if self.ends_in.is_some() || self.month.is_none() {
            return;
        }
        let due = self.due.iter().map(|due| due.costs(due.heads));
        let due: Rupiah = due.sum();
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

    /// Who of the month that is not paid in full still is, segment after segment; with all who are paid for one by
    /// one, summed over the months, and what is left.
    pub fn last_month(&self) -> (People, People, Rupiah) {
        let (mut people, mut person_months) = (People::ZERO, self.person_months);
        let mut left = self.left;
        if self.ends_in.is_none() {
            return (people, person_months, left);
        }
        for due in &self.due {
            let (mut below, mut above) = (0, due.heads.get().saturating_add(1));
            if due.costs(People::ZERO) > left {
                continue;
            }
            while above.saturating_sub(below) > 1 {
                let middle = below.saturating_add(above) / 2;
                if due.costs(People::new(middle)) <= left { below = middle } else { above = middle }
            }
            left = left.less(due.costs(People::new(below)));
            people = people.plus(People::new(below));
            person_months = person_months.plus(due.counted(People::new(below)));
        }
        (people, person_months, left)
    }
}
