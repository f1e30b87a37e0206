//! *Realisasi*: plan and payments by month, beside the straight line, and a summary of what is known.
//!
//! The plan and all that follows from it are formulas; what happened, and what the engine concludes from it, are values.

use super::axis::{Line, of_year};
use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Tab, Value};
use super::formula::Expr;
use super::report::Totals;
use crate::ask::{Balance, Monitored};
use crate::people::People;
use crate::plan::{Broken, Plan};
use crate::scenario::Scenario;

const TAB: Tab = Tab::Realisation;
/// The row of the first month.
const FIRST: u32 = 4;
/// What stands for a number that is not known. A sum passes over it.
const UNKNOWN: &str = "belum diketahui";
const HEADS: [&str; 10] = [
    "Bulan",
    "Rencana (rupiah)",
    "Rencana yang dibandingkan",
    "Tagihan",
    "Dibayar",
    "Selisih (dibayar − rencana)",
    "Rencana sampai bulan ini",
    "Dibayar sampai bulan ini",
    "Seharusnya sampai bulan ini (garis lurus)",
    "Baris belum diketahui",
];
const MONTH: u16 = 0;
const PLAN: u16 = 1;
const COMPARED: u16 = 2;
const BILLED: u16 = 3;
const PAID: u16 = 4;
const DEVIATION: u16 = 5;
const PLAN_SO_FAR: u16 = 6;
const PAID_SO_FAR: u16 = 7;
const LINE: u16 = 8;
const UNKNOWN_ROWS: u16 = 9;
/// Of the groups, where the months have the plan so far.
const ARREARS: u16 = 6;

const fn at(row: u32, col: u16) -> At {
    At { tab: TAB, row, col }
}

/// Writes the sheet. What its formulas come to must be what the engine says.
pub(super) fn realisation(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
    totals: &Totals,
    monitored: &Monitored<'_>,
) -> Result<(), Broken> {
    book.heading(
        TAB,
        "Rencana dan realisasi",
        "Menurut bulan iuran. Yang belum diketahui tidak dihitung nol dan tidak dibandingkan. Realisasi adalah nilai tetap; ubah di aplikasi. Bukan formulir resmi.",
    );
    book.heads(TAB, FIRST.saturating_sub(1), &HEADS);
    let first = monitored.months.first().ok_or(Broken("months"))?.month;
    let first = plan.months.iter().position(|month| *month == first).ok_or(Broken("months"))?;
    let mut row = FIRST;
    let mut all_known = true;
    for (column, month) in (first..).zip(&monitored.months) {
        all_known = all_known && month.compared.unknown == 0;
        book.month(at(row, MONTH), month.month, Look::Month);
        balance(book, row, totals.months.month(column).into(), &month.compared);
        let so_far = |col| Expr::Total(vec![Range::of(at(FIRST, col), at(row, col))]);
        book.formula(at(row, PLAN_SO_FAR), so_far(PLAN), Look::Number);
        if all_known {
            book.formula(at(row, PAID_SO_FAR), so_far(PAID), Look::Number);
        } else {
            book.text(at(row, PAID_SO_FAR), UNKNOWN, Look::Text);
        }
        book.formula(at(row, LINE), straight(plan, totals.months, column)?, Look::Number);
        book.number(at(row, UNKNOWN_ROWS), month.compared.unknown, Look::Number);
        row = row.saturating_add(1);
    }
    let last = row.saturating_sub(1);
    sums(book, row, (FIRST, last), &[PLAN, COMPARED, BILLED, PAID, DEVIATION, UNKNOWN_ROWS]);
    agrees(book, monitored, last, row)?;
    let columns = first..first.saturating_add(monitored.months.len());
    row = groups(book, scenario, totals, monitored, columns, row.saturating_add(2))?;
    summary(book, monitored, row.saturating_add(2));
    Ok(())
}

/// Plan, bill and payment of a month or group, and what was paid beyond the plan that is compared.
fn balance(book: &mut Book, row: u32, plan: Expr, compared: &Balance) {
    book.formula(at(row, PLAN), plan, Look::Number);
    if compared.known == 0 {
        for col in [COMPARED, BILLED, PAID, DEVIATION] {
            book.text(at(row, col), UNKNOWN, Look::Text);
        }
        return;
    }
    if compared.unknown == 0 {
        book.formula(at(row, COMPARED), at(row, PLAN).into(), Look::Number);
    } else {
        book.number(at(row, COMPARED), compared.compared_rupiah.get(), Look::Number);
    }
    book.number(at(row, BILLED), compared.billed_rupiah.get(), Look::Number);
    book.number(at(row, PAID), compared.paid_rupiah.get(), Look::Number);
    let deviation = Expr::from(at(row, PAID)).minus(at(row, COMPARED));
    book.formula(at(row, DEVIATION), deviation, Look::Number);
}

