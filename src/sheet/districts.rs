//! *Kecamatan*: the sums of *Desa* by district, for whoever evaluates the budgets of villages.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Tab, Value};
use super::formula::{Expr, Test};
use super::villages::{self, PEOPLE, Villages, column};
use crate::batch::{VillageColumns, VillagesAnswer};
use crate::plan::{Broken, Plan, Position as _};
use crate::scenario::Scenario;

const TAB: Tab = Tab::Districts;
/// The row of the first district.
const FIRST: u32 = 4;
/// The columns of its number and of its villages.
const NUMBER: u16 = 1;
const COUNT: u16 = 2;
/// Villages × districts that a spreadsheet adds up anew at each change without a wait: 3,000 in 330.
const MOST_PAIRS: usize = 1_000_000;

/// Where the sums of all districts stand, and those of *Desa* that they must equal.
pub(super) struct Districts {
    pub sums: Vec<At>,
    pub of_villages: Vec<At>,
}

/// Writes the sheet.
struct Writer<'b> {
    book: &'b mut Book,
    answer: &'b VillagesAnswer,
    villages: &'b Villages,
    /// The number of the district of each village.
    numbers: Range,
    is_live: bool,
    made: Districts,
    col: u16,
}

const fn at(row: u32, col: u16) -> At {
    At { tab: TAB, row, col }
}

/// Writes the sheet; `None`: no village names a district.
pub(super) fn districts(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
    villages: &Villages,
    answer: &VillagesAnswer,
) -> Result<Option<Districts>, Broken> {
    if answer.districts.iter().all(String::is_empty) {
        return Ok(None);
    }
    let is_live = answer.districts.len().saturating_mul(answer.district_of.len()) <= MOST_PAIRS;
    let note = if is_live {
        "Jumlah lembar Desa menurut kecamatan. Terpakai: yang diminta sampai pagu desa; bagian di atas pagu berdiri sendiri, dan pagu satu desa tidak menutup desa lain."
    } else {
        "Jumlah lembar Desa menurut kecamatan. Nilai tetap: desanya terlalu banyak untuk dijumlahkan ulang oleh rumus. Ubah di aplikasi."
    };
    book.heading(TAB, "Kecamatan", note);
    let numbers = number(book, villages, answer)?;
    let made = Districts { sums: Vec::new(), of_villages: Vec::new() };
    let mut writer = Writer { book, answer, villages, numbers, is_live, made, col: COUNT };
    writer.names();
    for (order, segment) in villages.segments.iter().enumerate() {
        let name = scenario.segments.get(segment.index()).map_or("", |one| &one.name);
        writer.sum(&format!("{name} (orang)"), column(PEOPLE, order), &|columns| {
            let (_, people) = columns.people.get(order)?;
            Some(people.iter().map(|people| people.get()).collect())
        })?;
    }
    for (position, (year, sum)) in plan.years.iter().zip(&villages.sums).enumerate() {
        writer.sum(&format!("Iuran {} (rupiah)", year.year), sum.col, &|columns| {
            let rupiah = &columns.years.get(position)?.rupiah;
            Some(rupiah.iter().map(|one| one.get()).collect())
        })?;
    }
    for of in &villages.funds {
        let words = format!("Diminta dari {} (rupiah)", of.name);
        writer.sum(&words, of.asked, &|columns| {
            let fund = columns.years.get(of.year)?.funds.get(of.fund.index())?;
            Some(fund.asked.iter().map(|one| one.get()).collect())
        })?;
        let Some(ceiling) = of.ceiling else { continue };
        let rupiah = writer.col;
        writer.sum(&format!("Pagu desa: {} (rupiah)", of.name), ceiling.rupiah, &|_| None)?;
        let used = writer.col;
        writer.sum(
            &format!("Terpakai dari pagu desa: {} (rupiah)", of.name),
            ceiling.used,
            &|_| None,
        )?;
        writer.ratio(&format!("Terpakai dari pagu desa: {} (persen)", of.name), used, rupiah);
        writer.sum(
            &format!("Di atas pagu desa: {} (rupiah)", of.name),
            ceiling.above,
            &|columns| {
                let fund = columns.years.get(of.year)?.funds.get(of.fund.index())?;
                Some(fund.short.iter().map(|one| one.get()).collect())
            },
        )?;
    }
    Ok(Some(writer.made))
}

