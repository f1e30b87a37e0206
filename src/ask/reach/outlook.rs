//! Three outlooks: cost of one more point, effect of joining a year later, latest start. Each is the plan with one
//! change, and is a figure or the reason why there is none.

use super::answer::{LatestStart, OnePoint, Outlook, PointSegment, Waiting};
use super::search::{Heads as Billed, person_months};
use crate::code::Code;
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::compile::{BudgetYear, Goal, Joining, Plan};
use crate::plan::cost::{self, Bills};
use crate::plan::heads::{Coverage, Heads, asked, eligible_in, heads};
use crate::plan::price::{Fault, Prices};
use crate::plan::row::Broken;
use crate::plan::sources::follows_target;
use crate::problem::{Notice, Problem, Problems, notice};
use crate::scenario::{Path, PathShape, Scenario, TargetPoint};
use crate::text::digits;
use std::borrow::Cow;

/// Why there is no figure: a reason to report, or a broken invariant.
pub(super) enum Stop {
    Reason(Notice),
    Broken(Problems),
}

impl From<Notice> for Stop {
    fn from(reason: Notice) -> Self {
        Self::Reason(reason)
    }
}

impl From<Broken> for Stop {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken.into())
    }
}

/// A figure, or why there is none.
///
/// # Errors
/// `internal` for a broken invariant.
pub(super) fn outlook<T>(figure: Result<T, Stop>) -> Result<Outlook<T>, Problems> {
    match figure {
        Ok(value) => Ok(Outlook::Value(value)),
        Err(Stop::Reason(reason)) => Ok(Outlook::Reason(reason)),
        Err(Stop::Broken(problems)) => Err(problems),
    }
}

/// Reason that a changed plan has no price.
fn unpriced(problems: Problems) -> Stop {
    if problems.have(Code::Internal) {
        return Stop::Broken(problems);
    }
    Stop::Reason(match problems.into_iter().next() {
        Some(Problem { code: Code::NoLawValue, path, params }) => notice!(Unpriced, path; params),
        Some(Problem { path, params, .. }) => notice!(BeyondLimit, path; params),
        None => notice!(BeyondLimit, "", limit = Rupiah::MAX.get()),
    })
}

/// A plan for which one thing is changed at a time.
#[derive(Clone, Copy)]
pub(super) struct Outlooks<'a, 'p> {
    pub scenario: &'a Scenario,
    pub plan: &'p Plan<'a>,
    pub prices: &'p Prices<'a>,
    pub planned: &'p Heads,
}

