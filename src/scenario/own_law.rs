//! The planner's readings and replacements of the law, and assumptions on its growth.

use super::{FundKind, Group};
use crate::law::{GrowthKind, Key, Relief, Row, Value};
use crate::money::Rate;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Reading of a relief whose text does not name a kind of payer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ReliefChoice {
    /// Relief.
    #[serde(serialize_with = "relief_key")]
    pub relief: &'static Relief,
    /// Kind of payer.
    pub payer: FundKind,
    /// Whether the relief applies.
    pub applies: bool,
    /// Reason.
    pub note: Option<String>,
}

fn relief_key<S: Serializer>(relief: &&'static Relief, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(relief.key())
}

/// Planner's verdict on whether the funds of a rule may pay for a group, in place of the rule's.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Permission {
    /// Key of the rule.
    pub rule: &'static str,
    /// Group of workers.
    pub group: Group,
    /// Whether it may be paid for.
    pub allowed: bool,
    /// Reason.
    pub note: Option<String>,
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
        match &self.value {
            Replacement::One(value) => object.serialize_field("value", value)?,
            Replacement::Rows(rows) => object.serialize_field("rows", rows)?,
        }
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
