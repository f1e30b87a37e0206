//! What one more point costs, what waiting moves, and how late joining may begin: the plan with one thing changed. Each
//! is a figure, or the reason why there is none.

use super::person_months;
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::coverage::{Crowd, crowd, eligible_in};
use crate::plan::funding::{Bill, bills, is_contract};
use crate::plan::path::asked;
use crate::plan::sources::follows_target;
use crate::problem::{Notice, Problem, problem};
use crate::scenario::{DatedPeople, Enrolment, Path, PathShape, Scenario, Target, TargetPoint};
use crate::text::digits;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outlook<T> {
    /// The figure.
    Value(T),
    /// Why there is none.
    Reason(Notice),
}

impl<T> Outlook<T> {
    /// The figure, where there is one.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Reason(_) => None,
        }
    }

    /// Why there is none, where there is not.
    pub const fn reason(&self) -> Option<&Notice> {
        match self {
            Self::Value(_) => None,
            Self::Reason(reason) => Some(reason),
        }
    }
}

impl<T> From<Result<T, Notice>> for Outlook<T> {
    fn from(told: Result<T, Notice>) -> Self {
        told.map_or_else(Self::Reason, Self::Value)
    }
}

impl<T: Serialize> Serialize for Outlook<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (value, reason) = match self {
            Self::Value(value) => (Some(value), None),
            Self::Reason(reason) => (None, Some(reason)),
        };
        let mut object = serializer.serialize_struct("Outlook", 2)?;
        object.serialize_field("value", &value)?;
        object.serialize_field("reason", &reason)?;
        object.end()
    }
}

/// What one more point of coverage costs in the last budget year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OnePoint<'a> {
    /// Which year.
    pub year: u16,
    /// People more.
    pub people: People,
    /// Their months in that year; `None` where it depends on the segment.
    pub person_months: Option<People>,
    /// Rupiah more; `None` where it depends on the segment.
    pub rupiah: Option<i64>,
    /// What they cost where nobody follows the target: if all of them joined this segment.
    pub segments: Vec<PointSegment<'a>>,
}

/// What a point costs if all of its people join one segment, for its billed months of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PointSegment<'a> {
    /// Which.
    pub segment: &'a str,
    /// People × its billed months.
    pub person_months: People,
    /// What that costs.
    pub rupiah: Rupiah,
    /// How many could still join it; `None` where that is not known.
    pub room: Option<People>,
}

/// What it means that everybody who is to join does so a year later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Waiting {
    /// Person-months that are not covered in the months of the plan.
    pub person_months: People,
    /// What leaves these months: it is spent later, not saved.
    pub moved_rupiah: Rupiah,
    /// The dearest year.
    pub peak_rupiah: Rupiah,
    /// The dearest year then.
    pub later_peak_rupiah: Rupiah,
}

/// How late joining may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LatestStart {
    /// The last month.
    pub month: Month,
    /// Who then join until the target's last point.
    pub people: People,
    /// The most of them in one month.
    pub most_in_one_month: People,
}

/// Why a changed plan cannot be priced.
fn unpriced(problems: Vec<Problem>) -> Notice {
    let of_law = |problem: &Problem| problem.code == "noLawValue";
    match problems.into_iter().next() {
        Some(problem) if of_law(&problem) => Notice { code: "unpriced", ..problem },
        Some(problem) => Notice { code: "beyondLimit", ..problem },
        None => problem!("beyondLimit", "", limit = Rupiah::MAX.get()),
    }
}

// ───────────────────────────── the price of a point ─────────────────────────────

/// Of a plan that follows its target, the target's last point one higher; of others one of a hundred who could be
/// covered, segment by segment.
pub(super) fn one_point<'a>(
    scenario: &'a Scenario,
    planned: &Crowd,
) -> Result<OnePoint<'a>, Notice> {
    let end = planned.coverage.as_ref().and_then(|coverage| coverage.last());
    let end = end.ok_or_else(|| problem!("withoutWorkforce", "workforce"))?;
    match &scenario.target {
        Some(target) if scenario.segments.iter().any(follows_target) => {
            point_of_target(scenario, target, planned)
        }
        Some(_) | None => point_of_segments(scenario, planned, end.eligible),
    }
}

