//! Looks up a statutory value for a month: first the planner's overrides, then law packs, then the law, then the
//! planner's assumptions on growth after the last known month.

use super::{
    Amendments, Assumption, Growth, Key, Override, Pack, PackValue, Programme, RELIEFS, Relief,
    Row, Sector, Source, Value, Words, WorkerClass,
};
use crate::money::{Base, Rate};
use crate::month::Month;

/// Statutory values with a planner's overrides, assumptions and day.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// Overrides of all keys but relief rates. Relief rates have their own list, because a comparison takes values
    /// and reliefs from different scenarios.
    overrides: &'a [Override],
    /// Overrides of relief rates.
    of_reliefs: &'a [Override],
    /// Law packs, for all keys but relief rates, and for relief rates.
    pub(super) packs: &'a [Pack],
    packs_of_reliefs: &'a [Pack],
    pub(super) assumptions: &'a [Assumption],
    /// Day (`YYYY-MM-DD`): values that were not known on it are left out.
    pub(super) date: Option<&'a str>,
}

/// A value and its origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// Value, in the unit of the parameter.
    pub value: T,
    /// Parameter.
    pub key: Key,
    /// Law, pack, override or assumption.
    pub origin: Origin,
}

/// Where a value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// In the law: position in the parameter's values.
    Law(usize),
    /// In a law pack: position in [`Amendments::packs`], and in the values of the pack.
    Pack(usize, usize),
    /// Override: position in [`Amendments::overrides`].
    Override(usize),
    /// Grown from an earlier value by an assumption.
    Beyond {
        /// Position in [`Amendments::assumptions`].
        assumption: usize,
        /// Month in which it grew to this value.
        since: Month,
    },
}

/// The status of a value that the planner put in the place of the law's.
const REPLACED: &str = "replaced";
/// The status of a value that grew by an assumption beyond the last month known.
const EXTRAPOLATED: &str = "extrapolated";

#[cfg(feature = "cli")]
crate::choices::choice_or! {
    /// How well a value that was used is known.
    StatusUsed = super::Status,
    [
        (REPLACED, "The planner's own value stands in its place."),
        (EXTRAPOLATED, "By an assumption beyond the last month known."),
    ]
}

/// Citation of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// Status of the law (`enacted`, `reported`, `assumed`), or `replaced` (override) or `extrapolated` (assumption).
    pub status: &'static str,
    /// The regulation, or the planner's note on the override.
    pub instrument: &'a str,
    /// Article or annex; `None` where it is not known.
    pub article: Option<&'a str>,
}

/// A month for which neither law nor planner gives a value of the right unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing {
    /// Parameter.
    pub key: Key,
    /// Month.
    pub month: Month,
}

impl Law<'static> {
    /// The law without overrides, assumptions and `lawDate`.
    #[must_use]
    pub const fn enacted() -> Self {
        Law {
            overrides: &[],
            of_reliefs: &[],
            packs: &[],
            packs_of_reliefs: &[],
            assumptions: &[],
            date: None,
        }
    }
}

impl<'a> Law<'a> {
    /// The law as a planner amends it.
    #[must_use]
    pub const fn amended(by: Amendments<'a>) -> Self {
        let Amendments { packs, overrides, assumptions, date } = by;
        Self { overrides, of_reliefs: overrides, packs, packs_of_reliefs: packs, assumptions, date }
    }

    /// Takes values, assumptions and day from other amendments, and keeps the relief rates.
    pub(crate) const fn with_values_of(self, by: Amendments<'a>) -> Self {
        let Self { of_reliefs, packs_of_reliefs, .. } = self;
        Self { of_reliefs, packs_of_reliefs, ..Self::amended(by) }
    }

    /// Takes the relief rates from other amendments, and keeps everything else.
    pub(crate) const fn with_reliefs_of(self, by: Amendments<'a>) -> Self {
        Self { of_reliefs: by.overrides, packs_of_reliefs: by.packs, ..self }
    }

