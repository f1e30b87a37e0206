//! Statutory values by month with their source, compiled from the TOML files in this folder.
//!
//! A look-up takes a [`Key`] and a [`Month`]. A month without a value is [`Missing`]: the last known value never
//! continues on its own.
//!
//! ```
//! use cakupan::{law::{Law, key}, money::Base, month::Month};
//! let law = Law::enacted();
//! let ceiling = law.rupiah(key::JP_CEILING, Month::of(2026, 3)).unwrap();
//! assert_eq!(ceiling.value, Base::read(11_086_300.0).unwrap());
//! assert!(law.rupiah(key::JP_CEILING, Month::of(2027, 3)).is_err());
//! ```

mod amendment;
mod benefit;
mod instruments;
mod levied;
mod lookup;
#[cfg(feature = "open")]
mod months;
mod pack;
mod trace;
mod vocabulary;

pub use amendment::{Amendments, Assumption, Growth, Override, Replacement};
pub use benefit::{Claims, Exposed};
pub(crate) use benefit::{NotKnown, granted};
pub use instruments::{InstrumentKind, InstrumentTitle};
pub(crate) use levied::{Amount, LEVIED, Levied, OfBase, Rated, jkk_of, levied};
#[cfg(feature = "cli")]
pub(crate) use lookup::StatusUsed;
pub use lookup::{Cited, Found, Law, Missing, Origin};
pub use pack::{NewWage, Pack, PackValue, WageTitle};
pub(crate) use trace::Trace;
pub use vocabulary::{FundKind, Group, Programme, Risk, Sector, WorkerClass};

use crate::choices;
use crate::money::{Base, Rate};
use crate::month::Month;
use arrayvec::ArrayString;
use serde::{Serialize, Serializer};

include!(concat!(env!("OUT_DIR"), "/law.rs"));

/// The whole law as JSON: [`PARAMETERS`], [`RELIEFS`], [`FUND_RULES`], and what no projection uses: notes, links,
/// benefits, account codes, published targets, definitions of coverage.
pub const BOOK: &str = include_str!(concat!(env!("OUT_DIR"), "/law.json"));

/// A statutory value by its key. The constants in [`key`] are the TOML keys in capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(Of);

/// Where a key is from. Those of the law stand before those of packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    /// Position in [`PARAMETERS`].
    Law(usize),
    /// The name of a minimum wage that a law pack brings. It holds the name itself: the same wage then is the same key in
    /// two scenarios, whatever packs they have.
    Pack(ArrayString<LONGEST_KEY>),
}

/// Most letters of the key of a minimum wage that a pack brings. The longest name of a kabupaten takes 45.
pub(crate) const LONGEST_KEY: usize = 60;
/// What the keys of all minimum wages begin with.
const MINIMUM_WAGE: &str = "minimumWage.";

/// Hashes the name: positions change when parameters are added.
impl core::hash::Hash for Key {
    fn hash<H: core::hash::Hasher>(&self, state: &mut H) {
        self.name().hash(state);
    }
}

impl Key {
    /// The key at a position of [`PARAMETERS`].
    const fn of_law(position: usize) -> Self {
        Self(Of::Law(position))
    }

