//! Inputs that change no figure of a plan, with the reason.

use super::heads::Coverage;
use super::outcome::Outcome;
use super::remark::holds;
use super::result::ParameterUsed;
use super::row::Position as _;
use crate::law::{FUND_RULES, Origin, RELIEFS, Trace, Unit};
use crate::people::People;
use crate::problem::{Notice, notice};
use crate::scenario::{
    Enrolment, Fund, Override, Programme, Scenario, Segment, Village, WorkerClass,
};
use crate::text::{digits, place};

/// All inputs without effect, in the order of the scenario.
pub(super) fn unused(
    scenario: &Scenario,
    outcomes: &[Outcome<'_>],
    coverage: Option<&[Coverage]>,
    parameters: &[ParameterUsed<'_>],
) -> Vec<Notice> {
    let mut unused = Vec::new();
    for outcome in outcomes {
        of_segment(*outcome, &mut unused);
    }
    let demanded = coverage.into_iter().flatten().any(|coverage| coverage.target.is_some());
    if scenario.target.is_some() && !demanded {
        unused.push(notice!(TargetUnused, "target"));
    }
    for (index, fund) in scenario.funds.iter().enumerate() {
        of_fund(scenario, fund, index, &mut unused);
    }
    let plan = scenario.period.span();
    for (index, figure) in scenario.published.iter().enumerate() {
        let outside = |year: &u16| !(plan.from.year()..=plan.to.year()).contains(year);
        if let Some(year) = figure.year.filter(outside) {
            let (path, name) = (place("published[#].year", &[index]), figure.name.as_str());
            unused.push(notice!(PublishedUnused, path, name = name, year = digits(year)));
        }
    }
    of_villages(scenario, outcomes, &mut unused);
    for (index, choice) in scenario.reliefs.iter().enumerate() {
        let met = |outcome: &Outcome<'_>| {
            outcome.group.payer_kinds.contains(&choice.payer)
                && outcome.reliefs().any(|(meant, _)| meant.relief == choice.relief)
        };
        if !outcomes.iter().any(met) {
            unused.push(notice!(ReliefUnused, place("reliefs[#]", &[index])));
        }
    }
    for (index, permission) in scenario.permissions.iter().enumerate() {
        let met = |outcome: &Outcome<'_>| {
            outcome.segment.group == Some(permission.group) && ruled(*outcome, permission.rule)
        };
        if !outcomes.iter().any(met) {
            unused.push(notice!(PermissionUnused, place("permissions[#]", &[index])));
        }
    }
    for (index, pack) in scenario.law_packs.iter().enumerate() {
        let is_it =
            |used: &ParameterUsed<'_>| matches!(used.origin, Origin::Pack(at, _) if at == index);
        if !parameters.iter().any(is_it) {
            let (path, name) = (place("lawPacks[#]", &[index]), pack.name.as_str());
            unused.push(notice!(LawPackUnused, path, name = name));
        }
    }
    for (index, replacement) in scenario.overrides.iter().enumerate() {
        let used = parameters.iter().any(|used| used.origin == Origin::Override(index))
            || outcomes.iter().any(|outcome| asked_elsewhere(replacement, *outcome));
        if !used {
            let (path, title) =
                (place("overrides[#]", &[index]), scenario.law().title(&replacement.key));
            unused.push(notice!(OverrideUnused, path, title = title));
        }
    }
    for (index, assumed) in scenario.assumptions.iter().enumerate() {
        let grown = |used: &ParameterUsed<'_>| matches!(used.origin, Origin::Beyond { assumption, .. } if assumption == index);
        if !parameters.iter().any(grown) {
            let (path, title) =
                (place("assumptions[#]", &[index]), scenario.law().title(&assumed.key));
            unused.push(notice!(AssumptionUnused, path, title = title));
        }
    }
    unused
}

/// Whether a rule holds for a fund that pays for a segment: then the remark on the rule tells the planner's verdict.
fn ruled(outcome: Outcome<'_>, rule: &str) -> bool {
    let Some(rule) = FUND_RULES.iter().find(|one| one.key == rule) else { return false };
    let funds = &outcome.scenario.funds;
    let mut paying = outcome.group.paying.iter().filter_map(|at| funds.get(at.index()));
    paying.any(|fund| holds(outcome, rule, fund))
}

/// Overrides that no contribution uses and that still have an effect: one that ends a relief, and values that only a
/// remark uses.
fn asked_elsewhere(replacement: &Override, outcome: Outcome<'_>) -> bool {
    let segment = outcome.segment;
    let for_segment = match RELIEFS.iter().find(|relief| relief.rate == replacement.key) {
        Some(relief) => segment
            .programmes
            .iter()
            .any(|programme| relief.is_for(segment.class, segment.sector(), *programme)),
        None if replacement.key.name().starts_with("earmark.") => true,
        None => replacement.key.unit() == Unit::Months && segment.class == WorkerClass::Bpu,
    };
    for_segment && outcome.is_priced_in(replacement.from, replacement.to)
}

