//! *APBDes*: what the budgets of villages pay, as rows in the words of Siskeudes.

use super::book::{Book, Look};
use super::cells::{At, Cells as _, Range, Tab, Value};
use super::formula::{Expr, MILLION};
use super::village_money::accepted;
use super::village_payments::{Of, Payment, Run, payments, runs, tag};
use crate::law::{FundKind, GROUP_ACCOUNTS, GroupAccount, Law};
use crate::plan::{Broken, Part, Position as _};
use crate::problem::Problems;
use crate::scenario::{BaseRule, Fund, Group, Segment, Village};

const TAB: Tab = Tab::VillageBudget;
const FIRST: u32 = 4;
const PRICE: u16 = 10;
const AMOUNT: u16 = 11;
/// More rows are no table that somebody types over into another program, and make a file that opens slowly.
const MOST_ROWS: usize = 20_000;

/// Writes the sheet; answers with the sum of its rows. `None`: no village's budget pays, or there are too many rows.
pub(super) fn village_budget(book: &mut Book, of: &Of<'_, '_>) -> Result<Option<At>, Problems> {
    let is_paid = of.villages.funds.iter().any(|one| one.is_of_villages);
    if !is_paid {
        return Ok(None);
    }
    let mut all = Vec::new();
    for segment in &of.villages.segments {
        all.push(runs(of, *segment)?);
    }
    let mut rows = payments(of, &all)?;
    let has_open = rows.len() <= MOST_ROWS;
    if !has_open {
        rows.retain(|row| !row.is_open());
    }
    if rows.len() > MOST_ROWS {
        let words = format!(
            "{} baris: lebih dari {MOST_ROWS}. Ekspor rencana per kecamatan, atau pakai CSV tabel desa.",
            rows.len()
        );
        book.heading(TAB, "Baris APBDes", &words);
        return Ok(None);
    }
    head(book, has_open);
    for (payment, row) in rows.iter().zip(FIRST..) {
        of.row(book, &all, payment, row)?;
    }
    let last = u32::try_from(rows.len()).unwrap_or(u32::MAX).saturating_add(FIRST);
    let total = At { tab: TAB, row: last, col: AMOUNT };
    book.text(At { col: 6, ..total }, "JUMLAH", Look::Head);
    let cells = |row| At { row, ..total };
    let sum = match last.checked_sub(1).filter(|_| !rows.is_empty()) {
        Some(end) => Expr::Total(vec![Range::of(cells(FIRST), cells(end))]),
        None => 0.into(),
    };
    book.formula(total, sum, Look::Sum);
    Ok(Some(total))
}

fn head(book: &mut Book, has_open: bool) {
    let open = if has_open {
        "Di bawahnya baris bernilai nol bagi kelompok yang belum berisi: bila diisi di lembar Desa, barisnya ikut berisi."
    } else {
        "Kelompok yang nol saat diekspor tidak mempunyai baris."
    };
    let words = format!(
        "Bagian pemberi kerja yang dibayar uang desa. Bagian pekerja yang dipotong dari siltap bukan baris APBDes; bila uang desa juga membayarnya, barisnya tersendiri. Kode rekening dan uraian (sel kuning) boleh diubah di sini dan tidak kembali ke rencana. {open}"
    );
    book.heading(TAB, "Baris APBDes", &words);
    let words = [
        "Kode desa",
        "Desa",
        "Kecamatan",
        "Tahun",
        "Kode rekening",
        "Asal kode rekening",
        "Uraian",
        "Sumber dana",
        "Koefisien",
        "Satuan",
        "Harga satuan (Rp)",
        "Jumlah (Rp)",
        "Bagian",
        "Dasar iuran",
        "Dari",
        "Sampai",
        "Cara hitung",
    ];
    book.heads(TAB, FIRST.saturating_sub(1), &words);
}

/// The account that one source names for a group and this kind of money.
fn known(group: Option<Group>, kind: FundKind) -> Option<&'static GroupAccount> {
    let is_it = |one: &&GroupAccount| Some(one.group) == group && one.funds.contains(&kind);
    GROUP_ACCOUNTS.iter().find(is_it)
}

/// Code, where it comes from, and uraian.
fn account(segment: &Segment, fund: &Fund, part: Part) -> [String; 3] {
    let whose = match part {
        Part::Payer => "",
        Part::Worker => " (bagian pekerja)",
    };
    let mut own = segment.programmes.iter().map(|programme| fund.account(*programme));
    let first = own.next().flatten();
    // One row for all programmes: its code is that of the plan where they have the same.
    if let Some(account) = first.filter(|first| own.all(|other| other == Some(first))) {
        let words = format!("{}{whose}", account.description);
        return [account.code.clone(), "dari rencana".into(), words];
    }
    match known(segment.group, fund.kind) {
        Some(GroupAccount { code, description, .. }) => {
            let words = format!("{description}{whose}");
            [(*code).into(), "saran, belum dikonfirmasi".into(), words]
        }
        None => {
            let words = format!("Iuran BPJS Ketenagakerjaan {}{whose}", segment.name);
            [String::new(), "isi kode rekening desa".into(), words]
        }
    }
}

