//! What the state decided: dated values with their source, compiled from the TOML files beside this one.
//!
//! A value is asked for by its [`Key`] and a month. A month without a value is [`Missing`]; the last
//! known value is never carried over.
//!
//! ```
//! use cakupan::{law::{Law, key}, money::Base, month::Month};
//! let law = Law::enacted();
//! let ceiling = law.rupiah(key::JP_CEILING, Month::of(2026, 3)).unwrap();
//! assert_eq!(ceiling.value, Base::read(11_086_300.0).unwrap());
//! assert!(law.rupiah(key::JP_CEILING, Month::of(2027, 3)).is_err());
//! ```

use crate::choices;
use crate::choices::Choice as _;
use crate::money::{Base, Rate};
use crate::month::{Month, Span};
use crate::scenario::{FundKind, Override, Programme, Sector, WorkerClass};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// Version of the statutory values: the day on which they were last compiled from their sources.
pub const VERSION: &str = "2026-11-22";

/// Which statutory value: an entry of [`PARAMETERS`]. The constants in [`key`] are named as the TOML keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(usize);

/// By name: positions shift when the law grows.
impl core::hash::Hash for Key {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl Key {
    /// The key with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        PARAMETERS.binary_search_by(|parameter| parameter.key.cmp(name)).ok().map(Self)
    }

    /// The name, as in the TOML and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        PARAMETERS.get(self.0).map_or("", |parameter| parameter.key)
    }

    /// What it is, for people.
    #[must_use]
    pub fn title(self) -> Words {
        PARAMETERS.get(self.0).map_or(Words { id: "", en: "" }, |parameter| parameter.title)
    }

    /// What the value is measured in.
    #[must_use]
    pub fn unit(self) -> Unit {
        PARAMETERS.get(self.0).map_or(Unit::Table, |parameter| parameter.unit)
    }

    fn values(self) -> &'static [Dated] {
        PARAMETERS.get(self.0).map_or(&[], |parameter| parameter.values)
    }
}

choices! {
    /// What a statutory value is measured in.
    pub enum Unit {
        /// Percent of a base.
        Percent = "percent",
        /// Rupiah a month.
        Rupiah = "rupiah",
        /// A number of months.
        Months = "months",
        /// Rows.
        Table = "table",
    }
}

choices! {
    /// How well a value is known.
    pub enum Status {
        /// Read in the legal text.
        Enacted = "enacted",
        /// Given by secondary sources.
        Reported = "reported",
        /// Not verified.
        Assumed = "assumed",
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

/// Who says so.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The regulation.
    pub instrument: &'static str,
    /// Article or annex, where known.
    pub article: Option<&'static str>,
    /// Day of promulgation, where known.
    pub promulgated: Option<&'static str>,
    /// Last day on which somebody looked.
    pub checked: &'static str,
    /// How well it is known.
    pub status: Status,
    /// What a reader must know besides.
    pub note: Option<&'static str>,
    /// Where to read it.
    pub link: Option<&'static str>,
}

impl Source {
    fn write<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("instrument", self.instrument)?;
        object.serialize_field("article", &self.article)?;
        object.serialize_field("promulgated", &self.promulgated)?;
        object.serialize_field("checked", self.checked)?;
        object.serialize_field("status", &self.status)?;
        object.serialize_field("note", &self.note)?;
        object.serialize_field("link", &self.link)
    }
}

/// A statutory value through time.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Parameter {
    /// Its name.
    pub key: &'static str,
    /// What it is measured in.
    pub unit: Unit,
    /// What the rows of a table are measured in.
    pub of: Option<Unit>,
    /// What it is.
    pub title: Words,
    /// Its values, in order, without gap or overlap.
    pub values: &'static [Dated],
}

/// A value and the months in which it is in force.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// First month.
    pub from: Month,
    /// Last month, `None` while no end is known.
    pub to: Option<Month>,
    /// The value.
    pub value: Value,
    /// Who says so.
    pub source: Source,
}

impl Serialize for Dated {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Dated", 11)?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        object.serialize_field("value", &self.value)?;
        object.serialize_field("rows", &self.value.rows())?;
        self.source.write(&mut object)?;
        object.end()
    }
}

