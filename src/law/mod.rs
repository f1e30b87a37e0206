//! What the state decided: dated values with their source, compiled from the TOML files beside this one.
//!
//! A value is asked for by its [`Key`] and a month. A month without a value is [`Missing`]; the last
//! known value is never carried over in silence.
//!
//! ```
//! use cakupan::{law::{Law, key}, money::Base, month::Month};
//! let law = Law::enacted();
//! let ceiling = law.rupiah(key::JP_CEILING, Month::of(2026, 3)).unwrap();
//! assert_eq!(ceiling.value, Base::read(11_086_300.0).unwrap());
//! assert!(law.rupiah(key::JP_CEILING, Month::of(2027, 3)).is_err());
//! ```

#[cfg(feature = "cli")]
#[path = "../../build/law/book.rs"]
#[allow(dead_code, missing_docs, reason = "only described here")]
pub(crate) mod book;
mod levied;
mod lookup;
mod trace;

pub(crate) use levied::{Amount, LEVIED, Levied, OfBase, Rated, jkk_of, levied};
#[cfg(feature = "cli")]
pub(crate) use lookup::StatusUsed;
pub use lookup::{Cited, Found, Law, Missing, Origin};
pub(crate) use trace::Trace;

use crate::choices;
use crate::money::{Base, Rate};
use crate::month::Month;
use crate::scenario::{FundKind, Group, Programme, Sector, WorkerClass};
use serde::{Serialize, Serializer};

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// The words of the book: choices and their meanings.
#[cfg(feature = "cli")]
mod words {
    pub(super) use super::{GrowthKind, Row, Status, Unit, Verdict, Words};
    pub(super) use crate::month::Month;
    pub(super) use crate::scenario::{FundKind, Group, Programme, Sector, WorkerClass};
    pub(super) use schemars::JsonSchema as Entry;

    pub(super) type Number = f64;
}

/// Everything in the law room as JSON: what [`PARAMETERS`], [`RELIEFS`] and [`FUND_RULES`] hold, and what no
/// projection needs: notes, links, benefits, account codes, printed targets and definitions of coverage.
pub const BOOK: &str = include_str!(concat!(env!("OUT_DIR"), "/law.json"));

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
        self.parameter().map_or("", |parameter| parameter.key)
    }

    /// What it is, for people.
    #[must_use]
    pub fn title(self) -> Words {
        self.parameter().map_or(Words { id: "", en: "" }, |parameter| parameter.title)
    }

    /// What the value is measured in.
    #[must_use]
    pub fn unit(self) -> Unit {
        self.parameter().map_or(Unit::Table, |parameter| parameter.unit)
    }

    /// What the rows of a table are measured in.
    #[must_use]
    pub fn row_unit(self) -> Unit {
        let row = self.values().first().and_then(|dated| dated.value.rows()?.first());
        match row.map(|row| row.value) {
            Some(Value::Percent(_)) => Unit::Percent,
            Some(Value::Rupiah(_) | Value::Months(_) | Value::Table(_)) | None => Unit::Rupiah,
        }
    }

    /// The minimum wage of a region by its Kemendagri code: its own, else that of the kabupaten or kota or the province
    /// it lies in.
    ///
    /// ```
    /// use cakupan::law::{Key, key};
    /// assert_eq!(Key::minimum_wage_of("73.71"), Some(key::MINIMUM_WAGE_UMK_MAKASSAR));
    /// // Wajo has no wage of its own; a village has that of its kabupaten.
    /// assert_eq!(Key::minimum_wage_of("73.13"), Some(key::MINIMUM_WAGE_UMP_SULAWESI_SELATAN));
    /// assert_eq!(Key::minimum_wage_of("73.24.03.2005"), Some(key::MINIMUM_WAGE_UMK_LUWU_TIMUR));
    /// assert_eq!(Key::minimum_wage_of("99"), None);
    /// ```
    #[must_use]
    pub fn minimum_wage_of(region: &str) -> Option<Self> {
        let own = |parameter: &Parameter| {
            parameter.region == Some(region) && parameter.key.starts_with("minimumWage.")
        };
        let position = PARAMETERS.iter().position(own).map(Self);
        position.or_else(|| Self::minimum_wage_of(region.rsplit_once('.')?.0))
    }

    /// How it may be carried beyond its last month.
    #[must_use]
    pub fn beyond(self) -> Option<&'static Beyond> {
        self.parameter()?.beyond.as_ref()
    }

    fn values(self) -> &'static [Dated] {
        self.parameter().map_or(&[], |parameter| parameter.values)
    }

    fn parameter(self) -> Option<&'static Parameter> {
        PARAMETERS.get(self.0)
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
    /// How well it is known.
    pub status: Status,
}

/// A statutory value through time.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Its name.
    pub key: &'static str,
    /// What it is measured in.
    pub unit: Unit,
    /// Kemendagri code of the region that it holds in: a province (`73`), a kabupaten or kota (`73.71`); `None`:
    /// everywhere.
    pub region: Option<&'static str>,
    /// What it is.
    pub title: Words,
    /// How it may be carried beyond its last month; `None`: not at all.
    pub beyond: Option<Beyond>,
    /// Its values, in order, without gap or overlap.
    pub values: &'static [Dated],
}