/// What a contribution is a part of.
fn base(law: Law<'_>, segment: &Segment) -> String {
    match &segment.base {
        None => "dasar iuran BPU terendah".into(),
        Some(BaseRule::Fixed(_)) => "jumlah sendiri".into(),
        Some(BaseRule::Series(_)) => "jumlah sendiri, berubah menurut bulan".into(),
        Some(BaseRule::MinimumWage { key, part }) => {
            let percent =
                f64::from(u32::try_from(part.millionths()).unwrap_or(u32::MAX)) / 10_000.0;
            let percent = percent.to_string().replace('.', ",");
            format!("{percent} % dari {}", law.title(key).id)
        }
        Some(BaseRule::Contract(_)) => "nilai kontrak".into(),
    }
}

impl Of<'_, '_> {
    fn village(&self, payment: &Payment) -> Result<&Village, Broken> {
        self.scenario.villages.get(payment.village).ok_or(Broken("villages"))
    }

    fn row(
        &self,
        book: &mut Book,
        runs: &[Vec<Run>],
        payment: &Payment,
        row: u32,
    ) -> Result<(), Broken> {
        let at = |col| At { tab: TAB, row, col };
        let village = self.village(payment)?;
        let at_segment = *self.villages.segments.get(payment.order).ok_or(Broken("segments"))?;
        let segment = self.scenario.segments.get(at_segment.index()).ok_or(Broken("segments"))?;
        let fund = self.scenario.funds.get(payment.fund.index()).ok_or(Broken("funds"))?;
        let run = runs.get(payment.order).and_then(|runs| runs.get(payment.run));
        let run = run.ok_or(Broken("months of one price"))?;
        let year = self.plan.years.get(payment.year).ok_or(Broken("years"))?.year;
        let names = [village.code.as_deref(), Some(&village.name), village.district.as_deref()];
        for (col, words) in (0_u16..).zip(names) {
            book.text(at(col), words.unwrap_or_default(), Look::Text);
        }
        book.number(at(3), year, Look::Year);
        let [code, from, words] = account(segment, fund, payment.part);
        let from = if village.is_kelurahan() { "kelurahan: tanpa APBDes".into() } else { from };
        book.free(at(4), code, Look::Text);
        book.text(at(5), from, Look::Text);
        book.free(at(6), words, Look::Text);
        book.text(at(7), tag(fund.kind).ok_or(Broken("money of villages"))?, Look::Text);
        book.text(at(9), "orang/bulan", Look::Text);
        let each: Vec<Expr> = run.prices.iter().map(|price| Expr::from(*price)).collect();
        book.formula(at(PRICE), Expr::Plus(each), Look::Number);
        let is_live = self
            .villages
            .funds
            .iter()
            .any(|one| (one.fund, one.year) == (payment.fund, payment.year) && one.is_live);
        if is_live {
            let people = self.villages.people_at(payment.village, payment.order);
            let people = accepted(self.inputs, at_segment, people)?;
            let months = payment.months.clone();
            let months = Expr::Total(vec![self.people.at(at_segment)?.flags.months(months)]);
            let told = Expr::Join(vec![
                Expr::Fixed(people.clone().into()),
                Expr::text(" orang × "),
                months.clone(),
                Expr::text(" bulan"),
            ]);
            book.formula(at(8), told, Look::Text);
            book.formula(at(AMOUNT), people.times(months).times(at(PRICE)), Look::Sum);
        } else {
            book.text(at(8), payment.coefficient(), Look::Text);
            book.number(at(AMOUNT), payment.rupiah.get(), Look::Sum);
        }
        if book.value(at(AMOUNT)) != Value::Whole(payment.rupiah.get().into()) {
            return Err(Broken("APBDes of the workbook"));
        }
        let percent = i128::from(payment.percent.millionths());
        if percent > 0 {
            let content = super::book::Content::Value(Value::Part(percent, MILLION));
            book.put(at(12), content, Look::Percent);
        } else {
            book.text(at(12), "pengganti bila pagu habis", Look::Text);
        }
        book.text(at(13), base(self.scenario.law(), segment), Look::Text);
        for (col, column) in
            [(14, payment.months.start), (15, payment.months.end.saturating_sub(1))]
        {
            let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
            book.month(at(col), month, Look::Month);
        }
        let way = match (is_live, payment.is_open()) {
            (true, true) => "rumus; nol saat diekspor",
            (true, false) => "rumus",
            (false, _) => "nilai tetap: dihitung di aplikasi",
        };
        book.text(at(16), way, Look::Text);
        Ok(())
    }
}
