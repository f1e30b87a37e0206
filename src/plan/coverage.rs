//! Heads each month: who is there, who leaves, and who joins because a count, a path or the target asks for it.

use super::contribution::{Part, tariff};
use super::funding::is_contract;
use super::path::asked;
use crate::choices;
use crate::choices::Choice as _;
use crate::law::{Law, key};
use crate::money::{Rate, apportion, ratio};
use crate::month::Month;
use crate::order::sort;
use crate::people::People;
use crate::scenario::{
    AfterLastBill, Cause, DatedPeople, Enrolment, Scenario, Segment, Spread, TakesPart, Target,
    WorkerClass, Workforce, people_at,
};

/// The people of a plan, by month in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// Heads billed, by segment and month.
    pub heads: Vec<Vec<People>>,
    /// Who came and went, by segment and month.
    pub flows: Vec<Vec<Flow>>,
    /// Members whose month is not billed and who have not lapsed yet, by segment and month; nobody unless the planner
    /// counts them ([`AfterLastBill`]).
    pub unlapsed: Vec<Vec<People>>,
    /// Coverage by month; `None` without a workforce.
    pub coverage: Option<Vec<Coverage>>,
}

impl Flow {
    /// Who left, with their causes.
    pub fn causes(&self) -> impl Iterator<Item = (Cause, People)> {
        Cause::ALL.iter().copied().zip(self.left)
    }

    /// Who left, for whatever cause.
    #[must_use]
    pub fn all_left(&self) -> People {
        self.left.into_iter().sum()
    }
}

/// Who came and went in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flow {
    /// Who were proposed, so that those who joined are accepted.
    pub proposed: People,
    /// Who joined.
    pub joined: People,
    /// Who left, by cause in the order of [`Cause`].
    pub left: [People; 4],
    /// Who are no longer in a lower count of the planner.
    pub dropped: People,
    /// Who are enrolled at the end of the month.
    pub enrolled: People,
}

choices! {
    /// Whose coverage a figure is.
    pub enum Scope {
        /// That of the region: members outside the segments are known.
        Region = "region",
        /// Only what this plan pays for: they are not.
        Paid = "paid",
    }
}

/// How far coverage reaches in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Which month.
    pub month: Month,
    /// Billed heads, members elsewhere, and members not yet lapsed where the planner counts them.
    pub members: People,
    /// Workers who could be covered.
    pub eligible: People,
    /// Whose coverage it is.
    pub scope: Scope,
    /// What the target asks for; `None` before its first point or without one.
    pub target: Option<Demand>,
}

/// What a target asks for in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Coverage, rounded down to what can be printed.
    pub percent: Rate,
    /// Members, rounded up to whole people.
    pub members: People,
}

/// Members of 100 eligible, rounded down so that it never claims a target early; of nobody there is no share.
#[must_use]
pub fn share_of(members: People, eligible: People) -> Option<Rate> {
    let share = || ratio(members.get(), Rate::WHOLE.millionths(), eligible.get()).0;
    (eligible > People::ZERO).then(|| Rate::from_millionths(share()))
}

/// The same to the nearest hundredth of a percent, as others print it; `None` where that is what cutting leaves.
#[must_use]
pub fn rounded_share_of(members: People, eligible: People) -> Option<Rate> {
    let (hundredths, rest) = ratio(members.get(), 10_000, eligible.get());
    let up = eligible > People::ZERO && rest >= eligible.get().saturating_sub(rest);
    up.then(|| Rate::from_millionths(hundredths.saturating_add(1).saturating_mul(100)))
}

/// People who joined a segment in one month, as their part of those missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// When.
    pub month: Month,
    /// Position of the segment.
    pub segment: usize,
    /// How many.
    pub people: People,
    /// All who were spread at once.
    pub of: People,
    /// The weight of the segment: its room, or its quota in millionths.
    pub weight: u64,
    /// All weights together.
    pub weights: u64,
}

