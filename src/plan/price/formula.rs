//! One contribution with its formula: statutory values, wage, relief.

use crate::law::{Found, Key, Origin, Row, Value};
use crate::money::{Base, Exact, Rate, Rupiah};
use crate::plan::compile::Part;
use crate::scenario::Programme;

/// One contribution: of one worker, for one programme and part, in one month; or of one contract.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Levy<'a> {
    /// Programme.
    pub programme: Programme,
    /// Payer's or worker's part.
    pub part: Part,
    /// Formula before the relief.
    pub formula: Formula<'a>,
    /// Rate of the relief that is taken off.
    pub relief: Option<Found<Rate>>,
    /// Rupiah after relief and rounding.
    pub rupiah: Rupiah,
}

/// Formula of a contribution, before relief and rounding.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "a key may hold its name; most formulas are of a base"
)]
pub(crate) enum Formula<'a> {
    /// Base × rate, at least the floor.
    OfBase {
        /// Base.
        base: Source,
        /// Rate.
        rate: Found<Rate>,
        /// Least contribution of one worker in one month, before any relief; `None`: no floor.
        floor: Option<Found<Base>>,
    },
    /// A fixed amount.
    Flat(Found<Base>),
    /// Sum over the layers of a contract value.
    Layers {
        /// Contract value.
        contract: Base,
        /// Layers.
        rows: Found<&'a [Row]>,
    },
}

/// Where the base comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Source {
    /// The wage.
    Wage(Wage),
    /// The wage, at most the ceiling.
    Capped(Wage, Found<Base>),
    /// The row of the bracket table for the income.
    Bracket(Wage, Found<Base>),
    /// The lowest base, where no income is given.
    Lowest(Found<Base>),
}

/// Wage or income of a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Wage {
    /// An amount that the planner gave.
    Typed(Base),
    /// A percentage of a minimum wage.
    Minimum(Found<Base>, Rate),
}

impl Wage {
    /// Exact amount; a percentage of a minimum wage is not cut.
    pub(crate) fn exact(self) -> Exact {
        match self {
            Self::Typed(base) => base.into(),
            Self::Minimum(wage, part) => Exact::from(wage.value).share(part),
        }
    }
}

impl Source {
    /// Exact base.
    pub(crate) fn exact(self) -> Exact {
        match self {
            Self::Wage(wage) => wage.exact(),
            Self::Capped(wage, ceiling) => wage.exact().at_most(ceiling.value),
            Self::Bracket(_, base) | Self::Lowest(base) => base.value.into(),
        }
    }
}

impl Levy<'_> {
    /// Statutory values of the contribution.
    pub(crate) fn keys(&self) -> [Option<(Key, Origin)>; 5] {
        let [first, second, third, fourth] = self.formula.keys();
        [first, second, third, fourth, self.relief.map(|off| (off.key, off.origin))]
    }
}

impl Formula<'_> {
    /// Exact base that a rate is taken of; `None` for a fixed amount and for layers.
    pub(crate) fn base(self) -> Option<Exact> {
        match self {
            Self::OfBase { base, .. } => Some(base.exact()),
            Self::Flat(_) | Self::Layers { .. } => None,
        }
    }

    /// Contribution before relief and rounding.
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

    /// Statutory values of the formula.
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

/// Part of the contract value in each layer, with the rate of the layer.
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