/// Plan of the budget year × months passed ÷ its months, rounded down.
fn straight(plan: &Plan<'_>, months: Line, column: usize) -> Result<Expr, Broken> {
    let mut years = plan.years.iter();
    let year = years.find(|year| year.columns.contains(&column)).ok_or(Broken("years"))?;
    let passed = column.saturating_sub(year.columns.start).saturating_add(1);
    let whole = |months: usize| i128::try_from(months).map_err(|_| Broken("months"));
    Ok(of_year(months, year).times(whole(passed)?).by(whole(year.columns.len())?))
}

/// A row of sums over the rows above it.
fn sums(book: &mut Book, row: u32, (first, last): (u32, u32), columns: &[u16]) {
    book.text(at(row, MONTH), "Jumlah", Look::Head);
    for col in columns.iter().copied() {
        let sum = Expr::Total(vec![Range::of(at(first, col), at(last, col))]);
        book.formula(at(row, col), sum, Look::Sum);
    }
}

/// The same by group over all these months; arrears are of each month and village, and no difference of sums.
fn groups(
    book: &mut Book,
    scenario: &Scenario,
    totals: &Totals,
    monitored: &Monitored<'_>,
    columns: core::ops::Range<usize>,
    mut row: u32,
) -> Result<u32, Broken> {
    let heads = ["Kelompok", HEADS[1], HEADS[2], HEADS[3], HEADS[4], HEADS[5], "Tunggakan"];
    book.heads(TAB, row, &heads);
    row = row.saturating_add(1);
    let first = row;
    for (line, segment) in totals.segments.iter().zip(&monitored.segments) {
        let name = scenario.segments.iter().find(|one| one.id == segment.segment);
        book.text(at(row, MONTH), &name.ok_or(Broken("segments"))?.name, Look::Text);
        balance(book, row, Expr::Total(vec![line.months(columns.clone())]), &segment.compared);
        book.number(at(row, ARREARS), segment.compared.arrears_rupiah.get(), Look::Number);
        row = row.saturating_add(1);
    }
    let last = row.saturating_sub(1);
    sums(book, row, (first, last), &[PLAN, COMPARED, BILLED, PAID, DEVIATION, ARREARS]);
    let total = monitored.total.arrears_rupiah.get();
    same(book, at(row, ARREARS), total.into(), "arrears of the workbook")?;
    Ok(row)
}

/// What offices print when they report.
fn summary(book: &mut Book, monitored: &Monitored<'_>, mut row: u32) {
    let Monitored { year, total, coverage, .. } = monitored;
    book.heads(TAB, row, &["Ringkasan", "Jumlah"]);
    let mut put = |label: &str, value: Option<u64>| {
        row = row.saturating_add(1);
        book.text(at(row, 0), label, Look::Text);
        match value {
            Some(value) => book.number(at(row, 1), value, Look::Number),
            None => book.text(at(row, 1), UNKNOWN, Look::Text),
        }
    };
    if let Some(members) = coverage {
        put("Potensi peserta", Some(members.eligible.get()));
        put("Peserta aktif (iuran terbayar)", members.members.map(People::get));
        if members.target_members.is_some() {
            put("Target (orang)", members.target_members.map(People::get));
            put("Kurang terhadap target", members.gap.map(People::get));
        }
        put("Kurang terhadap 100 %", members.gap_to_all.map(People::get));
    }
    for (label, step) in [
        ("Kuota (orang-bulan)", total.quota),
        ("Lolos verifikasi (orang-bulan)", total.verified),
        ("Terbayar (orang-bulan)", total.paid),
    ] {
        if step.rows > 0 {
            put(label, Some(step.person_months.get()));
        }
    }
    put("Sisa dari verifikasi (rupiah)", Some(total.unspent_rupiah.get()));
    put("Tunggakan (rupiah)", Some(total.arrears_rupiah.get()));
    let named = format!("Anggaran menurut rencana {} (rupiah)", year.year);
    put(&named, Some(year.plan_rupiah.get()));
    put("Perkiraan sampai Desember, sisanya seperti rencana", Some(year.as_planned.rupiah.get()));
    let lately = "Perkiraan sampai Desember, sisanya seperti bulan terakhir";
    put(lately, Some(year.as_lately.rupiah.get()));
}

/// The formulas say what the engine says.
fn agrees(book: &Book, monitored: &Monitored<'_>, last: u32, sums: u32) -> Result<(), Broken> {
    let total = &monitored.total;
    let month = monitored.months.last().ok_or(Broken("months"))?;
    same(book, at(sums, PLAN), total.plan_rupiah.get().into(), "plan of the realisation")?;
    same(book, at(sums, PAID), total.paid_rupiah.get().into(), "payments of the realisation")?;
    same(book, at(sums, DEVIATION), total.deviation.rupiah.into(), "deviation of the workbook")?;
    same(book, at(last, PLAN_SO_FAR), month.plan_so_far.get().into(), "plan so far")?;
    if let Some(paid) = month.paid_so_far {
        same(book, at(last, PAID_SO_FAR), paid.get().into(), "payments so far")?;
    }
    same(book, at(last, LINE), monitored.year.line_rupiah.get().into(), "straight line")
}

fn same(book: &Book, at: At, number: i128, what: &'static str) -> Result<(), Broken> {
    if book.value(at) == Value::Whole(number) { Ok(()) } else { Err(Broken(what)) }
}