/// A percentage, rupiah, a number of months, or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value {
    /// Of a base.
    Percent(Rate),
    /// A month, or of a base.
    Rupiah(Base),
    /// A number of months.
    Months(u64),
    /// By the amount it depends on.
    Table(&'static [Row]),
}

impl Value {
    fn rows(&self) -> Option<&'static [Row]> {
        match self {
            Self::Table(rows) => Some(rows),
            _ => None,
        }
    }
}

impl Serialize for Value {
    /// Percent, rupiah or months; a table is `null` here and stands in `rows`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Percent(rate) => rate.serialize(serializer),
            Self::Rupiah(base) => base.serialize(serializer),
            Self::Months(months) => months.serialize(serializer),
            Self::Table(_) => serializer.serialize_none(),
        }
    }
}

/// From this amount on, the value holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Row {
    /// The lower end.
    #[serde(rename = "fromRupiah")]
    pub from: Base,
    /// Percent or rupiah.
    pub value: Value,
}

/// What is taken off a contribution, for whom, when, and by whose money.
#[derive(Clone, Copy, Debug)]
pub struct Relief {
    /// Its name.
    pub key: &'static str,
    /// What it is.
    pub title: Words,
    /// When.
    pub span: Span,
    /// Of which programmes.
    pub programmes: &'static [Programme],
    /// For which classes.
    pub classes: &'static [WorkerClass],
    /// For which sectors of BPU; `None`: all.
    pub sectors: Option<&'static [Sector]>,
    /// What is taken off.
    pub off: Rate,
    /// Whether it holds for money of this kind.
    pub payers: &'static [(FundKind, Reading)],
    /// Who says so.
    pub source: Source,
}

/// What the text says of a payer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It reaches this payer.
    Yes,
    /// It does not.
    No,
    /// The text is silent.
    Open {
        /// What the engine does until the planner decides.
        default: bool,
    },
}

impl Relief {
    /// Whether it is meant for this worker, programme and month, whoever pays.
    #[must_use]
    pub fn reaches(
        &self,
        class: WorkerClass,
        sector: Sector,
        programme: Programme,
        month: Month,
    ) -> bool {
        self.span.contains(month)
            && self.programmes.contains(&programme)
            && self.classes.contains(&class)
            && self
                .sectors
                .is_none_or(|sectors| class != WorkerClass::Bpu || sectors.contains(&sector))
    }

    /// What the text says of money of this kind.
    #[must_use]
    pub fn reading(&self, payer: FundKind) -> Reading {
        self.payers
            .iter()
            .find(|(kind, _)| *kind == payer)
            .map_or(Reading::No, |(_, reading)| *reading)
    }

    /// The relief with this key.
    #[must_use]
    pub fn parse(key: &str) -> Option<&'static Self> {
        RELIEFS.iter().find(|relief| relief.key == key)
    }
}

impl Serialize for Relief {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Payer {
            payer: FundKind,
            text: &'static str,
            applies: bool,
        }
        let payers: Vec<_> = FundKind::ALL
            .iter()
            .map(|payer| {
                let (text, applies) = match self.reading(*payer) {
                    Reading::Yes => ("yes", true),
                    Reading::No => ("no", false),
                    Reading::Open { default } => ("open", default),
                };
                Payer { payer: *payer, text, applies }
            })
            .collect();
        let mut object = serializer.serialize_struct("Relief", 16)?;
        object.serialize_field("key", self.key)?;
        object.serialize_field("title", &self.title)?;
        object.serialize_field("from", &self.span.from)?;
        object.serialize_field("to", &self.span.to)?;
        object.serialize_field("programmes", self.programmes)?;
        object.serialize_field("classes", self.classes)?;
        object.serialize_field("sectors", &self.sectors)?;
        object.serialize_field("percentOff", &self.off)?;
        object.serialize_field("payers", &payers)?;
        self.source.write(&mut object)?;
        object.end()
    }
}

/// What the rules say of a kind of money when it pays contributions.
#[derive(Clone, Copy, Debug)]
pub struct FundRule {
    /// Its name.
    pub key: &'static str,
    /// Of which money.
    pub funds: &'static [FundKind],
    /// First month.
    pub from: Month,
    /// Last month, `None` while no end is known.
    pub to: Option<Month>,
    /// Which way it goes.
    pub verdict: Verdict,
    /// What it says.
    pub text: Words,
    /// Who says so.
    pub source: Source,
}

