//! In which month each target is reached, and coverage by other denominators and by class.

use super::heads::{
    Asked, Coverage, Heads, Scope, asked, eligible_in, goal, rounded_share_of, share_of,
};
use super::row::{Broken, Position as _, Row, SegmentAt};
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
    /// First month with that coverage; `None`: not within the plan.
    pub month: Option<Month>,
    /// Whose coverage is held against it; `"paid"` where in any month nobody knows of members outside the segments.
    pub scope: Scope,
    /// What it asks for at the end of each budget year, and what is missing.
    pub years: Vec<CrossingYear>,
}

/// What a target requires at the end of a budget year, and what is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct CrossingYear {
    /// The budget year.
    pub year: u16,
    /// Percentage required; `None` before the first point of the target.
    pub percent: Option<Rate>,
    /// Members it asks for, rounded up.
    pub members: Option<People>,
    /// Members missing.
    pub gap: Option<People>,
}

/// Coverage by another denominator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RivalCoverage<'a> {
    /// Name of the count.
    pub name: &'a str,
    /// Definition of 100 %.
    pub denominator: Denominator,
    /// Number of workers.
    pub eligible: People,
    /// Percentage, cut to four decimals; `None` of zero workers.
    pub percent: Option<Rate>,
    /// To the nearest hundredth, where that is not what cutting leaves; `None` elsewhere.
    pub rounded_percent: Option<Rate>,
    /// Coverage of the region, or only of what the plan pays.
    pub scope: Scope,
}

/// Coverage of one class.
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

/// Members of a month by class, in the order of [`WorkerClass`]; those outside the segments last.
pub(super) fn classes(
    scenario: &Scenario,
    heads: &Heads,
    column: usize,
    coverage: Coverage,
) -> Result<Vec<ClassCoverage>, Broken> {
    let at = |row: &Row<SegmentAt, Vec<People>>, segment: usize| {
        let heads = row.at(SegmentAt::new(segment))?.get(column);
        heads.copied().ok_or(Broken("columns"))
    };
    let mut classes = Vec::new();
    for class in WorkerClass::ALL {
        let mut members = People::ZERO;
        let mut eligible: Option<Option<People>> = None;
        for (position, segment) in scenario.segments.iter().enumerate() {
            if segment.class != *class {
                continue;
            }
            members = members.plus(at(&heads.billed, position)?);
            if let Some(unlapsed) = &heads.unlapsed {
                members = members.plus(at(unlapsed, position)?);
            }
            let before = eligible.unwrap_or(Some(People::ZERO));
            let both = before.zip(eligible_in(segment));
            eligible = Some(both.map(|(before, own)| before.plus(own)));
        }
        // Classes without a segment are left out.
        let Some(eligible) = eligible else { continue };
        classes.push(ClassCoverage {
            class: Some(*class),
            members,
            eligible,
            percent: eligible.and_then(|eligible| share_of(members, eligible)),
            rounded_percent: eligible.and_then(|eligible| rounded_share_of(members, eligible)),
        });
    }
    let inside: People = classes.iter().map(|class| class.members).sum();
    if inside > coverage.members {
        return Err(Broken("members by class"));
    }
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
    Ok(classes)
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
    let mut add = |target: Option<&'a str>, path: &Path| {
        let Some(percent) = goal(path) else { return };
        let reached = |month: &&Coverage| month.percent().is_some_and(|share| share >= percent);
        let month = coverage.iter().find(reached).map(|month| month.month);
        crossings.push(Crossing { target, percent, month, scope, years: years(path, coverage) });
    };
    if let Some(target) = &scenario.target {
        add(None, &target.path);
    }
    for other in &scenario.other_targets {
        add(Some(&other.name), &other.path);
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
pub(super) fn rivals<'a>(
    scenario: &'a Scenario,
    coverage: Coverage,
) -> Result<Vec<RivalCoverage<'a>>, Broken> {
    let mut rivals = Vec::new();
    for rival in scenario.workforce.iter().flat_map(|workforce| &workforce.rivals) {
        let eligible = people_at(&rival.eligible, coverage.month);
        let eligible = eligible.ok_or(Broken("workers of another denominator"))?;
        rivals.push(RivalCoverage {
            name: &rival.name,
            denominator: rival.denominator,
            eligible,
            percent: share_of(coverage.members, eligible),
            rounded_percent: rounded_share_of(coverage.members, eligible),
            scope: coverage.scope,
        });
    }
    Ok(rivals)
}
