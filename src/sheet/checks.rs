//! What tells that a workbook was changed: the checks at the end of *Ringkasan*, *Perubahan*, and the scenario itself on
//! a sheet that nobody sees.

use super::book::{Book, Content, Look};
use super::cells::{At, Cells as _, Range, Tab, Value};
use super::districts::Districts;
use super::formula::{Expr, Test};
use super::report::{Parts, Totals};
use super::villages;
use crate::plan::Position as _;

/// The labels in *Ringkasan* of the versions that a workbook was made with.
pub(super) const ENGINE: &str = "Versi aplikasi";
pub(super) const LAW: &str = "Versi aturan";
/// The first row below the heads of *Perubahan*.
pub(super) const FIRST: u32 = 4;
/// The unit of a cell whose texts are choices.
pub(super) const CHOICE: &str = "pilihan";
/// The unit of a cell that holds a part of one and shows percent.
pub(super) const PERCENT: &str = "%";

impl Parts<'_, '_> {
    /// What must be 0, at the end of *Ringkasan*.
    pub fn checks(
        &self,
        book: &mut Book,
        row: u32,
        totals: &Totals,
        (rka, audit): (At, At),
        (districts, budget): (Option<&Districts>, Option<At>),
    ) {
        let at = |row, col| At { tab: Tab::Summary, row, col };
        let mut row = row.saturating_add(1);
        book.text(at(row, 0), "Pemeriksaan: harus 0", Look::Head);
        let months = self.plan.months.len();
        let funds = self.money.funds.entries().iter().map(|line| line.months(0..months));
        let total = || Expr::from(totals.months.sum());
        let mut checks = vec![
            ("Iuran kurang sumber dana", total().minus(Expr::Total(funds.collect()))),
            ("Iuran kurang RKA", total().minus(rka)),
            ("Iuran kurang lembar Audit", total().minus(audit)),
        ];
        if let Some(villages) = self.inputs.villages.as_ref().filter(|one| one.make_the_plan) {
            let counted = villages.segments.iter().filter_map(|at| totals.segments.get(at.index()));
            let counted = counted.map(|line| line.months(0..months)).collect();
            let sums = villages.sums.iter().copied().map(Range::one).collect();
            let words = "Iuran kurang lembar Desa (kelompok yang dihitung dari desa)";
            checks.push((words, Expr::Total(counted).minus(Expr::Total(sums))));
        }
        if let Some(districts) = districts {
            let over = Expr::Total(runs(&districts.of_villages));
            let over = over.minus(Expr::Total(runs(&districts.sums)));
            checks.push(("Lembar Desa kurang lembar Kecamatan", over));
        }
        if let (Some(budget), Some(villages)) = (budget, &self.inputs.villages) {
            let asked = villages.funds.iter().filter(|one| one.is_of_villages);
            let asked: Vec<At> =
                asked.map(|one| villages::at(villages.below(), one.asked)).collect();
            let over = Expr::Total(runs(&asked)).minus(budget);
            checks.push(("Lembar Desa kurang lembar APBDes", over));
        }
        for tab in Tab::ALL {
            let Some((cells, range)) = formulas(book, tab) else { continue };
            checks.push((tab.overwritten(), Expr::Overwritten(cells, range)));
        }
        for (words, formula) in checks {
            row = row.saturating_add(1);
            book.text(at(row, 0), words, Look::Text);
            book.formula(at(row, 1), formula, Look::Check);
        }
        row = row.saturating_add(1);
        book.text(at(row, 0), "Isian yang diubah sesudah diekspor", Look::Text);
        let changed = self.changes(book);
        book.formula(at(row, 1), changed, Look::Check);
        let kept = book.value(totals.months.sum());
        row = row.saturating_add(1);
        book.text(at(row, 0), "Semua iuran saat diekspor (rupiah)", Look::Text);
        book.put(at(row, 1), Content::Value(kept), Look::Number);
        if book.fixed > 0 {
            row = row.saturating_add(1);
            let words = format!(
                "{} sel ditulis sebagai nilai tetap: bilangannya terlalu besar bagi spreadsheet.",
                book.fixed
            );
            book.text(at(row, 0), words, Look::Note);
        }
    }

