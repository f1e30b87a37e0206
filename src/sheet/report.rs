//! The sheets that sum up: *RKA*, *Rencana kas*, *Ringkasan*.

use super::axis::{self, Line, fill, of_year};
use super::bills::{Bill, Money};
use super::book::{Book, Look};
use super::cells::{At, Range, Tab};
use super::flow::People;
use super::formula::{Expr, MILLION, Test};
use super::inputs::Inputs;
use super::tariff::Span;
use crate::choices::Choice as _;
use crate::month::Month;
use crate::plan::{Broken, BudgetYear, Fault, Part, Plan, Position as _, Prices, Row, SegmentAt};
use crate::scenario::{Programme, Scenario};
use core::ops::Range as Columns;

/// What the summing sheets are made of.
pub(super) struct Parts<'p, 'a> {
    pub scenario: &'p Scenario,
    pub plan: &'p Plan<'a>,
    pub prices: &'p Prices<'a>,
    pub tariff: &'p Row<SegmentAt, Vec<Span>>,
    pub people: &'p Row<SegmentAt, People>,
    pub money: &'p Money,
    pub inputs: &'p Inputs,
}

/// Where the totals stand that the whole book is held against.
pub(super) struct Totals {
    /// By month.
    pub months: Line,
    /// By month.
    pub programmes: Vec<(Programme, Line)>,
    /// By month.
    pub segments: Vec<Line>,
}

/// A row of the RKA: where it stands, and what it is made of.
pub(super) struct RkaLine {
    pub row: u32,
    /// Position of the bill.
    pub bill: usize,
    pub fund: usize,
    /// The price of one worker, or of the contract.
    pub price: Option<At>,
    /// The heads of its months; of a contract nobody is counted.
    pub heads: Option<Range>,
}

impl Parts<'_, '_> {
    fn name_of(&self, bill: &Bill) -> Result<&str, Broken> {
        let segment = self.scenario.segments.get(bill.segment.index());
        Ok(&segment.ok_or(Broken("segments"))?.name)
    }

    fn month(&self, column: usize) -> Result<Month, Broken> {
        self.plan.months.get(column).copied().ok_or(Broken("months"))
    }

    /// *Rencana kas*.
    pub fn cash(&self, book: &mut Book) -> Result<Totals, Broken> {
        let tab = Tab::Cash;
        let months = self.plan.months.len();
        book.heading(tab, "Rencana kas: iuran yang dibayar, per bulan (rupiah)", "");
        axis::heads(book, self.plan, tab, &["Apa", "", "", "", "Jumlah"]);
        let total = axis::line(book, tab, &["Semua iuran"]);
        let bills = &self.money.bills;
        let summed = |book: &mut Book, line: Line, takes: &dyn Fn(&Bill) -> bool| {
            fill(book, line, months, |column| {
                let rows = bills.iter().filter(|bill| takes(bill));
                let cells =
                    rows.map(|bill| Range::one(bill.line.month(column))).collect::<Vec<_>>();
                if cells.is_empty() { 0.into() } else { Expr::Total(cells) }
            });
        };
        summed(book, total, &|_| true);
        axis::section(book, tab, "Menurut kelompok");
        let mut segments = Vec::new();
        for ((at, _), segment) in self.plan.segments.iter().zip(&self.scenario.segments) {
            let line = axis::line(book, tab, &[&segment.name]);
            summed(book, line, &|bill| bill.segment == at);
            segments.push(line);
        }
        axis::section(book, tab, "Menurut program");
        let mut programmes = Vec::new();
        for programme in Programme::ALL {
            if bills.iter().any(|bill| bill.programme == *programme) {
                let line = axis::line(book, tab, &[programme.name()]);
                summed(book, line, &|bill| bill.programme == *programme);
                programmes.push((*programme, line));
            }
        }
        axis::section(book, tab, "Menurut sumber dana");
        for (line, fund) in self.money.funds.entries().iter().zip(&self.scenario.funds) {
            let own = axis::line(book, tab, &[&fund.name]);
            fill(book, own, months, |column| line.month(column).into());
        }
        Ok(Totals { months: total, programmes, segments })
    }