impl Coverage {
    /// Members of 100 eligible, rounded down.
    #[must_use]
    pub fn percent(self) -> Option<Rate> {
        share_of(self.members, self.eligible)
    }

    /// The same to the nearest hundredth, where that is another one.
    #[must_use]
    pub fn rounded_percent(self) -> Option<Rate> {
        rounded_share_of(self.members, self.eligible)
    }

    /// People who could be covered and are no members.
    #[must_use]
    pub const fn gap_to_all(self) -> People {
        self.eligible.less(self.members)
    }

    /// People still missing to the target.
    #[must_use]
    pub fn gap(self) -> Option<People> {
        self.target.map(|demand| demand.members.less(self.members))
    }
}

/// Workers who could be covered in a month: the latest count, grown each January after it.
#[must_use]
pub fn eligible_at(entries: &[DatedPeople], growth: Option<Rate>, month: Month) -> People {
    let Some(entry) = entries.iter().rev().find(|entry| entry.from <= month) else {
        return People::ZERO;
    };
    let mut people = entry.people;
    let Some(growth) = growth else { return people };
    for _ in entry.from.year()..month.year() {
        people = people.part(Rate::WHOLE.plus(growth));
    }
    people
}

fn eligible_of(workforce: &Workforce, month: Month) -> People {
    eligible_at(&workforce.eligible, workforce.growth_percent, month)
}

/// Walks the months in order.
#[must_use]
pub fn crowd(scenario: &Scenario) -> Crowd {
    crowd_told(scenario, &mut |_| {})
}

/// As [`crowd`], telling who joined because the target asked for them.
#[must_use]
pub fn crowd_told(scenario: &Scenario, tell: &mut dyn FnMut(Joined)) -> Crowd {
    let months = usize::from(scenario.period.months);
    let columns = || scenario.segments.iter().map(|_| Vec::with_capacity(months)).collect();
    let (mut heads, mut unlapsed): (Vec<Vec<People>>, Vec<Vec<People>>) = (columns(), columns());
    let mut flows: Vec<Vec<Flow>> =
        scenario.segments.iter().map(|_| Vec::with_capacity(months)).collect();
    let mut members_of: Vec<Enrolled> = scenario.segments.iter().map(Enrolled::new).collect();
    let mut coverage = scenario.workforce.as_ref().map(|_| Vec::with_capacity(months));
    for month in scenario.period.span().months() {
        let workforce = scenario.workforce.as_ref();
        let eligible = workforce.map(|workforce| eligible_of(workforce, month)).unwrap_or_default();
        let others = workforce.and_then(|workforce| people_at(&workforce.other_members, month));
        let scope = if others.is_some() { Scope::Region } else { Scope::Paid };
        let others = others.unwrap_or_default();
        let mut there = others;
        for (segment, enrolled) in scenario.segments.iter().zip(&mut members_of) {
            enrolled.turn(segment, month);
            let counts = segment.is_billed(month)
                || matches!(segment.enrolment, Enrolment::Target { .. } | Enrolment::Path { .. });
            let people =
                if counts { enrolled.people } else { enrolled.unlapsed(scenario, segment, month) };
            there = there.plus(people);
        }
        let target = scenario.target.as_ref();
        let asked = target.and_then(|target| Some((target, asked(&target.path, month)?)));
        let demand = asked.map(|(target, asked)| {
            let demand = Demand { percent: asked.percent(), members: asked.members(eligible) };
            spread(scenario, target, month, demand.members.less(there), &mut members_of, tell);
            demand
        });
        let mut members = others;
        let columns = heads.iter_mut().zip(&mut unlapsed).zip(&mut flows);
        for ((segment, enrolled), ((heads, unlapsed), flows)) in
            scenario.segments.iter().zip(&mut members_of).zip(columns)
        {
            let kept = enrolled.unlapsed(scenario, segment, month);
            let (billed, flow) = enrolled.close(segment, month);
            members = members.plus(billed).plus(kept);
            heads.push(billed);
            unlapsed.push(kept);
            flows.push(flow);
        }
        if let Some(coverage) = &mut coverage {
            coverage.push(Coverage { month, members, eligible, scope, target: demand });
        }
    }
    Crowd { heads, flows, unlapsed, coverage }
}

