//! *Sumber*: the statutory values that the prices are made of, each with its instrument, its article and its months, and
//! beside each its whole thousandths or millionths. A value may be changed; its months are the build of the workbook.

use super::book::{Book, Look};
use super::cells::{At, Range, Tab, Value as Shown};
use super::formula::{Expr, MILLION};
use crate::choices::Choice as _;
use crate::law::{Found, Key, Law, Origin, Row, Status, Value};
use crate::money::{Base, Rate};
use crate::plan::Broken;
use crate::text::{below, place};

const TAB: Tab = Tab::Sources;

/// The values written so far.
pub(super) struct Sources<'a> {
    law: Law<'a>,
    written: Vec<(Key, Origin, Written)>,
}

#[derive(Clone, Copy)]
enum Written {
    One(At),
    Rows(Table),
}

/// The rows of a table: from which amount, and the value, both whole.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub from: Range,
    pub values: Range,
}

impl<'a> Sources<'a> {
    pub fn new(book: &mut Book, law: Law<'a>) -> Self {
        book.heading(
            TAB,
            "Sumber nilai peraturan",
            "Nilai boleh diubah untuk menguji; bulan berlakunya tetap. Nilai yang diubah terlihat di lembar Perubahan.",
        );
        let words = [
            "Nilai",
            "Berlaku dari",
            "Sampai",
            "Nilai",
            "Bilangan bulat",
            "Peraturan",
            "Pasal",
            "Mutu sumber",
            "Mulai dari (rupiah)",
            "Bilangan bulat",
        ];
        book.heads(TAB, 3, &words);
        Self { law, written: Vec::new() }
    }

    pub fn percent(&mut self, book: &mut Book, found: Found<Rate>) -> Result<At, Broken> {
        self.one(book, found.key, found.origin, Value::Percent(found.value))
    }

    pub fn rupiah(&mut self, book: &mut Book, found: Found<Base>) -> Result<At, Broken> {
        self.one(book, found.key, found.origin, Value::Rupiah(found.value))
    }

    /// The rows of a table of rates or amounts.
    pub fn table(&mut self, book: &mut Book, found: Found<&[Row]>) -> Result<Table, Broken> {
        if let Some(Written::Rows(table)) = self.known(found.key, found.origin) {
            return Ok(table);
        }
        let mut table: Option<Table> = None;
        for (position, row) in found.value.iter().enumerate() {
            let (path, start) = self.row_paths(found.key, found.origin, position);
            let at = self.row(book, found.key, found.origin, (row.value, path))?;
            let from = At { col: 8, ..at };
            let amount = Shown::Part(row.from.thousandths().into(), 1_000);
            book.input(
                from,
                amount,
                Look::Wage,
                (format!("{}, mulai dari", self.law.title(&found.key).id), start),
            );
            let key = from.right(1);
            book.formula(key, Expr::Scaled(from, 1_000), Look::Number);
            table = Some(match table {
                None => Table { from: Range::one(key), values: Range::one(at) },
                Some(Table { from, values }) => {
                    Table { from: Range::of(from.first, key), values: Range::of(values.first, at) }
                }
            });
        }
        let table = table.ok_or(Broken("rows of a table"))?;
        self.written.push((found.key, found.origin, Written::Rows(table)));
        Ok(table)
    }

    fn known(&self, key: Key, origin: Origin) -> Option<Written> {
        let mut written = self.written.iter();
        written.find(|(other, from, _)| (*other, *from) == (key, origin)).map(|(.., at)| *at)
    }

    fn one(
        &mut self,
        book: &mut Book,
        key: Key,
        origin: Origin,
        value: Value<'_>,
    ) -> Result<At, Broken> {
        if let Some(Written::One(at)) = self.known(key, origin) {
            return Ok(at);
        }
        let path = match origin {
            Origin::Override(position) => place("overrides[#].value", &[position]),
            Origin::Law(_) | Origin::Pack(..) | Origin::Beyond { .. } => self.path(key, origin),
        };
        let at = self.row(book, key, origin, (value, path))?;
        self.written.push((key, origin, Written::One(at)));
        Ok(at)
    }

