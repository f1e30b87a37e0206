//! Any workbook as plain tables: what stands in its cells, and what a reader must know of it. Nothing is worked out.

use super::change::Held;
use super::hidden;
use super::unpack;
use crate::choices;
use crate::problem::{Problem, Problems, problem};
use calamine::{Data, DataRef, Dimensions, Reader as _, SheetType, SheetVisible, Xlsx};
use serde::Serialize;
use std::io::Cursor;

/// Rows of a sheet that are read; of more only the number. A plan has at most ten thousand villages, and what happened at
/// most this many months of groups and villages: a regency of 200 with ten groups has 24,000 in a year.
const MOST_ROWS: u32 = 60_000;
/// Columns that are read.
const MOST_COLUMNS: u32 = 256;
/// Cells of all sheets that are read, blank ones between others among them.
const MOST_CELLS: usize = 1_500_000;
/// Letters of all of them: one long text may stand behind many cells.
const MOST_LETTERS: usize = 64 << 20;
/// The last day that a spreadsheet counts, 31 December 9999.
const LAST_DAY: f64 = 2_958_465.0;

choices! {
    /// What a reader must know of a cell.
    pub enum CellMark {
        /// Its value is the result of a formula, as the file keeps it.
        Formula = "formula",
        /// A formula whose result the file does not hold.
        FormulaEmpty = "formulaEmpty",
        /// A message of the spreadsheet stands in place of a value: `#N/A`.
        Error = "error",
        /// Its value is that of the merged cell above, which reaches down to it.
        Down = "down",
        /// Its value is that of the merged cell to the left, which reaches across to it.
        Across = "across",
    }
}

/// A cell of which something must be known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MarkedCell {
    /// Position of its row in `rows`.
    pub row: u32,
    /// Position in its row.
    pub column: u32,
    /// What is to be known.
    pub mark: CellMark,
}

/// A sheet of a workbook as a plain table.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SheetTable {
    /// Its name.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// From the first row of the sheet to the last that holds something, at most 60,000; each up to its last cell that
    /// does, at most 256. Numbers are numbers, texts stay as written, a date is the text `"2026-03-01"`, a blank cell is
    /// `null`. Each cell of a merged range has its value.
    pub rows: Vec<Vec<Held>>,
    /// Cells of which something must be known, by row.
    pub marks: Vec<MarkedCell>,
    /// Positions in `rows` of rows that the workbook hides, by hand or by a filter.
    pub hidden_rows: Vec<u32>,
    /// Rows that hold something, beyond those in `rows`.
    pub more_rows: u32,
    /// Cells that hold something, right of the 256 that are read.
    pub more_cells: u32,
}

/// The sheets of a workbook as plain tables.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SheetTables {
    /// In the order of the workbook; those without cells are among them.
    pub sheets: Vec<SheetTable>,
    /// Whether it holds macros (`.xlsm`), which were not run.
    pub has_macros: bool,
    /// Whether its formulas refer to other files, which were not opened.
    pub has_links: bool,
}

/// Reads any workbook as plain tables, also one that is not of ours.
///
/// # Errors
/// Where it is no `.xlsx`, is damaged, has a password, or is too large.
pub fn tables(bytes: &[u8]) -> Result<SheetTables, Problems> {
    unpack::is_safe(bytes)?;
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    let sheets: Vec<_> = book.sheets_metadata().to_vec();
    let mut hidden = hidden::Sheets::of(bytes)?;
    let mut room = Room { cells: MOST_CELLS, letters: MOST_LETTERS };
    let mut tables = Vec::new();
    for sheet in sheets.into_iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let mut table = SheetTable {
            is_hidden: sheet.visible != SheetVisible::Visible,
            name: sheet.name,
            rows: Vec::new(),
            marks: Vec::new(),
            hidden_rows: Vec::new(),
            more_rows: 0,
            more_cells: 0,
        };
        fill(&mut book, &mut table, &mut room)?;
        let merged = book.merge_cells_by_sheet_name(&table.name).map_err(|_| damaged())?;
        for range in merged {
            spread(&mut table, range, &mut room)?;
        }
        table.marks.sort_by_key(|mark| (mark.row, mark.column));
        let rows = hidden.rows(&table.name)?;
        let is_filled = |row: &u32| {
            at(*row).and_then(|row| table.rows.get(row)).is_some_and(|row| !row.is_empty())
        };
        table.hidden_rows = rows.into_iter().filter(is_filled).collect();
        tables.push(table);
    }
    let (has_macros, has_links) = unpack::extras(bytes)?;
    Ok(SheetTables { sheets: tables, has_macros, has_links })
}

/// How much more may be read.
struct Room {
    cells: usize,
    letters: usize,
}

impl Room {
    fn take(&mut self, cells: usize, letters: usize) -> Result<(), Problem> {
        let grows = || problem!(FileGrows, "", limit = (MOST_LETTERS >> 20) as u64);
        self.cells = self.cells.checked_sub(cells).ok_or_else(grows)?;
        self.letters = self.letters.checked_sub(letters).ok_or_else(grows)?;
        Ok(())
    }
}

fn damaged() -> Problem {
    problem!(FileDamaged, "")
}

fn at(position: u32) -> Option<usize> {
    usize::try_from(position).ok()
}

