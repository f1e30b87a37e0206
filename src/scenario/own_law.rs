//! What the planner puts in the place of the law, reads otherwise, or assumes beyond it.

use super::{FundKind, Group};
use crate::law::{GrowthKind, Key, Relief, Row, Value};
use crate::money::Rate;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// How the planner reads an open text on relief.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct ReliefChoice {
    /// Which relief.
    #[serde(serialize_with = "relief_key")]
    pub relief: &'static Relief,
    /// For whose money.
    pub payer: FundKind,
    /// Whether it holds.
    pub applies: bool,
    /// Why.
    pub note: Option<String>,
}

fn relief_key<S: Serializer>(relief: &&'static Relief, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(relief.key())
}

/// Whether a kind of money may pay for a group by the planner's word: a cell of the matrix that the rules make.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Permission {
    /// Key of the rule.
    pub rule: &'static str,
    /// Which group.
    pub group: Group,
    /// Whether it may be paid for.
    pub allowed: bool,
    /// Why.
    pub note: Option<String>,
}

/// A statutory value replaced by the planner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Override {
    /// Which.
    pub key: Key,
    /// From when.
    pub from: Month,
    /// Until when; `None`: to the end.
    pub to: Option<Month>,
    /// By what.
    pub value: Replacement,
    /// Why.
    pub note: String,
}

/// What stands in the place of a statutory value.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Replacement {
    /// A percentage, rupiah, or a number of months.
    One(Value<'static>),
    /// The rows of a table.
    Rows(Vec<Row>),
}

impl Replacement {
    /// As the law would hold it.
    #[must_use]
    pub fn value(&self) -> Value<'_> {
        match self {
            Self::One(value) => *value,
            Self::Rows(rows) => Value::Table(rows),
        }
    }
}

/// How a statutory value grows beyond the last month known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Assumption {
    /// Which.
    pub key: Key,
    /// By how much a year.
    pub growth: Growth,
    /// Why.
    pub note: String,
}

/// A growth a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Growth {
    /// Typed.
    Typed(Rate),
    /// Inflation and a part of the growth of the economy.
    WageFormula {
        /// Inflation.
        inflation: Rate,
        /// The part.
        alpha: Rate,
        /// Growth of the economy.
        economy: Rate,
    },
}

impl Growth {
    /// In all.
    #[must_use]
    pub const fn rate(self) -> Rate {
        match self {
            Self::Typed(rate) => rate,
            Self::WageFormula { inflation, alpha, economy } => inflation.plus(economy.part(alpha)),
        }
    }

    /// By which kind.
    #[must_use]
    pub const fn kind(self) -> GrowthKind {
        match self {
            Self::Typed(_) => GrowthKind::Growth,
            Self::WageFormula { .. } => GrowthKind::WageFormula,
        }
    }
}

impl Override {
    /// Whether it stands in this month.
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
