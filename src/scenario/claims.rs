//! A request to [`benefit`](fn@crate::ask::benefit): the planner's own claims and amounts.

use super::fields::{Fields, unread};
use super::shape::BENEFIT_REQUEST;
use super::shape_check::fit;
use super::{Input, Programme};
use crate::choices::Choice as _;
use crate::money::Rupiah;
use crate::month::Month;
use crate::problem::{Problem, Problems, problem};
use crate::text::{below, listed, place};

/// The benefits that are counted, in the order of their names. Scholarships are named and not counted.
const COUNTED: [&str; 10] = [
    "benefit.jkk.berkala",
    "benefit.jkk.deathWages",
    "benefit.jkk.disabilityWages",
    "benefit.jkk.pemakaman",
    "benefit.jkm.berkala",
    "benefit.jkm.pemakaman",
    "benefit.jkm.pemakamanNewcomer",
    "benefit.jkm.santunan",
    "benefit.jkm.scholarshipMembership",
    "benefit.scholarship.maximum",
];
/// Programmes that pay at death and accident.
const PAYING: [Programme; 2] = [Programme::Jkk, Programme::Jkm];

/// What the planner adds to the published claims and puts in the place of amounts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BenefitRequest {
    /// Own reports of claims.
    pub claims: Vec<OwnClaims>,
    /// Own amounts.
    pub amounts: Vec<OwnAmount>,
}

/// Claims that the planner knows of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnClaims {
    /// Population and time.
    pub name: String,
    /// JKK or JKM.
    pub programme: Programme,
    /// Number of cases.
    pub cases: u64,
    /// Members among whom they happened, one at least.
    pub members: u64,
    /// Months in which they happened, 1 to 360.
    pub months: u16,
    /// What was paid for them; `None`: not known.
    pub rupiah: Option<Rupiah>,
    /// Where this is from.
    pub note: String,
}

/// An amount of a benefit replaced by the planner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAmount {
    /// One of the benefits that are counted.
    pub parameter: &'static str,
    /// First month.
    pub from: Month,
    /// Last month; `None`: to the end of the plan.
    pub to: Option<Month>,
    /// Rupiah, or a number of wages or months.
    pub value: u64,
    /// Why.
    pub note: String,
}

impl BenefitRequest {
    /// Reads a request; `null` asks with the published claims and the amounts of the law.
    ///
    /// # Errors
    /// All problems found.
    pub fn read(input: &Input) -> Result<Self, Problems> {
        if *input == Input::Null {
            return Ok(Self::default());
        }
        Problems::unless_none(fit(input, &BENEFIT_REQUEST))?;
        let fields = Fields::of(input);
        let mut problems = Vec::new();
        let (mut claims, mut amounts): (Vec<OwnClaims>, Vec<OwnAmount>) = Default::default();
        for (index, entry) in fields.list("claims").iter().enumerate() {
            let one = claims_of(Fields::of(entry)).ok_or_else(unread)?;
            let path = place("claims[#]", &[index]);
            if !PAYING.contains(&one.programme) {
                let choices = listed(&PAYING.map(|programme| programme.name()));
                let (path, value) = (below(&path, ".programme"), one.programme.name());
                problems.push(problem!(UnknownChoice, path, value = value, choices = choices));
            }
            let is_there =
                |other: &OwnClaims| (&other.name, other.programme) == (&one.name, one.programme);
            if claims.iter().any(is_there) {
                let name = one.name.as_str();
                problems.push(problem!(Duplicate, below(&path, ".name"), value = name));
            }
            claims.push(one);
        }
        for (index, entry) in fields.list("amounts").iter().enumerate() {
            match amount_of(Fields::of(entry), &place("amounts[#]", &[index])) {
                Ok(one) => amounts.push(one),
                Err(problem) => problems.push(problem),
            }
        }
        Problems::unless_none(problems).map(|()| Self { claims, amounts })
    }

    /// The own amount that holds in a month.
    pub(crate) fn amount(&self, parameter: &str, month: Month) -> Option<&OwnAmount> {
        self.amounts.iter().rev().find(|one| {
            one.parameter == parameter && one.from <= month && one.to.is_none_or(|to| month <= to)
        })
    }
}

fn claims_of(fields: Fields<'_>) -> Option<OwnClaims> {
    Some(OwnClaims {
        name: fields.need("name")?,
        programme: fields.need("programme")?,
        cases: fields.need("cases")?,
        members: fields.need("members")?,
        months: fields.need("months")?,
        rupiah: fields.may("rupiah")?,
        note: fields.need("note")?,
    })
}

fn amount_of(fields: Fields<'_>, path: &str) -> Result<OwnAmount, Problem> {
    let name: String = fields.need("parameter").ok_or_else(unread)?;
    let known = COUNTED.iter().find(|known| **known == name);
    let parameter = *known.ok_or_else(|| {
        problem!(UnknownParameter, below(path, ".parameter"), value = name.as_str())
    })?;
    let from: Month = fields.need("from").ok_or_else(unread)?;
    let to: Option<Month> = fields.may("to").ok_or_else(unread)?;
    if let Some(to) = to.filter(|to| *to < from) {
        return Err(problem!(EndsBeforeStart, below(path, ".to"), from = from, to = to));
    }
    let (value, note) = (fields.need("value"), fields.need("note"));
    let (value, note) = (value.ok_or_else(unread)?, note.ok_or_else(unread)?);
    Ok(OwnAmount { parameter, from, to, value, note })
}
