//! In which month each target is reached, and coverage by other denominators and by class.

use super::heads::{
    Asked, Coverage, Heads, Scope, asked, eligible_in, goal, rounded_share_of, share_of,
};
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Denominator, Path, Scenario, WorkerClass, people_at};
use serde::Serialize;

/// A target and the month in which coverage reaches its final percentage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Crossing<'a> {
    /// Name; `None`: the target of the plan.
    pub target: Option<&'a str>,
    /// Final percentage of the target.
    pub percent: Rate,
    /// First month with that coverage; `None`: not within the plan.
    pub month: Option<Month>,
    /// Coverage it is compared with; `paid` where members outside the segments are not known in some month.
    pub scope: Scope,
    /// State at the end of each budget year.
    pub years: Vec<CrossingYear>,
}

/// What a target requires at the end of a budget year, and what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CrossingYear {
    /// Budget year.
    pub year: u16,
    /// Percentage required; `None` before the first point of the target.
    pub percent: Option<Rate>,
    /// Members required.
    pub members: Option<People>,
    /// Members missing.
    pub gap: Option<People>,
}

/// Coverage by another denominator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RivalCoverage<'a> {
    /// Name.
    pub name: &'a str,
    /// Definition of 100 %.
    pub denominator: Denominator,
    /// Number of workers.
    pub eligible: People,
    /// Percentage, cut to four decimals; `None` of zero workers.
    pub percent: Option<Rate>,
    /// Percentage rounded to two decimals; `None` where that is the same.
    pub rounded_percent: Option<Rate>,
    /// Coverage of the region, or only of what the plan pays.
    pub scope: Scope,
}

/// Coverage of one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClassCoverage {
    /// Class; `None`: members outside the segments.
    pub class: Option<WorkerClass>,
    /// Heads billed, and members not yet lapsed where the planner counts them.
    pub members: People,
    /// Eligible workers of its segments; `None` where one of them does not state a number.
    pub eligible: Option<People>,
    /// Percentage, cut to four decimals; `None` of zero workers.
    pub percent: Option<Rate>,
    /// Percentage rounded to two decimals; `None` where that is the same.
    pub rounded_percent: Option<Rate>,
}

/// Members of a month by class, in the order of [`WorkerClass`]; those outside the segments last.
pub(super) fn classes(
    scenario: &Scenario,
    heads: &Heads,
    column: usize,
    coverage: Coverage,
) -> Vec<ClassCoverage> {
    let of = |class: WorkerClass| {
        let segments = || {
            let all = scenario.segments.iter().enumerate();
            all.filter(move |(_, segment)| segment.class == class)
        };
        segments().next()?;
        let at = |row: &[Vec<People>], segment: usize| {
            row.get(segment).and_then(|row| row.get(column)).copied().unwrap_or_default()
        };
        let unlapsed = heads.unlapsed.as_ref().map_or(&[][..], |row| row.entries());
        let members = segments()
            .map(|(segment, _)| at(heads.billed.entries(), segment).plus(at(unlapsed, segment)))
            .sum::<People>();
        let eligible: Option<Vec<People>> = segments().map(|(_, one)| eligible_in(one)).collect();
        let eligible = eligible.map(|all| all.into_iter().sum::<People>());
        Some(ClassCoverage {
            class: Some(class),
            members,
            eligible,
            percent: eligible.and_then(|eligible| share_of(members, eligible)),
            rounded_percent: eligible.and_then(|eligible| rounded_share_of(members, eligible)),
        })
    };
    let mut classes: Vec<ClassCoverage> = WorkerClass::ALL.iter().copied().filter_map(of).collect();
    let inside: People = classes.iter().map(|class| class.members).sum();
    let members = coverage.members.less(inside);
    if members > People::ZERO {
        classes.push(ClassCoverage {
            class: None,
            members,
            eligible: None,
            percent: None,
            rounded_percent: None,
        });
    }
    classes
}

/// The target of the plan first, then the further targets.
pub(super) fn crossings<'a>(
    scenario: &'a Scenario,
    coverage: Option<&[Coverage]>,
) -> Vec<Crossing<'a>> {
    let coverage = coverage.unwrap_or_default();
    let is_known = coverage.iter().all(|month| month.scope == Scope::Region);
    let scope = if is_known { Scope::Region } else { Scope::Paid };
    let mut crossings = Vec::new();
    let mut tell = |target: Option<&'a str>, path: &Path| {
        let Some(percent) = goal(path) else { return };
        let reached = |month: &&Coverage| month.percent().is_some_and(|share| share >= percent);
        let month = coverage.iter().find(reached).map(|month| month.month);
        crossings.push(Crossing { target, percent, month, scope, years: years(path, coverage) });
    };
    if let Some(target) = &scenario.target {
        tell(None, &target.path);
    }
    for other in &scenario.other_targets {
        tell(Some(&other.name), &other.path);
    }
    crossings
}

fn years(path: &Path, coverage: &[Coverage]) -> Vec<CrossingYear> {
    let ends = coverage.chunk_by(|a, b| a.month.year() == b.month.year());
    ends.filter_map(|year| year.last())
        .map(|end| {
            let asked = asked(path, end.month);
            let members = asked.map(|asked| asked.members(end.eligible));
            CrossingYear {
                year: end.month.year(),
                percent: asked.map(Asked::percent),
                members,
                gap: members.map(|members| members.less(end.members)),
            }
        })
        .collect()
}

/// Coverage of the same members by the other denominators.
pub(super) fn rivals<'a>(scenario: &'a Scenario, coverage: Coverage) -> Vec<RivalCoverage<'a>> {
    let rivals = scenario.workforce.iter().flat_map(|workforce| &workforce.rivals);
    rivals
        .map(|rival| {
            let eligible = people_at(&rival.eligible, coverage.month).unwrap_or_default();
            RivalCoverage {
                name: &rival.name,
                denominator: rival.denominator,
                eligible,
                percent: share_of(coverage.members, eligible),
                rounded_percent: rounded_share_of(coverage.members, eligible),
                scope: coverage.scope,
            }
        })
        .collect()
}