/// The people enrolled in one segment, and what happens to them in the month at hand.
struct Enrolled {
    people: People,
    flow: Flow,
    /// Position of the count that holds, once one does.
    count: Option<usize>,
    /// What of a person has left so far, by cause, in twelve-millionths.
    leaving: [u64; 4],
    /// Before the first month nobody leaves: the members named are those of that month.
    started: bool,
    /// The last month with somebody billed, and how many.
    last_bill: Option<(Month, People)>,
}

/// A percentage of a year in millionths, of a month: twelve times a million.
const OF_A_MONTH: u64 = 12_000_000;

impl Enrolled {
    fn new(segment: &Segment) -> Self {
        let people = match segment.enrolment {
            Enrolment::Target { members, .. } | Enrolment::Path { members, .. } => members,
            Enrolment::Fixed { .. } => People::ZERO,
        };
        Self {
            people,
            flow: Flow::default(),
            count: None,
            leaving: [0; 4],
            started: false,
            last_bill: None,
        }
    }

    /// A month begins: members leave, a count takes over, a path is followed.
    fn turn(&mut self, segment: &Segment, month: Month) {
        if self.started {
            self.leave(segment);
        }
        self.started = true;
        match &segment.enrolment {
            Enrolment::Fixed { counts, .. } => {
                let position = counts.iter().rposition(|count| count.from <= month);
                if let Some(count) =
                    position.filter(|_| position != self.count).and_then(|at| counts.get(at))
                {
                    self.take_count(segment, count.people);
                    self.count = position;
                }
            }
            Enrolment::Path { eligible, path, most_per_month, .. } => {
                let asked =
                    asked(path, month).map_or(People::ZERO, |asked| asked.members(*eligible));
                let missing = asked.min(*eligible).less(self.people);
                self.join(segment, most_per_month.map_or(missing, |most| missing.min(most)));
            }
            Enrolment::Target { .. } => {}
        }
    }

    /// The part of a person who leaves is carried on until it is a whole one.
    fn leave(&mut self, segment: &Segment) {
        let Some(flows) = &segment.flows else { return };
        for leaving in &flows.leave {
            let cause = leaving.cause as usize;
            let (Some(carried), Some(left)) =
                (self.leaving.get_mut(cause), self.flow.left.get_mut(cause))
            else {
                continue;
            };
            // At most 300 million people and a million millionths: far below 2^64.
            let rate = leaving.percent_a_year.millionths();
            *carried = carried.saturating_add(self.people.get().saturating_mul(rate));
            let whole = People::new(*carried / OF_A_MONTH);
            *carried %= OF_A_MONTH;
            *left = whole.min(self.people);
            self.people = self.people.less(*left);
        }
    }

    /// A count of the planner is of those proposed; whoever is accepted is there from now on.
    fn take_count(&mut self, segment: &Segment, count: People) {
        let accepted = count.part(accepted(segment));
        self.flow.joined = accepted.less(self.people);
        self.flow.dropped = self.people.less(accepted);
        self.flow.proposed = proposed(segment, self.flow.joined);
        self.people = accepted;
        self.leaving = [0; 4];
    }

    fn join(&mut self, segment: &Segment, people: People) {
        self.people = self.people.plus(people);
        self.flow.joined = self.flow.joined.plus(people);
        self.flow.proposed = proposed(segment, self.flow.joined);
    }

