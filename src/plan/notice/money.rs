//! What the rules say of the money that pays, for whom, and where it does not suffice.

use super::Told;
use crate::choices::Choice as _;
use crate::law::{FUND_RULES, FundRule, Law, Verdict};
use crate::money::Rate;
use crate::month::Month;
use crate::people::People;
use crate::plan::coverage::Crowd;
use crate::plan::projection::Year;
use crate::problem::{Notice, problem};
use crate::scenario::{Fund, Scenario, Segment};

fn holds(scenario: &Scenario, rule: &FundRule, month: Month) -> bool {
    rule.from <= month
        && rule.to.is_none_or(|to| month <= to)
        && Law::of(scenario).knows(&rule.source, rule.from)
}

/// The funds that pay a share above zero of a segment.
fn paying<'a>(scenario: &'a Scenario, segment: &'a Segment) -> impl Iterator<Item = &'a Fund> {
    let shares = segment.payers.iter().chain(&segment.worker_payers);
    let paying = shares.filter(|share| share.percent > Rate::from_millionths(0));
    paying.filter_map(|share| scenario.funds.get(share.fund))
}

/// Rules that name the group of the segment, for each fund that pays it.
pub(super) fn tell_segment(told: Told<'_>, notices: &mut Vec<Notice>) {
    let Told { scenario, index, segment, .. } = told;
    for fund in paying(scenario, segment) {
        for rule in FUND_RULES.iter().filter(|rule| rule.funds.contains(&fund.kind)) {
            let Some(verdict) = rule.on(segment.group) else { continue };
            if !told.billed().any(|(month, _)| holds(scenario, rule, month)) {
                continue;
            }
            let path = format_args!("segments[{index}].payers");
            let (segment, fund) = (segment.name.as_str(), fund.name.as_str());
            let instrument = rule.source.instrument;
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
                    && paying(scenario, segment).any(|paying| paying.id == fund.id)
                    && months
                        .any(|(month, heads)| *heads > People::ZERO && holds(scenario, rule, month))
            });
            if open {
                notices.push(problem!(
                    "fundRule",
                    format_args!("funds[{index}].kind"),
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

/// Ceilings that do not suffice.
pub(super) fn tell_year(scenario: &Scenario, year: &Year<'_>, notices: &mut Vec<Notice>) {
    for (index, fund) in year.funds.iter().enumerate() {
        if fund.short_rupiah.get() > 0 {
            let name = scenario.funds.get(index).map_or("", |fund| fund.name.as_str());
            let path = format_args!("funds[{index}].ceilings");
            let (year, rupiah) = (year.year.to_string(), fund.short_rupiah.get());
            notices.push(problem!("fundShort", path, fund = name, year = year, rupiah = rupiah));
        }
    }
}
