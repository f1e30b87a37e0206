//! Members whose contributions were paid, against the target.

use super::answer::MonitoredCoverage;
use super::rows::Line;
use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::plan::{Broken, Coverage, Scope};
use crate::scenario::Scenario;

/// The latest month of a segment whose lines all say who was paid, and how many.
pub(super) fn members(lines: &[&Line<'_>]) -> Option<(Month, People)> {
    let months = lines.chunk_by(|one, next| one.column == next.column);
    let mut known = months.filter_map(|lines| {
        let people: Option<Vec<People>> = lines.iter().map(|line| line.members()).collect();
        Some((lines.first()?.month, people?.into_iter().sum()))
    });
    known.next_back()
}

/// Members and target in the last month that is compared, and what is needed until `end`.
pub(super) fn coverage<'a>(
    scenario: &'a Scenario,
    plan: &[Coverage],
    (until, end): (usize, usize),
    others: Option<People>,
    segments: Option<People>,
) -> Result<Option<MonitoredCoverage<'a>>, Broken> {
    let Some(workforce) = &scenario.workforce else { return Ok(None) };
    let now = plan.get(until).ok_or(Broken("coverage"))?;
    let end = plan.get(end).ok_or(Broken("coverage"))?;
    let members = segments.map(|segments| segments.plus(others.unwrap_or_default()));
    let base = workforce.evidence.of("eligible");
    let target = now.target.map(|demand| demand.members);
    let missing = |target: Option<People>| Some(target?.less(members?));
    Ok(Some(MonitoredCoverage {
        denominator: workforce.denominator,
        base_source: base.map(|base| base.source.as_str()),
        base_date: base.and_then(|base| base.date.as_deref()),
        base_quality: base.map(|base| base.quality),
        scope: if others.is_some() { Scope::Region } else { Scope::Paid },
        eligible: now.eligible,
        members,
        percent: members.and_then(|members| percent(members.get(), now.eligible.get())),
        target_percent: now.target.map(|demand| demand.percent),
        target_members: target,
        gap: missing(target),
        gap_to_all: members.map(|members| now.eligible.less(members)),
        end_members: end.target.map(|demand| demand.members),
        needed: missing(end.target.map(|demand| demand.members)),
    }))
}

/// A part of a whole, cut to millionths; `None` of nothing.
pub(super) fn percent(part: u64, whole: u64) -> Option<Rate> {
    let share = || Rate::from_millionths(ratio(part, Rate::WHOLE.millionths(), whole).0);
    (whole > 0).then(share)
}
