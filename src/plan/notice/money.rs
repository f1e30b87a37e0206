//! What the rules say of the money that pays, for whom, and where it does not suffice.

use super::Told;
use crate::choices::Choice as _;
use crate::law::{FUND_RULES, FundRule, Key, Law, Verdict, key};
use crate::money::{Exact, Rounding, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::coverage::Crowd;
use crate::plan::projection::Year;
use crate::problem::{Notice, problem};
use crate::scenario::{FundKind, Group, Permission, Scenario};
use crate::text::{digits, place};

fn holds(scenario: &Scenario, rule: &FundRule, month: Month) -> bool {
    rule.from <= month
        && rule.to.is_none_or(|to| month <= to)
        && Law::of(scenario).knows(&rule.source, rule.from)
}

/// The planner's own reading of a rule for a group, with its position.
fn chosen<'a>(
    scenario: &'a Scenario,
    rule: &FundRule,
    group: Option<Group>,
) -> Option<(usize, &'a Permission)> {
    let mut permissions = scenario.permissions.iter().enumerate();
    permissions.find(|(_, one)| one.rule == rule.key && Some(one.group) == group)
}

/// Rules that name the group of the segment, for each fund that pays it.
pub(super) fn tell_segment(told: Told<'_>, notices: &mut Vec<Notice>) {
    let Told { scenario, index, segment, .. } = told;
    for fund in scenario.paying_for(segment) {
        let Some(fund) = scenario.funds.get(fund) else { continue };
        for rule in FUND_RULES.iter().filter(|rule| rule.funds.contains(&fund.kind)) {
            let chosen = chosen(scenario, rule, segment.group);
            let Some(verdict) = chosen.map(|_| Verdict::Limits).or(rule.on(segment.group)) else {
                continue;
            };
            if !told.billed().any(|(month, _)| holds(scenario, rule, month)) {
                continue;
            }
            let path = place("segments[#].payers", &[index]);
            let (segment, fund) = (segment.name.as_str(), fund.name.as_str());
            let instrument = rule.source.instrument;
            if let Some((position, permission)) = chosen {
                notices.push(problem!(
                    "fundChosen",
                    place("permissions[#]", &[position]),
                    segment = segment,
                    fund = fund,
                    applies = if permission.allowed { "yes" } else { "no" },
                    text = rule.text,
                    rule = rule.key,
                    instrument = instrument,
                    note = permission.note.as_deref().unwrap_or_default(),
                ));
                continue;
            }
            macro_rules! say {
                ($code:literal) => {
                    problem!(
                        $code,
                        path,
                        segment = segment,
                        fund = fund,
                        text = rule.text,
                        rule = rule.key,
                        instrument = instrument,
                    )
                };
            }
            notices.push(match verdict {
                Verdict::Forbids => say!("fundForbidden"),
                Verdict::Limits => say!("fundLimited"),
                Verdict::Allows => say!("fundAllowed"),
            });
        }
    }
}

/// Rules on a kind of money, where it pays for somebody whom they do not name.
pub(super) fn tell_funds(scenario: &Scenario, crowd: &Crowd, notices: &mut Vec<Notice>) {
    for (index, fund) in scenario.funds.iter().enumerate() {
        for rule in FUND_RULES.iter().filter(|rule| rule.funds.contains(&fund.kind)) {
            let Some(verdict) = rule.verdict else { continue };
            let open = scenario.segments.iter().zip(&crowd.heads).any(|(segment, heads)| {
                let mut months = scenario.period.span().months().zip(heads);
                rule.on(segment.group).is_none()
                    && chosen(scenario, rule, segment.group).is_none()
                    && scenario.pays(index, segment)
                    && months
                        .any(|(month, heads)| *heads > People::ZERO && holds(scenario, rule, month))
            });
            if open {
                notices.push(problem!(
                    "fundRule",
                    place("funds[#].kind", &[index]),
                    fund = fund.name.as_str(),
                    text = rule.text,
                    rule = rule.key,
                    verdict = verdict.name(),
                    instrument = rule.source.instrument,
                ));
            }
        }
    }
}

/// The part of a kind of money that may go to contributions.
const fn earmark(kind: FundKind) -> Option<Key> {
    match kind {
        FundKind::DbhSawit => Some(key::EARMARK_DBH_SAWIT_OTHER),
        FundKind::DbhCht => Some(key::EARMARK_DBH_CHT_WELFARE),
        _ => None,
    }
}

/// More than the earmarked part of what the region received.
fn above_earmark(scenario: &Scenario, index: usize, year: u16, paid: Rupiah) -> Option<Notice> {
    let fund = scenario.funds.get(index)?;
    let allocation = fund.entry(year)?.allocation?;
    let law = Law::of(scenario);
    let part = law.percent(earmark(fund.kind)?, Month::of(year, 12)).ok()?;
    let limit = Exact::from(allocation).share(part.value).round(Rounding::Down)?;
    let instrument = law.cite(part.key, part.origin)?.instrument;
    (paid > limit).then(|| {
        problem!(
            "earmarkExceeded",
            place("funds[#].ceilings", &[index]),
            fund = fund.name.as_str(),
            year = digits(year),
            rupiah = paid.get(),
            percent = part.value,
            limit = limit.get(),
            instrument = instrument,
        )
    })
}

/// Ceilings that do not suffice, earmarks that are exceeded, and bills that reach a fund that will not pay.
pub(super) fn tell_year(scenario: &Scenario, year: &Year<'_>, notices: &mut Vec<Notice>) {
    for (index, fund) in year.funds.iter().enumerate() {
        notices.extend(above_earmark(scenario, index, year.year, fund.rupiah));
    }
    for (index, (fund, paid)) in scenario.funds.iter().zip(&year.funds).enumerate() {
        if fund.will_not_pay && paid.rupiah > Rupiah::ZERO {
            let path = place("funds[#].willNotPay", &[index]);
            let (name, year, rupiah) = (fund.name.as_str(), digits(year.year), paid.rupiah.get());
            notices.push(problem!(
                "willNotPayAsked",
                path,
                fund = name,
                year = year,
                rupiah = rupiah
            ));
        }
    }
    for (index, fund) in year.funds.iter().enumerate() {
        if fund.short_rupiah.get() > 0 {
            let name = scenario.funds.get(index).map_or("", |fund| fund.name.as_str());
            let path = place("funds[#].ceilings", &[index]);
            let (year, rupiah) = (digits(year.year), fund.short_rupiah.get());
            notices.push(problem!("fundShort", path, fund = name, year = year, rupiah = rupiah));
        }
    }
}
