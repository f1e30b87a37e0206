//! Who pays: each bill of a segment, programme and part in a month, split over its funds to the rupiah.

use super::contribution::{Fault, Levy, Part, tariff, turns};
use super::coverage::Crowd;
use crate::law::Key;
use crate::money::{Rate, Rupiah, split};
use crate::month::Month;
use crate::people::People;
use crate::problem::{Problem, problem};
use crate::scenario::{BaseRule, Scenario, Segment, Share};

/// One bill: what a segment owes for one programme and part in one month. Everything in a projection is
/// a sum of the parts of bills.
pub(super) struct Bill<'a> {
    /// Position of the segment.
    pub segment: usize,
    /// Position of the month.
    pub column: usize,
    pub month: Month,
    pub heads: People,
    pub levy: Levy<'a>,
    /// Heads × contribution, or the contract amount.
    pub rupiah: Rupiah,
    /// Who pays, and how much of it each.
    pub shares: &'a [Share],
    pub parts: Vec<Rupiah>,
}

/// Goes through every bill of a plan, by segment, month and programme.
///
/// # Errors
/// Every month and value that the law does not give, or the first amount beyond all limits.
pub(super) fn bills<'a>(
    scenario: &'a Scenario,
    crowd: &Crowd,
    mut each: impl FnMut(Bill<'a>) -> Result<(), Problem>,
) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let turns = turns(scenario);
    for (index, (segment, heads)) in scenario.segments.iter().zip(&crowd.heads).enumerate() {
        let mut missing: Vec<Key> = Vec::new();
        let mut known: Option<Vec<Levy<'a>>> = None;
        let contract_month = contract_month(scenario, segment);
        for (column, (month, heads)) in scenario.period.span().months().zip(heads).enumerate() {
            // What holds since an earlier month ends here, also where nobody is billed in this one.
            if turns.contains(&month) {
                known = None;
            }
            let by_worker = !is_contract(segment) && *heads > People::ZERO;
            if !by_worker && contract_month != Some(month) {
                continue;
            }
            let too_large = || {
                problem!(
                    "amountTooLarge",
                    format_args!("segments[{index}]"),
                    limit = Rupiah::MAX.get()
                )
            };
            let levies = match known.take().map_or_else(|| tariff(scenario, segment, month), Ok) {
                Ok(levies) => levies,
                Err(Fault::TooLarge) => return Err(vec![too_large()]),
                Err(Fault::Missing(fault)) => {
                    if !missing.contains(&fault.key) {
                        let path = format_args!("segments[{index}].programmes");
                        let (key, month) = (fault.key, fault.month.to_string());
                        problems.push(problem!(
                            "noLawValue",
                            path,
                            title = key.title(),
                            parameter = key.name(),
                            month = month
                        ));
                        missing.push(fault.key);
                    }
                    continue;
                }
            };
            for levy in levies.iter().copied() {
                let rupiah = if by_worker { levy.rupiah.times(*heads) } else { Some(levy.rupiah) };
                let Some(rupiah) = rupiah else { return Err(vec![too_large()]) };
                let shares = match levy.part {
                    Part::Payer => segment.payers.as_slice(),
                    Part::Worker => segment.worker_payers.as_slice(),
                };
                let percents: Vec<Rate> = shares.iter().map(|share| share.percent).collect();
                let parts = split(rupiah, &percents);
                let bill = Bill {
                    segment: index,
                    column,
                    month,
                    heads: *heads,
                    levy,
                    rupiah,
                    shares,
                    parts,
                };
                each(bill).map_err(|problem| vec![problem])?;
            }
            known = Some(levies);
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

pub(super) const fn is_contract(segment: &Segment) -> bool {
    matches!(segment.base, Some(BaseRule::Contract(_)))
}

/// A contract is billed once, in its first billed month.
fn contract_month(scenario: &Scenario, segment: &Segment) -> Option<Month> {
    let mut months = scenario.period.span().months();
    if is_contract(segment) { months.find(|month| segment.is_billed(*month)) } else { None }
}
