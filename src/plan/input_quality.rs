//! Quality of the inputs of a result, inputs left empty, and the check code of the input.

use super::result::{Ground, Total, Year};
use super::sources::{Visit, follows_target, of_target, own};
use crate::code::{Code, Family};
use crate::money::Rupiah;
use crate::problem::{Notice, notice};
use crate::scenario::{Quality, Scenario, Segment, canonical};
use crate::text::{digits, place};
use serde::Serialize;

/// From the weakest to the best.
const QUALITIES: [Option<Quality>; 6] = [
    Some(Quality::Guess),
    None,
    Some(Quality::Estimate),
    Some(Quality::Survey),
    Some(Quality::Press),
    Some(Quality::Official),
];

/// 0 for the weakest.
const fn rank(quality: Option<Quality>) -> u8 {
    match quality {
        Some(Quality::Guess) => 0,
        None => 1,
        Some(Quality::Estimate) => 2,
        Some(Quality::Survey) => 3,
        Some(Quality::Press) => 4,
        Some(Quality::Official) => 5,
    }
}

/// Total by the weakest input of each segment; the parts sum to the total.
pub(super) fn grounds(scenario: &Scenario, total: &Total<'_>) -> Vec<Ground> {
    let of_target = weakest(|visit| of_target(scenario, visit));
    let of_segment = |(index, segment): (usize, &Segment)| {
        let own = weakest(|visit| own(scenario, index, segment, visit));
        if follows_target(segment) { own.min(of_target) } else { own }
    };
    let ranks: Vec<u8> = scenario.segments.iter().enumerate().map(of_segment).collect();
    let of = |quality: Option<Quality>| {
        let parts = total.segments.iter().zip(&ranks).filter(|(_, of)| **of == rank(quality));
        Ground {
            quality,
            rupiah: parts.fold(Rupiah::ZERO, |sum, (part, _)| sum.within(part.rupiah)),
        }
    };
    QUALITIES.into_iter().map(of).filter(|ground| ground.rupiah > Rupiah::ZERO).collect()
}

/// Rank of the weakest of the inputs that are listed.
fn weakest<'a>(inputs: impl FnOnce(Visit<'a, '_>)) -> u8 {
    let mut weakest = u8::MAX;
    inputs(&mut |source| weakest = weakest.min(rank(source.quality())));
    weakest
}

/// Optional inputs that were left empty and would give further results.
pub(super) fn missing(scenario: &Scenario, years: &[Year<'_>]) -> Vec<Notice> {
    let mut missing = Vec::new();
    match &scenario.workforce {
        None => missing.push(notice!(NoWorkforce, "workforce")),
        Some(workforce) => {
            if workforce.other_members.is_empty() {
                missing.push(notice!(NoOtherMembers, "workforce.otherMembers"));
            }
            if scenario.target.is_none() {
                missing.push(notice!(NoTarget, "target"));
            }
        }
    }
    for (index, fund) in scenario.funds.iter().enumerate().filter(|(_, fund)| fund.kind.is_budget())
    {
        let pays =
            |year: &&Year<'_>| year.funds.get(index).is_some_and(|fund| fund.rupiah > Rupiah::ZERO);
        let name = fund.name.as_str();
        if let Some(year) = years.iter().filter(pays).find(|year| fund.ceiling(year.year).is_none())
        {
            let (path, year) = (place("funds[#].ceilings", &[index]), digits(year.year));
            missing.push(notice!(NoCeiling, path, fund = name, year = year));
        }
        if years.iter().any(|year| pays(&year)) && fund.accounts.is_empty() {
            missing.push(notice!(NoAccount, place("funds[#].accounts", &[index]), fund = name));
        }
    }
    missing
}

/// Costs that no projection includes.
pub(super) fn not_counted() -> Vec<Notice> {
    Code::of(Family::NotCounted).map(|code| Notice::at(code, "")).collect()
}

/// Check code of an input or a part of one: equal ones have equal codes on every machine and in every release. It shows
/// that a printed figure was changed; it gives no protection against forgery.
pub(super) fn check_code(part: &impl Serialize) -> String {
    let mut left = fnv_1a(canonical(part).as_bytes());
    let digit = |_| {
        left = left.rotate_left(4);
        char::from_digit(u32::try_from(left & 15).ok()?, 16)
    };
    (0..16).filter_map(digit).collect()
}

/// FNV-1a, 64 bits.
fn fnv_1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