impl<'a> Outlooks<'a, '_> {
    fn last_year(&self) -> Result<&BudgetYear, Broken> {
        self.plan.years.last().ok_or(Broken("years"))
    }

    fn last_month(&self) -> Result<Month, Broken> {
        self.plan.months.last().copied().ok_or(Broken("months"))
    }

    /// Whether any segment follows a target.
    fn follows(&self) -> bool {
        self.scenario.segments.iter().any(follows_target)
    }

    /// Of a plan that follows its target: the last point of the target one point higher. Of other plans: 1 % of the
    /// eligible workers, segment by segment.
    pub fn one_point(self) -> Result<OnePoint<'a>, Stop> {
        let end = end_of(self.planned);
        let end = end.ok_or_else(|| notice!(WithoutWorkforce, "workforce"))?;
        match &self.plan.target {
            Some(target) if self.follows() => self.point_of_target(target),
            Some(_) | None => self.point_of_segments(end.eligible),
        }
    }

    fn point_of_target(self, target: &Goal<'_>) -> Result<OnePoint<'a>, Stop> {
        let (to, year) = (self.last_month()?, self.last_year()?);
        let above = |limit: Rate| notice!(PointAboveLimit, "target.points", limit = limit);
        let mut higher = target.path.clone().into_owned();
        let Some(point) = higher.points.last_mut() else { return Err(above(Rate::WHOLE).into()) };
        if point.month > to {
            let month = point.month;
            return Err(notice!(GoalOutsidePlan, "target.points", month = month).into());
        }
        point.percent = point.percent.plus(Rate::from_millionths(10_000));
        if point.percent > Rate::WHOLE {
            return Err(above(Rate::WHOLE).into());
        }
        let (asks, would) = (asked(&target.path, to), asked(&higher, to));
        if asks.map(|asked| asked.percent()) == would.map(|asked| asked.percent()) {
            let limit = target.path.yearly.map_or(Rate::WHOLE, |yearly| yearly.up_to);
            return Err(above(limit).into());
        }
        let mut more = self.plan.clone();
        more.target = Some(Goal { path: Cow::Owned(higher), spread: target.spread });
        let raised = heads(&more, self.prices, false)?;
        let demand = |heads| end_of(heads).and_then(|end| end.target).map(|demand| demand.members);
        let (Some(asked), Some(would_ask)) = (demand(self.planned), demand(&raised)) else {
            return Err(notice!(GoalOutsidePlan, "target.points", month = to).into());
        };
        let needed = would_ask.less(asked);
        let people = enrolled(&raised).less(enrolled(self.planned));
        let gap = |heads| end_of(heads).and_then(|end| end.gap());
        if people < needed && gap(&raised) > gap(self.planned) {
            let (people, needed) = (people.get(), needed.get());
            return Err(notice!(PointNotReached, "target", people = people, needed = needed).into());
        }
        if people == People::ZERO {
            return Err(notice!(PointMet, "target").into());
        }
        let heads_in = |heads: &Heads| -> People {
            let rows = heads.billed.entries().iter();
            rows.filter_map(|row| row.get(year.columns.clone())).flatten().copied().sum()
        };
        let person_months = heads_in(&raised).less(heads_in(self.planned));
        if person_months == People::ZERO {
            return Err(notice!(PointNotBilled, "period", year = digits(year.year)).into());
        }
        let of_year = |plan, heads: &Heads| -> Result<i64, Stop> {
            let years = by_year(plan, self.prices, &heads.billed).map_err(unpriced)?;
            Ok(years.last().ok_or(Broken("years"))?.get().cast_signed())
        };
        let (after, before) = (of_year(&more, &raised)?, of_year(self.plan, self.planned)?);
        Ok(OnePoint {
            year: year.year,
            people,
            person_months: Some(person_months),
            rupiah: Some(after.saturating_sub(before)),
            segments: Vec::new(),
        })
    }

    fn point_of_segments(self, eligible: People) -> Result<OnePoint<'a>, Stop> {
        let year = self.last_year()?;
        let people = People::new(eligible.get().div_ceil(100));
        let mut segments = Vec::new();
        for ((at, group), segment) in self.plan.segments.iter().zip(&self.scenario.segments) {
            let mut alone = self.plan.segments.map(|_| vec![People::ZERO; self.plan.months.len()]);
            let row = alone.at_mut(at)?;
            for columns in &group.billed {
                let start = columns.start.max(year.columns.start);
                let end = columns.end.min(year.columns.end).max(start);
                row.get_mut(start..end).ok_or(Broken("columns"))?.fill(people);
            }
            let person_months: People = row.iter().copied().sum();
            // A contract has no price by head.
            if group.is_contract() || person_months == People::ZERO {
                continue;
            }
            let bills = Bills::of(self.plan, self.prices, &alone, &|other| other == at);
            let rupiah = bills.map_err(unpriced)?.total;
            let there = self.planned.movements.at(at)?.last().ok_or(Broken("years"))?.enrolled;
            let room = eligible_in(segment).map(|eligible| eligible.less(there));
            segments.push(PointSegment { segment: &segment.id, person_months, rupiah, room });
        }
        if segments.is_empty() {
            return Err(notice!(PointNotBilled, "period", year = digits(year.year)).into());
        }
        Ok(OnePoint { year: year.year, people, person_months: None, rupiah: None, segments })
    }

    /// Moves targets, paths, and counts after the first month twelve months later.
    pub fn waiting(self) -> Result<Waiting, Stop> {
        let Self { plan, prices, planned, .. } = self;
        let mut late = plan.clone();
        if let Some(target) = &mut late.target {
            later(&mut target.path, 12);
        }
        let first = *plan.months.first().ok_or(Broken("months"))?;
        for (_, group) in late.segments.iter_mut() {
            match &mut group.joining {
                Joining::Path { path, .. } => later(path, 12),
                Joining::Counts(counts) => {
                    for count in counts.to_mut().iter_mut().filter(|count| count.from > first) {
                        count.from = count.from.plus(12);
                    }
                }
                Joining::Target { .. } => {}
            }
        }
        let then = heads(&late, prices, false)?;
        if planned.billed == then.billed {
            return Err(notice!(NobodyJoins, "segments").into());
        }
        let years = by_year(plan, prices, &planned.billed).map_err(unpriced)?;
        let later_years = by_year(&late, prices, &then.billed).map_err(unpriced)?;
        let peak = |years: &[Rupiah]| years.iter().max().copied().ok_or(Broken("years"));
        let sum = |years: &[Rupiah]| years.iter().copied().fold(Rupiah::ZERO, Rupiah::within);
        let person_months = person_months(&planned.billed).less(person_months(&then.billed));
        let moved_rupiah = sum(&years).less(sum(&later_years));
        // Where counts fall as well, moving them keeps people longer, so that nothing is saved or moved.
        if person_months == People::ZERO || moved_rupiah == Rupiah::ZERO {
            return Err(notice!(WaitingMixed, "segments").into());
        }
        Ok(Waiting {
            person_months,
            moved_rupiah,
            peak_rupiah: peak(&years)?,
            later_peak_rupiah: peak(&later_years)?,
        })
    }

    /// Last month in which the missing people may begin to join, as fast as the segments allow, so that the last
    /// point of the target is met.
    pub fn latest_start(self) -> Result<LatestStart, Stop> {
        let Self { plan, prices, planned, .. } = self;
        if plan.workforce.is_none() {
            return Err(notice!(WithoutWorkforce, "workforce").into());
        }
        let without_target = || notice!(WithoutTarget, "target");
        let target = plan.target.as_ref().ok_or_else(without_target)?;
        let last = *target.path.points.last().ok_or_else(without_target)?;
        if !self.follows() {
            return Err(notice!(CountsFixed, "segments").into());
        }
        let Some(column) = plan.months.iter().position(|month| *month == last.month) else {
            return Err(notice!(GoalOutsidePlan, "target.points", month = last.month).into());
        };
        let at = |heads: &Heads| heads.coverage.as_ref().and_then(|all| all.get(column).copied());
        let mut late = plan.clone();
        // Asks for the final percentage from month `start` on, or never.
        let mut begun = |start: Option<Month>| {
            let point = |month| TargetPoint { month, percent: last.percent };
            let points = start.map(point).into_iter().collect();
            let path = Cow::Owned(Path { points, shape: PathShape::Step, yearly: None });
            late.target = Some(Goal { path, spread: target.spread });
            heads(&late, prices, false)
        };
        let demand = at(planned).and_then(|then| then.target).map(|demand| demand.members);
        if at(&begun(None)?).map(|then| then.members) >= demand {
            return Err(notice!(GoalMet, "target").into());
        }
        let first = *plan.months.first().ok_or(Broken("months"))?;
        let (mut works, mut fails) = (first, last.month.plus(1));
        let mut gap = |start: Month| -> Result<Option<People>, Broken> {
            Ok(at(&begun(Some(start))?).and_then(|then| then.gap()))
        };
        if let Some(people) = gap(works)?.filter(|gap| *gap > People::ZERO) {
            let people = people.get();
            return Err(
                notice!(GoalOutOfReach, "target", month = last.month, people = people).into()
            );
        }
        while fails.since(works) > 1 {
            let middle = works.plus(fails.since(works) / 2);
            if gap(middle)? == Some(People::ZERO) { works = middle } else { fails = middle }
        }
        let begun = begun(Some(works))?;
        let mut by_month = vec![People::ZERO; column.saturating_add(1)];
        for ((_, group), joined) in plan.segments.iter().zip(begun.joined.entries()) {
            if matches!(group.joining, Joining::Target { .. }) {
                for (sum, joined) in by_month.iter_mut().zip(joined) {
                    *sum = sum.plus(*joined);
                }
            }
        }
        Ok(LatestStart {
            month: works,
            people: by_month.iter().copied().sum(),
            most_in_one_month: by_month.into_iter().max().unwrap_or_default(),
        })
    }
}