fn point_of_target<'a>(
    scenario: &'a Scenario,
    target: &Target,
    planned: &Crowd,
) -> Result<OnePoint<'a>, Notice> {
    let to = scenario.period.span().to;
    let year = to.year();
    let (mut more, mut higher) = (scenario.clone(), target.clone());
    let above = |limit: Rate| problem!("pointAboveLimit", "target.points", limit = limit);
    let Some(point) = higher.path.points.last_mut() else { return Err(above(Rate::WHOLE)) };
    if point.month > to {
        return Err(problem!("goalOutsidePlan", "target.points", month = point.month));
    }
    point.percent = point.percent.plus(Rate::from_millionths(10_000));
    if point.percent > Rate::WHOLE {
        return Err(above(Rate::WHOLE));
    }
    let (asks, would) = (asked(&target.path, to), asked(&higher.path, to));
    if asks.map(|asked| asked.percent()) == would.map(|asked| asked.percent()) {
        return Err(above(target.path.yearly.map_or(Rate::WHOLE, |yearly| yearly.up_to)));
    }
    more.target = Some(higher);
    let crowd = crowd(&more);
    let at_end = |crowd: &Crowd| crowd.coverage.as_ref().and_then(|all| all.last().copied());
    let demand =
        |crowd: &Crowd| at_end(crowd).and_then(|end| end.target).map(|demand| demand.members);
    let (Some(asked), Some(would_ask)) = (demand(planned), demand(&crowd)) else {
        return Err(problem!("goalOutsidePlan", "target.points", month = to));
    };
    let needed = would_ask.less(asked);
    let people = enrolled(&crowd).less(enrolled(planned));
    let gap = |crowd: &Crowd| at_end(crowd).and_then(|end| end.gap());
    if people < needed && gap(&crowd) > gap(planned) {
        let (people, needed) = (people.get(), needed.get());
        return Err(problem!("pointNotReached", "target", people = people, needed = needed));
    }
    if people == People::ZERO {
        return Err(problem!("pointMet", "target"));
    }
    let person_months = heads_in(scenario, &crowd, year).less(heads_in(scenario, planned, year));
    if person_months == People::ZERO {
        return Err(problem!("pointNotBilled", "period", year = digits(year)));
    }
    let of_year = |scenario: &Scenario, crowd: &Crowd| {
        let years = by_year(scenario, crowd).map_err(unpriced)?;
        let sum = years.into_iter().find(|(of, _)| *of == year).map(|(_, rupiah)| rupiah);
        Ok(sum.unwrap_or_default().get().cast_signed())
    };
    let rupiah = of_year(&more, &crowd)?.saturating_sub(of_year(scenario, planned)?);
    Ok(OnePoint {
        year,
        people,
        person_months: Some(person_months),
        rupiah: Some(rupiah),
        segments: Vec::new(),
    })
}

/// Who are enrolled at the end of the plan.
fn enrolled(crowd: &Crowd) -> People {
    crowd.flows.iter().filter_map(|flows| flows.last()).map(|flow| flow.enrolled).sum()
}

/// Heads summed over the months of a year.
fn heads_in(scenario: &Scenario, crowd: &Crowd, year: u16) -> People {
    let months = || scenario.period.span().months();
    let of_year = |heads: &Vec<People>| -> People {
        let months = months().zip(heads).filter(|(month, _)| month.year() == year);
        months.map(|(_, heads)| *heads).sum()
    };
    crowd.heads.iter().map(of_year).sum()
}

fn point_of_segments<'a>(
    scenario: &'a Scenario,
    planned: &Crowd,
    eligible: People,
) -> Result<OnePoint<'a>, Notice> {
    let year = scenario.period.span().to.year();
    let people = People::new(eligible.get().div_ceil(100));
    let mut segments = Vec::new();
    for (position, segment) in scenario.segments.iter().enumerate() {
        let months = scenario.period.span().months();
        let billed = |month: Month| {
            let is_billed = month.year() == year && segment.is_billed(month);
            if is_billed { people } else { People::ZERO }
        };
        let column: Vec<People> = months.map(billed).collect();
        let person_months: People = column.iter().copied().sum();
        // A contract is billed by its value, whoever works on it.
        if is_contract(segment) || person_months == People::ZERO {
            continue;
        }
        let mut alone =
            Crowd { heads: Vec::new(), flows: Vec::new(), unlapsed: Vec::new(), coverage: None };
        alone.heads.resize(position, Vec::new());
        alone.heads.push(column);
        let mut rupiah = Rupiah::ZERO;
        let too_large = || problem!("amountTooLarge", "", limit = Rupiah::MAX.get());
        bills(scenario, &alone, &|other| other == position, &mut |bill: Bill<'_, '_>| {
            rupiah = rupiah.plus(bill.rupiah).ok_or_else(too_large)?;
            Ok(())
        })
        .map_err(unpriced)?;
        let there = planned.flows.get(position).and_then(|flows| flows.last());
        let there = there.map(|flow| flow.enrolled).unwrap_or_default();
        let room = eligible_in(segment).map(|eligible| eligible.less(there));
        segments.push(PointSegment { segment: &segment.id, person_months, rupiah, room });
    }
    if segments.is_empty() {
        return Err(problem!("pointNotBilled", "period", year = digits(year)));
    }
    Ok(OnePoint { year, people, person_months: None, rupiah: None, segments })
}

/// What a plan costs by budget year.
fn by_year(scenario: &Scenario, crowd: &Crowd) -> Result<Vec<(u16, Rupiah)>, Vec<Problem>> {
    let mut years: Vec<(u16, Rupiah)> = Vec::new();
    bills(scenario, crowd, &|_| true, &mut |bill: Bill<'_, '_>| {
        let year = bill.month.year();
        match years.last_mut().filter(|(last, _)| *last == year) {
            Some((_, sum)) => *sum = sum.and(bill.rupiah),
            None => years.push((year, bill.rupiah)),
        }
        Ok(())
    })?;
    Ok(years)
}

