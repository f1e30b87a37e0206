//! The tree of an explanation, and what it is built from.

use crate::choices;
use crate::law::Key;
use crate::money::{Base, Rate, Rounding, Rupiah};
use crate::people::People;
use crate::plan::compile::Plan;
use crate::plan::heads::Heads;
use crate::plan::price::Prices;
use crate::plan::row::Broken;
use crate::plan::sources::Weak;
use crate::problem::{Params, params};
use crate::scenario::Scenario;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

choices! {
    /// How the value of a node follows from its parts.
    pub enum Rule {
        /// Sum.
        Sum = "sum",
        /// Product.
        Product = "product",
        /// Base (or flat amount) × rate × what a relief leaves, rounded once.
        Contribution = "contribution",
        /// Sum of layers × what a relief leaves, rounded once.
        Layers = "layers",
        /// Part of a contract value × its rate; shown without its fraction.
        Layer = "layer",
        /// Amount × share, cut to whole rupiah, plus the remainder.
        Share = "share",
        /// Rupiah added by largest remainder.
        Remainder = "remainder",
        /// Heads billed.
        Heads = "heads",
        /// Number of months.
        Months = "months",
        /// Wage or income; with parts: percentage of a minimum wage.
        Base = "base",
        /// Statutory percentage.
        Rate = "rate",
        /// The smaller of wage and ceiling.
        Ceiling = "ceiling",
        /// The floor, where base × rate is less; base and rate are parts too.
        Floor = "floor",
        /// Row of the bracket table for an income.
        Bracket = "bracket",
        /// Statutory amount.
        Flat = "flat",
        /// Percentage that a relief leaves.
        Relief = "relief",
        /// Percentage given by the planner.
        Percent = "percent",
        /// Earlier value, grown by a percentage and cut to a multiple of `cut`.
        Grown = "grown",
        /// Sum of people.
        People = "people",
        /// People who joined in one month: their part of all missing members, by room.
        Enrolled = "enrolled",
        /// People who joined by count or path.
        Joined = "joined",
        /// People who left, by cause.
        Left = "left",
        /// People who joined in this month and are billed from the next.
        Waiting = "waiting",
        /// Rupiah that moved from a fund with an exhausted ceiling to the next fund.
        Passed = "passed",
        /// Ceiling of a fund.
        Limit = "limit",
        /// Members ÷ eligible in percent, cut to four decimals.
        Coverage = "coverage",
        /// Members that a target requires: eligible × percentage, rounded up.
        Demand = "demand",
        /// Percentage between two points of a target.
        Path = "path",
        /// First part minus second part, at least 0.
        Difference = "difference",
    }
}

/// Value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Rupiah; only bases have decimals.
    Rupiah(Base),
    /// Heads.
    People(People),
    /// Number of months.
    Months(u64),
    /// Percent.
    Percent(Rate),
}

/// A figure and what it is made of; evaluating the tree gives the figure again.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// How `value` follows from `parts`; without parts it is given: an input or a statutory value.
    pub rule: Rule,
    /// What `rule` makes of `parts`, with its unit.
    #[cfg_attr(feature = "cli", schemars(flatten))]
    pub value: Quantity,
    /// What it is about; the words are in the catalogue under `explain.<rule>`.
    pub params: Params,
    /// Statutory value behind it (key in `law()`, or of a minimum wage that a law pack brings).
    #[cfg_attr(feature = "cli", schemars(with = "Option<String>"))]
    pub parameter: Option<Key>,
    /// Input behind it (path in the scenario).
    pub input: Option<String>,
    /// The figures that it is made of, in the order of the formula.
    pub parts: Vec<Self>,
}

/// Explanation of a figure, with its weak inputs.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Explained {
    /// Root of the tree.
    #[cfg_attr(feature = "cli", schemars(flatten))]
    pub figure: Explanation,
    /// Inputs of the figure that are a guess, have no source, or were changed after their source was named.
    pub weak: Vec<Weak>,
}

