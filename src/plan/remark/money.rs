//! Remarks on funds: rules on what they may pay, ceilings, earmarks, order of use.

use crate::choices::Choice as _;
use crate::law::{FUND_RULES, FundRule, Verdict};
use crate::money::{Exact, Rate, Rounding, Rupiah};
use crate::month::Month;
use crate::plan::outcome::Outcome;
use crate::plan::result::Year;
use crate::problem::{Notice, notice};
use crate::scenario::{Fund, Group, Permission, Scenario};
use crate::text::{digits, listed, place};

/// Whether a rule was known on the scenario's `lawDate`.
fn known(scenario: &Scenario, rule: &FundRule) -> bool {
    scenario.law().knows(&rule.source, rule.from)
}

/// Whether a rule holds for a fund in a month in which the segment is billed. Whether the fund pays it is the caller's
/// question.
pub(in crate::plan) fn holds(outcome: Outcome<'_>, rule: &FundRule, fund: &Fund) -> bool {
    rule.funds.contains(&fund.kind)
        && known(outcome.scenario, rule)
        && outcome.is_billed_in(rule.from, rule.to)
}

/// Planner's verdict on a rule and group, with its position.
fn chosen<'a>(
    scenario: &'a Scenario,
    rule: &FundRule,
    group: Option<Group>,
) -> Option<(usize, &'a Permission)> {
    let mut permissions = scenario.permissions.iter().enumerate();
    permissions.find(|(_, one)| one.rule == rule.key && Some(one.group) == group)
}