    /// A value of the law has its key and its first month for a place, one of a pack its place in the scenario and its first
    /// month: `jkm.bpu:2015-07`, `lawPacks[0].values[2]:2027-01`.
    fn path(&self, key: Key, origin: Origin) -> String {
        let [from, _] = self.months(key, origin);
        let from = from.map(crate::month::Month::text).unwrap_or_default();
        match origin {
            Origin::Pack(pack, value) => {
                let value = place("lawPacks[#].values[#]", &[pack, value]);
                format!("{value}:{from}")
            }
            Origin::Law(_) | Origin::Override(_) | Origin::Beyond { .. } => {
                format!("{}:{from}", key.name())
            }
        }
    }

    /// The places of the value and the lower end of a row of a table.
    fn row_paths(&self, key: Key, origin: Origin, row: usize) -> (String, String) {
        match origin {
            Origin::Override(position) => {
                let row = place("overrides[#].rows[#]", &[position, row]);
                (below(&row, ".value"), below(&row, ".fromRupiah"))
            }
            Origin::Law(_) | Origin::Pack(..) | Origin::Beyond { .. } => {
                let row = format!("{}:{row}", self.path(key, origin));
                (row.clone(), below(&row, ":from"))
            }
        }
    }

    /// Writes a row; answers with the whole number in it.
    fn row(
        &self,
        book: &mut Book,
        key: Key,
        origin: Origin,
        (value, path): (Value<'_>, String),
    ) -> Result<At, Broken> {
        let row = book.next_row(TAB).max(4);
        let at = |col| At { tab: TAB, row, col };
        let title = self.law.title(&key).id;
        book.text(at(0), title, Look::Text);
        for (col, month) in (1..).zip(self.months(key, origin)) {
            match month {
                Some(month) => book.month(at(col), month, Look::Month),
                None => book.text(at(col), "", Look::Text),
            }
        }
        let (shown, look, scale) = match value {
            Value::Percent(rate) => {
                (Shown::Part(rate.millionths().into(), MILLION), Look::Percent, 1_000_000)
            }
            Value::Rupiah(base) => {
                (Shown::Part(base.thousandths().into(), 1_000), Look::Wage, 1_000)
            }
            Value::Months(_) | Value::Table(_) => return Err(Broken("value of a contribution")),
        };
        // What an assumption lets grow is not made again by the workbook, so what it grows from is locked too.
        if self.law.is_assumed(key) {
            book.put(at(3), super::book::Content::Value(shown), look);
        } else {
            book.input(at(3), shown, look, (title.into(), path));
        }
        book.formula(at(4), Expr::Scaled(at(3), scale), Look::Number);
        let cited = self.law.cite(key, origin).ok_or(Broken("source of a value"))?;
        book.text(at(5), cited.instrument, Look::Text);
        book.text(at(6), cited.article.unwrap_or_default(), Look::Text);
        let known = Status::ALL.iter().find(|status| status.name() == cited.status);
        let status = match known {
            Some(Status::Enacted) => "sesuai naskah peraturan",
            Some(Status::Reported) => "sumber sekunder",
            Some(Status::Assumed) => "belum diperiksa",
            None if matches!(origin, Origin::Override(_)) => "diganti perencana",
            None => "asumsi pertumbuhan; nilai tetap, ubah di aplikasi",
        };
        book.text(at(7), status, Look::Text);
        Ok(at(4))
    }

    /// From when to when a value holds.
    fn months(&self, key: Key, origin: Origin) -> [Option<crate::month::Month>; 2] {
        match origin {
            Origin::Law(position) => match key.values().get(position) {
                Some(dated) => [Some(dated.from), dated.to],
                None => [None, None],
            },
            Origin::Pack(pack, value) => match self.law.packed(key, pack, value) {
                Some(dated) => [Some(dated.from), dated.to],
                None => [None, None],
            },
            Origin::Override(position) => match self.law.overrides(key).get(position) {
                Some(own) => [Some(own.from), own.to],
                None => [None, None],
            },
            Origin::Beyond { since, .. } => [Some(since), None],
        }
    }
}
