//! The inputs of a workbook that were changed, from the rows of *Perubahan*.

use super::change::{Change, Held};
use super::found::{Found, Seen, Sheets};
use crate::problem::{Problem, problem};
use crate::sheet::cells::{At, Tab};
use crate::sheet::checks::{CHOICE, FIRST, PERCENT, shown};

/// Every input that is not what it was.
pub(super) fn changes(sheets: &Sheets) -> Vec<Change> {
    let mut changes = Vec::new();
    for row in FIRST.. {
        let text = |col| sheets.text(Tab::Changes, row, col);
        let Some(path) = text(5) else { break };
        let unit = text(6).unwrap_or_default();
        let label = text(0).unwrap_or_default();
        let before = sheets.cell(Tab::Changes, row, 2).map_or(&Seen::Empty, |cell| &cell.value);
        let before = in_unit(before.held(), unit, path);
        let formula = sheets.cell(Tab::Changes, row, 3).and_then(|cell| cell.formula.as_deref());
        let change = |sheet: &str, cell: &str, after, fault| Change {
            sheet: sheet.into(),
            cell: cell.into(),
            label: label.into(),
            path: Some(path.into()),
            before: before.clone(),
            after,
            fault,
        };
        let Some(at) = formula.and_then(place) else {
            let (sheet, cell) = text(1).and_then(|place| place.split_once('!')).unwrap_or_default();
            changes.push(change(sheet, cell, Held::Empty, Some(problem!(CellMoved, path))));
            continue;
        };
        let (after, fault) = now(sheets.cell(at.tab, at.row, at.col.into()), unit, path);
        if after != before || fault.is_some() {
            changes.push(change(at.tab.name(), &at.seen_from(at.tab), after, fault));
        }
    }
    changes
}

/// Which cell it shows; `None`: it is another formula, or the cell is gone.
fn place(formula: &str) -> Option<At> {
    let bare: String =
        formula.chars().filter(|letter| !matches!(letter, ' ' | '\'' | '$')).collect();
    let (reference, _) = bare.strip_prefix("IF(")?.split_once('=')?;
    let (sheet, cell) = reference.split_once('!')?;
    let tab = Tab::ALL.into_iter().find(|tab| tab.name() == sheet)?;
    let digits = cell.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = cell.split_at_checked(digits)?;
    let col = letters.bytes().try_fold(0_u16, |col, letter| {
        let digit = u16::from(letter.checked_sub(b'A').filter(|digit| *digit < 26)?);
        col.checked_mul(26)?.checked_add(digit)?.checked_add(1)
    })?;
    let at = At { tab, row: row.parse::<u32>().ok()?.checked_sub(1)?, col: col.checked_sub(1)? };
    (bare == shown(at).written(Tab::Changes)).then_some(at)
}

/// What an input holds now, and what is wrong with it.
fn now(cell: Option<&Found>, unit: &str, path: &str) -> (Held, Option<Problem>) {
    let Some(Found { value, formula }) = cell else {
        let may_be_empty = is_optional(path);
        return (Held::Empty, (!may_be_empty).then(|| problem!(Missing, path)));
    };
    let held = in_unit(value.held(), unit, path);
    let fault = match (formula, value) {
        (Some(_), Seen::Empty) => Some(problem!(CellFormulaEmpty, path)),
        (_, Seen::Error) => Some(problem!(CellError, path)),
        (Some(_), _) => Some(problem!(CellFormula, path)),
        (None, Seen::Text(text)) if unit != CHOICE => {
            Some(problem!(CellNotNumber, path, value = shortened(text)))
        }
        (None, Seen::Text(text)) if held == Held::Text(text.clone()) => Some(problem!(
            UnknownChoice,
            path,
            value = shortened(text),
            choices = "terdekat, ke bawah"
        )),
        (None, Seen::Empty | Seen::Number(_) | Seen::Text(_)) => None,
    };
    let fault = fault.or_else(|| flag_fault(&held, path));
    (held, fault)
}

/// A cell that may hold nothing: without a ceiling nothing ends, and a village without people of a segment has none.
fn is_optional(path: &str) -> bool {
    path.contains(".ceilings:") || path.contains(".counts:")
}

/// A month is billed or not: 1 or 0.
fn flag_fault(held: &Held, path: &str) -> Option<Problem> {
    let Held::Number(number) = held else { return None };
    if !path.contains(".billed:") {
        None
    } else if *number < 0.0 {
        Some(problem!(TooSmall, path, limit = 0))
    } else if *number > 1.0 {
        Some(problem!(TooLarge, path, limit = 1))
    } else {
        (number.fract() > 0.0).then(|| problem!(NotWhole, path))
    }
}

/// As much of a text as a sentence can hold.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// As the scenario writes it: percent in percent, the choice by its word. Spreadsheets keep fifteen digits; nearer than
/// a tenth of a millionth to a number with the decimals of its unit it is that number.
fn in_unit(held: Held, unit: &str, path: &str) -> Held {
    match held {
        Held::Number(number) if unit == PERCENT => {
            Held::Number(to_decimals(number, 1e6, 1e4).unwrap_or(number * 100.0))
        }
        Held::Number(number) => Held::Number(to_decimals(number, 1e3, 1e3).unwrap_or(number)),
        Held::Text(text) if unit == CHOICE && text == "terdekat" => Held::Text("nearest".into()),
        Held::Text(text) if unit == CHOICE && text == "ke bawah" => Held::Text("down".into()),
        Held::Text(text) if text == "kosong" && is_optional(path) => Held::Empty,
        Held::Text(text) => Held::Text(text),
        Held::Empty => Held::Empty,
    }
}

/// `number × steps ÷ of`, where the first product is as good as whole.
fn to_decimals(number: f64, steps: f64, of: f64) -> Option<f64> {
    let near = (number * steps).round();
    let is_near = (number * steps - near).abs() < 1e-7 * near.abs().max(1.0);
    is_near.then(|| near / of)
}
