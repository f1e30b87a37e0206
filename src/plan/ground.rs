//! What a result stands on: how well its inputs are known, what was left empty, and which input it was.

use super::projection::{Total, Year};
use crate::money::Rupiah;
use crate::problem::{NOT_COUNTED, Notice, Params, problem};
use crate::scenario::{Evidences, Quality, Scenario, Segment, canonical};
use crate::text::{digits, place};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Rupiah of segments whose weakest input is of one quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// How good; `None`: no source is named.
    pub quality: Option<Quality>,
    /// How much of the total.
    pub rupiah: Rupiah,
}

impl Serialize for Ground {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Ground", 2)?;
        match self.quality {
            Some(quality) => object.serialize_field("quality", &quality)?,
            None => object.serialize_field("quality", "none")?,
        }
        object.serialize_field("rupiah", &self.rupiah)?;
        object.end()
    }
}

/// The weakest first.
const RANKS: [Option<Quality>; 6] = [
    Some(Quality::Guess),
    None,
    Some(Quality::Estimate),
    Some(Quality::Survey),
    Some(Quality::Press),
    Some(Quality::Official),
];

/// The total by the weakest source behind it; the parts sum to the total.
pub(super) fn grounds(scenario: &Scenario, total: &Total<'_>) -> Vec<Ground> {
    let of = |quality: Option<Quality>| {
        let segments = scenario.segments.iter().zip(&total.segments);
        let parts = segments.filter(|(segment, _)| weakest(segment) == quality);
        let rupiah = parts.map(|(_, part)| part.rupiah).sum();
        Ground { quality, rupiah }
    };
    RANKS.into_iter().map(of).filter(|ground| ground.rupiah > Rupiah::ZERO).collect()
}

/// By its figures, heads and base; which programmes and payers were chosen is no figure.
fn weakest(segment: &Segment) -> Option<Quality> {
    let Evidences(sources) = &segment.evidence;
    let figures = ["enrolment", "base"].into_iter();
    let figures = figures.filter(|field| *field == "enrolment" || segment.base.is_some());
    let source = |field| {
        sources.iter().find(|(name, _)| name == field).map(|(_, evidence)| evidence.quality)
    };
    let rank = |quality: &Option<Quality>| RANKS.iter().position(|known| known == quality);
    figures.map(source).min_by_key(rank).flatten()
}

/// Inputs that were left empty and would have said more.
pub(super) fn missing(scenario: &Scenario, years: &[Year<'_>]) -> Vec<Notice> {
    let mut missing = Vec::new();
    match &scenario.workforce {
        None => missing.push(problem!("noWorkforce", "workforce")),
        Some(workforce) => {
            if workforce.other_members.is_empty() {
                missing.push(problem!("noOtherMembers", "workforce.otherMembers"));
            }
            if scenario.target.is_none() {
                missing.push(problem!("noTarget", "target"));
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
            missing.push(problem!("noCeiling", path, fund = name, year = year));
        }
        if years.iter().any(|year| pays(&year)) && fund.accounts.is_empty() {
            missing.push(problem!("noAccount", place("funds[#].accounts", &[index]), fund = name));
        }
    }
    missing
}

/// What no projection counts.
pub(super) fn not_counted() -> Vec<Notice> {
    NOT_COUNTED
        .iter()
        .map(|code| Notice { code, path: String::new(), params: Params::default() })
        .collect()
}

/// A check code of the input: equal inputs have equal codes, on every machine and in every release. It finds a changed
/// figure on paper; it does not guard against forgery.
pub(super) fn input_code(scenario: &Scenario) -> String {
    let mut left = fnv_1a(canonical(scenario).as_bytes());
    let digit = |_| {
        left = left.rotate_left(4);
        char::from_digit(u32::try_from(left & 15).ok()?, 16)
    };
    (0..16).filter_map(digit).collect()
}

/// FNV-1a with 64 bits.
fn fnv_1a(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
