//! *Isian*: everything that may be changed in the workbook, beside each amount or percentage its whole thousandths or
//! millionths. Dates, programmes and the order of use are the build of the workbook: they are shown and locked.

use super::book::{Book, Look};
use super::cells::{At, Tab, Value};
use super::formula::{Expr, MILLION};
use super::villages::{self, Villages};
use crate::choices::Choice as _;
use crate::money::{Base, Rate, Rounding};
use crate::month::Month;
use crate::people::People;
use crate::plan::{Broken, ByPart, FundAt, Part, Plan, Position as _, Row, SegmentAt};
use crate::scenario::{BaseRule, DatedPeople, Enrolment, Path, Scenario, Segment, YearlyStep};
use crate::text::{below, place};

/// Where the inputs stand.
pub(super) struct Inputs {
    /// From how many millionths on a rupiah is a whole one.
    pub half: At,
    pub segments: Row<SegmentAt, OfSegment>,
    /// By budget year; a blank cell is no ceiling.
    pub ceilings: Row<FundAt, Vec<At>>,
    /// In the order of the workforce's entries.
    pub eligible: Vec<At>,
    /// Millionths.
    pub growth: Option<At>,
    pub others: Vec<At>,
    pub target: Option<OfPath>,
    /// The sheet of villages, where segments count them.
    pub villages: Option<Villages>,
}

/// The percentages of a path, in millionths.
pub(super) struct OfPath {
    pub points: Vec<At>,
    /// Those of the last point and of each year after it, where the path goes on yearly.
    pub years: Vec<At>,
}

/// The inputs of a segment; amounts in thousandths, percentages in millionths.
#[derive(Default)]
pub(super) struct OfSegment {
    pub counts: Vec<At>,
    pub wages: Vec<At>,
    pub percent: Option<At>,
    pub contract: Option<At>,
    pub loss: Option<At>,
    pub leaving: Vec<At>,
    /// Members before the plan.
    pub members: Option<At>,
    pub eligible: Option<At>,
    /// The most who may join in one month.
    pub most: Option<At>,
    pub priority: Option<At>,
    pub path: Option<OfPath>,
    pub shares: ByPart<Vec<At>>,
}

/// Writes rows one below the other.
struct Writer<'b> {
    book: &'b mut Book,
    row: u32,
}

const TAB: Tab = Tab::Inputs;
const VALUE: u16 = 3;

impl Writer<'_> {
    fn at(&self, col: u16) -> At {
        At { tab: TAB, row: self.row, col }
    }

    fn section(&mut self, title: &str) {
        self.row = self.row.saturating_add(1);
        self.book.text(self.at(0), title, Look::Head);
        self.row = self.row.saturating_add(1);
    }

    fn label(&mut self, what: &str, detail: &str, unit: &str) {
        for (col, words) in (0_u16..).zip([what, detail, unit]) {
            self.book.text(self.at(col), words, Look::Text);
        }
    }

    fn input(
        &mut self,
        (what, detail, unit): (&str, &str, &str),
        value: Value,
        look: Look,
        path: String,
    ) -> At {
        self.label(what, detail, unit);
        let at = self.at(VALUE);
        let name = if detail.is_empty() { what.into() } else { format!("{what}, {detail}") };
        let of_people = ["workforce.", "target.", ".enrolment.", ".flows."];
        if of_people.iter().any(|part| path.contains(part)) {
            self.book.people_input(at, value, look, (name, path));
        } else {
            self.book.input(at, value, look, (name, path));
        }
        self.row = self.row.saturating_add(1);
        at
    }

    fn people(&mut self, what: &str, detail: &str, people: u64, path: String) -> At {
        self.input((what, detail, "orang"), Value::Whole(people.into()), Look::Number, path)
    }

    /// With its thousandths.
    fn rupiah(&mut self, what: &str, detail: &str, base: Base, path: String) -> At {
        let value = Value::Part(base.thousandths().into(), 1_000);
        let at = self.input((what, detail, "rupiah"), value, Look::Wage, path);
        self.whole(at, 1_000)
    }

    /// With its millionths.
    fn percent(&mut self, what: &str, detail: &str, rate: Rate, path: String) -> At {
        let value = Value::Part(rate.millionths().into(), MILLION);
        let at = self.input((what, detail, "%"), value, Look::Percent, path);
        self.whole(at, 1_000_000)
    }

    fn whole(&mut self, at: At, scale: u32) -> At {
        let beside = at.right(1);
        self.book.formula(beside, Expr::Scaled(at, scale), Look::Number);
        beside
    }
}

