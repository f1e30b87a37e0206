//! Who pays: each bill of a segment, programme and part in a month, split over its funds to the rupiah; a fund whose
//! ceiling is used up passes the rest on to the next in its order of use.

use super::contribution::{Fault, Levy, Part, lacking, tariff, turns, turns_in};
use super::coverage::Crowd;
use crate::law::{Law, Missing};
use crate::money::{Rate, Rupiah, split};
use crate::month::{Month, Span};
use crate::order::sort;
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::scenario::{BaseRule, Scenario, Segment, Share};
use crate::text::place;

/// One bill: what a segment owes for one programme and part in one month. Everything in a projection is
/// a sum of the payments of bills.
pub(super) struct Bill<'a, 'b> {
    /// Position of the segment.
    pub segment: usize,
    /// Position of the month.
    pub column: usize,
    pub month: Month,
    pub heads: People,
    pub levy: &'b Levy<'a>,
    /// With the first bill of a tariff: when it is used.
    pub used: Option<Span>,
    /// Whether it is for each head; else for a contract.
    pub by_worker: bool,
    /// Heads × contribution, or the contract amount.
    pub rupiah: Rupiah,
    /// Who is to pay, and how much of it each.
    pub shares: &'a [Share],
    /// What that makes, in the order of the shares.
    pub parts: &'b [Rupiah],
    /// Who pays in the end; a fund that takes over may stand twice.
    pub payments: &'b [Payment],
    /// What was passed on, in order.
    pub passed: &'b [Passed],
}

/// What a fund pays of a bill.
#[derive(Clone, Copy)]
pub(super) struct Payment {
    pub fund: usize,
    pub rupiah: Rupiah,
}

/// What a fund could not pay any more and another took over.
#[derive(Clone, Copy)]
pub(super) struct Passed {
    pub from: usize,
    pub to: usize,
    pub rupiah: Rupiah,
}

/// A segment while its bills are written.
struct Billing<'a> {
    index: usize,
    segment: &'a Segment,
    /// The tariff since the last turn.
    known: Option<Vec<Levy<'a>>>,
    contract_month: Option<Month>,
    /// The shares of those who pay the payer's part, and of those who pay the worker's.
    percents: [Vec<Rate>; 2],
}