    /// *RKA*: one row for each fund, bill, year and span of one price; answers with the sum of all and the rows.
    pub fn rka(&self, book: &mut Book) -> Result<(At, Vec<RkaLine>), Broken> {
        let tab = Tab::Rka;
        book.heading(
            tab,
            "Rincian belanja (RKA)",
            "Bila beberapa sumber dana membayar bersama, koefisien × harga bukan jumlah baris: lihat kolom Bagian.",
        );
        let words = [
            "Tahun",
            "Kode rekening",
            "Uraian",
            "Koefisien",
            "Satuan",
            "Harga satuan (Rp)",
            "Jumlah (Rp)",
            "Sumber dana",
            "Bagian",
            "Kelompok",
            "Dari",
            "Sampai",
            "OPD",
            "Nomor SK",
            "Program anggaran",
            "Kegiatan",
            "Sub kegiatan",
        ];
        book.heads(tab, 3, &words);
        let mut lines: Vec<RkaLine> = Vec::new();
        for year in &self.plan.years {
            for (at, _) in self.plan.funds.iter() {
                let mut done = Vec::new();
                for paid in self.money.paid.iter().filter(|paid| paid.fund == at) {
                    if done.contains(&paid.bill) {
                        continue;
                    }
                    done.push(paid.bill);
                    let bill = self.money.bills.get(paid.bill).ok_or(Broken("bills"))?;
                    for columns in self.same_price(bill, year)? {
                        let row = book.next_row(tab).max(4);
                        let of = (year, at.index(), paid.bill, bill);
                        lines.push(self.rka_row(book, row, of, columns)?);
                    }
                }
            }
        }
        let row = book.next_row(tab).max(4);
        book.text(At { tab, row, col: 2 }, "Jumlah", Look::Head);
        let total = At { tab, row, col: 6 };
        let sum = match (lines.first(), lines.last()) {
            (Some(first), Some(last)) => {
                let of = |line: &RkaLine| At { tab, row: line.row, col: 6 };
                Expr::Total(vec![Range::of(of(first), of(last))])
            }
            (None, _) | (_, None) => 0.into(),
        };
        book.formula(total, sum, Look::Sum);
        Ok((total, lines))
    }