    /// Finds a key of the law by its name in the TOML (`jkm.bpu`).
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        PARAMETERS.binary_search_by(|parameter| parameter.key.cmp(name)).ok().map(Self::of_law)
    }

    /// The key of a minimum wage that a pack brings: `minimumWage.umk.sidenrengRappang`. That of the law where the law
    /// has it. `None`: it is no minimum wage, or has other letters than A to Z, digits and single dots.
    ///
    /// ```
    /// use cakupan::law::{Key, key};
    /// let key = Key::brought("minimumWage.umk.sidenrengRappang").unwrap();
    /// assert_eq!(key.name(), "minimumWage.umk.sidenrengRappang");
    /// assert_eq!(Key::brought("minimumWage.umk.makassar"), Some(key::MINIMUM_WAGE_UMK_MAKASSAR));
    /// assert_eq!(Key::brought("minimumWage.umk."), None);
    /// assert_eq!(Key::brought("jkm.baru"), None);
    /// ```
    #[must_use]
    pub fn brought(name: &str) -> Option<Self> {
        let known = Self::parse(name).filter(|key| key.is_minimum_wage());
        known.or_else(|| {
            let is_part = |part: &str| {
                !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphanumeric())
            };
            name.strip_prefix(MINIMUM_WAGE)?.split('.').all(is_part).then_some(())?;
            Some(Self(Of::Pack(ArrayString::from(name).ok()?)))
        })
    }

    /// Name in the TOML and in JSON.
    #[must_use]
    pub fn name(&self) -> &str {
        match &self.0 {
            Of::Law(position) => PARAMETERS.get(*position).map_or("", |parameter| parameter.key),
            Of::Pack(name) => name,
        }
    }

    /// Whether it is a minimum wage.
    pub(crate) fn is_minimum_wage(&self) -> bool {
        self.name().starts_with(MINIMUM_WAGE)
    }

    /// Unit of the values.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self.0 {
            Of::Law(_) => self.parameter().map_or(Unit::Table, |parameter| parameter.unit),
            Of::Pack(_) => Unit::Rupiah,
        }
    }

    /// Unit of the rows of a table.
    #[must_use]
    pub fn row_unit(self) -> Unit {
        let row = self.values().first().and_then(|dated| dated.value.rows()?.first());
        match row.map(|row| row.value) {
            Some(Value::Percent(_)) => Unit::Percent,
            Some(Value::Rupiah(_) | Value::Months(_) | Value::Table(_)) | None => Unit::Rupiah,
        }
    }

    /// Minimum wage of the law of a region by Kemendagri code (`73.71`): that of the region, else of the kabupaten or kota it
    /// lies in, else of the province. `None`: no code around it has one.
    ///
    /// ```
    /// use cakupan::law::{Key, key};
    /// assert_eq!(Key::minimum_wage_of("73.71"), Some(key::MINIMUM_WAGE_UMK_MAKASSAR));
    /// // Wajo (73.13) has no UMK in the data; a village takes that of its kabupaten.
    /// assert_eq!(Key::minimum_wage_of("73.13"), Some(key::MINIMUM_WAGE_UMP_SULAWESI_SELATAN));
    /// assert_eq!(Key::minimum_wage_of("73.24.03.2005"), Some(key::MINIMUM_WAGE_UMK_LUWU_TIMUR));
    /// assert_eq!(Key::minimum_wage_of("99"), None);
    /// ```
    #[must_use]
    pub fn minimum_wage_of(region: &str) -> Option<Self> {
        let own = |parameter: &Parameter| {
            parameter.region == Some(region) && parameter.key.starts_with(MINIMUM_WAGE)
        };
        let position = PARAMETERS.iter().position(own).map(Self::of_law);
        position.or_else(|| Self::minimum_wage_of(region.rsplit_once('.')?.0))
    }

    /// Rule for months after the last known value; `None`: there is no such rule.
    #[must_use]
    pub fn beyond(self) -> Option<&'static Beyond> {
        match self.0 {
            Of::Law(_) => self.parameter()?.beyond.as_ref(),
            // As every UMK of the law: in January, to whole rupiah (PP 49/2025).
            Of::Pack(_) => key::MINIMUM_WAGE_UMK_MAKASSAR.parameter()?.beyond.as_ref(),
        }
    }

    pub(crate) fn values(self) -> &'static [Dated] {
        self.parameter().map_or(&[], |parameter| parameter.values)
    }

    fn parameter(self) -> Option<&'static Parameter> {
        match self.0 {
            Of::Law(position) => PARAMETERS.get(position),
            Of::Pack(_) => None,
        }
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

choices! {
    /// Unit of a statutory value.
    pub enum Unit {
        /// Percent of a base.
        Percent = "percent",
        /// Rupiah a month.
        Rupiah = "rupiah",
        /// Number of months.
        Months = "months",
        /// Rows by an amount: brackets, layers.
        Table = "table",
    }
}