/// Writes the sheet.
pub(super) fn inputs(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
) -> Result<Inputs, Broken> {
    let villages = villages::villages(book, scenario);
    book.heading(
        TAB,
        "Isian",
        "Sel kuning boleh diubah; semua angka lain dihitung ulang. Bulan, program, dan urutan sumber dana tetap: ubah di aplikasi.",
    );
    book.heads(TAB, 3, &["Isian", "Rincian", "Satuan", "Nilai", "Bilangan bulat"]);
    let mut writer = Writer { book, row: 4 };
    writer.section("Pembulatan iuran");
    let rule = match scenario.rounding {
        Rounding::Nearest => "terdekat",
        Rounding::Down => "ke bawah",
    };
    let words = ("Pecahan rupiah", "terdekat atau ke bawah", "");
    let rounding = writer.input(words, Value::Text(rule.into()), Look::Text, "rounding".into());
    writer.book.name("Pembulatan", rounding);
    let half = rounding.right(1);
    let down = super::formula::Test::Equal(rounding.into(), Expr::text("ke bawah"));
    writer.book.formula(half, Expr::either(down, MILLION, MILLION / 2), Look::Number);
    writer.book.name("Setengah", half);

    let (mut eligible, mut growth, mut others) = (Vec::new(), None, Vec::new());
    if let Some(workforce) = &scenario.workforce {
        writer.section("Cakupan");
        for (position, entry) in workforce.eligible.iter().enumerate() {
            let path = place("workforce.eligible[#].people", &[position]);
            eligible.push(dated(&mut writer, "Potensi peserta (tenaga kerja)", entry, path));
        }
        growth = workforce.growth_percent.map(|growth| {
            writer.percent(
                "Pertumbuhan potensi peserta setahun",
                "",
                growth,
                "workforce.growthPercent".into(),
            )
        });
        for (position, entry) in workforce.other_members.iter().enumerate() {
            let path = place("workforce.otherMembers[#].people", &[position]);
            others.push(dated(&mut writer, "Peserta lain yang sudah aktif", entry, path));
        }
    }
    let target = scenario.target.as_ref().map(|target| {
        writer.section("Target");
        of_path(&mut writer, &target.path, ("region", "target"), plan)
    });
    let segments = scenario.segments.iter().enumerate();
    let segments = segments.map(|(at, segment)| {
        of_segment(&mut writer, (scenario, plan), (at, segment), villages.as_ref())
    });
    let segments = Row::new(segments.collect::<Result<_, _>>()?);
    let mut ceilings = Vec::new();
    for ((at, plan_fund), fund) in plan.funds.iter().zip(&scenario.funds) {
        writer.section(&format!("Sumber dana: {}", fund.name));
        let mut years = Vec::new();
        for (year, ceiling) in plan.years.iter().zip(&plan_fund.ceilings) {
            let value = ceiling.map_or(Value::Blank, |ceiling| Value::Whole(ceiling.get().into()));
            let detail = format!("{} {}", fund.name, year.year);
            let path = place("funds[#].ceilings:#", &[at.index(), year.year.into()]);
            years.push(writer.input(
                ("Pagu", &detail, "rupiah; kosong: tanpa pagu"),
                value,
                Look::Number,
                path,
            ));
        }
        ceilings.push(years);
    }
    let ceilings = Row::new(ceilings);
    Ok(Inputs { half, segments, ceilings, eligible, growth, others, target, villages })
}

fn dated(writer: &mut Writer<'_>, what: &str, entry: &DatedPeople, path: String) -> At {
    writer.people(what, &since(entry.from), entry.people.get(), path)
}

fn since(month: Month) -> String {
    format!("mulai {month}")
}