    /// *Perubahan*: every input as it was and as it is; answers with how many differ.
    fn changes(&self, book: &mut Book) -> Expr {
        let tab = Tab::Changes;
        book.heading(tab, "Isian yang diubah sesudah diekspor", "");
        book.heads(
            tab,
            3,
            &[
                "Isian",
                "Sel",
                "Saat diekspor",
                "Sekarang",
                "Berubah",
                "Tempat di skenario",
                "Satuan",
            ],
        );
        let typed = core::mem::take(&mut book.typed);
        let mut row = FIRST;
        for one in &typed {
            let at = |col| At { tab, row, col };
            let Some(cell) = book.cell(one.at).cloned() else { continue };
            book.text(at(0), one.what.as_str(), Look::Text);
            book.text(at(1), one.at.seen_from(tab), Look::Text);
            // A blank cell and a 0 differ: without a ceiling nothing ends, with a ceiling of 0 all does.
            if matches!(cell.content, Content::Value(Value::Blank)) {
                book.text(at(2), "kosong", Look::Text);
            } else {
                book.put(at(2), cell.content, cell.look);
            }
            book.formula(at(3), shown(one.at), cell.look);
            let same = Test::Equal(at(2).into(), at(3).into());
            book.formula(at(4), Expr::either(same, 0, 1), Look::Check);
            book.text(at(5), one.path.as_str(), Look::Text);
            book.text(at(6), unit(cell.look), Look::Text);
            row = row.saturating_add(1);
        }
        book.typed = typed;
        let last = row.saturating_sub(1);
        Expr::Total(vec![Range::of(At { tab, row: FIRST, col: 4 }, At { tab, row: last, col: 4 })])
    }
}

/// Cells of one row as ranges of neighbours: a function takes 255 of them.
fn runs(cells: &[At]) -> Vec<Range> {
    let mut runs: Vec<Range> = Vec::new();
    for cell in cells {
        match runs.last_mut() {
            Some(run) if run.last.right(1) == *cell => run.last = *cell,
            Some(_) | None => runs.push(Range::one(*cell)),
        }
    }
    runs
}

/// The formula of *Perubahan* that shows an input.
pub(super) fn shown(at: At) -> Expr {
    let blank = Test::Equal(at.into(), Expr::text(""));
    Expr::either(blank, Expr::text("kosong"), at)
}

/// In what an input is counted, for whoever reads the workbook back.
const fn unit(look: Look) -> &'static str {
    match look {
        Look::Percent => PERCENT,
        Look::Text | Look::Long => CHOICE,
        Look::Wage => "rupiah",
        Look::Title
        | Look::Head
        | Look::Note
        | Look::Number
        | Look::Sum
        | Look::Month
        | Look::MonthHead
        | Look::Year
        | Look::Check => "bilangan",
    }
}

/// How many formulas a sheet has, and the rectangle that holds them.
fn formulas(book: &Book, tab: Tab) -> Option<(i128, Range)> {
    if matches!(tab, Tab::Summary | Tab::Changes) {
        return None;
    }
    let grid = book.grid(tab)?;
    let (mut count, mut last) = (0_i128, At { tab, row: 0, col: 0 });
    for (row, cells) in (0_u32..).zip(&grid.rows) {
        for (col, cell) in (0_u16..).zip(cells) {
            let Some(cell) = cell else { continue };
            if matches!(cell.content, Content::Formula(..)) {
                count = count.saturating_add(1);
                last = At { tab, row, col: last.col.max(col) };
            }
        }
    }
    (count > 0).then(|| (count, Range::of(At { tab, row: 0, col: 0 }, last)))
}

/// *Belum dihitung*.
pub(super) fn remarks(book: &mut Book, remarks: &[String], not_counted: &[String]) {
    let tab = Tab::NotCounted;
    book.heading(tab, "Catatan dan yang belum dihitung", "");
    let mut row = 2;
    for (title, list) in [("Catatan", remarks), ("Belum dihitung", not_counted)] {
        book.text(At { tab, row, col: 0 }, title, Look::Head);
        row = row.saturating_add(1);
        for words in list {
            book.text(At { tab, row, col: 0 }, words.as_str(), Look::Long);
            row = row.saturating_add(1);
        }
        row = row.saturating_add(1);
    }
}

/// The scenario, or what happened, as JSON down a column of a sheet that nobody sees.
pub(super) fn hidden(book: &mut Book, col: u16, json: &str) {
    // `_x0041_` is an A in a cell. Only texts of the JSON hold the sign, and there it may be written otherwise.
    let json = json.replace("_x", "\\u005fx");
    // A cell holds 32,767 letters.
    let letters: Vec<char> = json.chars().collect();
    for (row, part) in (0_u32..).zip(letters.chunks(30_000)) {
        let part: String = part.iter().collect();
        book.text(At { tab: Tab::Scenario, row, col }, part, Look::Text);
    }
}