/// Goes through every bill of the segments that `count`, by month, segment and programme.
///
/// # Errors
/// Every month and value that the law does not give, or the first amount beyond all limits.
pub(super) fn bills<'a>(
    scenario: &'a Scenario,
    crowd: &Crowd,
    count: &dyn Fn(usize) -> bool,
    each: &mut dyn FnMut(Bill<'a, '_>) -> Result<(), Problem>,
) -> Result<(), Vec<Problem>> {
    let turns = turns(scenario);
    let mut order = billings(scenario, count);
    let mut purse = Purse::new(scenario);
    let mut parts = Vec::new();
    let mut missing = Vec::new();
    for (column, month) in scenario.period.span().months().enumerate() {
        purse.turn(month);
        let turns_now = turns.contains(&month);
        for billing in &mut order {
            let (index, segment) = (billing.index, billing.segment);
            // What holds since an earlier month ends here, also where nobody is billed in this one.
            if turns_in(segment, month, turns_now) {
                billing.known = None;
            }
            let all_heads = crowd.heads.get(index).map_or(&[][..], Vec::as_slice);
            let heads = all_heads.get(column).copied().unwrap_or_default();
            let by_worker = heads > People::ZERO && !is_contract(segment);
            if !by_worker && billing.contract_month != Some(month) {
                continue;
            }
            let too_large = || {
                let path = place("segments[#]", &[index]);
                vec![problem!("amountTooLarge", path, limit = Rupiah::MAX.get())]
            };
            let known = billing.known.take();
            let mut used = None;
            let priced = known.map_or_else(
                || {
                    let turns = |month| turns_in(segment, month, turns.contains(&month));
                    // A contract is billed once, whoever works on it later.
                    let heads = all_heads.get(column..).filter(|_| by_worker);
                    used = Some(billed_from(month, heads, &turns));
                    tariff(scenario, segment, month)
                },
                Ok,
            );
            let levies = match priced {
                Ok(levies) => levies,
                Err(Fault::TooLarge) => return Err(too_large()),
                Err(Fault::Missing(fault)) => {
                    let others = lacking(scenario, segment, month);
                    for one in [fault].into_iter().chain(others) {
                        lack(&mut missing, index, one);
                    }
                    continue;
                }
            };
            for levy in &levies {
                let rupiah = if by_worker { levy.rupiah.times(heads) } else { Some(levy.rupiah) };
                let Some(rupiah) = rupiah else { return Err(too_large()) };
                let [of_payers, of_worker_payers] = &billing.percents;
                let (shares, percents) = match levy.part {
                    Part::Payer => (&segment.payers, of_payers),
                    Part::Worker => (&segment.worker_payers, of_worker_payers),
                };
                split(rupiah, percents, &mut parts);
                purse.pay(shares, &parts);
                let bill = Bill {
                    segment: index,
                    column,
                    month,
                    heads,
                    levy,
                    used,
                    by_worker,
                    rupiah,
                    shares,
                    parts: &parts,
                    payments: &purse.payments,
                    passed: &purse.passed,
                };
                each(bill).map_err(|problem| vec![problem])?;
            }
            billing.known = Some(levies);
        }
    }
    // As the planner wrote the segments, whatever the order of payment.
    sort(&mut missing, |(index, _)| *index);
    let problems: Vec<Problem> = missing
        .into_iter()
        .map(|(index, missing)| no_law_value(scenario, index, missing))
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// Notes a value that the law does not give: each once, in the first month that asks for it, for the first segment that
/// asks for it then.
fn lack(missing: &mut Vec<(usize, Missing)>, index: usize, one: Missing) {
    match missing.iter_mut().find(|(_, known)| known.key == one.key) {
        Some((first, known)) if known.month == one.month => *first = index.min(*first),
        Some(_) => {}
        None => missing.push((index, one)),
    }
}

fn no_law_value(scenario: &Scenario, index: usize, Missing { key, month }: Missing) -> Problem {
    let may_grow = Law::of(scenario).may_grow(key, month);
    problem!(
        "noLawValue",
        place("segments[#].programmes", &[index]),
        title = key.title(),
        parameter = key.name(),
        month = month,
        ways = if may_grow { "growthOrOwnValue" } else { "ownValue" }
    )
}

/// From a month to the last one with heads before the tariff may change.
fn billed_from(month: Month, heads: Option<&[People]>, turns: &dyn Fn(Month) -> bool) -> Span {
    let mut span = Span { from: month, to: month };
    let mut at = month;
    for heads in heads.into_iter().flatten().skip(1) {
        at = at.plus(1);
        if turns(at) {
            break;
        }
        if *heads > People::ZERO {
            span.to = at;
        }
    }
    span
}

/// The segments in the order in which they are paid: where money is passed on, by id, so that the order of the rows
/// on the page changes nothing.
fn billings<'a>(scenario: &'a Scenario, count: &dyn Fn(usize) -> bool) -> Vec<Billing<'a>> {
    let of = |(index, segment)| Billing {
        index,
        segment,
        known: None,
        contract_month: contract_month(scenario, segment),
        percents: [&segment.payers, &segment.worker_payers]
            .map(|shares| shares.iter().map(|share| share.percent).collect()),
    };
    let counted = scenario.segments.iter().enumerate().filter(|(index, _)| count(*index));
    let mut order: Vec<_> = counted.map(of).collect();
    if scenario.funds.iter().any(|fund| fund.next.is_some()) {
        sort(&mut order, |billing| billing.segment.id.as_str());
    }
    order
}

/// What the funds that pass on still have in the year at hand.
struct Purse<'a> {
    scenario: &'a Scenario,
    year: Option<u16>,
    /// By fund; `None`: without end.
    left: Vec<Option<Rupiah>>,
    payments: Vec<Payment>,
    passed: Vec<Passed>,
}

impl<'a> Purse<'a> {
    fn new(scenario: &'a Scenario) -> Self {
        Self { scenario, year: None, left: Vec::new(), payments: Vec::new(), passed: Vec::new() }
    }

    /// A new budget year fills the funds again.
    fn turn(&mut self, month: Month) {
        if self.year != Some(month.year()) {
            self.year = Some(month.year());
            let funds = self.scenario.funds.iter();
            self.left = funds.map(|fund| fund.next.and(fund.ceiling(month.year()))).collect();
        }
    }

    fn pay(&mut self, shares: &[Share], parts: &[Rupiah]) {
        self.payments.clear();
        self.passed.clear();
        for (share, part) in shares.iter().zip(parts) {
            let (mut fund, mut due) = (share.fund, *part);
            while let Some(Some(left)) = self.left.get_mut(fund) {
                let paid = due.min(*left);
                *left = left.less(paid);
                due = due.less(paid);
                let next = self.scenario.funds.get(fund).and_then(|fund| fund.next);
                let Some(to) = next.filter(|_| due > Rupiah::ZERO) else {
                    due = paid;
                    break;
                };
                if paid > Rupiah::ZERO {
                    self.payments.push(Payment { fund, rupiah: paid });
                }
                self.passed.push(Passed { from: fund, to, rupiah: due });
                fund = to;
            }
            self.payments.push(Payment { fund, rupiah: due });
        }
    }
}

pub(super) const fn is_contract(segment: &Segment) -> bool {
    matches!(segment.base, Some(BaseRule::Contract(_)))
}

/// A contract is billed once, in its first billed month.
pub(super) fn contract_month(scenario: &Scenario, segment: &Segment) -> Option<Month> {
    let mut months = scenario.period.span().months();
    if is_contract(segment) { months.find(|month| segment.is_billed(*month)) } else { None }
}