/// Coverage in the last month of the plan.
fn end_of(heads: &Heads) -> Option<Coverage> {
    heads.coverage.as_ref()?.last().copied()
}

/// Members in the last month of the plan.
fn enrolled(heads: &Heads) -> People {
    let years = heads.movements.entries().iter().filter_map(|years| years.last());
    years.map(|year| year.enrolled).sum()
}

/// Moves a path by a number of months.
fn later(path: &mut Cow<'_, Path>, months: u16) {
    for point in &mut path.to_mut().points {
        point.month = point.month.plus(months);
    }
}

/// Rupiah by budget year.
fn by_year(plan: &Plan<'_>, prices: &Prices<'_>, heads: &Billed) -> Result<Vec<Rupiah>, Problems> {
    let bills = Bills::of(plan, prices, heads, &|_| true)?;
    let mut years = vec![Rupiah::ZERO; plan.years.len()];
    for one in &bills.billed {
        let group = plan.segments.at(one.segment)?;
        let row = heads.at(one.segment)?;
        let cell = prices.cells(one.segment)?.get(one.cell).ok_or(Broken("prices"))?;
        let levies = prices.levies(cell).map_err(Fault::broken)?;
        let price = levies.iter().fold(Rupiah::ZERO, |sum, levy| sum.within(levy.rupiah));
        for (year, sum) in plan.years.iter().zip(&mut years) {
            let Some(columns) = one.columns_in(year) else { continue };
            let people = cost::Billed::heads(group, row, &columns)?.iter().copied().sum();
            *sum = sum.within(price.times_within(people));
        }
    }
    Ok(years)
}