    /// The months of a year in which one bill has one price: neighbouring spans whose price is made of the same values.
    fn same_price(&self, bill: &Bill, year: &BudgetYear) -> Result<Vec<Columns<usize>>, Broken> {
        let mut found: Vec<(Option<crate::plan::Levy<'_>>, Columns<usize>)> = Vec::new();
        for cell in self.prices.cells(bill.segment)? {
            let start = cell.columns.start.max(year.columns.start);
            let end = cell.columns.end.min(year.columns.end);
            if start >= end {
                continue;
            }
            let levy = match self.prices.levies(cell) {
                Ok(levies) => {
                    let mut levies = levies.iter();
                    levies
                        .find(|levy| (levy.programme, levy.part) == (bill.programme, bill.part))
                        .copied()
                }
                Err(Fault::Missing | Fault::TooLarge) => None,
                Err(Fault::Broken(broken)) => return Err(broken),
            };
            match found.last_mut() {
                Some((before, columns)) if *before == levy => columns.end = end,
                Some(_) | None => found.push((levy, start..end)),
            }
        }
        Ok(found.into_iter().map(|(_, columns)| columns).collect())
    }

    fn rka_row(
        &self,
        book: &mut Book,
        row: u32,
        (year, fund, position, bill): (&BudgetYear, usize, usize, &Bill),
        columns: Columns<usize>,
    ) -> Result<RkaLine, Broken> {
        let at = |col| At { tab: Tab::Rka, row, col };
        let group = self.plan.segments.at(bill.segment)?;
        let people = self.people.at(bill.segment)?;
        let of = self.scenario.funds.get(fund).ok_or(Broken("funds"))?;
        let name = self.name_of(bill)?;
        let account = of.account(bill.programme);
        book.number(at(0), year.year, Look::Year);
        book.text(at(1), account.map_or("", |account| account.code.as_str()), Look::Text);
        let words = match (account, bill.part) {
            (Some(account), _) => account.description.clone(),
            (None, Part::Payer) => format!("Iuran {} {name}", bill.programme.name()),
            (None, Part::Worker) => format!("Iuran pekerja {} {name}", bill.programme.name()),
        };
        book.text(at(2), words, Look::Text);
        let heads = people.billed.months(columns.clone());
        if group.is_contract() {
            book.text(at(3), "1 kontrak", Look::Text);
            book.text(at(4), "kontrak", Look::Text);
        } else {
            let (peak, months) = (Expr::Peak(heads), Expr::CountPositive(heads));
            let sum = || Expr::Total(vec![heads]);
            let even = Test::Equal(peak.clone().times(months.clone()), sum());
            let each = Expr::Join(vec![
                Expr::Fixed(peak.into()),
                Expr::text(" orang × "),
                months,
                Expr::text(" bulan"),
            ]);
            let all = Expr::Join(vec![Expr::Fixed(sum().into()), Expr::text(" orang-bulan")]);
            book.formula(at(3), Expr::either(even, each, all), Look::Text);
            book.text(at(4), "orang/bulan", Look::Text);
        }
        let spans = self.tariff.at(bill.segment)?.iter();
        let span = spans.into_iter().find(|span| span.columns.contains(&columns.start));
        let price = span.and_then(|span| span.prices.as_ref()).and_then(|prices| {
            let same = |(one, part, _): &&(Programme, Part, At)| {
                (*one, *part) == (bill.programme, bill.part)
            };
            prices.iter().find(same).map(|(.., price)| *price)
        });
        match price {
            Some(price) => book.formula(at(5), price.into(), Look::Number),
            None => book.text(at(5), "peraturan belum ada", Look::Note),
        }
        let paid = self.money.paid.iter();
        let paid = paid.filter(|paid| paid.bill == position && paid.fund.index() == fund);
        let cells = paid.map(|paid| paid.line.months(columns.clone())).collect();
        book.formula(at(6), Expr::Total(cells), Look::Sum);
        book.text(at(7), of.name.as_str(), Look::Text);
        let shares = self.inputs.segments.at(bill.segment)?.shares.of(bill.part);
        let funds = &group.shares.of(bill.part).funds;
        let own = shares.iter().zip(funds).filter(|(_, at)| at.map(|at| at.index()) == Some(fund));
        let own = own.fold(Expr::Plus(Vec::new()), |sum, (share, _)| sum.plus(*share));
        if let Expr::Plus(parts) = &own
            && !parts.is_empty()
        {
            book.formula(at(8), Expr::Part(own.into(), MILLION), Look::Percent);
        } else {
            book.text(at(8), "pengganti bila pagu habis", Look::Text);
        }
        book.text(at(9), name, Look::Text);
        book.month(at(10), self.month(columns.start)?, Look::Month);
        book.month(at(11), self.month(columns.end.saturating_sub(1))?, Look::Month);
        let segment = self.scenario.segments.get(bill.segment.index()).ok_or(Broken("segments"))?;
        let named = [
            (12, &segment.agency),
            (13, &segment.decree),
            (14, &segment.budget_programme),
            (15, &segment.activity),
            (16, &segment.sub_activity),
        ];
        for (col, words) in named {
            book.text(at(col), words.as_deref().unwrap_or_default(), Look::Text);
        }
        let heads = (!group.is_contract()).then_some(heads);
        Ok(RkaLine { row, bill: position, fund, price, heads })
    }

    /// *Ringkasan*, but for the checks.
    pub fn summary(
        &self,
        book: &mut Book,
        totals: &Totals,
        members: Option<Line>,
        words: &[(&str, &str)],
    ) -> Result<u32, Broken> {
        let tab = Tab::Summary;
        let region = &self.scenario.region.name;
        book.heading(tab, &format!("{region}: rencana iuran BPJS Ketenagakerjaan"), "");
        let at = |row, col| At { tab, row, col };
        let mut row = 1;
        for (what, value) in words {
            book.text(at(row, 0), *what, Look::Text);
            book.text(at(row, 1), *value, Look::Text);
            row = row.saturating_add(1);
        }
        row = row.saturating_add(1);
        book.text(at(row, 0), "Apa", Look::Head);
        let years = &self.plan.years;
        let col = |year: usize| u16::try_from(year).unwrap_or(u16::MAX).saturating_add(1);
        for (place, year) in years.iter().enumerate() {
            book.text(at(row, col(place)), format!("Tahun {}", year.year), Look::Head);
        }
        let last = col(years.len());
        book.text(at(row, last), "Jumlah", Look::Head);
        row = row.saturating_add(1);
        let mut line =
            |book: &mut Book, words: &str, of: &dyn Fn(&BudgetYear) -> Expr, sums: bool| {
                book.text(at(row, 0), words, Look::Text);
                for (place, year) in years.iter().enumerate() {
                    book.formula(at(row, col(place)), of(year), Look::Number);
                }
                if sums {
                    let all = Range::of(at(row, 1), at(row, last.saturating_sub(1)));
                    book.formula(at(row, last), Expr::Total(vec![all]), Look::Sum);
                }
                row = row.saturating_add(1);
                row.saturating_sub(1)
            };
        let total = line(book, "Semua iuran (rupiah)", &|year| of_year(totals.months, year), true);
        let months = |year: &BudgetYear| {
            let rows = self.people.entries().iter();
            Expr::Total(rows.map(|people| people.billed.months(year.columns.clone())).collect())
        };
        line(book, "Orang-bulan", &months, true);
        for ((fund_at, _), fund) in self.plan.funds.iter().zip(&self.scenario.funds) {
            let (name, pays) = (&fund.name, *self.money.funds.at(fund_at)?);
            let ceilings = self.inputs.ceilings.at(fund_at)?;
            let ceiling = |year: &BudgetYear| {
                let place = years.iter().position(|other| other.year == year.year);
                place.and_then(|place| ceilings.get(place)).copied()
            };
            line(book, &format!("{name}: dibayar"), &|year| of_year(pays, year), true);
            let shown = |year: &BudgetYear| {
                let Some(at) = ceiling(year) else { return Expr::Missing };
                Expr::either(Test::Equal(at.into(), Expr::text("")), Expr::text("tanpa pagu"), at)
            };
            line(book, &format!("{name}: pagu"), &shown, false);
            let short = |year: &BudgetYear| {
                let Some(at) = ceiling(year) else { return Expr::Missing };
                let over = Expr::most(0, of_year(pays, year).minus(at));
                Expr::either(Test::Equal(at.into(), Expr::text("")), 0, over)
            };
            line(book, &format!("{name}: kekurangan"), &short, true);
        }
        if let Some(members) = members {
            let end = |year: &BudgetYear| year.columns.end.saturating_sub(1);
            line(
                book,
                "Peserta pada bulan terakhir",
                &|year| members.month(end(year)).into(),
                false,
            );
        }
        book.name("Jumlah_iuran", at(total, last));
        Ok(row)
    }
}