impl Explanation {
    /// Leaves out parts that change nothing: summands and remainders of zero, and the factor of one month.
    #[must_use]
    pub(super) fn brief(mut self) -> Self {
        let is_sum = matches!(self.rule, Rule::Sum | Rule::People);
        let parts = core::mem::take(&mut self.parts);
        let kept = parts.into_iter().filter(|part| {
            let is_one_month = part.rule == Rule::Months && part.value == Quantity::Months(1);
            let may_be_nothing = is_sum || part.rule == Rule::Remainder;
            let is_nothing = may_be_nothing && part.value.is_zero();
            !is_one_month && !is_nothing
        });
        self.parts = kept.map(Self::brief).collect();
        self
    }
}

impl Quantity {
    /// Its unit in JSON.
    pub(crate) const fn unit(self) -> &'static str {
        match self {
            Self::Rupiah(_) => "rupiah",
            Self::People(_) => "people",
            Self::Months(_) => "months",
            Self::Percent(_) => "percent",
        }
    }

    /// The number of people; an error for any other unit.
    pub(super) const fn people(self) -> Result<People, Broken> {
        match self {
            Self::People(people) => Ok(people),
            Self::Rupiah(_) | Self::Months(_) | Self::Percent(_) => Err(Broken("people of a part")),
        }
    }

    /// The whole rupiah; an error for any other unit.
    pub(super) fn rupiah(self) -> Result<Rupiah, Broken> {
        let whole = match self {
            Self::Rupiah(base) => (base * Rate::WHOLE).round(Rounding::Down),
            Self::People(_) | Self::Months(_) | Self::Percent(_) => None,
        };
        whole.ok_or(Broken("rupiah of a part"))
    }

    fn is_zero(self) -> bool {
        match self {
            Self::Rupiah(base) => base == Base::from_thousandths(0),
            Self::People(people) => people == People::ZERO,
            Self::Months(months) => months == 0,
            Self::Percent(rate) => rate == Rate::from_millionths(0),
        }
    }
}

impl Explanation {
    fn fields<O: SerializeStruct>(&self, object: &mut O) -> Result<(), O::Error> {
        let Self { rule, value, params, parameter, input, parts } = self;
        object.serialize_field("rule", rule)?;
        match value {
            Quantity::Rupiah(base) => object.serialize_field("value", base)?,
            Quantity::People(people) => object.serialize_field("value", people)?,
            Quantity::Months(months) => object.serialize_field("value", months)?,
            Quantity::Percent(rate) => object.serialize_field("value", rate)?,
        }
        object.serialize_field("unit", value.unit())?;
        object.serialize_field("params", params)?;
        object.serialize_field("parameter", parameter)?;
        object.serialize_field("input", input)?;
        object.serialize_field("parts", parts)
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Explanation", 7)?;
        self.fields(&mut object)?;
        object.end()
    }
}

impl Serialize for Explained {
    /// Writes the root with the field `weak` added.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { figure, weak } = self;
        let mut object = serializer.serialize_struct("Explained", 8)?;
        figure.fields(&mut object)?;
        object.serialize_field("weak", weak)?;
        object.end()
    }
}

/// A calculated plan, and its scenario for the names.
#[derive(Clone, Copy)]
pub(super) struct Basis<'w, 'a> {
    pub scenario: &'a Scenario,
    pub plan: &'w Plan<'a>,
    pub prices: &'w Prices<'a>,
    pub heads: &'w Heads,
}

pub(super) fn node(
    rule: Rule,
    value: Quantity,
    params: Params,
    parts: Vec<Explanation>,
) -> Explanation {
    Explanation { rule, value, params, parameter: None, input: None, parts }
}

pub(super) fn leaf(rule: Rule, value: Quantity, input: Option<String>) -> Explanation {
    Explanation { input, ..node(rule, value, params!(), Vec::new()) }
}

pub(super) fn rupiah(amount: Rupiah) -> Quantity {
    Quantity::Rupiah(Base::from_rupiah(amount))
}
