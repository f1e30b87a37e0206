//! The cells of a workbook as they stand in the file: values and the texts of formulas, nothing worked out.

use super::change::Held;
use crate::problem::{Problem, problem};
use crate::sheet::cells::Tab;
use calamine::{DataRef, Reader as _, Xlsx, XlsxFormulaMetadata, expand_shared_formula};
use std::collections::HashMap;
use std::io::Cursor;

/// Cells of all sheets that are read.
const MOST_CELLS: usize = 1_500_000;
/// Letters of all of them: one long text may stand behind many cells.
const MOST_LETTERS: usize = 64 << 20;

/// A cell that holds something.
pub(super) struct Found {
    pub value: Seen,
    /// Without the equals sign.
    pub formula: Option<String>,
}

/// What a cell shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Seen {
    Empty,
    Number(f64),
    Text(String),
    Error,
}

impl Seen {
    pub fn held(&self) -> Held {
        match self {
            Self::Empty => Held::Empty,
            Self::Number(number) => Held::Number(*number),
            Self::Text(text) => Held::Text(text.clone()),
            Self::Error => Held::Text("#N/A".into()),
        }
    }
}

/// The cells of a sheet by row and column, from 0.
type Cells = HashMap<(u32, u32), Found>;

/// The sheets of ours that a file has.
pub(super) struct Sheets(Vec<(Tab, Cells)>);

impl Sheets {
    pub fn has(&self, tab: Tab) -> bool {
        self.0.iter().any(|(other, _)| *other == tab)
    }

    /// What stands in a cell; `None`: nothing at all.
    pub fn cell(&self, tab: Tab, row: u32, col: u32) -> Option<&Found> {
        let (_, cells) = self.0.iter().find(|(other, _)| *other == tab)?;
        cells.get(&(row, col))
    }

    pub fn text(&self, tab: Tab, row: u32, col: u32) -> Option<&str> {
        match &self.cell(tab, row, col)?.value {
            Seen::Text(text) => Some(text),
            Seen::Empty | Seen::Number(_) | Seen::Error => None,
        }
    }

    /// Reads the sheets of ours. Others, macros and links are never opened.
    pub fn of(bytes: &[u8]) -> Result<Self, Problem> {
        let damaged = || problem!(FileDamaged, "");
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        let names = book.sheet_names();
        let mut sheets = Vec::new();
        let (mut left, mut letters) = (MOST_CELLS, MOST_LETTERS);
        for tab in Tab::ALL.into_iter().filter(|tab| names.iter().any(|name| name == tab.name())) {
            let mut cells = Cells::new();
            let mut anchors: HashMap<usize, (String, (u32, u32))> = HashMap::new();
            let mut reader = book.worksheet_cells_reader(tab.name()).map_err(|_| damaged())?;
            while let Some(cell) =
                reader.next_cell_with_formula_metadata().map_err(|_| damaged())?
            {
                let formula = match cell.formula {
                    None => None,
                    Some(XlsxFormulaMetadata::Normal { formula }) => Some(formula),
                    Some(XlsxFormulaMetadata::Shared { shared_index, formula, .. }) => {
                        anchors.insert(shared_index, (formula.clone(), cell.pos));
                        Some(formula)
                    }
                    Some(XlsxFormulaMetadata::SharedDerived { shared_index }) => {
                        let (text, at) = anchors.get(&shared_index).ok_or_else(damaged)?;
                        Some(expand_shared_formula(text, *at, cell.pos).map_err(|_| damaged())?)
                    }
                    // A kind that a later version of the reader knows: there is a formula.
                    Some(_) => Some(String::new()),
                };
                let value = seen(cell.value);
                if value == Seen::Empty && formula.is_none() {
                    continue;
                }
                let text = match &value {
                    Seen::Text(text) => text.len(),
                    Seen::Empty | Seen::Number(_) | Seen::Error => 0,
                };
                let more = text.saturating_add(formula.as_ref().map_or(0, String::len));
                let grows = || problem!(FileGrows, "", limit = (MOST_LETTERS >> 20) as u64);
                letters = letters.checked_sub(more).ok_or_else(grows)?;
                left = left.checked_sub(1).ok_or_else(grows)?;
                cells.insert(cell.pos, Found { value, formula });
            }
            sheets.push((tab, cells));
        }
        Ok(Self(sheets))
    }
}

fn seen(value: DataRef<'_>) -> Seen {
    match value {
        DataRef::Empty => Seen::Empty,
        #[expect(
            clippy::cast_precision_loss,
            reason = "whatever 2^53 loses is refused as too large"
        )]
        DataRef::Int(number) => Seen::Number(number as f64),
        DataRef::Float(number) => Seen::Number(number),
        DataRef::DateTime(moment) => Seen::Number(moment.as_f64()),
        DataRef::Bool(truth) => Seen::Text(if truth { "TRUE" } else { "FALSE" }.into()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            filled(&text)
        }
        DataRef::SharedString(text) => filled(text),
        DataRef::Error(_) => Seen::Error,
    }
}

fn filled(text: &str) -> Seen {
    if text.trim().is_empty() { Seen::Empty } else { Seen::Text(text.into()) }
}