    /// Where the planner counts them: in a month that is not billed, those of the last bill who are still enrolled,
    /// for as many months as the rule in force at that bill lets membership go unpaid.
    fn unlapsed(&self, scenario: &Scenario, segment: &Segment, month: Month) -> People {
        let choice = scenario.workforce.as_ref().map(|workforce| workforce.after_last_bill);
        let asked = choice == Some(AfterLastBill::UntilLapsed)
            && segment.class == WorkerClass::Bpu
            && !segment.is_billed(month);
        let Some((last, people)) = self.last_bill.filter(|_| asked) else { return People::ZERO };
        let unpaid = u64::from(month.since(last));
        // `read` refuses a plan whose rule is not known.
        let kept = Law::of(scenario)
            .months(key::MEMBERSHIP_BPU_LAPSE_MONTHS, last)
            .is_ok_and(|lapse| unpaid <= lapse.value);
        if kept { people.min(self.people) } else { People::ZERO }
    }

    /// The month ends: who is billed, and what happened.
    fn close(&mut self, segment: &Segment, month: Month) -> (People, Flow) {
        let mut flow = core::mem::take(&mut self.flow);
        flow.enrolled = self.people;
        let later = segment.flows.as_ref().is_some_and(|flows| flows.billed_from_next);
        let there = if later { self.people.less(flow.joined) } else { self.people };
        let billed = if segment.is_billed(month) { there } else { People::ZERO };
        if billed > People::ZERO {
            self.last_bill = Some((month, billed));
        }
        (billed, flow)
    }
}

/// Of 100 proposed, so many are accepted.
fn accepted(segment: &Segment) -> Rate {
    let loss = segment.flows.as_ref().and_then(|flows| flows.verification_loss_percent);
    loss.map_or(Rate::WHOLE, Rate::rest)
}

/// So many must be proposed that these are accepted.
fn proposed(segment: &Segment, joined: People) -> People {
    let accepted = accepted(segment).millionths();
    let (people, rest) = ratio(joined.get(), Rate::WHOLE.millionths(), accepted);
    People::new(people.saturating_add(u64::from(rest > 0)))
}

/// Gives the missing people to the growing segments.
fn spread(
    scenario: &Scenario,
    target: &Target,
    month: Month,
    missing: People,
    enrolled: &mut [Enrolled],
    tell: &mut dyn FnMut(Joined),
) {
    if missing == People::ZERO {
        return;
    }
    let growing: Vec<Growing> = scenario
        .segments
        .iter()
        .zip(enrolled.iter())
        .enumerate()
        .filter_map(|(segment, (of, enrolled))| Growing::of(of, segment, enrolled))
        .collect();
    let mut left = missing;
    let mut give = |tier: &[Growing], left: People, weight: &dyn Fn(&Growing) -> u64| {
        fill(scenario, month, left, tier, weight, enrolled, tell)
    };
    match target.spread {
        Spread::Proportional => {
            give(&growing, left, &|one| one.room.get());
        }
        Spread::Quota => {
            give(&growing, left, &|one| one.part.quota.map_or(0, Rate::millionths));
        }
        Spread::Priority | Spread::Cheapest => {
            let rank = |one: &Growing| match target.spread {
                Spread::Cheapest => price(scenario, one.segment, month),
                _ => one.part.priority.unwrap_or(u64::MAX),
            };
            let mut ranked: Vec<(u64, Growing)> =
                growing.into_iter().map(|one| (rank(&one), one)).collect();
            sort(&mut ranked, |(rank, _)| *rank);
            for tier in ranked.chunk_by(|(a, _), (b, _)| a == b) {
                let tier: Vec<Growing> = tier.iter().map(|(_, one)| *one).collect();
                left = left.less(give(&tier, left, &|one| one.room.get()));
            }
        }
    }
}

/// A segment that may grow in the month at hand.
#[derive(Clone, Copy)]
struct Growing {
    segment: usize,
    room: People,
    part: TakesPart,
}

