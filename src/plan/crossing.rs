//! When each target is reached, and how coverage looks by other counts of those who could be covered.

use super::heads::{
    Asked, Coverage, Heads, Scope, asked, eligible_in, goal, rounded_share_of, share_of,
};
use crate::choices::Choice as _;
use crate::money::Rate;
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Denominator, Path, Scenario, WorkerClass, people_at};
use serde::Serialize;

/// A target and the first month with the coverage it is heading for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Crossing<'a> {
    /// Its name; `None`: the target that the plan follows.
    pub target: Option<&'a str>,
    /// The coverage it is heading for: its last point, or where `yearly` ends.
    pub percent: Rate,
    /// The first month with that coverage; `None`: not in this plan.
    pub month: Option<Month>,
    /// Whose coverage is held against it; `"paid"` where in any month nobody knows of members outside the segments.
    pub scope: Scope,
    /// What it asks for at the end of each budget year, and what is missing.
    pub years: Vec<CrossingYear>,
}

/// What a target asks for at the end of a budget year, and what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CrossingYear {
    /// The budget year.
    pub year: u16,
    /// What it asks for; `None` before its first point.
    pub percent: Option<Rate>,
    /// Members it asks for, rounded up.
    pub members: Option<People>,
    /// People still missing.
    pub gap: Option<People>,
}

/// Coverage by another count of those who could be covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RivalCoverage<'a> {
    /// Name of the count.
    pub name: &'a str,
    /// Which people are 100 %.
    pub denominator: Denominator,
    /// How many they are.
    pub eligible: People,
    /// Members of 100 of them, cut to four decimals; `None` where there are none.
    pub percent: Option<Rate>,
    /// To the nearest hundredth, where that is not what cutting leaves; `None` elsewhere.
    pub rounded_percent: Option<Rate>,
    /// Whose coverage it is.
    pub scope: Scope,
}

/// How far coverage reaches in one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClassCoverage {
    /// The class; `None`: members outside the segments.
    pub class: Option<WorkerClass>,
    /// Heads billed, and members not yet lapsed where the planner counts them.
    pub members: People,
    /// All who could be members of its segments, `None` where one of them does not say.
    pub eligible: Option<People>,
    /// Members of 100 of them, cut to four decimals; `None` where nobody could be a member, or their number is not
    /// known.
    pub percent: Option<Rate>,
    /// To the nearest hundredth, where that is not what cutting leaves; `None` elsewhere.
    pub rounded_percent: Option<Rate>,
}

/// The members of a month by class, in the order of the law; those outside the segments last.
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

/// The plan's own target first, then those that are only compared with.
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

/// The same members, of other counts.
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
