//! What one more point costs, what waiting costs, and how late joining may begin: the plan with one thing changed.

use super::{OnePoint, Waiting, people_of};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::coverage::{Crowd, crowd};
use crate::plan::funding::{Bill, bills};
use crate::problem::Problem;
use crate::scenario::{DatedPeople, Enrolment, Path, PathShape, Scenario, TargetPoint};

/// The scenario with a path moved so many months later.
fn later(path: &mut Path, months: u16) {
    for point in &mut path.points {
        point.month = point.month.plus(months);
    }
}

/// What one point more at the end of the target costs in the last budget year.
pub(super) fn one_point(
    scenario: &Scenario,
    planned: &Crowd,
) -> Result<Option<OnePoint>, Vec<Problem>> {
    let mut more = scenario.clone();
    let Some(point) = more.target.as_mut().and_then(|target| target.path.points.last_mut()) else {
        return Ok(None);
    };
    point.percent = point.percent.plus(Rate::from_millionths(10_000));
    if point.percent > Rate::WHOLE {
        return Ok(None);
    }
    let year = scenario.period.span().to.year();
    let crowd = crowd(&more);
    let (before, after) = (year_of(scenario, planned, year)?, year_of(&more, &crowd, year)?);
    let last = |crowd: &Crowd| -> People {
        crowd.heads.iter().filter_map(|heads| heads.last().copied()).sum()
    };
    let people = last(&crowd).less(last(planned));
    Ok(Some(OnePoint { year, people, rupiah: after.less(before) }))
}

fn year_of(scenario: &Scenario, crowd: &Crowd, year: u16) -> Result<Rupiah, Vec<Problem>> {
    let years = by_year(scenario, crowd)?;
    Ok(years.into_iter().find(|(of, _)| *of == year).map_or(Rupiah::ZERO, |(_, rupiah)| rupiah))
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

/// Everybody who is to join does so twelve months later: targets, paths, and counts after the first month.
pub(super) fn waiting(scenario: &Scenario) -> Result<Option<Waiting>, Vec<Problem>> {
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
    let (now, then) = (crowd(scenario), crowd(&late));
    let everybody: Vec<usize> = (0..scenario.segments.len()).collect();
    let person_months = people_of(&now, &everybody).less(people_of(&then, &everybody));
    if person_months == People::ZERO {
        return Ok(None);
    }
    let (years, later_years) = (by_year(scenario, &now)?, by_year(&late, &then)?);
    let peak = |years: &[(u16, Rupiah)]| years.iter().map(|(_, rupiah)| *rupiah).max();
    let sum = |years: &[(u16, Rupiah)]| years.iter().map(|(_, part)| *part).sum::<Rupiah>();
    Ok(Some(Waiting {
        person_months,
        saved_rupiah: sum(&years).less(sum(&later_years)),
        peak_rupiah: peak(&years).unwrap_or_default(),
        later_peak_rupiah: peak(&later_years).unwrap_or_default(),
    }))
}

/// The last month in which everybody missing may begin to join, as fast as the segments allow, so that the last
/// point of the target is met in its month.
pub(super) fn latest_start(scenario: &Scenario) -> Option<Month> {
    let target = scenario.target.as_ref()?;
    let last = *target.path.points.last()?;
    let plan = scenario.period.span();
    if !plan.contains(last.month) {
        return None;
    }
    let meets = |start: Month| {
        let mut late = scenario.clone();
        if let Some(target) = &mut late.target {
            let points = vec![TargetPoint { month: start, percent: last.percent }];
            target.path = Path { points, shape: PathShape::Step, yearly: None };
        }
        let coverage = crowd(&late).coverage.unwrap_or_default();
        let then = coverage.iter().find(|coverage| coverage.month == last.month);
        then.and_then(|coverage| coverage.gap()) == Some(People::ZERO)
    };
    let (mut works, mut fails) = (plan.from, last.month.plus(1));
    if !meets(works) {
        return None;
    }
    while fails.since(works) > 1 {
        let middle = works.plus(fails.since(works) / 2);
        if meets(middle) { works = middle } else { fails = middle }
    }
    Some(works)
}
