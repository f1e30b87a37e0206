//! Amounts of benefits by month, and reports of claims. They are no part of a price: their tables stand apart, so that a
//! module that answers only what contributions cost does not carry them.

use super::lookup::is_known;
use super::{BENEFITS, Dated, Parameter, Programme, Source, Status, Value, Words};
use crate::month::Month;

/// Claims that were reported of a population.
#[derive(Clone, Copy, Debug)]
pub struct Claims {
    /// Name: `makassar2025.jkm`.
    pub key: &'static str,
    /// Population and time, for people.
    pub title: Words<'static>,
    /// Kemendagri code; `None`: the whole country.
    pub region: Option<&'static str>,
    /// Programme that paid them.
    pub programme: Programme,
    /// Number of cases.
    pub cases: u64,
    /// Members among whom they happened.
    pub members: u64,
    /// How long.
    pub exposed: Exposed,
    /// What was paid for them; `None`: not known.
    pub rupiah: Option<u64>,
    /// How well they are known.
    pub status: Status,
    /// What must be known of them.
    pub caveat: Words<'static>,
    /// Where they were read.
    pub seen: &'static str,
}

/// Time in which claims happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exposed {
    /// Months.
    Months(u16),
    /// Days: a report to a day within a month.
    Days(u16),
}

impl Exposed {
    /// Its length, and how many of its unit a year has.
    #[must_use]
    pub const fn of_year(self) -> (u64, u64) {
        match self {
            Self::Months(months) => (months as u64, 12),
            Self::Days(days) => (days as u64, 365),
        }
    }
}

/// Amount of a benefit in a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Granted {
    /// Parameter.
    pub parameter: &'static Parameter,
    /// The amount, or a multiple of the monthly wage.
    pub value: Value<'static>,
    /// Its source.
    pub source: Source,
}

/// Why there is no amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotKnown {
    /// There is no such benefit.
    Name,
    /// It has no value in that month; the next begins in this one, if there is a next.
    Month(Option<Month>),
}

/// The amount of a benefit in a month. With a day (`lawDate`), values that were not known on it are left out.
pub(crate) fn granted(name: &str, month: Month, day: Option<&str>) -> Result<Granted, NotKnown> {
    let at = BENEFITS.binary_search_by(|parameter| parameter.key.cmp(name));
    let parameter = at.ok().and_then(|at| BENEFITS.get(at)).ok_or(NotKnown::Name)?;
    let known = |dated: &&Dated| is_known(dated.source.promulgated, dated.from, day);
    let values = parameter.values.iter().filter(known);
    let holds = |dated: &&Dated| dated.from <= month && dated.to.is_none_or(|to| month <= to);
    match values.clone().find(holds) {
        Some(Dated { value, source, .. }) => {
            Ok(Granted { parameter, value: *value, source: *source })
        }
        None => Err(NotKnown::Month(values.map(|dated| dated.from).find(|from| *from > month))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::law::{CLAIMS, PARAMETERS};

    /// PP 82/2019 (in force in December 2019) and what was paid before.
    #[test]
    fn a_benefit_has_the_amount_of_its_month() {
        let value = |name, year, month, day| granted(name, Month::of(year, month), day);
        let rupiah = |granted: Result<Granted, NotKnown>| {
            let Value::Rupiah(base) = granted.unwrap().value else { panic!("no rupiah") };
            base.thousandths() / 1_000
        };
        assert_eq!(rupiah(value("benefit.jkm.total", 2019, 11, None)), 24_000_000);
        assert_eq!(rupiah(value("benefit.jkm.total", 2019, 12, None)), 42_000_000);
        let before = value("benefit.jkk.deathWages", 2018, 1, None).unwrap_err();
        assert_eq!(before, NotKnown::Month(Some(Month::of(2019, 12))));
        assert_eq!(value("benefit.jkm.none", 2026, 1, None).unwrap_err(), NotKnown::Name);
        // On a day before a rule nobody knew it.
        let then = value("benefit.jkm.pemakamanNewcomer", 2026, 1, Some("2024-12-31"));
        assert_eq!(then.unwrap_err(), NotKnown::Month(None));
    }

    /// No price can name a benefit, and every report is of JKK or JKM.
    #[test]
    fn benefits_and_claims_stand_apart_from_prices() {
        assert!(PARAMETERS.iter().all(|parameter| !parameter.key.starts_with("benefit.")));
        assert!(BENEFITS.iter().all(|parameter| parameter.key.starts_with("benefit.")));
        let programmes = [Programme::Jkk, Programme::Jkm];
        assert!(CLAIMS.len() >= 9 && CLAIMS.iter().all(|one| programmes.contains(&one.programme)));
    }
}
