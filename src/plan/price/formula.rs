//! One contribution and how it follows from statutory values and the wage: what an explanation tells.

use crate::choices;
use crate::law::{Found, Key, Origin, Row, Value};
use crate::money::{Base, Exact, Rate, Rupiah};
use crate::scenario::Programme;

choices! {
    /// Whose part of a contribution it is.
    pub enum Part {
        /// The employer's part of PU, the whole of BPU and construction.
        Payer = "payer",
        /// The worker's part of PU.
        Worker = "worker",
    }
}

/// One contribution: of one worker, for one programme and part, in one month; or of one contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Levy<'a> {
    /// For what.
    pub programme: Programme,
    /// By whom.
    pub part: Part,
    /// How it follows from the values.
    pub formula: Formula<'a>,
    /// What was taken off.
    pub relief: Option<Found<Rate>>,
    /// What is billed.
    pub rupiah: Rupiah,
}

/// How a contribution follows from the values of its month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Formula<'a> {
    /// Base × rate, but not less than a floor.
    OfBase {
        /// The amount levied on.
        base: Source,
        /// The rate.
        rate: Found<Rate>,
        /// The least that one worker pays a month, before any relief; `None`: no floor.
        floor: Option<Found<Base>>,
    },
    /// A fixed amount.
    Flat(Found<Base>),
    /// By layers of a contract value.
    Layers {
        /// The value.
        contract: Base,
        /// The layers.
        rows: Found<&'a [Row]>,
    },
}

/// Where a base comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source {
    /// The wage.
    Wage(Wage),
    /// The wage, up to the ceiling.
    Capped(Wage, Found<Base>),
    /// The row of the bracket table that the income falls in.
    Bracket(Wage, Found<Base>),
    /// No income is named: the lowest base.
    Lowest(Found<Base>),
}

/// A wage or income as the scenario gives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Wage {
    /// Typed.
    Typed(Base),
    /// A part of a minimum wage.
    Minimum(Found<Base>, Rate),
}

impl Wage {
    /// The exact amount; a part of a minimum wage is not cut.
    pub(crate) fn exact(self) -> Exact {
        match self {
            Self::Typed(base) => base.into(),
            Self::Minimum(wage, part) => Exact::from(wage.value).share(part),
        }
    }
}

impl Source {
    /// The exact amount levied on.
    pub(crate) fn exact(self) -> Exact {
        match self {
            Self::Wage(wage) => wage.exact(),
            Self::Capped(wage, ceiling) => wage.exact().at_most(ceiling.value),
            Self::Bracket(_, base) | Self::Lowest(base) => base.value.into(),
        }
    }
}

impl Levy<'_> {
    /// Every statutory value in it.
    pub(crate) fn keys(&self) -> [Option<(Key, Origin)>; 5] {
        let [first, second, third, fourth] = self.formula.keys();
        [first, second, third, fourth, self.relief.map(|off| (off.key, off.origin))]
    }
}

impl Formula<'_> {
    /// The contribution before relief and rounding.
    pub(crate) fn exact(self) -> Exact {
        match self {
            Self::OfBase { base, rate, floor } => {
                let product = base.exact().share(rate.value);
                floor.map_or(product, |floor| product.at_least(floor.value))
            }
            Self::Flat(amount) => amount.value.into(),
            Self::Layers { contract, rows } => layers(contract, rows.value)
                .fold(Exact::ZERO, |sum, (part, rate)| sum.plus(part * rate)),
        }
    }

    /// Every statutory value in it.
    pub(crate) fn keys(&self) -> [Option<(Key, Origin)>; 4] {
        let found = |found: Found<Base>| (found.key, found.origin);
        let wage = |wage| match wage {
            Wage::Minimum(minimum, _) => Some(found(minimum)),
            Wage::Typed(_) => None,
        };
        match *self {
            Self::OfBase { base, rate, floor } => {
                let (first, second) = match base {
                    Source::Wage(of) => (wage(of), None),
                    Source::Capped(of, ceiling) => (wage(of), Some(found(ceiling))),
                    Source::Bracket(of, bracket) => (wage(of), Some(found(bracket))),
                    Source::Lowest(base) => (Some(found(base)), None),
                };
                [Some((rate.key, rate.origin)), first, second, floor.map(found)]
            }
            Self::Flat(amount) => [Some(found(amount)), None, None, None],
            Self::Layers { rows, .. } => [Some((rows.key, rows.origin)), None, None, None],
        }
    }
}

/// The parts of a contract value and the rate of each.
pub(crate) fn layers(contract: Base, rows: &[Row]) -> impl Iterator<Item = (Base, Rate)> {
    let ends = rows.iter().skip(1).map(|row| Some(row.from)).chain([None]);
    rows.iter().zip(ends).filter_map(move |(row, end)| {
        let upper = end.map_or(contract, |end| contract.min(end));
        let part = upper.above(row.from);
        match row.value {
            Value::Percent(rate) if part > Base::from_thousandths(0) => Some((part, rate)),
            Value::Percent(_) | Value::Rupiah(_) | Value::Months(_) | Value::Table(_) => None,
        }
    })
}
