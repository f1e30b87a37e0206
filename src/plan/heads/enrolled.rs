//! The people enrolled in one segment, month after month.

use super::asked;
use super::flow::{ByCause, Flow};
use crate::law::{Law, key};
use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::{Group, Joining, Latest, Plan};

/// The people enrolled in a segment, and what happens to them in the month at hand.
pub(super) struct Enrolled<'p, 's> {
    pub group: &'p Group<'s>,
    pub people: People,
    flow: Flow,
    counts: Latest<'p>,
    /// What of a person has left so far, in twelve-millionths.
    leaving: ByCause<u64>,
    /// Before the first month nobody leaves: the members named are those of that month.
    started: bool,
    /// Position of the billed columns that end next.
    billed: usize,
    /// The last month with somebody billed, and how many.
    last_bill: Option<(Month, People)>,
    /// Where the planner counts members until they lapse: the law that says when they do.
    lapse: Option<Law<'s>>,
}

/// A percentage of a year in millionths, of a month: twelve times a million.
const OF_A_MONTH: u64 = 12_000_000;

impl<'p, 's> Enrolled<'p, 's> {
    pub fn of(plan: &Plan<'s>, group: &'p Group<'s>) -> Self {
        let (people, counts): (_, &[_]) = match &group.joining {
            Joining::Counts(counts) => (People::ZERO, counts),
            Joining::Target { members, .. } | Joining::Path { members, .. } => (*members, &[]),
        };
        Self {
            group,
            people,
            flow: Flow::default(),
            counts: Latest::of(counts),
            leaving: ByCause::default(),
            started: false,
            billed: 0,
            last_bill: None,
            lapse: plan.keeps(group).then_some(plan.law),
        }
    }

    /// A month begins: members leave, a count takes over, a path is followed.
    pub fn begin(&mut self, month: Month) {
        if self.started {
            self.leave();
        }
        self.started = true;
        match &self.group.joining {
            Joining::Counts(_) => {
                if let Some(count) = self.counts.turns(month) {
                    self.take_count(count.people);
                }
            }
            Joining::Path { eligible, path, most, .. } => {
                let asked =
                    asked(path, month).map_or(People::ZERO, |asked| asked.members(*eligible));
                let missing = asked.min(*eligible).less(self.people);
                self.join(most.map_or(missing, |most| missing.min(most)));
            }
            Joining::Target { .. } => {}
        }
    }

    /// The month in which the next count takes over, of a segment to which nothing else happens; far away, if there is
    /// none.
    pub fn quiet_until(&self) -> Option<Month> {
        let counts = matches!(self.group.joining, Joining::Counts(_));
        (counts && self.group.leave.is_empty())
            .then(|| self.counts.next().unwrap_or(Month::of(2_200, 1)))
    }

    /// The part of a person who leaves is carried on until it is a whole one.
    fn leave(&mut self) {
        for leaving in self.group.leave {
            let carried = self.leaving.of_mut(leaving.cause);
            // At most 300 million people and a million millionths: far below 2^64.
            let rate = leaving.percent_a_year.millionths();
            *carried = carried.saturating_add(self.people.get().saturating_mul(rate));
            let whole = People::new(*carried / OF_A_MONTH);
            *carried %= OF_A_MONTH;
            let left = whole.min(self.people);
            let of_cause = self.flow.left.of_mut(leaving.cause);
            *of_cause = of_cause.plus(left);
            self.people = self.people.less(left);
        }
    }

    /// A count of the planner is of those proposed; whoever is accepted is there from now on.
    fn take_count(&mut self, count: People) {
        let accepted = count.part(self.group.accepted);
        self.flow.joined = accepted.less(self.people);
        self.flow.dropped = self.people.less(accepted);
        self.flow.proposed = self.proposed(self.flow.joined);
        self.people = accepted;
        self.leaving = ByCause::default();
    }

    pub fn join(&mut self, people: People) {
        if people == People::ZERO {
            return;
        }
        self.people = self.people.plus(people);
        self.flow.joined = self.flow.joined.plus(people);
        self.flow.proposed = self.proposed(self.flow.joined);
    }

    /// So many must be proposed that these are accepted.
    fn proposed(&self, joined: People) -> People {
        if self.group.accepted == Rate::WHOLE {
            return joined;
        }
        let accepted = self.group.accepted.millionths();
        let (people, rest) = ratio(joined.get(), Rate::WHOLE.millionths(), accepted);
        People::new(people.saturating_add(u64::from(rest > 0)))
    }

    /// The month ends: what happened.
    pub fn take_flow(&mut self) -> Flow {
        let flow = core::mem::take(&mut self.flow);
        Flow { enrolled: self.people, ..flow }
    }

    /// Who is billed in a month: with bills from the next month on, those who joined in this one are not.
    pub fn bill(&mut self, month: Month, flow: &Flow) -> People {
        let waits = if self.group.billed_from_next { flow.joined } else { People::ZERO };
        let billed = self.people.less(waits);
        if billed > People::ZERO {
            self.last_bill = Some((month, billed));
        }
        billed
    }

    /// Where the planner counts them: in a month that is not billed, those of the last bill who are still enrolled,
    /// for as many months as the rule in force at that bill lets membership go unpaid.
    pub fn unlapsed(&self, is_billed: bool, month: Month) -> People {
        let (Some(law), Some((last, people)), false) = (self.lapse, self.last_bill, is_billed)
        else {
            return People::ZERO;
        };
        // The check refuses a plan whose rule is not known.
        let lapse = law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last);
        let kept = lapse.is_ok_and(|lapse| u64::from(month.since(last)) <= lapse.value);
        if kept { people.min(self.people) } else { People::ZERO }
    }

    /// Whether it is billed in a column; asked for columns in rising order.
    pub fn is_billed(&mut self, column: usize) -> bool {
        while let Some(columns) = self.group.billed.get(self.billed) {
            if column < columns.end {
                return columns.start <= column;
            }
            self.billed = self.billed.saturating_add(1);
        }
        false
    }
}
