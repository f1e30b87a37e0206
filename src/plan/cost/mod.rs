//! Cost: heads × price, split over funds and summed.
//!
//! First [`Bills`] checks that every billed price exists and that the sum fits rupiah, so that later sums need no
//! check. Then the rupiah are calculated: by column where bills do not depend on each other, bill by bill where a
//! fund has a next fund in the order of use.

mod bills;
mod columns;
mod order;

pub(crate) use bills::{Billed, Bills};
pub(crate) use order::{Bill, bills};

use super::compile::{ByProgramme, Group, Plan};
use super::price::Prices;
use super::row::{Broken, FundAt, Row, SegmentAt};
use crate::money::Rupiah;
use crate::people::People;
use core::ops::Range;

/// Cost of a plan.
pub(crate) struct Cost {
    /// Rupiah of all segments, by column.
    pub months: Vec<Rupiah>,
    /// Rupiah by column.
    pub segments: Row<SegmentAt, Vec<Rupiah>>,
    /// Rupiah by column.
    pub programmes: ByProgramme<Vec<Rupiah>>,
    /// Rupiah by column.
    pub funds: Row<FundAt, Vec<Rupiah>>,
    /// Rupiah by segment, programme and fund, for each budget year.
    pub years: Vec<Cube>,
    /// For each budget year and fund: the first column in which its next fund had to pay.
    pub passed: Vec<Row<FundAt, Option<usize>>>,
}

/// Rupiah of a span of columns, by segment, programme and fund.
#[derive(Clone)]
pub(crate) struct Cube {
    cells: Vec<Rupiah>,
    /// Position of the first cell of each segment.
    segments: Row<SegmentAt, usize>,
}

impl Cube {
    pub fn new(plan: &Plan<'_>) -> Self {
        let mut length = 0_usize;
        let segments = plan.segments.map(|group| {
            let start = length;
            let cells = group.programmes.len().saturating_mul(group.funds.len());
            length = length.saturating_add(cells);
            start
        });
        Self { cells: vec![Rupiah::ZERO; length], segments }
    }

    /// Cells of a segment: for each of its programmes, one for each of its funds.
    fn range(&self, at: SegmentAt, group: &Group<'_>) -> Result<Range<usize>, Broken> {
        let start = *self.segments.at(at)?;
        let cells = group.programmes.len().saturating_mul(group.funds.len());
        Ok(start..start.saturating_add(cells))
    }

    /// Cells of a segment, by programme, then by fund in the order of [`Group::funds`].
    pub fn of(&self, at: SegmentAt, group: &Group<'_>) -> Result<&[Rupiah], Broken> {
        self.cells.get(self.range(at, group)?).ok_or(Broken("segments of a year"))
    }

    fn of_mut(&mut self, at: SegmentAt, group: &Group<'_>) -> Result<&mut [Rupiah], Broken> {
        let range = self.range(at, group)?;
        self.cells.get_mut(range).ok_or(Broken("segments of a year"))
    }

    /// Adds the cells of another span of the same plan.
    pub fn add(&mut self, other: &Self) {
        for (sum, part) in self.cells.iter_mut().zip(&other.cells) {
            *sum = sum.within(*part);
        }
    }
}

/// Calculates the cost of a plan and splits it over funds.
pub(crate) fn cost(
    plan: &Plan<'_>,
    prices: &Prices<'_>,
    heads: &Row<SegmentAt, Vec<People>>,
    billed: &[Billed],
) -> Result<Cost, Broken> {
    let column = || vec![Rupiah::ZERO; plan.months.len()];
    let cube = Cube::new(plan);
    let mut cost = Cost {
        months: column(),
        segments: plan.segments.map(|_| column()),
        programmes: ByProgramme::make(|_| column()),
        funds: plan.funds.map(|_| column()),
        years: vec![cube; plan.years.len()],
        passed: plan.years.iter().map(|_| plan.funds.map(|_| None)).collect(),
    };
    for one in billed {
        let group = plan.segments.at(one.segment)?;
        if !group.passes {
            cost.lay(plan, prices, group, heads.at(one.segment)?, one)?;
        }
    }
    cost.pass_on(plan, prices, heads)?;
    Ok(cost)
}
