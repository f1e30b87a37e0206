//! Members of one segment, month by month.

use super::flow::{ByCause, Flow};
use super::path::asked;
use crate::law::{Law, key};
use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::{Group, Joining, Latest, Plan};

/// Members of a segment and their movements in the current month.
pub(crate) struct Enrolled<'p, 's> {
    pub group: &'p Group<'s>,
    pub people: People,
    flow: Flow,
    counts: Latest<'p>,
    /// Fractions of a person who has left, by cause, in units of 1/12,000,000.
    leaving: ByCause<u64>,
    /// False before the first month: the stated members are those of the first month, so nobody leaves before it.
    started: bool,
    /// Position of the range of billed columns that ends next.
    billed: usize,
    /// Last billed month, and its heads.
    last_bill: Option<(Month, People)>,
    /// The law, where the planner counts members until membership lapses.
    lapse: Option<Law<'s>>,
}

/// 1,000,000 millionths × 12: a yearly percentage applied to one month.
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

    /// Starts a month: members leave, a new count holds, or the path asks for more.
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

    /// Month of the next count, for a segment in which nothing else happens; the last possible month if there is
    /// none. `None` where people leave or follow a path.
    pub fn quiet_until(&self) -> Option<Month> {
        let counts = matches!(self.group.joining, Joining::Counts(_));
        (counts && self.group.leave.is_empty())
            .then(|| self.counts.next().unwrap_or(Month::of(2_200, 1)))
    }

    /// Members leave as whole people; the fraction is carried to the next month.
    fn leave(&mut self) {
        for leaving in self.group.leave {
            let carried = self.leaving.of_mut(leaving.cause);
            // At most 300,000,000 people × 1,000,000 millionths: below 2^64.
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

    /// Sets the members to the accepted part of a count.
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

    /// Number of people to propose so that `joined` are accepted.
    fn proposed(&self, joined: People) -> People {
        if self.group.accepted == Rate::WHOLE {
            return joined;
        }
        let accepted = self.group.accepted.millionths();
        let (people, rest) = ratio(joined.get(), Rate::WHOLE.millionths(), accepted);
        People::new(people.saturating_add(u64::from(rest > 0)))
    }

    /// Ends the month; returns its movements.
    pub fn take_flow(&mut self) -> Flow {
        let flow = core::mem::take(&mut self.flow);
        Flow { enrolled: self.people, ..flow }
    }

    /// Heads billed in the month. Where new members are billed from the next month, those who joined in this one are
    /// not counted.
    pub fn bill(&mut self, month: Month, flow: &Flow) -> People {
        let waits = if self.group.billed_from_next { flow.joined } else { People::ZERO };
        let billed = self.people.less(waits);
        if billed > People::ZERO {
            self.last_bill = Some((month, billed));
        }
        billed
    }

    /// Members counted in a month that is not billed: those of the last bill who are still enrolled, for as many
    /// months as the law allowed at that bill (Permenaker 5/2021). 0 unless the planner counts them.
    pub fn unlapsed(&self, is_billed: bool, month: Month) -> People {
        let (Some(law), Some((last, people)), false) = (self.lapse, self.last_bill, is_billed)
        else {
            return People::ZERO;
        };
        // The check has refused a plan without this value.
        let lapse = law.months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last);
        let kept = lapse.is_ok_and(|lapse| u64::from(month.since(last)) <= lapse.value);
        if kept { people.min(self.people) } else { People::ZERO }
    }

    /// Whether a column is billed. Columns must be asked in rising order.
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