fn of_segment(
    writer: &mut Writer<'_>,
    (scenario, plan): (&Scenario, &Plan<'_>),
    (at, segment): (usize, &Segment),
    villages: Option<&Villages>,
) -> Result<OfSegment, Broken> {
    let name = segment.name.as_str();
    writer.section(&format!("Kelompok: {name}"));
    let mut of = OfSegment::default();
    match &segment.enrolment {
        Enrolment::Fixed { counts, .. } => {
            for (position, entry) in counts.iter().enumerate() {
                let path = place("segments[#].enrolment.counts[#].people", &[at, position]);
                let detail = format!("{name}, {}", since(entry.from));
                of.counts.push(writer.people("Jumlah peserta", &detail, entry.people.get(), path));
            }
        }
        Enrolment::Villages { counts, .. } => {
            let villages = villages.ok_or(Broken("villages"))?;
            of.counts = from_villages(writer, villages, (at, name), (counts, plan))?;
        }
        Enrolment::Target { members, eligible, part } => {
            start(writer, &mut of, (at, name), (*members, *eligible), part.most_per_month);
            of.priority = part.priority.map(|priority| {
                let path = place("segments[#].enrolment.priority", &[at]);
                let words = ("Urutan menurut target", name, "1 didahulukan");
                writer.input(words, Value::Whole(priority.into()), Look::Number, path)
            });
        }
        Enrolment::Path { members, eligible, path, most_per_month } => {
            start(writer, &mut of, (at, name), (*members, *eligible), *most_per_month);
            let place = place("segments[#].enrolment.path", &[at]);
            of.path = Some(of_path(writer, path, (name, &place), plan));
        }
    }
    match &segment.base {
        Some(BaseRule::Fixed(base)) => {
            of.wages.push(writer.rupiah(
                "Dasar upah/penghasilan",
                name,
                *base,
                place("segments[#].base.rupiah", &[at]),
            ));
        }
        Some(BaseRule::Series(values)) => {
            for (position, (from, base)) in values.iter().enumerate() {
                let path = place("segments[#].base.values[#].rupiah", &[at, position]);
                let detail = format!("{name}, {}", since(*from));
                of.wages.push(writer.rupiah("Dasar upah/penghasilan", &detail, *base, path));
            }
        }
        Some(BaseRule::MinimumWage { part, .. }) => {
            of.percent = Some(writer.percent(
                "Bagian dari upah minimum",
                name,
                *part,
                place("segments[#].base.percent", &[at]),
            ));
        }
        Some(BaseRule::Contract(value)) => {
            let value = Base::from_rupiah(*value);
            of.contract = Some(writer.rupiah(
                "Nilai kontrak tanpa PPN",
                name,
                value,
                place("segments[#].base.rupiah", &[at]),
            ));
        }
        None => {}
    }
    if let Some(flows) = &segment.flows {
        of.loss = flows.verification_loss_percent.map(|loss| {
            writer.percent(
                "Tidak lolos verifikasi",
                name,
                loss,
                place("segments[#].flows.verificationLossPercent", &[at]),
            )
        });
        for (position, leaving) in flows.leave.iter().enumerate() {
            let path = place("segments[#].flows.leave[#].percentAYear", &[at, position]);
            let what = match leaving.cause {
                crate::scenario::Cause::Lapse => "iuran terputus",
                crate::scenario::Cause::Age => "usia",
                crate::scenario::Cause::Death => "meninggal",
                crate::scenario::Cause::WageWork => "menjadi penerima upah",
            };
            let detail = format!("{name}, {what}");
            of.leaving.push(writer.percent(
                "Peserta berhenti per tahun",
                &detail,
                leaving.percent_a_year,
                path,
            ));
        }
    }
    for part in Part::ALL {
        let (shares, whose, list) = match part {
            Part::Payer => (&segment.payers, "Dibayar oleh", "segments[#].payers[#].percent"),
            Part::Worker => (
                &segment.worker_payers,
                "Bagian pekerja dibayar oleh",
                "segments[#].workerPayers[#].percent",
            ),
        };
        for (position, share) in shares.iter().enumerate() {
            let path = place(list, &[at, position]);
            let mut funds = scenario.funds.iter();
            let fund = funds
                .find(|fund| fund.id == share.fund)
                .map_or(share.fund.as_str(), |fund| &fund.name);
            let detail = format!("{name}: {fund}");
            of.shares.of_mut(*part).push(writer.percent(whose, &detail, share.percent, path));
        }
        check_shares(writer, of.shares.of(*part));
    }
    Ok(of)
}

/// The people of villages by date, as formulas over *Desa*: a cell for each count. Of those that hold before the plan only
/// the latest has one; of those after it none.
fn from_villages(
    writer: &mut Writer<'_>,
    villages: &Villages,
    (segment, name): (usize, &str),
    (counts, plan): (&[DatedPeople], &Plan<'_>),
) -> Result<Vec<At>, Broken> {
    let (Some(first), Some(last)) = (plan.months.first(), plan.months.last()) else {
        return Err(Broken("months"));
    };
    let before = counts.partition_point(|count| count.from <= *first).saturating_sub(1);
    let mut cells: Vec<At> = Vec::new();
    for entry in counts.iter().skip(before).take_while(|entry| entry.from <= *last) {
        let month = entry.from.max(*first);
        writer.label("Jumlah peserta dari desa", &format!("{name}, {}", since(month)), "orang");
        let cell = writer.at(VALUE);
        writer.book.month(cell.right(1), month, Look::Month);
        let people = villages.in_month(SegmentAt::new(segment), cell.right(1))?;
        writer.book.formula(cell, people, Look::Number);
        writer.row = writer.row.saturating_add(1);
        cells.push(cell);
    }
    // All counts have a place, also those that no month takes.
    let place = cells.first().copied().ok_or(Broken("counts of villages"))?;
    Ok(core::iter::repeat_n(place, before).chain(cells).collect())
}

/// Beside the last share: whether all of them make 100 %.
fn check_shares(writer: &mut Writer<'_>, shares: &[At]) {
    let Some(last) = shares.last() else { return };
    let sum = shares.iter().fold(Expr::Plus(Vec::new()), |sum, share| sum.plus(*share));
    let whole = super::formula::Test::Equal(sum, MILLION.into());
    let said = Expr::either(whole, Expr::text("jumlah 100 %"), Expr::text("bagian tidak 100 %"));
    writer.book.formula(last.right(1), said, Look::Check);
}

/// Where a segment starts that a target or a path lets grow.
fn start(
    writer: &mut Writer<'_>,
    of: &mut OfSegment,
    (at, name): (usize, &str),
    (members, eligible): (People, People),
    most: Option<People>,
) {
    let path = |field| place(field, &[at]);
    let members_at = path("segments[#].enrolment.members");
    of.members = Some(writer.people("Sudah menjadi peserta", name, members.get(), members_at));
    let eligible_at = path("segments[#].enrolment.eligible");
    of.eligible = Some(writer.people("Potensi peserta", name, eligible.get(), eligible_at));
    of.most = most.map(|most| {
        let most_at = path("segments[#].enrolment.mostPerMonth");
        writer.people("Paling banyak masuk sebulan", name, most.get(), most_at)
    });
}

/// The percentages of a path, and how it goes on.
fn of_path(
    writer: &mut Writer<'_>,
    path: &Path,
    (name, at): (&str, &str),
    plan: &Plan<'_>,
) -> OfPath {
    let mut points = Vec::new();
    for (position, point) in path.points.iter().enumerate() {
        let detail = format!("{name}, {}", point.month);
        let place = below(at, &place(".points[#].percent", &[position]));
        points.push(writer.percent("Target cakupan", &detail, point.percent, place));
    }
    let mut years: Vec<At> = Vec::new();
    if let (Some(yearly), Some(last), Some(point)) =
        (path.yearly, points.last(), path.points.last())
    {
        let (what, field, step) = match yearly.step {
            YearlyStep::Points(points) => ("Naik setiap tahun (poin)", ".yearly.points", points),
            YearlyStep::Factor(factor) => ("Setiap tahun dikali", ".yearly.percent", factor),
        };
        let step = writer.percent(what, name, step, below(at, field));
        let most = writer.percent("Paling tinggi", name, yearly.up_to, below(at, ".yearly.upTo"));
        years.push(*last);
        let end = plan.months.last().map_or(0, |end| end.since(point.month) / 12);
        let mut before = *last;
        for year in 0..=end {
            let detail = format!("{name}, tahun ke-{}", year.saturating_add(1));
            writer.label("Target cakupan, lanjutan", &detail, "persejuta");
            let next = match yearly.step {
                YearlyStep::Points(_) => Expr::from(before).plus(step),
                YearlyStep::Factor(_) => Expr::from(before).times(step).by(MILLION),
            };
            let now = writer.at(VALUE).right(1);
            let next = Expr::most(Expr::least(next, most), before);
            writer.book.formula(now, next, Look::Number);
            writer.row = writer.row.saturating_add(1);
            years.push(now);
            before = now;
        }
    }
    OfPath { points, years }
}
