//! Why a number is what it is: a tree from the figure down to heads, rates, months and inputs.
//!
//! It is built from the very bills and people that the projection sums, and evaluating it gives the figure again.

mod people;
mod rupiah;

use super::compile::Plan;
use super::heads::{Heads, heads};
use super::price::Prices;
use super::row::Broken;
use super::sources::{Weak, weak};
use crate::choices;
use crate::money::{Base, Rate, Rounding, Rupiah};
use crate::people::People;
use crate::problem::{Params, Problem, params, problem};
use crate::scenario::{Measure, Question, Scenario};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

choices! {
    /// How a value follows from its parts.
    pub enum Rule {
        /// Their sum.
        Sum = "sum",
        /// Their product.
        Product = "product",
        /// The product of a base (or a flat amount), a rate and what a relief leaves, rounded once.
        Contribution = "contribution",
        /// The sum of layers and what a relief leaves, rounded once.
        Layers = "layers",
        /// A part of a contract value times its rate; printed without its fraction.
        Layer = "layer",
        /// An amount times a share, cut to whole rupiah, and what largest remainder adds.
        Share = "share",
        /// The rupiah that largest remainder adds.
        Remainder = "remainder",
        /// People billed.
        Heads = "heads",
        /// A number of months.
        Months = "months",
        /// A wage or income; with parts, the part of a minimum wage.
        Base = "base",
        /// A statutory percentage.
        Rate = "rate",
        /// The lesser of a wage and a ceiling.
        Ceiling = "ceiling",
        /// A base, a rate and the least that is paid: the product would be less.
        Floor = "floor",
        /// The row of the bracket table for an income.
        Bracket = "bracket",
        /// A statutory amount.
        Flat = "flat",
        /// What a relief leaves of a contribution.
        Relief = "relief",
        /// A percentage of the planner.
        Percent = "percent",
        /// The value before, grown by a percentage and cut to a multiple of `cut`.
        Grown = "grown",
        /// The sum of people.
        People = "people",
        /// People who joined in one month: their part of those missing, by room.
        Enrolled = "enrolled",
        /// People who joined because a count or a path asked for them.
        Joined = "joined",
        /// People who left, by cause.
        Left = "left",
        /// People who joined in this month and are billed from the next.
        Waiting = "waiting",
        /// Rupiah that a fund passed on when its ceiling was used up, or took over.
        Passed = "passed",
        /// A ceiling of a fund.
        Limit = "limit",
        /// Members of 100 eligible, cut to four decimals.
        Coverage = "coverage",
        /// Members that a target asks for: eligible times its percentage, rounded up.
        Demand = "demand",
        /// A percentage on the way from one point of a target to the next.
        Path = "path",
        /// The first part less the second, or zero.
        Difference = "difference",
    }
}

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Money; only bases carry decimals.
    Rupiah(Base),
    /// Heads.
    People(People),
    /// Months.
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
    /// The figure.
    #[cfg_attr(feature = "cli", schemars(flatten))]
    pub value: Quantity,
    /// What it is about; the words are in the catalogue under `explain.<rule>`.
    pub params: Params,
    /// Statutory value behind it (key in `law()`).
    pub parameter: Option<&'static str>,
    /// Input behind it (path in the scenario).
    pub input: Option<String>,
    /// What it is made of.
    pub parts: Vec<Self>,
}

/// The explanation of a figure, and the inputs behind it that are not well known.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Explained {
    /// The figure and what it is made of.
    #[cfg_attr(feature = "cli", schemars(flatten))]
    pub figure: Explanation,
    /// Every input behind it that is a guess, has no source, or was changed after its source was named.
    pub weak: Vec<Weak>,
}

impl Explanation {
    /// Without what changes nothing: summands and remainders of zero, and one month as a factor.
    #[must_use]
    fn brief(mut self) -> Self {
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

    /// The people of a figure that must be people.
    const fn people(self) -> Result<People, Broken> {
        match self {
            Self::People(people) => Ok(people),
            Self::Rupiah(_) | Self::Months(_) | Self::Percent(_) => Err(Broken("people of a part")),
        }
    }

    /// The whole rupiah of a figure that must be rupiah.
    fn rupiah(self) -> Result<Rupiah, Broken> {
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
    /// As the figure, with one field more.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { figure, weak } = self;
        let mut object = serializer.serialize_struct("Explained", 8)?;
        figure.fields(&mut object)?;
        object.serialize_field("weak", weak)?;
        object.end()
    }
}

/// Explains a figure of the projection.
///
/// # Errors
/// As [`super::project`]; `measureWithoutWorkforce` where coverage is asked for and nobody knows of how many.
pub fn explain(scenario: &Scenario, question: &Question) -> Result<Explained, Vec<Problem>> {
    let known = |figure: Option<Explanation>| {
        figure.ok_or_else(|| vec![problem!("measureWithoutWorkforce", "measure")])
    };
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, true)?;
    let basis = Basis { scenario, plan: &plan, prices: &prices, heads: &heads };
    let figure = match question.measure {
        Measure::Rupiah => rupiah::explain(basis, question)?,
        Measure::Left | Measure::Short => rupiah::explain_ceiling(basis, question)?,
        Measure::PersonMonths => people::person_months(basis, question)?,
        Measure::Heads => people::heads(basis, question)?,
        Measure::Members => people::members(basis, question)?,
        Measure::Coverage => known(people::coverage(basis, question)?)?,
        Measure::Gap => known(people::gap(basis, question)?)?,
        Measure::GapToAll => known(people::gap_to_all(basis, question)?)?,
    };
    let figure = if question.brief { figure.brief() } else { figure };
    Ok(Explained { figure, weak: weak(scenario, &plan, &heads.billed, question) })
}

/// A plan worked out, and the scenario that has the names.
#[derive(Clone, Copy)]
struct Basis<'w, 'a> {
    scenario: &'a Scenario,
    plan: &'w Plan<'a>,
    prices: &'w Prices<'a>,
    heads: &'w Heads,
}

fn node(rule: Rule, value: Quantity, params: Params, parts: Vec<Explanation>) -> Explanation {
    Explanation { rule, value, params, parameter: None, input: None, parts }
}

fn leaf(rule: Rule, value: Quantity, input: Option<String>) -> Explanation {
    Explanation { input, ..node(rule, value, params!(), Vec::new()) }
}

fn rupiah(amount: Rupiah) -> Quantity {
    Quantity::Rupiah(Base::from_rupiah(amount))
}
