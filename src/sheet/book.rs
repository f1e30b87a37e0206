//! A workbook as sheets of cells: what stands in each, how it is shown, whether it may be typed over.

use super::cells::{At, Cells, Tab, Value, serial};
use super::formula::Expr;
use crate::month::Month;
use core::cell::Cell as Flag;

/// How a cell is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A text, and taken for one also when somebody edits it.
    Text,
    /// The same over several lines.
    Long,
    Title,
    Head,
    Note,
    /// Whole numbers, in groups of three.
    Number,
    /// A sum.
    Sum,
    /// Up to three decimals.
    Wage,
    Percent,
    Month,
    MonthHead,
    Year,
    /// A number that is wrong unless it is 0.
    Check,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum Content {
    Value(Value),
    Month(Month),
    Formula(Expr, Value),
}

#[derive(Clone, Debug)]
pub(super) struct Cell {
    pub content: Content,
    pub look: Look,
    /// Whether the planner may type over it.
    pub is_input: bool,
}

/// A cell that the planner may type over, for the list of changes.
pub(super) struct Typed {
    pub at: At,
    pub what: String,
    /// Its place in the scenario; of a statutory value its key and first month.
    pub path: String,
}

#[derive(Default)]
pub(super) struct Grid {
    pub rows: Vec<Vec<Option<Cell>>>,
}

/// The workbook.
pub(super) struct Book {
    grids: Vec<Grid>,
    pub names: Vec<(&'static str, At)>,
    pub typed: Vec<Typed>,
    /// Formulas that stand as values, because doubles would not hold them.
    pub fixed: u64,
    /// People who follow from some inputs stand as values: these inputs are locked.
    pub people_are_fixed: bool,
    left_limits: Flag<bool>,
}

impl Cells for Book {
    fn value(&self, at: At) -> Value {
        match self.cell(at).map(|cell| &cell.content) {
            Some(Content::Value(value) | Content::Formula(_, value)) => value.clone(),
            Some(Content::Month(month)) => Value::Whole(serial(*month).into()),
            None => Value::Blank,
        }
    }

    fn leaves_the_limits(&self) {
        self.left_limits.set(true);
    }
}

impl Book {
    pub fn new() -> Self {
        Self {
            grids: Tab::ALL.iter().map(|_| Grid::default()).collect(),
            names: Vec::new(),
            typed: Vec::new(),
            fixed: 0,
            people_are_fixed: false,
            left_limits: Flag::new(false),
        }
    }

    pub fn grid(&self, tab: Tab) -> Option<&Grid> {
        self.grids.get(tab.index())
    }

    /// Whether a sheet holds nothing.
    pub fn is_empty(&self, tab: Tab) -> bool {
        self.grid(tab).is_none_or(|grid| grid.rows.is_empty())
    }

    /// The first free row of a sheet, or the first below its heads.
    pub fn next_row(&self, tab: Tab) -> u32 {
        let rows = self.grid(tab).map_or(0, |grid| grid.rows.len());
        u32::try_from(rows).unwrap_or(u32::MAX)
    }

    pub fn cell(&self, at: At) -> Option<&Cell> {
        let row = usize::try_from(at.row).ok()?;
        self.grid(at.tab)?.rows.get(row)?.get(usize::from(at.col))?.as_ref()
    }

    /// The month in a cell.
    pub fn month_of(&self, at: At) -> Option<Month> {
        match self.cell(at)?.content {
            Content::Month(month) => Some(month),
            Content::Value(_) | Content::Formula(..) => None,
        }
    }

    pub fn put(&mut self, at: At, content: Content, look: Look) {
        self.place(at, Cell { content, look, is_input: false });
    }

    fn place(&mut self, at: At, cell: Cell) {
        let Some(grid) = self.grids.get_mut(at.tab.index()) else { return };
        let (row, col) = (usize::try_from(at.row).unwrap_or(usize::MAX), usize::from(at.col));
        if grid.rows.len() <= row {
            grid.rows.resize_with(row.saturating_add(1), Vec::new);
        }
        let Some(row) = grid.rows.get_mut(row) else { return };
        if row.len() <= col {
            row.resize(col.saturating_add(1), None);
        }
        if let Some(place) = row.get_mut(col) {
            *place = Some(cell);
        }
    }

    pub fn text(&mut self, at: At, text: impl Into<String>, look: Look) {
        self.put(at, Content::Value(Value::Text(text.into())), look);
    }

    pub fn month(&mut self, at: At, month: Month, look: Look) {
        self.put(at, Content::Month(month), look);
    }

    /// A number that is no formula.
    pub fn number(&mut self, at: At, number: impl Into<i128>, look: Look) {
        self.put(at, Content::Value(Value::Whole(number.into())), look);
    }

    /// A formula with its value; a value alone where doubles would not hold it.
    pub fn formula(&mut self, at: At, formula: Expr, look: Look) {
        self.left_limits.set(false);
        let value = formula.value(self);
        if self.left_limits.get() {
            self.fixed = self.fixed.saturating_add(1);
            self.put(at, Content::Value(value), look);
        } else {
            self.put(at, Content::Formula(formula, value), look);
        }
    }

    /// A cell that may be typed over.
    pub fn input(&mut self, at: At, value: Value, look: Look, (what, path): (String, String)) {
        self.place(at, Cell { content: Content::Value(value), look, is_input: true });
        self.typed.push(Typed { at, what, path });
    }

    /// A cell that may be typed over and is no part of the plan: it does not come back.
    pub fn free(&mut self, at: At, text: impl Into<String>, look: Look) {
        let content = Content::Value(Value::Text(text.into()));
        self.place(at, Cell { content, look, is_input: true });
    }

    /// The same as an input for what people follow from; locked where they stand as values.
    pub fn people_input(&mut self, at: At, value: Value, look: Look, words: (String, String)) {
        if self.people_are_fixed {
            self.put(at, Content::Value(value), look);
        } else {
            self.input(at, value, look, words);
        }
    }

    pub fn name(&mut self, name: &'static str, at: At) {
        self.names.push((name, at));
    }

    /// A word or sentences at the head of a sheet.
    pub fn heading(&mut self, tab: Tab, title: &str, note: &str) {
        self.text(At { tab, row: 0, col: 0 }, title, Look::Title);
        if !note.is_empty() {
            self.text(At { tab, row: 1, col: 0 }, note, Look::Note);
        }
    }

    /// Words in neighbouring columns, as heads.
    pub fn heads(&mut self, tab: Tab, row: u32, words: &[&str]) {
        for (col, word) in words.iter().enumerate() {
            if !word.is_empty() {
                let col = u16::try_from(col).unwrap_or(u16::MAX);
                self.text(At { tab, row, col }, *word, Look::Head);
            }
        }
    }
}
