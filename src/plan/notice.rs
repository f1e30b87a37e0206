//! Remarks that the planner must read with the result: reliefs, short funds, missed targets, weak values.

use super::contribution::{paying_kinds, reading, relief_for};
use super::coverage::Crowd;
use super::projection::{ParameterUsed, Year, is_assumed};
use crate::choices::Choice as _;
use crate::law::{Origin, Reading, Relief};
use crate::month::Month;
use crate::people::People;
use crate::problem::problem;
use crate::problem::{Notice, Param, Params};
use crate::scenario::{FundKind, Scenario, Segment};

pub(super) fn notices(
    scenario: &Scenario,
    crowd: &Crowd,
    years: &[Year<'_>],
    parameters: &[ParameterUsed<'_>],
) -> Vec<Notice> {
    let mut notices = Vec::new();
    for (index, (segment, heads)) in scenario.segments.iter().zip(&crowd.heads).enumerate() {
        relief_notices(scenario, segment, index, heads, &mut notices);
    }
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

/// For each relief that is meant for a segment while it is billed: whether it holds, and by whose word.
fn relief_notices(
    scenario: &Scenario,
    segment: &Segment,
    index: usize,
    heads: &[People],
    notices: &mut Vec<Notice>,
) {
    let mut seen: Vec<(&'static Relief, Month, Month)> = Vec::new();
    for (month, heads) in scenario.period.span().months().zip(heads) {
        if *heads == People::ZERO {
            continue;
        }
        let meant = segment
            .programmes
            .iter()
            .find_map(|programme| relief_for(scenario, segment, *programme, month));
        let Some((relief, _)) = meant else { continue };
        match seen.iter_mut().find(|(other, ..)| other.key == relief.key) {
            Some((_, _, to)) => *to = month,
            None => seen.push((relief, month, month)),
        }
    }
    let path = format!("segments[{index}].payers");
    for (relief, from, to) in seen {
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
