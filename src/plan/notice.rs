//! Remarks that the planner must read with the result: reliefs, short funds, missed targets, weak values.

use super::contribution::{paying_kinds, reading, relief_for, relief_worth};
use super::coverage::Crowd;
use super::projection::{ParameterUsed, Year, is_assumed};
use crate::choices::Choice as _;
use crate::law::{FUND_RULES, Law, Origin, Reading, Relief, dated, key};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::problem::problem;
use crate::problem::{Notice, Param, Params};
use crate::scenario::{FundKind, Programme, Scenario, Segment, WorkerClass};

pub(super) fn notices(
    scenario: &Scenario,
    crowd: &Crowd,
    years: &[Year<'_>],
    parameters: &[ParameterUsed<'_>],
    paid: &[Vec<Rupiah>],
) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (index, (segment, heads)) in scenario.segments.iter().zip(&crowd.heads).enumerate() {
        relief_notices(scenario, segment, index, heads, &mut notices);
        notices.extend(waiting_notice(scenario, segment, index, heads));
    }
    notices.extend(fund_notices(scenario, paid));
    for year in years {
        for (index, fund) in year.funds.iter().enumerate() {
            if fund.short_rupiah.get() > 0 {
                let name = scenario.funds.get(index).map_or("", |fund| fund.name.as_str());
                let path = format_args!("funds[{index}].ceilings");
                let (year, rupiah) = (year.year.to_string(), fund.short_rupiah.get());
                notices.push(problem!(
                    "fundShort",
                    path,
                    fund = name,
                    year = year,
                    rupiah = rupiah
                ));
            }
        }
        if let Some(gap) =
            year.coverage.and_then(|coverage| coverage.gap()).filter(|gap| *gap > People::ZERO)
        {
            let year = year.year.to_string();
            notices.push(problem!("targetMissed", "target", year = year, people = gap.get()));
        }
    }
    let above = years
        .iter()
        .filter_map(|year| year.coverage.filter(|coverage| coverage.members > coverage.eligible));
    for coverage in above {
        let year = coverage.month.year().to_string();
        let (members, eligible) = (coverage.members.get(), coverage.eligible.get());
        let path = "workforce.eligible";
        notices.push(problem!(
            "aboveEligible",
            path,
            year = year,
            members = members,
            eligible = eligible
        ));
    }
    for parameter in parameters {
        match parameter.origin {
            Origin::Override(position) => {
                let path = format_args!("overrides[{position}]");
                let (title, key, note) = (parameter.title, parameter.key, parameter.instrument);
                notices.push(problem!(
                    "valueReplaced",
                    path,
                    title = title,
                    parameter = key,
                    note = note
                ));
            }
            Origin::Law(_) if is_assumed(parameter) => {
                let (from, to) = (parameter.from.to_string(), parameter.to.to_string());
                let (title, key) = (parameter.title, parameter.key);
                notices.push(problem!(
                    "valueAssumed",
                    "",
                    title = title,
                    parameter = key,
                    from = from,
                    to = to
                ));
            }
            Origin::Law(_) => {}
        }
    }
    notices
}

/// What the rules say of the money that pays, in the months in which it does.
fn fund_notices(scenario: &Scenario, monthly: &[Vec<Rupiah>]) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (index, (fund, column)) in scenario.funds.iter().zip(monthly).enumerate() {
        for rule in FUND_RULES.iter().filter(|rule| rule.funds.contains(&fund.kind)) {
            let holds = |month: Month| rule.from <= month && rule.to.is_none_or(|to| month <= to);
            let mut paid = scenario.period.span().months().zip(column);
            if paid.any(|(month, rupiah)| *rupiah > Rupiah::ZERO && holds(month)) {
                notices.push(problem!(
                    "fundRule",
                    format_args!("funds[{index}].kind"),
                    fund = fund.name.as_str(),
                    text = rule.text,
                    rule = rule.key,
                    verdict = rule.verdict.name(),
                    instrument = rule.source.instrument,
                ));
            }
        }
    }
    notices
}

