//! Locked cells that were typed over: held against the workbook as it would be written now.

use super::change::{Change, Held};
use super::found::{Found, Seen, Sheets};
use crate::problem::problem;
use crate::sheet::book::{Book, Content};
use crate::sheet::cells::{At, Tab, Value, serial};
use crate::sheet::checks::{ENGINE, LAW};

/// Whether a workbook was written by this version of the program and the law.
pub(super) fn is_of(sheets: &Sheets, engine: &str, law: &str) -> bool {
    let says = |label: &str, version: &str| {
        let rows = 0..20;
        rows.into_iter().any(|row| {
            sheets.text(Tab::Summary, row, 0) == Some(label)
                && sheets.text(Tab::Summary, row, 1) == Some(version)
        })
    };
    says(ENGINE, engine) && says(LAW, law)
}

/// Every locked cell that is not what it would be. Sentences are the caller's, so their sheet is left out.
pub(super) fn changes(sheets: &Sheets, book: &Book) -> Vec<Change> {
    let mut changes = Vec::new();
    for tab in Tab::ALL {
        if matches!(tab, Tab::NotCounted | Tab::Scenario) {
            continue;
        }
        let Some(grid) = book.grid(tab) else { continue };
        for (row, cells) in (0_u32..).zip(&grid.rows) {
            for (col, cell) in (0_u16..).zip(cells) {
                let Some(cell) = cell.as_ref().filter(|cell| !cell.is_input) else { continue };
                let at = At { tab, row, col };
                let found = sheets.cell(tab, row, col.into());
                let Some((before, after)) = difference(at, &cell.content, found) else { continue };
                let label = match book.cell(At { col: 0, ..at }).map(|cell| &cell.content) {
                    Some(Content::Value(Value::Text(text))) => text.clone(),
                    Some(Content::Value(_) | Content::Month(_) | Content::Formula(..)) | None => {
                        String::new()
                    }
                };
                changes.push(Change {
                    sheet: tab.name().into(),
                    cell: at.seen_from(tab),
                    label,
                    path: None,
                    before,
                    after,
                    fault: Some(problem!(CellOverwritten, "")),
                });
            }
        }
    }
    changes
}

/// What should stand in a cell and what does; `None`: the same.
fn difference(at: At, content: &Content, found: Option<&Found>) -> Option<(Held, Held)> {
    let value = found.map_or(&Seen::Empty, |found| &found.value);
    let formula = found.and_then(|found| found.formula.as_deref());
    let before = match content {
        Content::Formula(expected, _) => {
            let expected = expected.written(at.tab);
            if formula.is_some_and(|formula| bare(formula) == bare(&expected)) {
                return None;
            }
            Held::Text(format!("={expected}"))
        }
        Content::Month(month) => Held::Number(f64::from(serial(*month))),
        Content::Value(Value::Blank) => Held::Empty,
        Content::Value(Value::Whole(number)) => Held::Number(double(*number, 1)),
        Content::Value(Value::Part(units, of)) => Held::Number(double(*units, *of)),
        Content::Value(Value::Missing) => Held::Text("#N/A".into()),
        Content::Value(Value::Text(text)) if text.trim().is_empty() => Held::Empty,
        Content::Value(Value::Text(text)) => Held::Text(text.clone()),
    };
    let after = match formula {
        Some(formula) => Held::Text(format!("={formula}")),
        None => value.held(),
    };
    (!is_same(&before, &after)).then_some((before, after))
}

/// A spreadsheet keeps fifteen digits.
fn is_same(before: &Held, after: &Held) -> bool {
    match (before, after) {
        (Held::Number(before), Held::Number(after)) => {
            (before - after).abs() <= 1e-12 * before.abs().max(1.0)
        }
        (before, after) => before == after,
    }
}

/// A formula without what spreadsheets add or leave out when they save it.
fn bare(formula: &str) -> String {
    formula.replace("_xlfn.", "").chars().filter(|letter| !matches!(letter, ' ' | '\'')).collect()
}

#[expect(clippy::cast_precision_loss, reason = "below 2^53, as the book holds its cells to")]
fn double(units: i128, of: i128) -> f64 {
    units as f64 / of as f64
}