/// Writes the number of its district beside each village: names may be empty, or hold what a criterion of a spreadsheet
/// takes for a sign.
fn number(book: &mut Book, villages: &Villages, answer: &VillagesAnswer) -> Result<Range, Broken> {
    let tab = Tab::Villages;
    let head = villages::FIRST.saturating_sub(1);
    let heads = book.grid(tab).and_then(|grid| grid.rows.get(usize::try_from(head).ok()?));
    let col = heads.map(Vec::len).and_then(|cells| u16::try_from(cells).ok());
    let col = col.ok_or(Broken("columns of villages"))?;
    book.text(At { tab, row: head, col }, "Nomor kecamatan", Look::Head);
    for (district, row) in answer.district_of.iter().zip(villages::FIRST..) {
        book.number(At { tab, row, col }, number_of(*district), Look::Number);
    }
    Ok(villages.all(col))
}

fn number_of(district: usize) -> u64 {
    (district as u64).saturating_add(1)
}

impl Writer<'_> {
    fn below(&self) -> u32 {
        let rows = u32::try_from(self.answer.districts.len()).unwrap_or(u32::MAX);
        FIRST.saturating_add(rows)
    }

    fn head(&mut self, words: &str) {
        self.book.text(at(FIRST.saturating_sub(1), self.col), words, Look::Head);
    }

    /// The sum of a column below it.
    fn foot(&mut self, col: u16) -> At {
        let below = at(self.below(), col);
        let last = self.below().saturating_sub(1);
        let all = Range::of(at(FIRST, col), at(last, col));
        self.book.formula(below, Expr::Total(vec![all]), Look::Sum);
        below
    }

    /// Each district, its number, and how many villages it has.
    fn names(&mut self) {
        self.book.heads(TAB, FIRST.saturating_sub(1), &["Kecamatan", "Nomor"]);
        self.head("Desa/kelurahan");
        for ((district, name), row) in self.answer.districts.iter().enumerate().zip(FIRST..) {
            let name = if name.is_empty() { "(tanpa kecamatan)" } else { name };
            self.book.text(at(row, 0), name, Look::Text);
            self.book.number(at(row, NUMBER), number_of(district), Look::Number);
            if self.is_live {
                let count = Expr::CountEqual(self.numbers, at(row, NUMBER));
                self.book.formula(at(row, COUNT), count, Look::Number);
            } else {
                let own = self.answer.district_of.iter().filter(|one| **one == district);
                self.book.number(at(row, COUNT), own.count() as u64, Look::Number);
            }
        }
        self.book.text(at(self.below(), 0), "JUMLAH", Look::Head);
        self.foot(COUNT);
        self.col = COUNT.saturating_add(1);
    }

    /// A column of *Desa* by district; `known` finds what the engine says, where it has the column.
    fn sum(
        &mut self,
        words: &str,
        of: u16,
        known: &dyn Fn(&VillageColumns) -> Option<Vec<u64>>,
    ) -> Result<(), Broken> {
        self.head(words);
        let cells = self.villages.all(of);
        let sums = self.added(cells)?;
        for (sum, row) in sums.iter().zip(FIRST..) {
            let cell = at(row, self.col);
            if self.is_live {
                let formula = Expr::SumOf(cells, self.numbers, at(row, NUMBER));
                self.book.formula(cell, formula, Look::Number);
            } else {
                self.book.number(cell, *sum, Look::Number);
            }
            if self.book.value(cell) != Value::Whole(*sum) {
                return Err(Broken("districts of the workbook"));
            }
        }
        if let Some(known) = known(&self.answer.by_district)
            && known.into_iter().map(i128::from).ne(sums.iter().copied())
        {
            return Err(Broken("districts of the workbook"));
        }
        let foot = self.foot(self.col);
        self.made.sums.push(foot);
        self.made.of_villages.push(At { row: self.villages.below(), ..cells.first });
        self.col = self.col.saturating_add(1);
        Ok(())
    }

    /// The values of a column of *Desa*, added up by district.
    fn added(&self, cells: Range) -> Result<Vec<i128>, Broken> {
        let mut sums = vec![0_i128; self.answer.districts.len()];
        for (cell, district) in cells.cells().zip(&self.answer.district_of) {
            let sum = sums.get_mut(*district).ok_or(Broken("districts"))?;
            let value = self.book.value(cell).summand().map_err(|_| Broken("cells of Desa"))?;
            *sum = sum.saturating_add(value);
        }
        Ok(sums)
    }

    /// What part of the ceilings is used, of each district and of all.
    fn ratio(&mut self, words: &str, used: u16, ceilings: u16) {
        self.head(words);
        for row in FIRST..=self.below() {
            let ceiling = at(row, ceilings);
            let part = Expr::Ratio(at(row, used), ceiling);
            let nothing = Test::Equal(ceiling.into(), 0.into());
            let part = Expr::either(nothing, Expr::text(""), part);
            self.book.formula(at(row, self.col), part, Look::Percent);
        }
        self.col = self.col.saturating_add(1);
    }
}