/// A short time of cover protects new members little: their heirs get the full JKM only after it.
fn waiting_notice(
    scenario: &Scenario,
    segment: &Segment,
    index: usize,
    heads: &[People],
) -> Option<Notice> {
    let billed =
        || scenario.period.span().months().zip(heads).filter(|(_, heads)| **heads > People::ZERO);
    let months = billed().count() as u64;
    let (first, _) = billed().next()?;
    let jkm_of_bpu =
        segment.class == WorkerClass::Bpu && segment.programmes.contains(&Programme::Jkm);
    let waiting = Law::with(&scenario.overrides).months(key::JKM_BPU_WAITING_MONTHS, first).ok()?;
    let instrument = dated(waiting.key, waiting.origin).map_or("", |dated| dated.source.instrument);
    (jkm_of_bpu && months <= waiting.value).then(|| {
        problem!(
            "waitingTime",
            format_args!("segments[{index}].billed"),
            segment = segment.name.as_str(),
            months = months,
            waiting = waiting.value,
            instrument = instrument,
        )
    })
}

/// A relief that meets a segment: from when to when, and what it takes off or would.
struct Met {
    relief: &'static Relief,
    from: Month,
    to: Month,
    worth: Rupiah,
}

/// For each relief that is meant for a segment while it is billed: whether it holds, and by whose word.
fn relief_notices(
    scenario: &Scenario,
    segment: &Segment,
    index: usize,
    heads: &[People],
    notices: &mut Vec<Notice>,
) {
    let mut seen: Vec<Met> = Vec::new();
    for (month, heads) in scenario.period.span().months().zip(heads) {
        if *heads == People::ZERO {
            continue;
        }
        let meant = segment
            .programmes
            .iter()
            .find_map(|programme| relief_for(scenario, segment, *programme, month));
        let Some((relief, _)) = meant else { continue };
        let worth = relief_worth(scenario, segment, month).ok().and_then(|one| one.times(*heads));
        let worth = worth.unwrap_or_default();
        match seen.iter_mut().find(|met| met.relief == relief) {
            Some(met) => {
                met.to = month;
                met.worth = met.worth.plus(worth).unwrap_or(Rupiah::MAX);
            }
            None => seen.push(Met { relief, from: month, to: month, worth }),
        }
    }
    let path = format!("segments[{index}].payers");
    for Met { relief, from, to, worth } in seen {
        let kinds = || {
            let paying: Vec<FundKind> = paying_kinds(scenario, segment).collect();
            FundKind::ALL.iter().copied().filter(move |kind| paying.contains(kind))
        };
        let say = |code, path: &str, payer: Option<FundKind>, applies: Option<bool>| {
            let mut params = vec![
                ("segment", Param::from(segment.name.as_str())),
                ("relief", relief.key.into()),
                ("instrument", relief.source.instrument.into()),
                ("from", from.to_string().into()),
                ("to", to.to_string().into()),
                ("percent", relief.off.into()),
                ("rupiah", worth.get().into()),
            ];
            params.extend(payer.map(|payer| ("payer", payer.name().into())));
            params.extend(
                applies.map(|applies| ("applies", if applies { "yes" } else { "no" }.into())),
            );
            Notice { code, path: path.into(), params: Params(params) }
        };
        let excluded = kinds().find(|kind| relief.reading(*kind) == Reading::No);
        let open = kinds().filter(|kind| matches!(relief.reading(*kind), Reading::Open { .. }));
        let open: Vec<_> = open.collect();
        if let Some(kind) = excluded {
            notices.push(say("reliefDenied", &path, Some(kind), None));
        } else if open.is_empty() {
            notices.push(say("reliefApplied", &path, None, None));
        } else {
            for kind in open {
                let (applies, choice) = reading(scenario, relief, kind);
                notices.push(match choice {
                    Some((position, _)) => say(
                        "reliefChosen",
                        &format!("reliefs[{position}]"),
                        Some(kind),
                        Some(applies),
                    ),
                    None => say("reliefOpen", &path, Some(kind), Some(applies)),
                });
            }
        }
    }
}
