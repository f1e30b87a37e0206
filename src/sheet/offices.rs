//! The rows of an RKA by the office that holds the money: an OPD hands in its own table for each budget year.

use super::rka::{RkaRow, rka};
use crate::money::Rupiah;
use crate::problem::Problems;
use crate::scenario::Scenario;
use serde::Serialize;

/// The RKA of one OPD in one budget year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "RkaTable"))]
pub struct RkaTable<'a> {
    /// OPD; `None`: the groups name none.
    pub agency: Option<&'a str>,
    /// Budget year.
    pub year: u16,
    /// Sum of the rows.
    pub rupiah: Rupiah,
    /// Its rows.
    pub rows: Vec<RkaRow<'a>>,
}

/// A table for each OPD and year, in the order in which the plan names them; together they have every row of [`rka`].
///
/// # Errors
/// Those of [`project`](crate::plan::project).
pub fn rka_tables(scenario: &Scenario) -> Result<Vec<RkaTable<'_>>, Problems> {
    let mut tables: Vec<RkaTable<'_>> = Vec::new();
    for row in rka(scenario)? {
        let (agency, year) = (row.agency, row.year);
        match tables.iter_mut().find(|table| (table.agency, table.year) == (agency, year)) {
            Some(table) => {
                table.rupiah = table.rupiah.within(row.rupiah);
                table.rows.push(row);
            }
            None => tables.push(RkaTable { agency, year, rupiah: row.rupiah, rows: vec![row] }),
        }
    }
    let first = |agency: Option<&str>| {
        scenario.segments.iter().position(|segment| segment.agency.as_deref() == agency)
    };
    tables.sort_by_key(|table| (first(table.agency), table.year));
    Ok(tables)
}
