//! *Kas triwulan*: the cash plan by quarter (triwulan) and half year (semester) of the budget years.

use super::axis::Line;
use super::book::{Book, Look};
use super::cash::CashEvery;
use super::cells::{At, Range, Tab};
use super::formula::Expr;
use super::report::{Parts, Totals};
use crate::choices::Choice as _;
use core::ops::Range as Columns;

const TAB: Tab = Tab::Periods;

/// Ranges of months, one for each column of the sheet: a quarter of 2026 that the plan enters in February is two months.
fn columns(parts: &Parts<'_, '_>, every: CashEvery) -> Vec<Columns<usize>> {
    let mut found: Vec<Columns<usize>> = Vec::new();
    let months = &parts.plan.months;
    for (column, month) in months.iter().enumerate() {
        let start = found.last().and_then(|columns| months.get(columns.start));
        match found.last_mut() {
            Some(columns) if start.is_some_and(|start| every.is_one(*start, *month)) => {
                columns.end = column.saturating_add(1);
            }
            Some(_) | None => found.push(column..column.saturating_add(1)),
        }
    }
    found
}

impl Parts<'_, '_> {
    /// Writes the sheet: all contributions, then by segment, programme and fund.
    pub fn periods(&self, book: &mut Book, totals: &Totals) {
        book.heading(TAB, "Rencana kas per triwulan dan semester (rupiah)", "");
        let mut heads = vec!["Apa".to_owned(), "Jumlah".to_owned()];
        let mut all = Vec::new();
        for every in [CashEvery::Quarter, CashEvery::HalfYear] {
            for columns in columns(self, every) {
                let month = self.plan.months.get(columns.start);
                heads.push(month.map(|month| every.label(*month)).unwrap_or_default());
                all.push(columns);
            }
        }
        let words: Vec<&str> = heads.iter().map(String::as_str).collect();
        book.heads(TAB, 3, &words);
        let mut row = |words: &str, line: Line| {
            let row = book.next_row(TAB).max(4);
            let at = |col: usize| At { tab: TAB, row, col: u16::try_from(col).unwrap_or(u16::MAX) };
            book.text(at(0), words, Look::Text);
            let months = Expr::Total(vec![line.months(0..self.plan.months.len())]);
            book.formula(at(1), months, Look::Sum);
            for (col, columns) in (2..).zip(&all) {
                let months: Range = line.months(columns.clone());
                book.formula(at(col), Expr::Total(vec![months]), Look::Number);
            }
        };
        row("Semua iuran", totals.months);
        for (line, segment) in totals.segments.iter().zip(&self.scenario.segments) {
            row(&format!("Kelompok: {}", segment.name), *line);
        }
        for (programme, line) in &totals.programmes {
            row(&format!("Program: {}", programme.name()), *line);
        }
        for (line, fund) in self.money.funds.entries().iter().zip(&self.scenario.funds) {
            row(&format!("Sumber dana: {}", fund.name), *line);
        }
    }
}
