//! For each relief that is meant for a segment while it is billed: whether it holds, by whose word, and what it
//! is worth.

use super::Told;
use crate::choices::Choice as _;
use crate::law::{Reading, Relief};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::contribution::{all_kinds, reading, relief_for, relief_worth, turns_in};
use crate::plan::funding::contract_month;
use crate::problem::{Notice, params, problem};
use crate::scenario::{Fund, FundKind, Programme, Scenario, Segment, Share};
use crate::text::place;

/// A relief that meets a segment: from when to when, and what it takes off or would.
struct Met {
    relief: &'static Relief,
    off: Rate,
    from: Month,
    to: Month,
    worth: Rupiah,
}

pub(super) fn tell(told: Told<'_>, notices: &mut Vec<Notice>) {
    let Told { scenario, index, segment, relieved, .. } = told;
    let mut seen: Vec<Met> = Vec::new();
    // A contract is billed once, whoever works on it.
    let contract = contract_month(scenario, segment);
    // The relief of a month and its worth, known until the tariff may change.
    let mut known = None;
    for ((month, heads), (is_relieved, turns)) in told.months().zip(relieved) {
        if turns_in(segment, month, *turns) {
            known = None;
        }
        let is_billed = match contract {
            Some(billed) => month == billed,
            None => heads > People::ZERO,
        };
        if !is_billed || !is_relieved {
            continue;
        }
        let (meant, worth) = *known.get_or_insert_with(|| {
            let of = |programme: &Programme| relief_for(scenario, segment, *programme, month);
            let meant = segment.programmes.iter().find_map(of);
            (meant, meant.and_then(|_| relief_worth(scenario, segment, month).ok()))
        });
        let Some((relief, off, _)) = meant else { continue };
        let times = if contract.is_some() { People::new(1) } else { heads };
        let worth = worth.and_then(|one| one.times(times)).unwrap_or_default();
        match seen.iter_mut().find(|met| met.relief == relief && met.off == off.value) {
            Some(met) => {
                met.to = month;
                met.worth = met.worth.and(worth);
            }
            None => seen.push(Met { relief, off: off.value, from: month, to: month, worth }),
        }
    }
    let path = place("segments[#].payers", &[index]);
    for Met { relief, off, from, to, worth } in seen {
        let pays = |kind: &FundKind| !all_kinds(scenario, segment, &mut |other| other != *kind);
        let kinds = || FundKind::ALL.iter().copied().filter(pays);
        let say = |code, path: &str, payer: Option<FundKind>, applies: Option<bool>| {
            let mut params = params!(
                segment = segment.name.as_str(),
                relief = relief.key(),
                instrument = relief.source.instrument,
                from = from,
                to = to,
                percent = off,
                rupiah = worth.get(),
            );
            if let Some(payer) = payer {
                params.add("payer", payer.name());
            }
            if let Some(applies) = applies {
                params.add("applies", if applies { "yes" } else { "no" });
            }
            Notice { code, path: path.into(), params }
        };
        let excluded = excluded(scenario, segment, relief);
        let open = kinds().filter(|kind| matches!(relief.reading(*kind), Reading::Open { .. }));
        let open: Vec<_> = open.collect();
        if let Some((fund, has_share)) = excluded {
            let code = if has_share { "reliefDenied" } else { "reliefDeniedByNext" };
            let mut notice = say(code, &path, Some(fund.kind), None);
            notice.params.add("fund", fund.name.as_str());
            notices.push(notice);
        } else if open.is_empty() {
            notices.push(say("reliefApplied", &path, None, None));
        } else {
            for kind in open {
                let (applies, choice) = reading(scenario, relief, kind);
                notices.push(match choice {
                    Some((position, _)) => say(
                        "reliefChosen",
                        &place("reliefs[#]", &[position]),
                        Some(kind),
                        Some(applies),
                    ),
                    None => say("reliefOpen", &path, Some(kind), Some(applies)),
                });
            }
        }
        if all_kinds(scenario, segment, &mut |kind| reading(scenario, relief, kind).0) {
            notices.extend(newcomers(told, relief, to));
        }
    }
}

/// The fund that a relief does not reach by the text, and whether it has a share of the bill: else it may only take
/// over when a ceiling is used up. A fund with a share goes first.
fn excluded<'a>(
    scenario: &'a Scenario,
    segment: &Segment,
    relief: &Relief,
) -> Option<(&'a Fund, bool)> {
    let mut taking_over = None;
    let mut paying = None;
    scenario.all_paying(&segment.payers, &mut |position| {
        let of_text = |fund: &&Fund| !fund.will_not_pay && relief.reading(fund.kind) == Reading::No;
        if let Some(fund) = scenario.funds.get(position).filter(of_text) {
            let none = Rate::from_millionths(0);
            let own = |share: &Share| share.fund == position && share.percent > none;
            if segment.payers.iter().any(own) {
                paying = Some((fund, true));
            } else if taking_over.is_none() {
                taking_over = Some((fund, false));
            }
        }
        paying.is_none()
    });
    paying.or(taking_over)
}

/// Who joins while a relief holds that newcomers do not get at once.
fn newcomers(told: Told<'_>, relief: &Relief, to: Month) -> Option<Notice> {
    let rule = relief.newcomers.as_ref()?;
    let joining = || told.joining().filter(|(month, _)| rule.after < *month && *month <= to);
    let ((from, _), (last, _)) = joining().next().zip(joining().last())?;
    let people: People = joining().map(|(_, people)| people).sum();
    Some(problem!(
        "reliefNewcomers",
        place("segments[#].enrolment", &[told.index]),
        segment = told.segment.name.as_str(),
        people = people.get(),
        from = from,
        to = last,
        after = rule.after,
        months = rule.full_months,
        instrument = rule.source.instrument,
        article = rule.source.article.unwrap_or_default(),
    ))
}
