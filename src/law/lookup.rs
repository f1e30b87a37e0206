//! The law as one scenario sees it: what is in force, with the planner's replacements in front and the planner's
//! assumptions behind the last value known.

use super::{Key, RELIEFS, Relief, Row, Source, Value};
use crate::money::{Base, Rate};
use crate::month::Month;
use crate::scenario::{Assumption, Growth, Override, Programme, Scenario, Sector, WorkerClass};

/// The statutory values of a scenario.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// Replacements of all values but those of reliefs, which stand in a list of their own: a comparison takes the
    /// one and the other from different scenarios.
    overrides: &'a [Override],
    /// Replacements of what reliefs take off.
    of_reliefs: &'a [Override],
    pub(super) assumptions: &'a [Assumption],
    /// Only what was known on this day counts.
    pub(super) date: Option<&'a str>,
}

/// A value and where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<T> {
    /// The value.
    pub value: T,
    /// Its key.
    pub key: Key,
    /// In the law, or among the planner's own.
    pub origin: Origin,
}

/// Where a value was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// At this position of the parameter's values.
    Law(usize),
    /// At this position of the scenario's overrides.
    Override(usize),
    /// Grown by the assumption at this position of the scenario.
    Beyond {
        /// Position of the assumption.
        assumption: usize,
        /// The month in which it grew to this value.
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

/// Who says a value, and how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cited<'a> {
    /// A status of the law, `replaced` or `extrapolated`.
    pub status: &'static str,
    /// The regulation, or the planner's note.
    pub instrument: &'a str,
    /// Article or annex.
    pub article: Option<&'static str>,
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
    /// The law without replacements and assumptions.
    #[must_use]
    pub const fn enacted() -> Self {
        Law { overrides: &[], of_reliefs: &[], assumptions: &[], date: None }
    }
}

impl<'a> Law<'a> {
    /// The law as a scenario sees it; a later replacement wins over an earlier one.
    #[must_use]
    pub fn of(scenario: &'a Scenario) -> Self {
        Self {
            overrides: &scenario.overrides,
            of_reliefs: &scenario.overrides,
            assumptions: &scenario.assumptions,
            date: scenario.law_date.as_deref(),
        }
    }

    /// The same with the values, assumptions and day of a scenario, but for what reliefs take off.
    pub(crate) fn with_values_of(self, scenario: &'a Scenario) -> Self {
        Self { of_reliefs: self.of_reliefs, ..Self::of(scenario) }
    }

    /// The same with what reliefs take off in a scenario.
    pub(crate) fn with_reliefs_of(self, scenario: &'a Scenario) -> Self {
        Self { of_reliefs: &scenario.overrides, ..self }
    }

    /// Where the replacements of a key stand, among others.
    pub(super) fn overrides(self, key: Key) -> &'a [Override] {
        if RELIEFS.iter().any(|relief| relief.rate == key) {
            self.of_reliefs
        } else {
            self.overrides
        }
    }

    /// The value of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn value(self, key: Key, month: Month) -> Result<Found<Value<'a>>, Missing> {
        let (value, origin) = self
            .replaced(key, month)
            .or_else(|| self.in_force(key, month))
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

    /// What the law itself says in a month.
    pub(crate) fn in_force(self, key: Key, month: Month) -> Option<(Value<'static>, Origin)> {
        let mut values = key.values().iter().enumerate();
        let (position, dated) = values.find(|(_, dated)| {
            dated.from <= month
                && dated.to.is_none_or(|to| month <= to)
                && self.knows(&dated.source, dated.from)
        })?;
        Some((dated.value, Origin::Law(position)))
    }

    /// Whether a rule was known on the day of the scenario's law: promulgated by then, or, where that day is
    /// not known, in force.
    #[must_use]
    pub fn knows(self, source: &Source, from: Month) -> bool {
        self.date.is_none_or(|date| match source.promulgated {
            Some(day) => day <= date,
            // "2026-03" sorts before every day of that month and after every day before it.
            None => from.text().as_str() <= date,
        })
    }

    /// The value of the month before the last yearly step, grown once.
    fn grown(self, key: Key, month: Month) -> Option<(Value<'static>, Origin)> {
        let beyond = key.beyond()?;
        if month < key.values().first()?.from {
            return None;
        }
        let position = self.assumptions.iter().position(|assumption| assumption.key == key)?;
        let assumption = self.assumptions.get(position)?;
        let since = beyond.since(month);
        let before = self.rupiah(key, since.before()?).ok()?.value;
        let value = before.grown(assumption.growth.rate(), beyond.cut)?;
        Some((Value::Rupiah(value), Origin::Beyond { assumption: position, since }))
    }

    /// By which ways a month without a value can get one, as a term of the catalogue: an assumption helps where the
    /// parameter may grow, has none yet, and there is a value to grow from.
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

    /// A percentage of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn percent(self, key: Key, month: Month) -> Result<Found<Rate>, Missing> {
        self.take(key, month, |value| match value {
            Value::Percent(rate) => Some(rate),
            Value::Rupiah(_) | Value::Months(_) | Value::Table(_) => None,
        })
    }

    /// Rupiah of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn rupiah(self, key: Key, month: Month) -> Result<Found<Base>, Missing> {
        self.take(key, month, |value| match value {
            Value::Rupiah(base) => Some(base),
            Value::Percent(_) | Value::Months(_) | Value::Table(_) => None,
        })
    }

    /// A number of months that holds in a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn months(self, key: Key, month: Month) -> Result<Found<u64>, Missing> {
        self.take(key, month, |value| match value {
            Value::Months(months) => Some(months),
            Value::Percent(_) | Value::Rupiah(_) | Value::Table(_) => None,
        })
    }

    /// A table of a month.
    ///
    /// # Errors
    /// [`Missing`] where the law gives none.
    pub fn table(self, key: Key, month: Month) -> Result<Found<&'a [Row]>, Missing> {
        self.take(key, month, Value::rows)
    }

    /// The reliefs meant for a worker and programme in a month, and what each takes off: one by the law, more
    /// where the planner prolongs one.
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

    /// Who says a value that was found.
    #[must_use]
    pub fn cite(self, key: Key, origin: Origin) -> Option<Cited<'a>> {
        Some(match origin {
            Origin::Law(position) => {
                let source = key.values().get(position)?.source;
                let status = crate::choices::Choice::name(source.status);
                Cited { status, instrument: source.instrument, article: source.article }
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
