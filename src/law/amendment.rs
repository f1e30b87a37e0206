//! Amendments of the law by a planner: packs of values, values replaced, and assumptions on growth after the last known
//! month.

use super::{GrowthKind, Key, Pack, Row, Value};
use crate::money::Rate;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Everything that a planner changes of the law.
#[derive(Clone, Copy, Debug)]
pub struct Amendments<'a> {
    /// Statutory values that the caller brings; of several that hold in a month, the last wins.
    pub packs: &'a [Pack],
    /// Values replaced. Of several that hold in a month, the last in the list wins.
    pub overrides: &'a [Override],
    /// Growth after the last known month.
    pub assumptions: &'a [Assumption],
    /// Day (`YYYY-MM-DD`): values that were not known on it are left out; `None`: all count.
    pub date: Option<&'a str>,
}

/// A statutory value that the planner replaces.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    /// Parameter.
    pub key: Key,
    /// First month.
    pub from: Month,
    /// Last month; `None`: to the end of the plan.
    pub to: Option<Month>,
    /// Value in its place.
    pub value: Replacement,
    /// Reason; stays with the result.
    pub note: String,
}

/// Value in the place of a statutory one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Replacement {
    /// Percent, rupiah, or number of months.
    One(Value<'static>),
    /// Rows of a table.
    Rows(Vec<Row>),
}

impl Replacement {
    /// As a value of the law.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::One(value) => *value,
            Self::Rows(rows) => Value::Table(rows),
        }
    }
}

impl Replacement {
    /// Writes the field `value`, or `rows`.
    pub(super) fn write<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        match self {
            Self::One(value) => object.serialize_field("value", value),
            Self::Rows(rows) => object.serialize_field("rows", rows),
        }
    }
}

/// Assumption on the growth of a statutory value after its last known month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assumption {
    /// Parameter.
    pub key: Key,
    /// Growth.
    pub growth: Growth,
    /// Reason; stays with the result.
    pub note: String,
}

/// Growth in one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Growth {
    /// A percentage.
    Typed(Rate),
    /// Formula of minimum wages (PP 49/2025): inflation + alpha × economic growth.
    WageFormula {
        /// Inflation of the year.
        inflation: Rate,
        /// Alpha, a fraction of one.
        alpha: Rate,
        /// Economic growth of the year.
        economy: Rate,
    },
}

impl Growth {
    /// Growth of one year in percent.
    #[must_use]
    pub const fn rate(self) -> Rate {
        match self {
            Self::Typed(rate) => rate,
            Self::WageFormula { inflation, alpha, economy } => inflation.plus(economy.part(alpha)),
        }
    }

    /// Kind of growth.
    #[must_use]
    pub const fn kind(self) -> GrowthKind {
        match self {
            Self::Typed(_) => GrowthKind::Growth,
            Self::WageFormula { .. } => GrowthKind::WageFormula,
        }
    }
}

impl Override {
    /// Whether the override applies in `month`.
    #[must_use]
    pub fn holds_in(&self, month: Month) -> bool {
        self.from <= month && self.to.is_none_or(|to| month <= to)
    }
}

impl Serialize for Override {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Override", 5)?;
        object.serialize_field("parameter", self.key.name())?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        self.value.write(&mut object)?;
        object.serialize_field("note", &self.note)?;
        object.end()
    }
}

impl Serialize for Assumption {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Assumption", 6)?;
        object.serialize_field("kind", &self.growth.kind())?;
        object.serialize_field("parameter", self.key.name())?;
        match &self.growth {
            Growth::Typed(rate) => object.serialize_field("percent", rate)?,
            Growth::WageFormula { inflation, alpha, economy } => {
                object.serialize_field("inflationPercent", inflation)?;
                object.serialize_field("alpha", &alpha.as_part())?;
                object.serialize_field("growthPercent", economy)?;
            }
        }
        object.serialize_field("note", &self.note)?;
        object.end()
    }
}