// ───────────────────────────── a year later ─────────────────────────────

/// The path moved so many months later.
fn later(path: &mut Path, months: u16) {
    for point in &mut path.points {
        point.month = point.month.plus(months);
    }
}

/// Everybody who is to join does so twelve months later: targets, paths, and counts after the first month.
pub(super) fn waiting(scenario: &Scenario, planned: &Crowd) -> Result<Waiting, Notice> {
    let mut late = scenario.clone();
    if let Some(target) = &mut late.target {
        later(&mut target.path, 12);
    }
    let first = scenario.period.first_month;
    for segment in &mut late.segments {
        match &mut segment.enrolment {
            Enrolment::Path { path, .. } => later(path, 12),
            Enrolment::Fixed { counts, .. } => {
                for count in counts.iter_mut().filter(|count| count.from > first) {
                    *count = DatedPeople { from: count.from.plus(12), ..*count };
                }
            }
            Enrolment::Target { .. } => {}
        }
    }
    let then = crowd(&late);
    if planned.heads == then.heads {
        return Err(problem!("nobodyJoins", "segments"));
    }
    let years = by_year(scenario, planned).map_err(unpriced)?;
    let later_years = by_year(&late, &then).map_err(unpriced)?;
    let peak = |years: &[(u16, Rupiah)]| years.iter().map(|(_, rupiah)| *rupiah).max();
    let sum = |years: &[(u16, Rupiah)]| years.iter().map(|(_, part)| *part).sum::<Rupiah>();
    let person_months = person_months(planned).less(person_months(&then));
    let moved_rupiah = sum(&years).less(sum(&later_years));
    // Where counts fall too, to move them all keeps people longer.
    if person_months == People::ZERO || moved_rupiah == Rupiah::ZERO {
        return Err(problem!("waitingMixed", "segments"));
    }
    Ok(Waiting {
        person_months,
        moved_rupiah,
        peak_rupiah: peak(&years).unwrap_or_default(),
        later_peak_rupiah: peak(&later_years).unwrap_or_default(),
    })
}

// ───────────────────────────── how late ─────────────────────────────

/// The last month in which everybody missing may begin to join, as fast as the segments allow, so that the last point
/// of the target is met in its month.
pub(super) fn latest_start(scenario: &Scenario, planned: &Crowd) -> Result<LatestStart, Notice> {
    if scenario.workforce.is_none() {
        return Err(problem!("withoutWorkforce", "workforce"));
    }
    let without_target = || problem!("withoutTarget", "target");
    let target = scenario.target.as_ref().ok_or_else(without_target)?;
    let last = *target.path.points.last().ok_or_else(without_target)?;
    if !scenario.segments.iter().any(follows_target) {
        return Err(problem!("countsFixed", "segments"));
    }
    let plan = scenario.period.span();
    if !plan.contains(last.month) {
        return Err(problem!("goalOutsidePlan", "target.points", month = last.month));
    }
    let column = usize::from(last.month.since(plan.from));
    let at = |crowd: &Crowd| crowd.coverage.as_ref().and_then(|all| all.get(column).copied());
    // Asked for all at once from a month on, or never.
    let begun = |start: Option<Month>| {
        let mut late = scenario.clone();
        if let Some(target) = &mut late.target {
            let point = |month| TargetPoint { month, percent: last.percent };
            let points = start.map(point).into_iter().collect();
            target.path = Path { points, shape: PathShape::Step, yearly: None };
        }
        crowd(&late)
    };
    let demand = at(planned).and_then(|then| then.target).map(|demand| demand.members);
    if at(&begun(None)).map(|then| then.members) >= demand {
        return Err(problem!("goalMet", "target"));
    }
    let gap = |start: Month| at(&begun(Some(start))).and_then(|then| then.gap());
    let (mut works, mut fails) = (plan.from, last.month.plus(1));
    if let Some(people) = gap(works).filter(|gap| *gap > People::ZERO) {
        let people = people.get();
        return Err(problem!("goalOutOfReach", "target", month = last.month, people = people));
    }
    let meets = |start: Month| gap(start) == Some(People::ZERO);
    while fails.since(works) > 1 {
        let middle = works.plus(fails.since(works) / 2);
        if meets(middle) { works = middle } else { fails = middle }
    }
    let crowd = begun(Some(works));
    let joined = |column: usize| -> People {
        let growing = scenario.segments.iter().zip(&crowd.flows);
        let growing = growing.filter(|(segment, _)| follows_target(segment));
        growing.filter_map(|(_, flows)| flows.get(column)).map(|flow| flow.joined).sum()
    };
    let months: Vec<People> = (0..=column).map(joined).collect();
    Ok(LatestStart {
        month: works,
        people: months.iter().copied().sum(),
        most_in_one_month: months.into_iter().max().unwrap_or_default(),
    })
}