    /// List that holds the overrides of a key, together with those of other keys.
    pub(crate) fn overrides(self, key: Key) -> &'a [Override] {
        if is_relief(key) { self.of_reliefs } else { self.overrides }
    }

    /// The packs that hold for a key.
    pub(super) fn packs(self, key: Key) -> &'a [Pack] {
        if is_relief(key) { self.packs_of_reliefs } else { self.packs }
    }

    /// Value of a parameter in a month, of any unit.
    ///
    /// # Errors
    /// [`Missing`] where there is none.
    pub fn value(self, key: Key, month: Month) -> Result<Found<Value<'a>>, Missing> {
        let (value, origin) = self
            .replaced(key, month)
            .or_else(|| self.statutory(key, month))
            .or_else(|| self.grown(key, month))
            .ok_or(Missing { key, month })?;
        Ok(Found { value, key, origin })
    }

    fn replaced(self, key: Key, month: Month) -> Option<(Value<'a>, Origin)> {
        let overrides = self.overrides(key);
        let position = overrides
            .iter()
            .rposition(|replacement| replacement.key == key && replacement.holds_in(month))?;
        let replacement = overrides.get(position)?;
        Some((replacement.value.value(), Origin::Override(position)))
    }

    /// Statutory value of a month, of a pack or of the engine; without overrides and assumptions.
    pub(crate) fn statutory(self, key: Key, month: Month) -> Option<(Value<'a>, Origin)> {
        self.of_pack(key, month).or_else(|| self.in_force(key, month))
    }

    fn of_pack(self, key: Key, month: Month) -> Option<(Value<'a>, Origin)> {
        self.packs(key).iter().enumerate().rev().find_map(|(pack, values)| {
            let holds = |one: &PackValue| one.key == key && one.holds_in(month, self.date);
            let position = values.values.iter().rposition(holds)?;
            let found = values.values.get(position)?;
            Some((found.value.value(), Origin::Pack(pack, position)))
        })
    }

    /// The title of a value, for people. A minimum wage that a pack brings has its title there; a law without that pack,
    /// as in a step of a comparison, calls it by its key.
    pub(crate) fn title<'k>(self, key: &'k Key) -> Words<'k>
    where
        'a: 'k,
    {
        let name = key.name();
        self.known_title(key).unwrap_or(Words { id: name, en: name })
    }

    /// The title of a value that has one in this law.
    pub(crate) fn known_title(self, key: &Key) -> Option<Words<'a>> {
        let brought = |pack: &'a Pack| pack.wages.iter().rev().find(|wage| wage.key == *key);
        let own = || Some(self.packs.iter().rev().find_map(brought)?.title.words());
        key.parameter().map(|parameter| parameter.title).or_else(own)
    }

    /// First month for which there is a value of a key, of the law or, where the law has none, of a pack.
    fn first(self, key: Key) -> Option<Month> {
        let brought = || {
            let values = self.packs(key).iter().flat_map(|pack| &pack.values);
            values.filter(|value| value.key == key).map(|value| value.from).min()
        };
        key.values().first().map(|dated| dated.from).or_else(brought)
    }

    /// The name of a pack that holds for a key.
    pub(crate) fn pack_name(self, key: Key, pack: usize) -> Option<&'a str> {
        Some(self.packs(key).get(pack)?.name.as_str())
    }

    /// A value of a pack by its position.
    pub(crate) fn packed(self, key: Key, pack: usize, value: usize) -> Option<&'a PackValue> {
        self.packs(key).get(pack)?.values.get(value)
    }

    fn in_force(self, key: Key, month: Month) -> Option<(Value<'static>, Origin)> {
        let mut values = key.values().iter().enumerate();
        let (position, dated) = values.find(|(_, dated)| {
            dated.from <= month
                && dated.to.is_none_or(|to| month <= to)
                && self.knows(&dated.source, dated.from)
        })?;
        Some((dated.value, Origin::Law(position)))
    }

    /// Whether a rule was known on the day of the amendments: promulgated on that day or before, or, where the day of
    /// promulgation is not known, in force from `from` or before. Always true without a `lawDate`.
    #[must_use]
    pub fn knows(self, source: &Source, from: Month) -> bool {
        is_known(source.promulgated, from, self.date)
    }

    /// Value of the month before the last yearly increase, grown once. Recursive: an earlier year may be grown too.
    fn grown(self, key: Key, month: Month) -> Option<(Value<'static>, Origin)> {
        let beyond = key.beyond()?;
        if month < self.first(key)? {
            return None;
        }
        let position = self.assumptions.iter().position(|assumption| assumption.key == key)?;
        let assumption = self.assumptions.get(position)?;
        let since = beyond.since(month);
        let before = self.rupiah(key, since.before()?).ok()?.value;
        let value = before.grown(assumption.growth.rate(), beyond.cut)?;
        Some((Value::Rupiah(value), Origin::Beyond { assumption: position, since }))
    }

    /// How a planner can give a missing value, as a term of the catalogue: by an own value, or also by an assumption
    /// on growth. The latter needs a parameter that may grow, has no assumption yet, and has an earlier value.
    pub(crate) fn ways(self, key: Key, month: Month) -> &'static str {
        let nothing = Growth::Typed(Rate::from_millionths(0));
        let assumptions = [Assumption { key, growth: nothing, note: String::new() }];
        let is_assumed = self.assumptions.iter().any(|assumption| assumption.key == key);
        let grows = || Law { assumptions: &assumptions, ..self }.value(key, month).is_ok();
        if !is_assumed && grows() { "growthOrOwnValue" } else { "ownValue" }
    }

    fn take<T>(
        self,
        key: Key,
        month: Month,
        take: impl Fn(Value<'a>) -> Option<T>,
    ) -> Result<Found<T>, Missing> {
        let found = self.value(key, month)?;
        let value = take(found.value).ok_or(Missing { key, month })?;
        Ok(Found { value, key, origin: found.origin })
    }

    /// Percentage of a month.
    ///
    /// # Errors
    /// [`Missing`] where there is none.
    pub fn percent(self, key: Key, month: Month) -> Result<Found<Rate>, Missing> {
        self.take(key, month, |value| match value {
            Value::Percent(rate) => Some(rate),
            Value::Rupiah(_) | Value::Months(_) | Value::Table(_) => None,
        })
    }

    /// Rupiah of a month.
    ///
    /// # Errors
    /// [`Missing`] where there is none.
    pub fn rupiah(self, key: Key, month: Month) -> Result<Found<Base>, Missing> {
        self.take(key, month, |value| match value {
            Value::Rupiah(base) => Some(base),
            Value::Percent(_) | Value::Months(_) | Value::Table(_) => None,
        })
    }

    /// Number of months, as a value that holds in `month` (how long a membership lasts without contributions).
    ///
    /// # Errors
    /// [`Missing`] where there is none.
    pub fn months(self, key: Key, month: Month) -> Result<Found<u64>, Missing> {
        self.take(key, month, |value| match value {
            Value::Months(months) => Some(months),
            Value::Percent(_) | Value::Rupiah(_) | Value::Table(_) => None,
        })
    }

    /// Rows of a table in a month.
    ///
    /// # Errors
    /// [`Missing`] where there is none.
    pub fn table(self, key: Key, month: Month) -> Result<Found<&'a [Row]>, Missing> {
        self.take(key, month, Value::rows)
    }

    /// Reliefs of a class, sector and programme in a month, with the rate each takes off (above 0). There can be
    /// several where the planner prolongs one by an override.
    pub fn reliefs(
        self,
        class: WorkerClass,
        sector: Sector,
        programme: Programme,
        month: Month,
    ) -> impl Iterator<Item = (&'static Relief, Found<Rate>)> {
        let meant = RELIEFS.iter().filter(move |relief| relief.is_for(class, sector, programme));
        let holds =
            meant.filter_map(move |relief| Some((relief, self.percent(relief.rate, month).ok()?)));
        holds.filter(|(_, off)| off.value > Rate::from_millionths(0))
    }

    /// Whether the planner lets a value grow beyond its last month.
    #[cfg(feature = "xlsx")]
    pub(crate) fn is_assumed(self, key: Key) -> bool {
        self.assumptions.iter().any(|assumption| assumption.key == key)
    }

    /// The rows of a table that was found.
    #[cfg(feature = "xlsx")]
    pub(crate) fn rows_of(self, key: Key, origin: Origin) -> Option<&'a [Row]> {
        match origin {
            Origin::Law(position) => key.values().get(position)?.value.rows(),
            Origin::Pack(pack, value) => self.packed(key, pack, value)?.value.value().rows(),
            Origin::Override(position) => self.overrides(key).get(position)?.value.value().rows(),
            Origin::Beyond { .. } => None,
        }
    }

    /// Citation of a value by its origin.
    #[must_use]
    pub fn cite(self, key: Key, origin: Origin) -> Option<Cited<'a>> {
        Some(match origin {
            Origin::Law(position) => {
                let source = key.values().get(position)?.source;
                let status = crate::choices::Choice::name(source.status);
                Cited { status, instrument: source.instrument, article: source.article }
            }
            Origin::Pack(pack, value) => {
                let PackValue { status, instrument, article, .. } =
                    self.packed(key, pack, value)?;
                let status = crate::choices::Choice::name(*status);
                Cited { status, instrument, article: article.as_deref() }
            }
            Origin::Override(position) => {
                let note = self.overrides(key).get(position)?.note.as_str();
                Cited { status: REPLACED, instrument: note, article: None }
            }
            Origin::Beyond { .. } => {
                let beyond = key.beyond()?;
                let (instrument, article) = (beyond.instrument, beyond.article);
                Cited { status: EXTRAPOLATED, instrument, article }
            }
        })
    }
}

fn is_relief(key: Key) -> bool {
    RELIEFS.iter().any(|relief| relief.rate == key)
}

/// Whether a rule was known on a day: promulgated on that day or before, or, where that is not known, in force then.
pub(super) fn is_known(promulgated: Option<&str>, from: Month, date: Option<&str>) -> bool {
    date.is_none_or(|date| match promulgated {
        Some(day) => day <= date,
        // As text "2026-03" is less than every day of that month and greater than every day before it.
        None => from.text().as_str() <= date,
    })
}
