//! The months, which stand in the same columns on every sheet that runs along them.

use super::book::{Book, Look};
use super::cells::{At, Range, Tab};
use super::formula::Expr;
use crate::plan::{BudgetYear, Plan};
use core::ops::Range as Columns;

/// The column of the first month.
const FIRST: u16 = 5;
/// The column before: the sum of a row.
const SUM: u16 = 4;
/// The first row below the heads.
const BELOW: u32 = 5;

/// A row of a monthly sheet.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub tab: Tab,
    pub row: u32,
}

impl Line {
    /// Cell of the month at this position in the plan.
    pub fn month(self, column: usize) -> At {
        let col = u16::try_from(column).unwrap_or(u16::MAX).saturating_add(FIRST);
        At { tab: self.tab, row: self.row, col }
    }

    /// The cells of some months.
    pub fn months(self, columns: Columns<usize>) -> Range {
        Range::of(self.month(columns.start), self.month(columns.end.saturating_sub(1)))
    }

    /// The cell that holds the sum of all months.
    pub const fn sum(self) -> At {
        At { tab: self.tab, row: self.row, col: SUM }
    }

    /// A label.
    pub const fn label(self, col: u16) -> At {
        At { tab: self.tab, row: self.row, col }
    }
}

/// The heads of a monthly sheet: what its first columns hold, the months and their years.
pub(super) fn heads(book: &mut Book, plan: &Plan<'_>, tab: Tab, labels: &[&str]) {
    book.heads(tab, 3, labels);
    for (column, month) in plan.months.iter().enumerate() {
        book.month(Line { tab, row: 3 }.month(column), *month, Look::MonthHead);
        book.number(Line { tab, row: 4 }.month(column), month.year(), Look::Year);
    }
}

/// The next free row of a monthly sheet, with its labels.
pub(super) fn line(book: &mut Book, tab: Tab, labels: &[&str]) -> Line {
    let line = Line { tab, row: book.next_row(tab).max(BELOW) };
    for (col, label) in labels.iter().enumerate() {
        let col = u16::try_from(col).unwrap_or(u16::MAX);
        book.text(line.label(col), *label, Look::Text);
    }
    line
}

/// An empty row, and a word for the rows below it.
pub(super) fn section(book: &mut Book, tab: Tab, title: &str) {
    let row = book.next_row(tab).max(BELOW);
    let row = if row > BELOW { row.saturating_add(1) } else { row };
    book.text(At { tab, row, col: 0 }, title, Look::Head);
}

/// A formula in every month of a row, and their sum before them.
pub(super) fn fill(book: &mut Book, line: Line, months: usize, formula: impl Fn(usize) -> Expr) {
    for column in 0..months {
        book.formula(line.month(column), formula(column), Look::Number);
    }
    book.formula(line.sum(), Expr::Total(vec![line.months(0..months)]), Look::Sum);
}

/// The sum of a row in a budget year.
pub(super) fn of_year(line: Line, year: &BudgetYear) -> Expr {
    Expr::Total(vec![line.months(year.columns.clone())])
}
