//! The rows of an RKA and the cash plan as CSV.

use super::cash::{CashBy, CashPlan};
use super::csv::{Csv, Dialect, Field};
#[cfg(feature = "open")]
use super::open::Held;
use super::revision::{Moved, RkaChange};
use super::rka::RkaRow;
use crate::choices::Choice as _;

/// The rows of an RKA as CSV.
///
/// ```
/// use cakupan::sheet::{Dialect, rka_csv};
/// assert!(rka_csv(&[], Dialect::Semicolon).starts_with("\u{feff}\"Tahun\";\"Kode rekening\";"));
/// ```
#[must_use]
pub fn rka_csv(rows: &[RkaRow<'_>], dialect: Dialect) -> String {
    let heads = [
        "Tahun",
        "Kode rekening",
        "Uraian",
        "Kelompok",
        "Program",
        "Koefisien",
        "Satuan",
        "Harga satuan (Rp)",
        "Jumlah (Rp)",
        "Sumber dana",
        "Bagian sumber dana (%)",
        "OPD",
        "Nomor SK",
        "Program anggaran",
        "Kegiatan",
        "Sub kegiatan",
    ];
    let mut csv = Csv::new(dialect, heads);
    for row in rows {
        csv.row([
            Field::Year(row.year),
            text(row.code),
            Field::Text(&row.description),
            Field::Text(row.segment),
            Field::Text(row.programme.name()),
            Field::Text(&row.coefficient),
            Field::Text(row.unit),
            Field::Rupiah(row.price),
            Field::Rupiah(row.rupiah),
            Field::Text(row.fund),
            row.percent.map_or(Field::Empty, Field::Percent),
            text(row.agency),
            text(row.decree),
            text(row.budget_programme),
            text(row.activity),
            text(row.sub_activity),
        ]);
    }
    csv.written()
}

/// Any table as CSV: its heads, then its rows.
///
/// ```
/// use cakupan::sheet::{Dialect, Held, table_csv};
/// let rows = [vec![Held::Text("=1+1".into()), Held::Number(50.54)]];
/// assert_eq!(
///     table_csv(&["Apa".into(), "Cakupan (%)".into()], &rows, Dialect::Semicolon),
///     "\u{feff}\"Apa\";\"Cakupan (%)\"\r\n\"'=1+1\";50,54\r\n"
/// );
/// ```
#[cfg(feature = "open")]
#[must_use]
pub fn table_csv(heads: &[String], rows: &[Vec<Held>], dialect: Dialect) -> String {
    let mut csv = Csv::new(dialect, heads.iter().map(String::as_str));
    for row in rows {
        csv.row(row.iter().map(|cell| match cell {
            Held::Empty => Field::Empty,
            Held::Number(number) => Field::Number(*number),
            Held::Text(words) => Field::Text(words),
        }));
    }
    csv.written()
}

pub(super) fn text(words: Option<&str>) -> Field<'_> {
    words.map_or(Field::Empty, Field::Text)
}

/// Two RKA side by side as CSV: sebelum, sesudah, bertambah or berkurang.
#[must_use]
pub fn rka_change_csv(rows: &[RkaChange<'_>], dialect: Dialect) -> String {
    let heads = [
        "Tahun",
        "Kode rekening",
        "Uraian",
        "Kelompok",
        "Program",
        "Sumber dana",
        "OPD",
        "Koefisien sebelum",
        "Jumlah sebelum (Rp)",
        "Koefisien sesudah",
        "Jumlah sesudah (Rp)",
        "Bertambah/(berkurang) (Rp)",
        "Keterangan",
    ];
    let mut csv = Csv::new(dialect, heads);
    for row in rows {
        let moved = match row.moved {
            Moved::More => "bertambah",
            Moved::Less => "berkurang",
            Moved::Same => "tetap",
        };
        csv.row([
            Field::Year(row.year),
            text(row.code),
            Field::Text(&row.description),
            Field::Text(row.segment),
            Field::Text(row.programme.name()),
            Field::Text(row.fund),
            text(row.agency),
            Field::Text(&row.coefficient_before),
            Field::Rupiah(row.before),
            Field::Text(&row.coefficient_after),
            Field::Rupiah(row.after),
            Field::Difference(row.difference),
            Field::Text(moved),
        ]);
    }
    csv.written()
}

/// The cash plan as CSV: a row for all, for each group, programme and fund; a column for each month, quarter or half year.
#[must_use]
pub fn cash_csv(plan: &CashPlan<'_>, dialect: Dialect) -> String {
    let heads = ["Menurut", "Apa", "Jumlah (Rp)"].into_iter();
    let mut csv =
        Csv::new(dialect, heads.chain(plan.columns.iter().map(|column| column.label.as_str())));
    for row in &plan.rows {
        let by = match row.by {
            CashBy::Total => "semua iuran",
            CashBy::Segment => "kelompok",
            CashBy::Programme => "program",
            CashBy::Fund => "sumber dana",
        };
        let head = [Field::Text(by), Field::Text(row.name), Field::Rupiah(row.total)];
        csv.row(head.into_iter().chain(row.rupiah.iter().copied().map(Field::Rupiah)));
    }
    csv.written()
}