fn of_segment(outcome: Outcome<'_>, unused: &mut Vec<Notice>) {
    let Outcome { scenario, index, segment, group, heads, .. } = outcome;
    let name = segment.name.as_str();
    if heads.iter().all(|heads| *heads == People::ZERO) && !group.is_contract() {
        let path = place("segments[#].enrolment", &[index]);
        unused.push(notice!(SegmentEmpty, path, segment = name));
        return;
    }
    if segment.class == WorkerClass::Bpu
        && segment.base.is_some()
        && segment.programmes == [Programme::Jkm]
    {
        unused.push(notice!(BaseUnused, place("segments[#].base", &[index]), segment = name));
    }
    if segment.sector.is_some() && !sector_counts(outcome) {
        let path = place("segments[#].sector", &[index]);
        unused.push(notice!(SectorUnused, path, segment = name));
    }
    if let Enrolment::Fixed { counts, .. } = &segment.enrolment {
        let first = scenario.period.first_month;
        // A count holds until the next one starts.
        let ends = counts.iter().skip(1).map(|next| next.from.since(first)).chain([u16::MAX]);
        for (position, (count, end)) in counts.iter().zip(ends).enumerate() {
            let holds = usize::from(count.from.since(first))..usize::from(end);
            let next = group.billed.partition_point(|columns| columns.end <= holds.start);
            let is_taken = group.billed.get(next).is_some_and(|columns| columns.start < holds.end);
            if !is_taken || holds.is_empty() {
                let path = place("segments[#].enrolment.counts[#]", &[index, position]);
                let from = count.from;
                unused.push(notice!(CountUnused, path, segment = name, month = from));
            }
        }
    }
}

/// Counts and ceilings of villages, told once for all villages: a table that does not fit has thousands of them.
fn of_villages(scenario: &Scenario, outcomes: &[Outcome<'_>], unused: &mut Vec<Notice>) {
    if scenario.villages.is_empty() {
        return;
    }
    for outcome in outcomes {
        let segment = outcome.segment;
        let counts = matches!(segment.enrolment, Enrolment::Villages { .. });
        let is_billed = |village: &Village| {
            let mut months = village.months(scenario.period).months();
            counts && months.any(|month| segment.is_billed(month))
        };
        let (mut first, mut villages, mut people) = (None, 0_u64, People::ZERO);
        for (index, village) in scenario.villages.iter().enumerate() {
            let mut entries = village.counts.iter().enumerate();
            let entry = entries.find(|(_, count)| count.segment == segment.id);
            let Some((position, count)) = entry.filter(|_| !is_billed(village)) else { continue };
            first = first.or(Some([index, position]));
            villages = villages.saturating_add(1);
            people = people.plus(count.people);
        }
        if let Some(first) = first {
            unused.push(notice!(
                VillageCountUnused,
                place("villages[#].counts[#]", &first),
                segment = segment.name.as_str(),
                villages = villages,
                people = people.get(),
            ));
        }
    }
    let plan = scenario.period.span();
    for (index, fund) in scenario.funds.iter().enumerate() {
        let pays = outcomes.iter().any(|outcome| {
            matches!(outcome.segment.enrolment, Enrolment::Villages { .. })
                && scenario.pays(index, outcome.segment)
        });
        // By year: its first place, and of how many villages.
        let mut years: Vec<(u16, [usize; 2], u64)> = Vec::new();
        for (index, village) in scenario.villages.iter().enumerate() {
            for (position, ceiling) in village.ceilings.iter().enumerate() {
                let in_plan = (plan.from.year()..=plan.to.year()).contains(&ceiling.year);
                if ceiling.fund != fund.id || (pays && in_plan) {
                    continue;
                }
                match years.iter_mut().find(|(year, ..)| *year == ceiling.year) {
                    Some((.., villages)) => *villages = villages.saturating_add(1),
                    None => years.push((ceiling.year, [index, position], 1)),
                }
            }
        }
        for (year, first, villages) in years {
            unused.push(notice!(
                VillageCeilingUnused,
                place("villages[#].ceilings[#]", &first),
                fund = fund.name.as_str(),
                year = digits(year),
                villages = villages,
            ));
        }
    }
}

/// Whether a relief that depends on the sector has a value in a billed month.
fn sector_counts(outcome: Outcome<'_>) -> bool {
    let Outcome { scenario, .. } = outcome;
    let plan = scenario.period.span();
    RELIEFS.iter().filter(|relief| relief.sectors.is_some()).any(|relief| {
        let mut month = plan.from;
        while month <= plan.to {
            let law = Trace::new(scenario.law(), month, plan.to);
            let has_value = law.percent(relief.rate).is_ok();
            if has_value && outcome.is_billed_in(month, Some(law.until())) {
                return true;
            }
            month = law.until().plus(1);
        }
        false
    })
}

fn of_fund(scenario: &Scenario, fund: &Fund, index: usize, unused: &mut Vec<Notice>) {
    let name = fund.name.as_str();
    let pays = |segment: &&Segment| scenario.pays(index, segment);
    let paid: Vec<&Segment> = scenario.segments.iter().filter(pays).collect();
    if paid.is_empty() {
        unused.push(notice!(FundUnused, place("funds[#]", &[index]), fund = name));
        return;
    }
    let plan = scenario.period.span();
    for (position, ceiling) in fund.ceilings.iter().enumerate() {
        if !(plan.from.year()..=plan.to.year()).contains(&ceiling.year) {
            let path = place("funds[#].ceilings[#]", &[index, position]);
            let year = digits(ceiling.year);
            unused.push(notice!(CeilingUnused, path, fund = name, year = year));
        }
    }
    for (position, account) in fund.accounts.iter().enumerate() {
        let serves = |programme: &Programme| fund.account(*programme) == Some(account);
        if !paid.iter().flat_map(|segment| &segment.programmes).any(serves) {
            let path = place("funds[#].accounts[#]", &[index, position]);
            let code = account.code.as_str();
            unused.push(notice!(AccountUnused, path, fund = name, code = code));
        }
    }
}