choices! {
    /// Which way a rule on money goes.
    pub enum Verdict {
        /// Somebody may not be paid for.
        Forbids = "forbids",
        /// Only somebody, or only so much.
        Limits = "limits",
        /// It may.
        Allows = "allows",
    }
}

impl Serialize for FundRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("FundRule", 13)?;
        object.serialize_field("key", self.key)?;
        object.serialize_field("funds", self.funds)?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        object.serialize_field("verdict", &self.verdict)?;
        object.serialize_field("text", &self.text)?;
        self.source.write(&mut object)?;
        object.end()
    }
}

/// All there is in the law room, for `law()`.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Book {
    version: &'static str,
    parameters: &'static [Parameter],
    reliefs: &'static [Relief],
    #[serde(rename = "fundRules")]
    fund_rules: &'static [FundRule],
}

/// Every statutory value with its source.
#[must_use]
pub const fn book() -> Book {
    Book { version: VERSION, parameters: PARAMETERS, reliefs: RELIEFS, fund_rules: FUND_RULES }
}

/// The law as one scenario sees it: what is enacted, with the planner's replacements in front.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    overrides: &'a [Override],
}

/// A value and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Its key.
    pub key: Key,
    /// In the law, or among the planner's replacements.
    pub origin: Origin,
}

/// Where a value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// At this position of the parameter's values.
    Law(usize),
    /// At this position of the scenario's overrides.
    Override(usize),
}

/// A month for which the law gives no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// What was asked.
    pub key: Key,
    /// When.
    pub month: Month,
}

impl Law<'static> {
    /// The law without replacements.
    #[must_use]
    pub const fn enacted() -> Self {
        Law { overrides: &[] }
    }
}

impl<'a> Law<'a> {
    /// The law with a planner's replacements; a later one wins over an earlier one.
    #[must_use]
    pub const fn with(overrides: &'a [Override]) -> Self {
        Self { overrides }
    }

    fn find<T>(
        self,
        key: Key,
        month: Month,
        take: impl Fn(Value) -> Option<T>,
    ) -> Result<Found<T>, Missing> {
        let replaced =
            self.overrides.iter().enumerate().rev().find_map(|(position, replacement)| {
                (replacement.key == key && replacement.holds_in(month)).then(|| {
                    take(replacement.value).map(|value| (value, Origin::Override(position)))
                })?
            });
        let enacted = || {
            let mut values = key.values().iter().enumerate();
            values.find_map(|(position, dated)| {
                (dated.from <= month && dated.to.is_none_or(|to| month <= to))
                    .then(|| take(dated.value).map(|value| (value, Origin::Law(position))))?
            })
        };
        match replaced.or_else(enacted) {
            Some((value, origin)) => Ok(Found { value, key, origin }),
            None => Err(Missing { key, month }),
        }
    }

    /// A percentage of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn percent(self, key: Key, month: Month) -> Result<Found<Rate>, Missing> {
        self.find(key, month, |value| match value {
            Value::Percent(rate) => Some(rate),
            _ => None,
        })
    }

    /// Rupiah of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn rupiah(self, key: Key, month: Month) -> Result<Found<Base>, Missing> {
        self.find(key, month, |value| match value {
            Value::Rupiah(base) => Some(base),
            _ => None,
        })
    }

    /// A number of months that holds in a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn months(self, key: Key, month: Month) -> Result<Found<u64>, Missing> {
        self.find(key, month, |value| match value {
            Value::Months(months) => Some(months),
            _ => None,
        })
    }

    /// A table of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn table(self, key: Key, month: Month) -> Result<Found<&'static [Row]>, Missing> {
        self.find(key, month, |value| value.rows())
    }
}

/// The law's entry that a value was found in, `None` for a replacement.
#[must_use]
pub fn dated(key: Key, origin: Origin) -> Option<&'static Dated> {
    match origin {
        Origin::Law(position) => key.values().get(position),
        Origin::Override(_) => None,
    }
}