/// Reads the cells of a sheet.
fn fill(
    book: &mut Xlsx<Cursor<&[u8]>>,
    table: &mut SheetTable,
    room: &mut Room,
) -> Result<(), Problem> {
    let mut last_beyond = None;
    let mut reader = book.worksheet_cells_reader(&table.name).map_err(|_| damaged())?;
    while let Some(cell) = reader.next_cell_with_formula_metadata().map_err(|_| damaged())? {
        let (row, column) = cell.pos;
        let has_formula = cell.formula.is_some();
        let lacks_result = has_formula && matches!(cell.value, DataRef::Empty);
        let is_error = matches!(cell.value, DataRef::Error(_));
        let letters = match &cell.value {
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                text.len()
            }
            DataRef::SharedString(text) => text.len(),
            DataRef::Int(_)
            | DataRef::Float(_)
            | DataRef::Bool(_)
            | DataRef::DateTime(_)
            | DataRef::Error(_)
            | DataRef::Empty => 0,
        };
        if matches!(cell.value, DataRef::Empty) && !has_formula {
            continue;
        }
        if row >= MOST_ROWS {
            if last_beyond != Some(row) {
                table.more_rows = table.more_rows.saturating_add(1);
            }
            last_beyond = Some(row);
            continue;
        }
        if column >= MOST_COLUMNS {
            table.more_cells = table.more_cells.saturating_add(1);
            continue;
        }
        room.take(0, letters)?;
        let held = held(cell.value);
        if held == Held::Empty && !lacks_result {
            continue;
        }
        put(table, row, column, held, room)?;
        let mark = if is_error {
            Some(CellMark::Error)
        } else if lacks_result {
            Some(CellMark::FormulaEmpty)
        } else {
            has_formula.then_some(CellMark::Formula)
        };
        table.marks.extend(mark.map(|mark| MarkedCell { row, column, mark }));
    }
    Ok(())
}

/// Puts a value in its place; rows and cells before it are blank.
fn put(
    table: &mut SheetTable,
    row: u32,
    column: u32,
    held: Held,
    room: &mut Room,
) -> Result<(), Problem> {
    let (Some(row), Some(column)) = (at(row), at(column)) else { return Err(damaged()) };
    let height = row.saturating_add(1);
    if table.rows.len() < height {
        table.rows.resize_with(height, Vec::new);
    }
    let cells = table.rows.get_mut(row).ok_or_else(damaged)?;
    let width = column.saturating_add(1);
    if cells.len() < width {
        room.take(width.saturating_sub(cells.len()), 0)?;
        cells.resize(width, Held::Empty);
    }
    *cells.get_mut(column).ok_or_else(damaged)? = held;
    Ok(())
}

/// Carries the value of a merged range to its other cells, as far as the table reaches down.
fn spread(table: &mut SheetTable, range: Dimensions, room: &mut Room) -> Result<(), Problem> {
    let (top, left) = range.start;
    let anchor = at(top).and_then(|row| table.rows.get(row));
    let value = anchor.zip(at(left)).and_then(|(row, column)| row.get(column)).cloned();
    let Some(value) = value.filter(|value| *value != Held::Empty) else { return Ok(()) };
    let letters = match &value {
        Held::Text(text) => text.len(),
        Held::Number(_) | Held::Empty => 0,
    };
    let height = u32::try_from(table.rows.len()).map_err(|_| damaged())?;
    let bottom = range.end.0.min(height.saturating_sub(1));
    let right = range.end.1.min(MOST_COLUMNS.saturating_sub(1));
    for row in top..=bottom {
        for column in left..=right {
            if (row, column) == (top, left) {
                continue;
            }
            // Ranges may overlap in a broken file: each step counts, also one that changes nothing.
            room.take(1, letters)?;
            let cells = at(row).and_then(|row| table.rows.get(row));
            let own = cells.zip(at(column)).and_then(|(cells, column)| cells.get(column));
            if own.is_some_and(|own| *own != Held::Empty) {
                continue;
            }
            put(table, row, column, value.clone(), room)?;
            let mark = if column == left { CellMark::Down } else { CellMark::Across };
            table.marks.push(MarkedCell { row, column, mark });
        }
    }
    Ok(())
}

/// What stands in a cell.
fn held(value: DataRef<'_>) -> Held {
    match value {
        DataRef::Empty => Held::Empty,
        #[expect(
            clippy::cast_precision_loss,
            reason = "no number of people or rupiah is that large"
        )]
        DataRef::Int(number) => Held::Number(number as f64),
        DataRef::Float(number) if number.is_finite() => Held::Number(number),
        DataRef::Float(_) => Held::Empty,
        DataRef::DateTime(moment)
            if moment.is_datetime() && (1.0..=LAST_DAY).contains(&moment.as_f64()) =>
        {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            Held::Text(format!("{year:04}-{month:02}-{day:02}"))
        }
        DataRef::DateTime(moment) => held(DataRef::Float(moment.as_f64())),
        DataRef::Bool(truth) => Held::Text(if truth { "TRUE" } else { "FALSE" }.into()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            written(&text)
        }
        DataRef::SharedString(text) => written(text),
        DataRef::Error(error) => Held::Text(Data::Error(error).to_string()),
    }
}

fn written(text: &str) -> Held {
    if text.trim().is_empty() { Held::Empty } else { Held::Text(text.into()) }
}