choices! {
    /// How well a value is verified.
    pub enum Status {
        /// Somebody read it in the legal text.
        Enacted = "enacted",
        /// Secondary sources give it.
        Reported = "reported",
        /// Not verified.
        Assumed = "assumed",
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Words<'a> {
    /// Indonesian.
    pub id: &'a str,
    /// English.
    pub en: &'a str,
}

/// Legal source of a value.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// Regulation: `PP 44/2015`.
    pub instrument: &'static str,
    /// Article or annex; `None` where it is not known.
    pub article: Option<&'static str>,
    /// Day of promulgation (`YYYY-MM-DD`); `None` where it is not known.
    pub promulgated: Option<&'static str>,
    /// How well it is verified.
    pub status: Status,
}

/// A statutory value with its history.
#[derive(Clone, Copy, Debug)]
pub struct Parameter {
    /// Name: `jkk.pu.veryLow`.
    pub key: &'static str,
    /// Unit of every value.
    pub unit: Unit,
    /// Kemendagri code of the province (`73`) or kabupaten or kota (`73.71`) in which it holds; `None`: the whole
    /// country.
    pub region: Option<&'static str>,
    /// Title for people.
    pub title: Words<'static>,
    /// Rule for months after the last known value; `None`: such months have no value.
    pub beyond: Option<Beyond>,
    /// Values in order of months, without gap or overlap.
    pub values: &'static [Dated],
}

/// How a value may grow after its last known month: once a year, by the planner's assumption. JP ceiling: in March,
/// cut to Rp 100 (PP 45/2015, Pasal 29). Minimum wage: in January (PP 49/2025).
#[derive(Clone, Copy, Debug)]
pub struct Beyond {
    /// Month of the increase, 1 to 12.
    pub month: u16,
    /// The grown value is cut down to a multiple of this.
    pub cut: Base,
    /// Kinds of assumption that are accepted.
    pub kinds: &'static [GrowthKind],
    /// Regulation that orders the increase.
    pub instrument: &'static str,
    /// Its article; `None` where it is not known.
    pub article: Option<&'static str>,
}

impl Beyond {
    /// Month of the last increase, not later than `month`.
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
    /// Kinds of growth that a planner may assume.
    pub enum GrowthKind {
        /// A percentage a year.
        Growth = "growth",
        /// Inflation + alpha × economic growth (PP 49/2025).
        WageFormula = "wageFormula",
    }
}

/// A value and the months in which it is in force.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// First month.
    pub from: Month,
    /// Last month; `None` while no end is known.
    pub to: Option<Month>,
    /// The value.
    pub value: Value<'static>,
    /// Legal source.
    pub source: Source,
}

/// A statutory value in one of four units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Value<'a> {
    /// Percent of a base.
    Percent(Rate),
    /// Rupiah: a contribution or a base in one month.
    Rupiah(Base),
    /// Number of months.
    Months(u64),
    /// Rows, ascending by amount.
    Table(&'a [Row]),
}

impl<'a> Value<'a> {
    /// Rows of a table; `None` for any other unit.
    #[must_use]
    pub const fn rows(self) -> Option<&'a [Row]> {
        match self {
            Self::Table(rows) => Some(rows),
            Self::Percent(_) | Self::Rupiah(_) | Self::Months(_) => None,
        }
    }
}

impl Serialize for Value<'_> {
    /// Writes percent, rupiah or months. A table is `null`; results carry it in the field `rows`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Percent(rate) => rate.serialize(serializer),
            Self::Rupiah(base) => base.serialize(serializer),
            Self::Months(months) => months.serialize(serializer),
            Self::Table(_) => serializer.serialize_none(),
        }
    }
}

/// Row of a table: `value` holds for amounts of at least `from`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Row {
    /// Lower limit of the amount.
    #[serde(rename = "fromRupiah")]
    pub from: Base,
    /// Percent of the amount, or rupiah.
    #[cfg_attr(feature = "cli", schemars(with = "f64"))]
    pub value: Value<'static>,
}