/// Rules that name the group of the segment, for each fund that pays it.
pub(super) fn segment_remarks(outcome: Outcome<'_>, notices: &mut Vec<Notice>) {
    let Outcome { scenario, index, segment, .. } = outcome;
    for fund in scenario.paying_for(segment) {
        let Some(fund) = scenario.funds.get(fund) else { continue };
        for rule in FUND_RULES.iter().filter(|rule| holds(outcome, rule, fund)) {
            let chosen = chosen(scenario, rule, segment.group);
            let Some(verdict) = chosen.map(|_| Verdict::Limits).or(rule.on(segment.group)) else {
                continue;
            };
            let path = place("segments[#].payers", &[index]);
            let (segment, fund) = (segment.name.as_str(), fund.name.as_str());
            let instrument = rule.source.instrument;
            if let Some((position, permission)) = chosen {
                notices.push(notice!(
                    FundChosen,
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
                ($code:ident) => {
                    notice!(
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
                Verdict::Forbids => say!(FundForbidden),
                Verdict::Limits => say!(FundLimited),
                Verdict::Allows => say!(FundAllowed),
            });
        }
    }
}

/// Rules on a kind of fund that pays for groups which they do not name.
pub(super) fn fund_remarks(
    scenario: &Scenario,
    outcomes: &[Outcome<'_>],
    notices: &mut Vec<Notice>,
) {
    for (index, fund) in scenario.funds.iter().enumerate() {
        for rule in FUND_RULES.iter().filter(|rule| rule.funds.contains(&fund.kind)) {
            let Some(verdict) = rule.verdict else { continue };
            let open = outcomes.iter().any(|outcome| {
                let group = outcome.segment.group;
                rule.on(group).is_none()
                    && chosen(scenario, rule, group).is_none()
                    && scenario.pays(index, outcome.segment)
                    && holds(*outcome, rule, fund)
            });
            if open {
                notices.push(notice!(
                    FundRule,
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

/// Reports an amount above the part of the allocation that may go to contributions.
fn above_earmark(scenario: &Scenario, index: usize, year: u16, paid: Rupiah) -> Option<Notice> {
    let fund = scenario.funds.get(index)?;
    let allocation = fund.entry(year)?.allocation?;
    let law = scenario.law();
    let part = law.percent(fund.kind.earmark()?, Month::of(year, 12)).ok()?;
    let limit = Exact::from(allocation).share(part.value).round(Rounding::Down)?;
    let instrument = law.cite(part.key, part.origin)?.instrument;
    (paid > limit).then(|| {
        notice!(
            EarmarkExceeded,
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

/// Ceilings that do not suffice, earmarks that are exceeded, and bills for a fund that will not pay.
pub(super) fn year_remarks(scenario: &Scenario, year: &Year<'_>, notices: &mut Vec<Notice>) {
    for (index, fund) in year.funds.iter().enumerate() {
        notices.extend(above_earmark(scenario, index, year.year, fund.rupiah));
    }
    for (index, (fund, paid)) in scenario.funds.iter().zip(&year.funds).enumerate() {
        if fund.will_not_pay && paid.rupiah > Rupiah::ZERO {
            let path = place("funds[#].willNotPay", &[index]);
            let (name, year, rupiah) = (fund.name.as_str(), digits(year.year), paid.rupiah.get());
            notices.push(notice!(WillNotPayAsked, path, fund = name, year = year, rupiah = rupiah));
        }
    }
    for (index, (fund, paid)) in scenario.funds.iter().zip(&year.funds).enumerate() {
        if paid.short_rupiah > Rupiah::ZERO {
            let path = place("funds[#].ceilings", &[index]);
            let (name, year, rupiah) =
                (fund.name.as_str(), digits(year.year), paid.short_rupiah.get());
            notices.push(notice!(FundShort, path, fund = name, year = year, rupiah = rupiah));
        }
    }
}

/// Reports a fund that has ceilings, but none in a year in which it pays.
pub(super) fn ceiling_remarks(scenario: &Scenario, years: &[Year<'_>], notices: &mut Vec<Notice>) {
    for (index, fund) in scenario.funds.iter().enumerate() {
        let asked =
            |year: &&Year<'_>| year.funds.get(index).is_some_and(|paid| paid.rupiah > Rupiah::ZERO);
        let without: Vec<u16> = years
            .iter()
            .filter(asked)
            .map(|year| year.year)
            .filter(|year| fund.ceiling(*year).is_none())
            .collect();
        if without.is_empty() || fund.ceilings.is_empty() {
            continue;
        }
        let given = || fund.ceilings.iter().map(|ceiling| ceiling.year);
        let outside: Vec<u16> =
            given().filter(|year| years.iter().all(|one| one.year != *year)).collect();
        let path = place("funds[#].ceilings", &[index]);
        let (fund, missing) = (fund.name.as_str(), listed_years(&without));
        notices.push(if outside.is_empty() {
            let given: Vec<u16> = given().collect();
            notice!(CeilingGap, path, fund = fund, years = missing, given = listed_years(&given))
        } else {
            let given = listed_years(&outside);
            notice!(CeilingElsewhere, path, fund = fund, years = missing, given = given)
        });
    }
}

fn listed_years(years: &[u16]) -> String {
    let years: Vec<String> = years.iter().map(|year| digits(*year)).collect();
    listed(&years.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Reports a next fund that can never be needed because no fund before it has a ceiling. Its kind still decides on a
/// relief.
pub(super) fn order_remarks(scenario: &Scenario, notices: &mut Vec<Notice>) {
    let plan = scenario.period.span();
    let in_plan = |year: u16| (plan.from.year()..=plan.to.year()).contains(&year);
    let can_end = |fund: &Fund| fund.ceilings.iter().any(|ceiling| in_plan(ceiling.year));
    let mut asked = vec![false; scenario.funds.len()];
    let shares = scenario.segments.iter();
    for share in shares.flat_map(|segment| segment.payers.iter().chain(&segment.worker_payers)) {
        let pays = share.percent > Rate::from_millionths(0);
        let mut next = scenario.fund_at(&share.fund).filter(|_| pays);
        while let Some(fund) = next.take() {
            if let Some(asked) = asked.get_mut(fund) {
                *asked = true;
            }
            next = scenario.next_of(fund).filter(|_| scenario.funds.get(fund).is_some_and(can_end));
        }
    }
    for (index, (fund, asked)) in scenario.funds.iter().zip(asked).enumerate() {
        // A fund that will not pay does not decide on a relief, so there is nothing to report.
        let next = scenario.next_of(index).and_then(|next| scenario.funds.get(next));
        let Some(next) = next.filter(|next| !next.will_not_pay) else { continue };
        let pays = scenario.segments.iter().any(|segment| scenario.pays(index, segment));
        if pays && !(asked && can_end(fund)) {
            let (path, fund) = (place("funds[#].next", &[index]), fund.name.as_str());
            let next = next.name.as_str();
            notices.push(notice!(NextNeverUsed, path, fund = fund, next = next));
        }
    }
}
