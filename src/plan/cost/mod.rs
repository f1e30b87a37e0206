//! Cost: heads × price, split over funds, summed.
//!
//! First where heads meet prices: what is refused is refused here, and the one sum that bounds all others is made.
//! Then the rupiah, by column where each bill is paid by itself, month by month where a fund passes on what its ceiling
//! does not pay.

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

/// What a plan costs.
pub(crate) struct Cost {
    /// By column.
    pub months: Vec<Rupiah>,
    /// By column.
    pub segments: Row<SegmentAt, Vec<Rupiah>>,
    /// By column.
    pub programmes: ByProgramme<Vec<Rupiah>>,
    /// By column.
    pub funds: Row<FundAt, Vec<Rupiah>>,
    /// By budget year.
    pub years: Vec<Cube>,
    /// By budget year: the column in which a fund first passed on what its ceiling did not pay.
    pub passed: Vec<Row<FundAt, Option<usize>>>,
}

/// Rupiah of a span of time by segment, programme and fund.
#[derive(Clone)]
pub(crate) struct Cube {
    cells: Vec<Rupiah>,
    /// Where each segment's cells begin.
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

    /// The cells of a segment: for each of its programmes, one for each of its funds.
    fn range(&self, at: SegmentAt, group: &Group<'_>) -> Result<Range<usize>, Broken> {
        let start = *self.segments.at(at)?;
        let cells = group.programmes.len().saturating_mul(group.funds.len());
        Ok(start..start.saturating_add(cells))
    }

    /// By programme, what each fund of the segment pays, in the order of [`Group::funds`].
    pub fn of(&self, at: SegmentAt, group: &Group<'_>) -> Result<&[Rupiah], Broken> {
        self.cells.get(self.range(at, group)?).ok_or(Broken("segments of a year"))
    }

    fn of_mut(&mut self, at: SegmentAt, group: &Group<'_>) -> Result<&mut [Rupiah], Broken> {
        let range = self.range(at, group)?;
        self.cells.get_mut(range).ok_or(Broken("segments of a year"))
    }

    /// Adds another of the same plan.
    pub fn add(&mut self, other: &Self) {
        for (sum, part) in self.cells.iter_mut().zip(&other.cells) {
            *sum = sum.within(*part);
        }
    }
}

/// Lays the bills of a plan on its funds.
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