impl Growing {
    fn of(segment: &Segment, position: usize, enrolled: &Enrolled) -> Option<Self> {
        let Enrolment::Target { eligible, part, .. } = segment.enrolment else { return None };
        let room = eligible.less(enrolled.people);
        let room = part.most_per_month.map_or(room, |most| room.min(most));
        (room > People::ZERO).then_some(Self { segment: position, room, part })
    }
}

/// Gives people by weight, nobody more than their room; what does not fit goes round again. How many were placed.
fn fill(
    scenario: &Scenario,
    month: Month,
    people: People,
    tier: &[Growing],
    weight: &dyn Fn(&Growing) -> u64,
    enrolled: &mut [Enrolled],
    tell: &mut dyn FnMut(Joined),
) -> People {
    let mut rooms: Vec<People> = tier.iter().map(|one| one.room).collect();
    let mut placed = People::ZERO;
    loop {
        let weights: Vec<u64> = tier
            .iter()
            .zip(&rooms)
            .map(|(one, room)| if *room > People::ZERO { weight(one) } else { 0 })
            .collect();
        let all = weights.iter().fold(0_u64, |sum, weight| sum.saturating_add(*weight));
        let room: People = rooms
            .iter()
            .zip(&weights)
            .filter(|(_, weight)| **weight > 0)
            .map(|(room, _)| *room)
            .sum();
        let of = people.less(placed).min(room);
        if of == People::ZERO {
            return placed;
        }
        // Ties go by id, so that the order of the rows on the page changes nothing.
        let id = |position: usize| {
            let one = tier.get(position)?;
            Some(scenario.segments.get(one.segment)?.id.as_str())
        };
        let mut parts = vec![0_u64; weights.len()];
        let weight_of = |position| weights.get(position).copied().unwrap_or(0);
        let first = |a, b| id(a) < id(b);
        apportion(of.get(), weights.len(), &weight_of, all, &first, &mut |position, more| {
            if let Some(part) = parts.get_mut(position) {
                *part = part.saturating_add(more);
            }
        });
        for (((one, room), part), own) in tier.iter().zip(&mut rooms).zip(parts).zip(&weights) {
            let part = People::new(part).min(*room);
            *room = room.less(part);
            placed = placed.plus(part);
            let segment = scenario.segments.get(one.segment);
            if let (Some(segment), Some(enrolled)) = (segment, enrolled.get_mut(one.segment)) {
                enrolled.join(segment, part);
            }
            if part > People::ZERO {
                let (segment, weight, weights) = (one.segment, *own, all);
                tell(Joined { month, segment, people: part, of, weight, weights });
            }
        }
    }
}

/// What one more member of a segment would cost the budgets, billed in this month, in millionths of a rupiah: of a
/// contract nothing; the most where no price is known.
pub(super) fn price(scenario: &Scenario, position: usize, month: Month) -> u64 {
    let Some(segment) = scenario.segments.get(position) else { return u64::MAX };
    if is_contract(segment) {
        return 0;
    }
    let Ok(levies) = tariff(scenario, segment, month) else { return u64::MAX };
    let of_budget = |shares: &[crate::scenario::Share]| {
        let budget = shares.iter().filter(|share| {
            scenario.funds.get(share.fund).is_some_and(|fund| fund.kind.is_budget())
        });
        budget.fold(0_u64, |sum, share| sum.saturating_add(share.percent.millionths()))
    };
    levies.iter().fold(0_u64, |sum, levy| {
        let shares = match levy.part {
            Part::Payer => &segment.payers,
            Part::Worker => &segment.worker_payers,
        };
        sum.saturating_add(levy.rupiah.get().saturating_mul(of_budget(shares)))
    })
}

/// All who could be members of a segment, where that is known.
#[must_use]
pub fn eligible_in(segment: &Segment) -> Option<People> {
    match segment.enrolment {
        Enrolment::Fixed { eligible, .. } => eligible,
        Enrolment::Target { eligible, .. } | Enrolment::Path { eligible, .. } => Some(eligible),
    }
}