/// A relief of contributions (keringanan): for which workers and programmes, and for which payers. Months and
/// percentage are the statutory value `rate`.
#[derive(Clone, Copy, Debug)]
pub struct Relief {
    /// Percentage taken off, in the months in which it holds.
    pub rate: Key,
    /// Programmes.
    pub programmes: &'static [Programme],
    /// Classes.
    pub classes: &'static [WorkerClass],
    /// Sectors of BPU; `None`: all.
    pub sectors: Option<&'static [Sector]>,
    /// Reading of the text for each kind of payer; one that is not listed is excluded.
    pub payers: &'static [(FundKind, Reading)],
    /// Members who pay in full at first; `None`: nobody.
    pub newcomers: Option<Newcomers>,
    /// Legal source.
    pub source: Source,
}

/// Members who joined late pay their first months in full (PP 49/2020, Pasal 13). A remark says so; no rupiah are
/// changed.
#[derive(Clone, Copy, Debug)]
pub struct Newcomers {
    /// Joined after this month.
    pub after: Month,
    /// Number of months paid in full.
    pub full_months: u64,
    /// Legal source.
    pub source: Source,
}

/// Whether a relief applies to a kind of payer, by the text of the regulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// It applies.
    Yes,
    /// It does not apply.
    No,
    /// The text does not say.
    Open {
        /// Used where the planner does not decide.
        default: bool,
    },
}

impl Relief {
    /// Name in the TOML and in JSON.
    #[must_use]
    pub fn key(&self) -> &str {
        self.rate.name()
    }

    /// Whether the relief is for this class, sector and programme, apart from month and payer. Only BPU have sectors.
    #[must_use]
    pub fn is_for(&self, class: WorkerClass, sector: Sector, programme: Programme) -> bool {
        self.programmes.contains(&programme)
            && self.classes.contains(&class)
            && self
                .sectors
                .is_none_or(|sectors| class != WorkerClass::Bpu || sectors.contains(&sector))
    }

    /// Reading of the text for a kind of payer.
    #[must_use]
    pub fn reading(&self, payer: FundKind) -> Reading {
        self.payers
            .iter()
            .find(|(kind, _)| *kind == payer)
            .map_or(Reading::No, |(_, reading)| *reading)
    }

    /// Finds a relief by its name.
    #[must_use]
    pub fn parse(key: &str) -> Option<&'static Self> {
        RELIEFS.iter().find(|relief| relief.key() == key)
    }
}

/// Two reliefs are equal if they have the same rate key.
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

/// Rule on what a kind of fund may pay. It gives remarks; no rupiah are changed.
#[derive(Clone, Copy, Debug)]
pub struct FundRule {
    /// Name in the TOML and in JSON.
    pub key: &'static str,
    /// Kinds of fund.
    pub funds: &'static [FundKind],
    /// First month.
    pub from: Month,
    /// Last month; `None` while no end is known.
    pub to: Option<Month>,
    /// Verdict for groups that the rule does not name; `None`: it has none for them.
    pub verdict: Option<Verdict>,
    /// Groups that may not be paid for.
    pub forbids: &'static [Group],
    /// Groups that may be paid for within limits, or whose case is not clear.
    pub limits: &'static [Group],
    /// Groups that may be paid for.
    pub allows: &'static [Group],
    /// Content of the rule.
    pub text: Words<'static>,
    /// Legal source.
    pub source: Source,
}

/// The account (kode rekening) that one source names for all contributions of a group.
#[derive(Clone, Copy, Debug)]
pub struct GroupAccount {
    /// Whom the contributions are for.
    pub group: Group,
    /// Kinds of fund in whose budget the account stands.
    pub funds: &'static [FundKind],
    /// Its code.
    pub code: &'static str,
    /// Its name (uraian).
    pub description: &'static str,
}

choices! {
    /// Verdict of a rule on a fund.
    pub enum Verdict {
        /// The fund may not pay.
        Forbids = "forbids",
        /// The fund may pay within limits, or the case is not clear.
        Limits = "limits",
        /// The fund may pay.
        Allows = "allows",
    }
}

impl FundRule {
    /// Verdict for a group that the rule names; `None`: the rule does not name it.
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