/// By which rule a value is carried beyond its last month: it grows once a year.
#[derive(Clone, Copy, Debug)]
pub struct Beyond {
    /// The month in which it grows, 1 to 12.
    pub month: u16,
    /// It is cut to a multiple of this amount.
    pub cut: Base,
    /// By which kinds of growth.
    pub kinds: &'static [GrowthKind],
    /// The regulation that says so.
    pub instrument: &'static str,
    /// Its article, where known.
    pub article: Option<&'static str>,
}

impl Beyond {
    /// The last month not after this one in which the value grows.
    #[must_use]
    pub fn since(&self, month: Month) -> Month {
        let this_year = Month::of(month.year(), self.month);
        if this_year <= month {
            this_year
        } else {
            Month::of(month.year().saturating_sub(1), self.month)
        }
    }
}

choices! {
    /// How a value grows beyond its last month.
    pub enum GrowthKind {
        /// By a typed percentage a year.
        Growth = "growth",
        /// By inflation and a part of the growth of the economy (PP 49/2025).
        WageFormula = "wageFormula",
    }
}

/// A value and the months in which it is in force.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// First month.
    pub from: Month,
    /// Last month, `None` while no end is known.
    pub to: Option<Month>,
    /// The value.
    pub value: Value<'static>,
    /// Who says so.
    pub source: Source,
}

/// A percentage, rupiah, a number of months, or rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// Of a base.
    Percent(Rate),
    /// A month, or of a base.
    Rupiah(Base),
    /// A number of months.
    Months(u64),
    /// By the amount it depends on.
    Table(&'a [Row]),
}

impl<'a> Value<'a> {
    /// The rows of a table.
    #[must_use]
    pub const fn rows(self) -> Option<&'a [Row]> {
        match self {
            Self::Table(rows) => Some(rows),
            Self::Percent(_) | Self::Rupiah(_) | Self::Months(_) => None,
        }
    }
}

impl Serialize for Value<'_> {
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

/// One row of a table: from this amount on the value holds; of layers, for the part above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Row {
    /// The lower end.
    #[serde(rename = "fromRupiah")]
    pub from: Base,
    /// Percent or rupiah.
    #[cfg_attr(feature = "cli", schemars(with = "f64"))]
    pub value: Value<'static>,
}

/// What is taken off a contribution, for whom, and by whose money. When, and how much, is its rate: a
/// statutory value like every other.
#[derive(Clone, Copy, Debug)]
pub struct Relief {
    /// What is taken off, in the months in which it holds.
    pub rate: Key,
    /// Of which programmes.
    pub programmes: &'static [Programme],
    /// For which classes.
    pub classes: &'static [WorkerClass],
    /// For which sectors of BPU; `None`: all.
    pub sectors: Option<&'static [Sector]>,
    /// Whether it holds for money of this kind.
    pub payers: &'static [(FundKind, Reading)],
    /// Who pays in full at first; `None`: nobody.
    pub newcomers: Option<Newcomers>,
    /// Who says so.
    pub source: Source,
}

/// Members who joined after a month pay their first months in full. It is said with a plan, and not counted.
#[derive(Clone, Copy, Debug)]
pub struct Newcomers {
    /// Who joined after this month.
    pub after: Month,
    /// How many months they pay in full.
    pub full_months: u64,
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
    /// Its name, as in the TOML and in JSON.
    #[must_use]
    pub fn key(&self) -> &'static str {
        self.rate.name()
    }

    /// Whether it is meant for this worker and programme, whenever and whoever pays.
    #[must_use]
    pub fn is_for(&self, class: WorkerClass, sector: Sector, programme: Programme) -> bool {
        self.programmes.contains(&programme)
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
        RELIEFS.iter().find(|relief| relief.key() == key)
    }
}

/// A relief is its key.
impl PartialEq for Relief {
    fn eq(&self, other: &Self) -> bool {
        self.rate == other.rate
    }
}

impl Eq for Relief {}

impl core::hash::Hash for Relief {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.rate.hash(state);
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
    /// Which way it goes for groups that it does not name; `None`: it says nothing of them.
    pub verdict: Option<Verdict>,
    /// Who must not be paid for.
    pub forbids: &'static [Group],
    /// Who may be paid for within limits, or whose case is not clear.
    pub limits: &'static [Group],
    /// Who may be paid for.
    pub allows: &'static [Group],
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

impl FundRule {
    /// What it says of a group; `None`: nothing on this group by name.
    #[must_use]
    pub fn on(&self, group: Option<Group>) -> Option<Verdict> {
        let group = group?;
        let lists = [
            (self.forbids, Verdict::Forbids),
            (self.limits, Verdict::Limits),
            (self.allows, Verdict::Allows),
        ];
        lists.into_iter().find(|(groups, _)| groups.contains(&group)).map(|(_, verdict)| verdict)
    }
}
