//! Inputs that change no figure of a plan, and why: nobody should look for the effect of a number that has none.

use super::contribution::{all_kinds, relief_for};
use super::coverage::Crowd;
use super::funding::{contract_month, is_contract};
use super::projection::ParameterUsed;
use crate::law::{FUND_RULES, Law, Origin, RELIEFS, Relief, Unit};
use crate::month::Month;
use crate::people::People;
use crate::problem::{Notice, problem};
use crate::scenario::{
    DatedPeople, Enrolment, Fund, Override, Programme, Scenario, Segment, WorkerClass,
};
use crate::text::{digits, place};

/// Everything that changes nothing, in the order of the scenario.
pub(super) fn unused(
    scenario: &Scenario,
    crowd: &Crowd,
    parameters: &[ParameterUsed<'_>],
) -> Vec<Notice> {
    let mut unused = Vec::new();
    for (index, (segment, heads)) in scenario.segments.iter().zip(&crowd.heads).enumerate() {
        of_segment(scenario, segment, index, heads, &mut unused);
    }
    let demanded = crowd.coverage.iter().flatten().any(|coverage| coverage.target.is_some());
    if scenario.target.is_some() && !demanded {
        unused.push(problem!("targetUnused", "target"));
    }
    for (index, fund) in scenario.funds.iter().enumerate() {
        of_fund(scenario, fund, index, &mut unused);
    }
    let plan = scenario.period.span();
    for (index, figure) in scenario.published.iter().enumerate() {
        let outside = |year: &u16| !(plan.from.year()..=plan.to.year()).contains(year);
        if let Some(year) = figure.year.filter(outside) {
            let (path, name) = (place("published[#].year", &[index]), figure.name.as_str());
            unused.push(problem!("publishedUnused", path, name = name, year = digits(year)));
        }
    }
    let billed = |met: &dyn Fn(&Segment, Month) -> bool| {
        let mut segments = scenario.segments.iter().zip(&crowd.heads);
        segments
            .any(|(segment, heads)| billed_months(scenario, heads).any(|month| met(segment, month)))
    };
    // A contract is billed once, whoever works on it in that month.
    let priced = |met: &dyn Fn(&Segment, Month) -> bool| {
        let mut segments = scenario.segments.iter().zip(&crowd.heads);
        segments.any(|(segment, heads)| match contract_month(scenario, segment) {
            Some(month) => met(segment, month),
            None => billed_months(scenario, heads).any(|month| met(segment, month)),
        })
    };
    for (index, choice) in scenario.reliefs.iter().enumerate() {
        let met = |segment: &Segment, month: Month| {
            !all_kinds(scenario, segment, &mut |kind| kind != choice.payer)
                && meets(scenario, segment, month, choice.relief)
        };
        if !priced(&met) {
            unused.push(problem!("reliefUnused", place("reliefs[#]", &[index])));
        }
    }
    for (index, permission) in scenario.permissions.iter().enumerate() {
        let met = |segment: &Segment, month: Month| {
            segment.group == Some(permission.group)
                && ruled(scenario, segment, permission.rule, month)
        };
        if !billed(&met) {
            unused.push(problem!("permissionUnused", place("permissions[#]", &[index])));
        }
    }
    for (index, replacement) in scenario.overrides.iter().enumerate() {
        let used = parameters.iter().any(|used| used.origin == Origin::Override(index))
            || priced(&|segment, month| asked_elsewhere(replacement, segment, month));
        if !used {
            let (path, title) = (place("overrides[#]", &[index]), replacement.key.title());
            unused.push(problem!("overrideUnused", path, title = title));
        }
    }
    for (index, assumed) in scenario.assumptions.iter().enumerate() {
        let grown = |used: &ParameterUsed<'_>| matches!(used.origin, Origin::Beyond { assumption, .. } if assumption == index);
        if !parameters.iter().any(grown) {
            let (path, title) = (place("assumptions[#]", &[index]), assumed.key.title());
            unused.push(problem!("assumptionUnused", path, title = title));
        }
    }
    unused
}

fn billed_months(scenario: &Scenario, heads: &[People]) -> impl Iterator<Item = Month> {
    let months = scenario.period.span().months().zip(heads);
    months.filter(|(_, heads)| **heads > People::ZERO).map(|(month, _)| month)
}

/// Whether a rule on money speaks of a month in which its money pays for a segment.
fn ruled(scenario: &Scenario, segment: &Segment, rule: &str, month: Month) -> bool {
    let Some(rule) = FUND_RULES.iter().find(|one| one.key == rule) else { return false };
    let holds = rule.from <= month && rule.to.is_none_or(|to| month <= to);
    let speaks_of = |fund: &Fund| rule.funds.contains(&fund.kind);
    holds
        && scenario
            .paying_for(segment)
            .iter()
            .any(|fund| scenario.funds.get(*fund).is_some_and(speaks_of))
}

fn meets(scenario: &Scenario, segment: &Segment, month: Month, relief: &Relief) -> bool {
    let meant = |programme: &Programme| relief_for(scenario, segment, *programme, month);
    segment.programmes.iter().filter_map(meant).any(|(meant, ..)| meant == relief)
}

/// What no contribution shows: a relief that a replacement ends, and what only a notice counts.
fn asked_elsewhere(replacement: &Override, segment: &Segment, month: Month) -> bool {
    let for_segment = match RELIEFS.iter().find(|relief| relief.rate == replacement.key) {
        Some(relief) => segment
            .programmes
            .iter()
            .any(|programme| relief.is_for(segment.class, segment.sector(), *programme)),
        None if replacement.key.name().starts_with("earmark.") => true,
        None => replacement.key.unit() == Unit::Months && segment.class == WorkerClass::Bpu,
    };
    for_segment && replacement.holds_in(month)
}

fn of_segment(
    scenario: &Scenario,
    segment: &Segment,
    index: usize,
    heads: &[People],
    unused: &mut Vec<Notice>,
) {
    let name = segment.name.as_str();
    let billed = || billed_months(scenario, heads);
    if billed().next().is_none() && !is_contract(segment) {
        let path = place("segments[#].enrolment", &[index]);
        unused.push(problem!("segmentEmpty", path, segment = name));
        return;
    }
    if segment.class == WorkerClass::Bpu
        && segment.base.is_some()
        && segment.programmes == [Programme::Jkm]
    {
        unused.push(problem!("baseUnused", place("segments[#].base", &[index]), segment = name));
    }
    let law = Law::of(scenario);
    let by_sector = || RELIEFS.iter().filter(|relief| relief.sectors.is_some());
    let sector_counts = |month| by_sector().any(|relief| law.percent(relief.rate, month).is_ok());
    if segment.sector.is_some() && !billed().any(sector_counts) {
        let path = place("segments[#].sector", &[index]);
        unused.push(problem!("sectorUnused", path, segment = name));
    }
    if let Enrolment::Fixed { counts, .. } = &segment.enrolment {
        for (position, count) in counts.iter().enumerate() {
            let counts_in =
                |month: Month| segment.is_billed(month) && latest(counts, month) == Some(position);
            if !scenario.period.span().months().any(counts_in) {
                let path = place("segments[#].enrolment.counts[#]", &[index, position]);
                let from = count.from;
                unused.push(problem!("countUnused", path, segment = name, month = from));
            }
        }
    }
}

/// Position of the entry that counts in a month.
fn latest(counts: &[DatedPeople], month: Month) -> Option<usize> {
    counts.iter().rposition(|count| count.from <= month)
}

fn of_fund(scenario: &Scenario, fund: &Fund, index: usize, unused: &mut Vec<Notice>) {
    let name = fund.name.as_str();
    let pays = |segment: &&Segment| scenario.pays(index, segment);
    let paid: Vec<&Segment> = scenario.segments.iter().filter(pays).collect();
    if paid.is_empty() {
        unused.push(problem!("fundUnused", place("funds[#]", &[index]), fund = name));
        return;
    }
    let plan = scenario.period.span();
    for (position, ceiling) in fund.ceilings.iter().enumerate() {
        if !(plan.from.year()..=plan.to.year()).contains(&ceiling.year) {
            let path = place("funds[#].ceilings[#]", &[index, position]);
            let year = digits(ceiling.year);
            unused.push(problem!("ceilingUnused", path, fund = name, year = year));
        }
    }
    for (position, account) in fund.accounts.iter().enumerate() {
        let serves = |programme: &Programme| fund.account(*programme) == Some(account);
        if !paid.iter().flat_map(|segment| &segment.programmes).any(serves) {
            let path = place("funds[#].accounts[#]", &[index, position]);
            let code = account.code.as_str();
            unused.push(problem!("accountUnused", path, fund = name, code = code));
        }
    }
}
