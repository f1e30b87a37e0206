//! For each relief of a billed segment: whether it applies, who decides that, and its worth in rupiah.

use crate::choices::Choice as _;
use crate::law::{Reading, Relief};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::outcome::{Outcome, Used};
use crate::plan::price::{Meant, reading};
use crate::problem::{Notice, notice, params};
use crate::scenario::{Fund, FundKind, Scenario, Segment, Share};
use crate::text::place;

/// A relief of a segment, with its months and what it takes off or would take off.
struct Met {
    relief: &'static Relief,
    off: Rate,
    from: Month,
    to: Month,
    worth: Rupiah,
}

pub(super) fn remarks(outcome: Outcome<'_>, notices: &mut Vec<Notice>) {
    let Outcome { scenario, index, segment, group, .. } = outcome;
    let mut seen: Vec<Met> = Vec::new();
    for (Meant { relief, off, worth }, Used { from, to, heads }) in outcome.reliefs() {
        // Bills were refused if this amount were too large.
        let Some(worth) = worth.map(|one| one.times_within(heads)) else { continue };
        match seen.iter_mut().find(|met| met.relief == *relief && met.off == *off) {
            Some(met) => {
                met.to = to;
                met.worth = met.worth.within(worth);
            }
            None => seen.push(Met { relief, off: *off, from, to, worth }),
        }
    }
    let path = place("segments[#].payers", &[index]);
    for Met { relief, off, from, to, worth } in seen {
        let pays = |kind: &FundKind| group.payer_kinds.contains(kind);
        let kinds = || FundKind::ALL.iter().copied().filter(pays);
        let about = |payer: Option<FundKind>, applies: Option<bool>| {
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
            params
        };
        let excluded = excluded(scenario, segment, relief);
        let open = kinds().filter(|kind| matches!(relief.reading(*kind), Reading::Open { .. }));
        let open: Vec<_> = open.collect();
        if let Some((fund, has_share)) = excluded {
            let mut params = about(Some(fund.kind), None);
            params.add("fund", fund.name.as_str());
            notices.push(if has_share {
                notice!(ReliefDenied, path.as_str(); params)
            } else {
                notice!(ReliefDeniedByNext, path.as_str(); params)
            });
        } else if open.is_empty() {
            notices.push(notice!(ReliefApplied, path.as_str(); about(None, None)));
        } else {
            for kind in open {
                let (applies, choice) = reading(&scenario.reliefs, relief, kind);
                let params = about(Some(kind), Some(applies));
                notices.push(match choice {
                    Some((position, _)) => {
                        notice!(ReliefChosen, place("reliefs[#]", &[position]); params)
                    }
                    None => notice!(ReliefOpen, path.as_str(); params),
                });
            }
        }
        if group.payer_kinds.iter().all(|kind| reading(&scenario.reliefs, relief, *kind).0) {
            notices.extend(newcomers(outcome, relief, to));
        }
    }
}

/// Fund that the text excludes from the relief, and whether it has a share of the bill or only stands in the order of
/// use. A fund with a share comes first.
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
            let own = |share: &Share| share.fund == fund.id && share.percent > none;
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

/// People who join while a relief applies that newcomers get only later.
fn newcomers(outcome: Outcome<'_>, relief: &Relief, to: Month) -> Option<Notice> {
    let rule = relief.newcomers.as_ref()?;
    let joining = || outcome.joining().filter(|(month, _)| rule.after < *month && *month <= to);
    let ((from, _), (last, _)) = joining().next().zip(joining().last())?;
    let people: People = joining().map(|(_, people)| people).sum();
    Some(notice!(
        ReliefNewcomers,
        place("segments[#].enrolment", &[outcome.index]),
        segment = outcome.segment.name.as_str(),
        people = people.get(),
        from = from,
        to = last,
        after = rule.after,
        months = rule.full_months,
        instrument = rule.source.instrument,
        article = rule.source.article.unwrap_or_default(),
    ))
}
