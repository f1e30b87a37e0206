//! Files for the budget office: a workbook whose figures are formulas, the rows of an RKA, letters, amounts in words.
//!
//! The workbook says what the projection says: every derived cell is a formula over whole numbers, its value is worked out
//! from the same tree that is written, and the whole is held against the projection before it leaves. What a
//! spreadsheet cannot work out again (heads that follow a target) is a locked value that says so.

#[cfg(feature = "xlsx")]
mod audit;
#[cfg(feature = "xlsx")]
mod axis;
#[cfg(feature = "xlsx")]
mod bills;
#[cfg(feature = "xlsx")]
mod book;
mod cash;
#[cfg(feature = "xlsx")]
mod cells;
#[cfg(feature = "xlsx")]
mod checks;
#[cfg(feature = "xlsx")]
mod coverage;
mod csv;
#[cfg(feature = "xlsx")]
mod districts;
#[cfg(feature = "xlsx")]
mod flow;
#[cfg(feature = "xlsx")]
mod formula;
mod grounds;
#[cfg(feature = "xlsx")]
mod heads;
#[cfg(feature = "xlsx")]
mod inputs;
mod legal;
#[cfg(feature = "docx")]
mod letter;
#[cfg(feature = "xlsx")]
mod limits;
mod offices;
#[cfg(feature = "open")]
mod open;
#[cfg(feature = "xlsx")]
mod periods;
#[cfg(feature = "xlsx")]
mod realisation;
#[cfg(feature = "xlsx")]
mod report;
mod revision;
mod rka;
#[cfg(feature = "xlsx")]
mod sources;
#[cfg(feature = "xlsx")]
mod steps;
mod tables;
#[cfg(feature = "xlsx")]
mod target;
#[cfg(feature = "xlsx")]
mod tariff;
mod terbilang;
#[cfg(feature = "xlsx")]
mod village_budget;
#[cfg(feature = "xlsx")]
mod village_funds;
#[cfg(feature = "xlsx")]
mod village_money;
#[cfg(feature = "xlsx")]
mod village_payments;
mod village_table;
#[cfg(feature = "xlsx")]
mod villages;
#[cfg(feature = "xlsx")]
mod workbook;
#[cfg(feature = "xlsx")]
mod xlsx;

pub use cash::{CashBy, CashColumn, CashEvery, CashPlan, CashRow, cash};
pub use csv::Dialect;
pub use legal::{LegalBasis, legal_basis};
#[cfg(feature = "docx")]
pub use letter::{Blank, LetterKind, Letterhead, Paper, letter};
pub use offices::{RkaTable, rka_tables};
#[cfg(feature = "open")]
pub use open::{
    CellMark, Change, Changes, Held, MarkedCell, Returned, SheetTable, SheetTables, tables, taken,
    taken_at,
};
pub use revision::{Moved, RkaChange, RkaChangeTable, rka_change, rka_change_tables};
pub use rka::{RkaRow, rka};
#[cfg(feature = "open")]
pub use tables::table_csv;
pub use tables::{cash_csv, rka_change_csv, rka_csv};
pub use terbilang::{TERBILANG_MAX, terbilang};
pub use village_table::villages_csv;
#[cfg(feature = "xlsx")]
pub use workbook::{Sentences, workbook, workbook_in_steps};
