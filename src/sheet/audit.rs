//! *Audit*: each row of the RKA as heads × months × price, with the formula in words, the rules behind the price, and the
//! sources of the inputs: what a check by Inspektorat or BPK asks for.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Tab, Value};
use super::formula::{Expr, Test};
use super::grounds::sources;
use super::report::{Parts, RkaLine};
use crate::choices::Choice as _;
use crate::plan::{Broken, Part, Position as _};

const TAB: Tab = Tab::Audit;
/// The column of amounts.
const AMOUNT: u16 = 10;

/// Writes what stands above the rows.
fn head(book: &mut Book, code: &str) {
    let note = format!(
        "Setiap pembayaran: peserta × bulan × iuran. Kode data {code}: rencana yang sama mempunyai kode yang sama."
    );
    book.heading(TAB, "Lembar pemeriksaan", &note);
    let words = [
        "Tahun",
        "Kelompok",
        "Program",
        "Bagian iuran",
        "Sumber dana",
        "Dari",
        "Sampai",
        "Orang-bulan",
        "Bulan",
        "Iuran satu peserta (Rp)",
        "Jumlah (Rp)",
        "Hitungan",
        "Peraturan dan pasal",
        "Sumber isian",
        "OPD",
        "Nomor SK",
    ];
    book.heads(TAB, 3, &words);
}

impl Parts<'_, '_> {
    /// Writes the sheet; answers with the sum of its amounts.
    pub fn audit(&self, book: &mut Book, lines: &[RkaLine], code: &str) -> Result<At, Broken> {
        head(book, code);
        let mut amounts = Vec::new();
        for line in lines {
            amounts.push(self.payment(book, line)?);
        }
        let total = At { tab: TAB, row: book.next_row(TAB).max(4), col: AMOUNT };
        book.text(At { col: 1, ..total }, "Jumlah", Look::Head);
        let sum = match (amounts.first(), amounts.last()) {
            (Some(first), Some(last)) => Expr::Total(vec![Range::of(*first, *last)]),
            (None, _) | (_, None) => 0.into(),
        };
        book.formula(total, sum, Look::Sum);
        Ok(total)
    }

    /// Writes a row; answers with its amount.
    fn payment(&self, book: &mut Book, of: &RkaLine) -> Result<At, Broken> {
        let row = book.next_row(TAB).max(4);
        let at = |col| At { tab: TAB, row, col };
        let rka = |col| At { tab: Tab::Rka, row: of.row, col };
        let bill = self.money.bills.get(of.bill).ok_or(Broken("bills"))?;
        let segment = self.scenario.segments.get(bill.segment.index()).ok_or(Broken("segments"))?;
        let fund = self.scenario.funds.get(of.fund).ok_or(Broken("funds"))?;
        book.formula(at(0), rka(0).into(), Look::Year);
        book.text(at(1), segment.name.as_str(), Look::Long);
        book.text(at(2), bill.programme.name(), Look::Text);
        let part = match bill.part {
            Part::Payer => "pemberi kerja atau seluruhnya",
            Part::Worker => "pekerja",
        };
        book.text(at(3), part, Look::Long);
        book.text(at(4), fund.name.as_str(), Look::Long);
        for (col, month) in [(5, rka(10)), (6, rka(11))] {
            if let Some(month) = book.month_of(month) {
                book.month(at(col), month, Look::Month);
            }
        }
        let worth = match of.heads {
            Some(heads) => {
                book.formula(at(7), Expr::Total(vec![heads]), Look::Number);
                book.formula(at(8), Expr::CountPositive(heads), Look::Number);
                of.price.map(|_| Expr::from(at(7)).times(at(9)))
            }
            None => of.price.map(|_| Expr::from(at(9))),
        };
        match of.price {
            Some(price) => book.formula(at(9), price.into(), Look::Number),
            None => book.text(at(9), "peraturan belum ada", Look::Note),
        }
        book.formula(at(AMOUNT), rka(6).into(), Look::Sum);
        if let Some(worth) = worth {
            let whole = Test::Equal(worth, at(AMOUNT).into());
            let equals =
                Expr::either(whole, Expr::text(" = Rp "), Expr::text("; bagian dana ini Rp "));
            let told = Expr::Join(vec![
                rka(3).into(),
                Expr::text(" × Rp "),
                Expr::Fixed(Expr::from(at(9)).into()),
                equals,
                Expr::Fixed(Expr::from(at(AMOUNT)).into()),
            ]);
            book.formula(at(11), told, Look::Long);
        }
        // The price of a worker says what it is made of.
        if let Some(Value::Text(law)) = of.price.map(|price| book.value(At { col: 6, ..price })) {
            book.text(at(12), law, Look::Long);
        }
        book.text(at(13), sources(self.scenario, segment, fund), Look::Long);
        book.text(at(14), segment.agency.as_deref().unwrap_or_default(), Look::Long);
        book.text(at(15), segment.decree.as_deref().unwrap_or_default(), Look::Long);
        Ok(at(AMOUNT))
    }
}
