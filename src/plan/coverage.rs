//! Heads each month: fixed counts by date, and as many more as the target needs.

use crate::money::{Rate, apportion};
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Enrolment, PathShape, Scenario, Target, people_at};

/// The people of a plan, by month in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Crowd {
    /// Heads billed, by segment and month.
    pub heads: Vec<Vec<People>>,
    /// Coverage by month; `None` without a workforce.
    pub coverage: Option<Vec<Coverage>>,
}

/// How far coverage reaches in one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Which month.
    pub month: Month,
    /// Billed heads and members elsewhere.
    pub members: People,
    /// Workers who could be covered.
    pub eligible: People,
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

/// Members of 100 eligible, rounded down so that it never claims a target early.
#[must_use]
pub fn share_of(members: People, eligible: People) -> Rate {
    let members = u128::from(members.get()).saturating_mul(u128::from(Rate::WHOLE.millionths()));
    let part = members.checked_div(u128::from(eligible.get())).unwrap_or(0);
    Rate::from_millionths(u64::try_from(part).unwrap_or(u64::MAX))
}

/// People who joined a segment in one month: their part of those missing, by room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// When.
    pub month: Month,
    /// Position of the segment.
    pub segment: usize,
    /// How many.
    pub people: People,
    /// All who joined in this month.
    pub of: People,
    /// Room in the segment before.
    pub room: People,
    /// Room in all growing segments before.
    pub rooms: People,
}

impl Coverage {
    /// Members of 100 eligible, rounded down.
    #[must_use]
    pub fn percent(self) -> Rate {
        share_of(self.members, self.eligible)
    }

    /// People still missing to the target.
    #[must_use]
    pub fn gap(self) -> Option<People> {
        self.target.map(|demand| demand.members.less(self.members))
    }
}

/// Walks the months in order: what the target still misses is enrolled, and nobody is dropped again.
#[must_use]
pub fn crowd(scenario: &Scenario) -> Crowd {
    crowd_told(scenario, &mut |_| {})
}

/// As [`crowd`], telling who joined when.
#[must_use]
pub fn crowd_told(scenario: &Scenario, tell: &mut dyn FnMut(Joined)) -> Crowd {
    let months = scenario.period.span().months();
    let mut enrolled: Vec<People> =
        scenario.segments.iter().map(|segment| started(&segment.enrolment)).collect();
    let mut heads: Vec<Vec<People>> = scenario.segments.iter().map(|_| Vec::new()).collect();
    let mut coverage = scenario.workforce.as_ref().map(|_| Vec::new());
    for month in months {
        let eligible =
            scenario.workforce.as_ref().and_then(|workforce| people_at(&workforce.eligible, month));
        let eligible = eligible.unwrap_or_default();
        let others = scenario
            .workforce
            .as_ref()
            .and_then(|workforce| people_at(&workforce.other_members, month));
        let others = others.unwrap_or_default();
        let demand = scenario.target.as_ref().and_then(|target| demand(target, month, eligible));
        if let Some(demand) = demand {
            let fixed: People = scenario
                .segments
                .iter()
                .filter(|segment| segment.is_billed(month))
                .map(|segment| counted(&segment.enrolment, month))
                .sum();
            let there = others.plus(fixed).plus(enrolled.iter().copied().sum());
            enrol(scenario, month, demand.members.less(there), &mut enrolled, tell);
        }
        let mut members = others;
        for ((segment, column), enrolled) in scenario.segments.iter().zip(&mut heads).zip(&enrolled)
        {
            let billed = match (&segment.enrolment, segment.is_billed(month)) {
                (_, false) => People::ZERO,
                (Enrolment::Fixed { .. }, true) => counted(&segment.enrolment, month),
                (Enrolment::Target { .. }, true) => *enrolled,
            };
            members = members.plus(billed);
            column.push(billed);
        }
        if let Some(coverage) = &mut coverage {
            coverage.push(Coverage { month, members, eligible, target: demand });
        }
    }
    Crowd { heads, coverage }
}

/// Members of a growing segment before the plan.
fn started(enrolment: &Enrolment) -> People {
    match enrolment {
        Enrolment::Target { members, .. } => *members,
        Enrolment::Fixed { .. } => People::ZERO,
    }
}

/// The fixed count of a month.
fn counted(enrolment: &Enrolment, month: Month) -> People {
    match enrolment {
        Enrolment::Fixed { counts, .. } => people_at(counts, month).unwrap_or_default(),
        Enrolment::Target { .. } => People::ZERO,
    }
}

/// Gives the missing people to the growing segments in proportion to the room they have.
fn enrol(
    scenario: &Scenario,
    month: Month,
    missing: People,
    enrolled: &mut [People],
    tell: &mut dyn FnMut(Joined),
) {
    let rooms: Vec<u64> = scenario
        .segments
        .iter()
        .zip(enrolled.iter())
        .map(|(segment, enrolled)| match segment.enrolment {
            Enrolment::Target { eligible, .. } => eligible.less(*enrolled).get(),
            Enrolment::Fixed { .. } => 0,
        })
        .collect();
    let room = rooms.iter().fold(0_u64, |sum, room| sum.saturating_add(*room));
    let new = missing.get().min(room);
    if new == 0 {
        return;
    }
    // Ties go by id, so that the order of the rows on the page changes nothing.
    let id = |position: usize| scenario.segments.get(position).map(|segment| segment.id.as_str());
    let parts = apportion(new, &rooms, room, |a, b| id(a).cmp(&id(b)));
    for (segment, ((enrolled, part), own)) in enrolled.iter_mut().zip(parts).zip(&rooms).enumerate()
    {
        let people = People::new(part);
        *enrolled = enrolled.plus(people);
        if people > People::ZERO {
            let (of, room, rooms) = (People::new(new), People::new(*own), People::new(room));
            tell(Joined { month, segment, people, of, room, rooms });
        }
    }
}

/// The point of a target that holds in a month, by position, and the next one if there is any.
pub(super) fn points_around(target: &Target, month: Month) -> Option<(usize, Option<usize>)> {
    match target.points.iter().position(|point| point.month > month) {
        Some(next) => Some((next.checked_sub(1)?, Some(next))),
        None => Some((target.points.len().checked_sub(1)?, None)),
    }
}

/// The coverage that the target asks for in a month, as an exact fraction.
fn demand(target: &Target, month: Month, eligible: People) -> Option<Demand> {
    let (before, next) = points_around(target, month)?;
    let before = target.points.get(before)?;
    let next = next.and_then(|next| target.points.get(next));
    // Between two points: (from × left + to × gone) ÷ (left + gone) millionths.
    let (weighted, parts) = match (target.shape, next) {
        (PathShape::Linear, Some(next)) => {
            let gone = u128::from(month.since(before.month));
            let left = u128::from(next.month.since(month));
            let from = u128::from(before.percent.millionths()).saturating_mul(left);
            let to = u128::from(next.percent.millionths()).saturating_mul(gone);
            (from.saturating_add(to), gone.saturating_add(left))
        }
        _ => (u128::from(before.percent.millionths()), 1),
    };
    let whole = u128::from(Rate::WHOLE.millionths()).saturating_mul(parts);
    let members = u128::from(eligible.get()).saturating_mul(weighted).div_ceil(whole.max(1));
    Some(Demand {
        percent: Rate::from_millionths(u64::try_from(weighted.checked_div(parts)?).ok()?),
        members: People::new(u64::try_from(members).ok()?),
    })
}
