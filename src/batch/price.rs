//! What one head costs each fund, made ready to be multiplied, and in which months nothing about it changes.

use crate::money::{Rupiah, whole_part};
use crate::month::Month;
use crate::plan::compile::{Group, Joining, Part, Plan};
use crate::plan::price::{Cell, Prices};
use crate::plan::row::{Broken, FundAt, SegmentAt};
use core::ops::Range;

/// The contributions of one head in the months of a cell of the price table.
pub(super) struct Sheet {
    pub columns: Range<usize>,
    /// `None` where the law gives no price, or one that is too large.
    pub price: Option<Price>,
    /// What the reliefs that are meant take off, in rupiah; `None` where one is more than rupiah can be.
    pub worth: Option<u64>,
}

pub(super) struct Price {
    pub whole: u64,
    /// What one head costs a fund, where the shares of all funds are whole rupiah: n heads cost n times as much.
    pub whole_shares: Vec<(FundAt, Rupiah)>,
    /// The other contributions, by what one head costs: each bill is split and rounded by itself.
    pub shared: Vec<(Part, Rupiah)>,
}

/// Months of a budget year in which a segment has the same price and, of counts, the same heads.
#[derive(Clone)]
pub(super) struct Run {
    pub columns: Range<usize>,
    pub year: usize,
    /// Position of the cell of the price table.
    pub cell: usize,
    pub heads: Heads,
}

/// Which heads a run has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Heads {
    /// Those of the count at this position.
    Count(usize),
    /// Those of the count at this position who were there before it: the others are billed from the next month on.
    /// `None`: nobody was.
    Stayed(usize, Option<usize>),
    /// Those that each month has by itself.
    OfMonth,
}

/// The sheets of a segment, one for each cell of the price table.
pub(super) fn sheets(
    group: &Group<'_>,
    at: SegmentAt,
    prices: &Prices<'_>,
) -> Result<Vec<Sheet>, Broken> {
    prices.cells(at)?.iter().map(|cell| sheet(group, cell, prices)).collect()
}

fn sheet(group: &Group<'_>, cell: &Cell, prices: &Prices<'_>) -> Result<Sheet, Broken> {
    let mut worth = cell.meant.iter().map(|meant| meant.worth);
    let worth = worth.try_fold(0_u64, |sum, worth| Some(sum.saturating_add(worth?.get())));
    let mut sheet = Sheet { columns: cell.columns.clone(), price: None, worth };
    // Why there is none is said where somebody is billed.
    let Ok(levies) = prices.levies(cell) else { return Ok(sheet) };
    let mut price = Price { whole: 0, whole_shares: Vec::new(), shared: Vec::new() };
    for levy in levies {
        price.whole = price.whole.saturating_add(levy.rupiah.get());
        let shares = group.shares.of(levy.part);
        let parts = shares.percents.iter().map(|percent| whole_part(levy.rupiah, *percent));
        let Some(parts) = parts.collect::<Option<Vec<Rupiah>>>() else {
            price.shared.push((levy.part, levy.rupiah));
            continue;
        };
        for (fund, part) in shares.funds.iter().zip(parts).filter(|(_, part)| *part != Rupiah::ZERO)
        {
            let fund = fund.ok_or(Broken("funds of a share"))?;
            match price.whole_shares.iter_mut().find(|(other, _)| *other == fund) {
                Some((_, sum)) => *sum = sum.within(part),
                None => price.whole_shares.push((fund, part)),
            }
        }
    }
    sheet.price = Some(price);
    Ok(sheet)
}

/// The runs of a segment, in order. With `counted`, those of its counts; else only what the price and the year divide.
pub(super) fn runs(
    plan: &Plan<'_>,
    group: &Group<'_>,
    sheets: &[Sheet],
    counted: bool,
) -> Result<Vec<Run>, Broken> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before = None;
    for (year, of_year) in plan.years.iter().enumerate() {
        for column in of_year.columns.clone() {
            let month = *plan.months.get(column).ok_or(Broken("months"))?;
            let heads =
                if counted { heads_of(group, month, &mut before) } else { Some(Heads::OfMonth) };
            let billed = group.billed.iter().any(|columns| columns.contains(&column));
            let Some(heads) = heads.filter(|_| billed) else { continue };
            let cell = sheets.partition_point(|sheet| sheet.columns.end <= column);
            match runs.last_mut() {
                Some(run)
                    if run.columns.end == column
                        && (run.year, run.cell, run.heads) == (year, cell, heads) =>
                {
                    run.columns.end = column.saturating_add(1);
                }
                Some(_) | None => {
                    let columns = column..column.saturating_add(1);
                    runs.push(Run { columns, year, cell, heads });
                }
            }
        }
    }
    Ok(runs)
}

/// The heads of a month by the latest count not later than it; `before` is the count of the month before.
fn heads_of(group: &Group<'_>, month: Month, before: &mut Option<usize>) -> Option<Heads> {
    let Joining::Counts(counts) = &group.joining else { return None };
    let now = counts.partition_point(|count| count.from <= month).checked_sub(1);
    let turned = now != *before;
    let stayed = core::mem::replace(before, now);
    let now = now?;
    Some(if turned && group.billed_from_next {
        Heads::Stayed(now, stayed)
    } else {
        Heads::Count(now)
    })
}
