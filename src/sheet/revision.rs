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

/// A row of both RKA: the same year, account, programme, group and fund.
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
        let [before, after] = [row.before, row.after].map(signed);
        row.difference = after.saturating_sub(before);
        row.moved = match row.difference {
            1.. => Moved::More,
            0 => Moved::Same,
            ..0 => Moved::Less,
        };
    }
    Ok(rows)
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
        (other.year, other.code, other.programme, other.segment, other.fund)
            == (row.year, row.code, row.programme, row.segment, row.fund)
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
