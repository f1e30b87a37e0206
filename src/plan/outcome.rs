//! A segment with its results, as remarks read it.

use super::compile::{Group, Plan};
use super::cost::{Billed, Bills};
use super::heads::Heads;
use super::price::{Cell, Meant, Prices};
use super::row::{Broken, Position as _};
use crate::money::Rupiah;
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Enrolment, Scenario, Segment};
use core::ops::Range;

/// A segment with its heads, prices and rupiah.
#[derive(Clone, Copy)]
pub(crate) struct Outcome<'a> {
    pub scenario: &'a Scenario,
    /// Position of the segment.
    pub index: usize,
    pub segment: &'a Segment,
    pub group: &'a Group<'a>,
    /// Heads billed, by column.
    pub heads: &'a [People],
    /// People who joined, by column.
    pub joined: &'a [People],
    /// Rupiah billed, by column.
    pub rupiah: &'a [Rupiah],
    /// Its prices, and those that were billed.
    cells: &'a [Cell],
    billed: &'a [Billed],
}

/// All segments, in the planner's order.
pub(crate) fn outcomes<'a>(
    scenario: &'a Scenario,
    plan: &'a Plan<'a>,
    prices: &'a Prices<'a>,
    heads: &'a Heads,
    bills: &'a Bills,
    rupiah: impl Iterator<Item = &'a [Rupiah]>,
) -> Result<Vec<Outcome<'a>>, Broken> {
    let mut billed = bills.billed.chunk_by(|one, next| one.segment == next.segment).peekable();
    let mut outcomes = Vec::with_capacity(scenario.segments.len());
    for (((at, group), segment), rupiah) in plan.segments.iter().zip(&scenario.segments).zip(rupiah)
    {
        let own = |chunk: &&[Billed]| chunk.first().is_some_and(|one| one.segment == at);
        outcomes.push(Outcome {
            scenario,
            index: at.index(),
            segment,
            group,
            heads: heads.billed.at(at)?,
            joined: heads.joined.at(at)?,
            rupiah,
            cells: prices.cells(at)?,
            billed: billed.next_if(own).unwrap_or_default(),
        });
    }
    Ok(outcomes)
}

impl<'a> Outcome<'a> {
    /// Months with the heads billed, also months with none.
    pub fn months(
        self,
    ) -> impl DoubleEndedIterator<Item = (Month, People)> + ExactSizeIterator + 'a {
        let first = self.scenario.period.first_month;
        let month = move |(column, heads): (usize, &People)| {
            (first.plus(u16::try_from(column).unwrap_or(u16::MAX)), *heads)
        };
        self.heads.iter().enumerate().map(month)
    }

    /// Months in which somebody is billed, with their heads.
    pub fn billed(self) -> impl DoubleEndedIterator<Item = (Month, People)> + 'a {
        self.months().filter(|(_, heads)| *heads > People::ZERO)
    }

    /// Months in which people join, with their number. People of a fixed count that starts before the plan were
    /// members before and did not join.
    pub fn joining(self) -> impl Iterator<Item = (Month, People)> + 'a {
        let first = self.scenario.period.first_month;
        let were_there = match &self.segment.enrolment {
            Enrolment::Fixed { counts, .. } => counts.first().is_some_and(|one| one.from < first),
            // Nobody is in a village before the plan.
            Enrolment::Target { .. } | Enrolment::Path { .. } | Enrolment::Villages { .. } => false,
        };
        let months = self.scenario.period.span().months().zip(self.joined.iter().copied());
        months.filter(move |(month, joined)| {
            *joined > People::ZERO && !(were_there && *month == first)
        })
    }

    /// Reliefs of billed contributions, with the first and last billed month and the heads summed between them.
    pub fn reliefs(self) -> impl Iterator<Item = (&'a Meant, Used)> + 'a {
        let first = self.scenario.period.first_month;
        let month = move |column: usize| first.plus(u16::try_from(column).unwrap_or(u16::MAX));
        self.billed.iter().flat_map(move |billed| {
            let used =
                Used { from: month(billed.first), to: month(billed.last), heads: billed.people };
            let cell = self.cells.get(billed.cell);
            cell.into_iter().flat_map(move |cell| cell.meant.iter().map(move |meant| (meant, used)))
        })
    }

    /// Whether somebody is billed between two months; without `to`, to the end of the plan.
    pub fn is_billed_in(self, from: Month, to: Option<Month>) -> bool {
        let heads = self.heads.get(self.columns(from, to));
        heads.is_some_and(|heads| heads.iter().any(|heads| *heads > People::ZERO))
    }

    /// Whether a price is billed between two months. A contract is billed once, whatever its number of heads.
    pub fn is_priced_in(self, from: Month, to: Option<Month>) -> bool {
        match self.group.contract_column() {
            Some(column) => self.columns(from, to).contains(&column),
            None => !self.group.is_contract() && self.is_billed_in(from, to),
        }
    }

    /// Columns of a span of months.
    fn columns(self, from: Month, to: Option<Month>) -> Range<usize> {
        let plan = self.scenario.period.span();
        let to = to.map_or(plan.to, |to| to.min(plan.to));
        let start = usize::from(from.max(plan.from).since(plan.from));
        let end =
            if to < plan.from { 0 } else { usize::from(to.since(plan.from)).saturating_add(1) };
        start..end.max(start)
    }
}

/// Billed months of one price.
#[derive(Clone, Copy)]
pub(crate) struct Used {
    pub from: Month,
    pub to: Month,
    /// Heads summed over months; 1 for a contract.
    pub heads: People,
}
