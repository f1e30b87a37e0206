//! Two RKA side by side, for an APBD perubahan: what each row was and what it becomes.

use super::rka::{RkaRow, rka};
use crate::choices;
use crate::money::Rupiah;
use crate::plan::Broken;
use crate::problem::Problems;
use crate::scenario::{Programme, Scenario};
use serde::Serialize;

choices! {
    /// What becomes of an amount.
    pub enum Moved {
        /// Bertambah.
        More = "more",
        /// Berkurang.
        Less = "less",
        /// Tetap.
        Same = "same",
    }
}

/// A row of both RKA: the same year, account, programme, group, OPD and fund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "RkaChange"))]
#[serde(rename_all = "camelCase")]
pub struct RkaChange<'a> {
    /// Budget year.
    pub year: u16,
    /// Kode rekening, a text; `None`: the fund names no account for this programme.
    pub code: Option<&'a str>,
    /// Uraian of the account, or what is paid where there is no account.
    pub description: String,
    /// Name of the segment.
    pub segment: &'a str,
    /// For what.
    pub programme: Programme,
    /// Name of the fund.
    pub fund: &'a str,
    /// OPD of the segment; one that moves to another OPD has a row in each.
    pub agency: Option<&'a str>,
    /// Koefisien before: several where the price changes within the year; empty where there was no such row.
    pub coefficient_before: String,
    /// Koefisien after.
    pub coefficient_after: String,
    /// Jumlah before (sebelum perubahan).
    pub before: Rupiah,
    /// Jumlah after (sesudah perubahan).
    pub after: Rupiah,
    /// What is added; below 0: taken away.
    pub difference: i64,
    /// Bertambah, berkurang or tetap.
    pub moved: Moved,
}

/// The rows of two plans side by side, in the order of the second; what only the first has stands at the end.
///
/// # Errors
/// Those of [`project`](crate::plan::project), of either plan.
pub fn rka_change<'a>(
    before: &'a Scenario,
    after: &'a Scenario,
) -> Result<Vec<RkaChange<'a>>, Problems> {
    let mut rows: Vec<RkaChange<'a>> = Vec::new();
    for row in rka(after)? {
        let place = of(&mut rows, &row)?;
        place.after = place.after.within(row.rupiah);
        add(&mut place.coefficient_after, &row);
    }
    for row in rka(before)? {
        let place = of(&mut rows, &row)?;
        place.before = place.before.within(row.rupiah);
        add(&mut place.coefficient_before, &row);
    }
    for row in &mut rows {
        row.difference = more(row.before, row.after);
        row.moved = match row.difference {
            1.. => Moved::More,
            0 => Moved::Same,
            ..0 => Moved::Less,
        };
    }
    Ok(rows)
}

/// What changes for one OPD in one budget year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "RkaChangeTable"))]
pub struct RkaChangeTable<'a> {
    /// OPD; `None`: the groups name none.
    pub agency: Option<&'a str>,
    /// Budget year.
    pub year: u16,
    /// Sum before.
    pub before: Rupiah,
    /// Sum after.
    pub after: Rupiah,
    /// What is added; below 0: taken away.
    pub difference: i64,
    /// Its rows.
    pub rows: Vec<RkaChange<'a>>,
}

/// The rows of [`rka_change`] in a table for each OPD and year, with their sums; the offices in the order in which the
/// second plan names them, then the first.
///
/// # Errors
/// Those of [`project`](crate::plan::project), of either plan.
pub fn rka_change_tables<'a>(
    before: &'a Scenario,
    after: &'a Scenario,
) -> Result<Vec<RkaChangeTable<'a>>, Problems> {
    let mut tables: Vec<RkaChangeTable<'a>> = Vec::new();
    for row in rka_change(before, after)? {
        let of = (row.agency, row.year);
        match tables.iter_mut().find(|table| (table.agency, table.year) == of) {
            Some(table) => {
                table.before = table.before.within(row.before);
                table.after = table.after.within(row.after);
                table.rows.push(row);
            }
            None => tables.push(RkaChangeTable {
                agency: row.agency,
                year: row.year,
                before: row.before,
                after: row.after,
                difference: 0,
                rows: vec![row],
            }),
        }
    }
    for table in &mut tables {
        table.difference = more(table.before, table.after);
    }
    let first = |agency: Option<&str>| {
        let mut segments = after.segments.iter().chain(&before.segments);
        segments.position(|segment| segment.agency.as_deref() == agency)
    };
    tables.sort_by_key(|table| (first(table.agency), table.year));
    Ok(tables)
}

/// What is added; below 0: taken away.
fn more(before: Rupiah, after: Rupiah) -> i64 {
    signed(after).saturating_sub(signed(before))
}

/// Every amount is below 2^53.
fn signed(amount: Rupiah) -> i64 {
    i64::try_from(amount.get()).unwrap_or(i64::MAX)
}

/// The place of a row among those of both plans.
fn of<'r, 'a>(
    rows: &'r mut Vec<RkaChange<'a>>,
    row: &RkaRow<'a>,
) -> Result<&'r mut RkaChange<'a>, Broken> {
    let is_it = |other: &RkaChange<'_>| {
        (other.year, other.code, other.programme, other.segment, other.agency, other.fund)
            == (row.year, row.code, row.programme, row.segment, row.agency, row.fund)
    };
    let position = match rows.iter().position(is_it) {
        Some(position) => position,
        None => {
            rows.push(RkaChange {
                year: row.year,
                code: row.code,
                description: row.description.clone(),
                segment: row.segment,
                programme: row.programme,
                fund: row.fund,
                agency: row.agency,
                coefficient_before: String::new(),
                coefficient_after: String::new(),
                before: Rupiah::ZERO,
                after: Rupiah::ZERO,
                difference: 0,
                moved: Moved::Same,
            });
            rows.len().saturating_sub(1)
        }
    };
    rows.get_mut(position).ok_or(Broken("rows of an RKA"))
}

fn add(coefficient: &mut String, row: &RkaRow<'_>) {
    if !coefficient.is_empty() {
        coefficient.push_str(" + ");
    }
    coefficient.push_str(&row.coefficient);
}
