//! *Desa*: the people of each village, which the segments count.

use super::book::{Book, Look};
use super::cells::{At, Range, Tab, Value};
use super::formula::Expr;
use crate::month::Span;
use crate::plan::{Broken, FundAt, Position as _, SegmentAt};
use crate::scenario::{Enrolment, Scenario, Village};
use crate::text::place;

const TAB: Tab = Tab::Villages;
/// The row of the first village.
pub(super) const FIRST: u32 = 4;
/// The columns of the first and last month, and of the first segment.
pub(super) const FROM: u16 = 3;
pub(super) const TO: u16 = 4;
pub(super) const PEOPLE: u16 = 5;

/// Where the people of villages stand.
pub(super) struct Villages {
    /// In the order of the columns.
    pub segments: Vec<SegmentAt>,
    /// How many villages.
    rows: u32,
    /// Sums of what each village comes to, by budget year.
    pub sums: Vec<At>,
    /// What funds are asked for in a year, and the own ceilings of the villages.
    pub funds: Vec<OfFund>,
    /// Whether these sums are what the segments come to: flows cut whole people in each village.
    pub make_the_plan: bool,
}

/// The columns of one fund and year, such as `ADD 2026`.
pub(super) struct OfFund {
    pub fund: FundAt,
    /// Position of the year.
    pub year: usize,
    /// Its words: `ADD 2026`.
    pub name: String,
    /// Whether it stands in the budget of a village.
    pub is_of_villages: bool,
    /// Whether what it is asked for are formulas.
    pub is_live: bool,
    /// Columns.
    pub asked: u16,
    pub ceiling: Option<OfCeiling>,
}

/// The columns of the own ceilings of villages.
#[derive(Clone, Copy)]
pub(super) struct OfCeiling {
    pub rupiah: u16,
    /// What of the ceiling is used.
    pub used: u16,
    /// What is asked for beyond it.
    pub above: u16,
}

pub(super) fn at(row: u32, col: u16) -> At {
    At { tab: TAB, row, col }
}

pub(super) fn column(first: u16, position: usize) -> u16 {
    u16::try_from(position).unwrap_or(u16::MAX).saturating_add(first)
}

/// Writes the villages and their people; `None`: no segment counts them.
pub(super) fn villages(book: &mut Book, scenario: &Scenario) -> Option<Villages> {
    let counting = scenario.segments.iter().enumerate();
    let counting =
        counting.filter(|(_, segment)| matches!(segment.enrolment, Enrolment::Villages { .. }));
    let segments: Vec<SegmentAt> = counting.map(|(position, _)| SegmentAt::new(position)).collect();
    if segments.is_empty() {
        return None;
    }
    book.heading(
        TAB,
        "Desa",
        "Jumlah peserta tiap desa (sel kuning) boleh diubah; kosong: tidak ada. Bulan dan pagu desa tetap: ubah di aplikasi.",
    );
    let heads = ["Kode", "Desa/kelurahan", "Kecamatan", "Bulan pertama", "Bulan terakhir"];
    book.heads(TAB, FIRST.saturating_sub(1), &heads);
    for (position, segment) in segments.iter().enumerate() {
        let name = scenario.segments.get(segment.index()).map_or("", |segment| &segment.name);
        let head = at(FIRST.saturating_sub(1), column(PEOPLE, position));
        book.text(head, format!("{name} (orang)"), Look::Head);
    }
    let mut row = FIRST;
    for (position, village) in scenario.villages.iter().enumerate() {
        one(book, scenario, (position, village), &segments, row);
        row = row.saturating_add(1);
    }
    let rows = row.saturating_sub(FIRST);
    let flows = |at: &SegmentAt| {
        scenario.segments.get(at.index()).is_some_and(|segment| segment.flows.is_some())
    };
    let make_the_plan = !segments.iter().any(flows);
    let made = Villages { segments, rows, sums: Vec::new(), funds: Vec::new(), make_the_plan };
    book.text(at(row, 1), "JUMLAH", Look::Head);
    for position in 0..made.segments.len() {
        made.sum(book, column(PEOPLE, position));
    }
    Some(made)
}

fn one(
    book: &mut Book,
    scenario: &Scenario,
    (position, village): (usize, &Village),
    segments: &[SegmentAt],
    row: u32,
) {
    let words = [village.code.as_deref(), Some(&village.name), village.district.as_deref()];
    for (col, words) in (0_u16..).zip(words) {
        book.text(at(row, col), words.unwrap_or_default(), Look::Text);
    }
    let Span { from, to } = village.months(scenario.period);
    book.month(at(row, FROM), from, Look::Month);
    book.month(at(row, TO), to, Look::Month);
    for (order, segment) in segments.iter().enumerate() {
        let Some(segment) = scenario.segments.get(segment.index()) else { continue };
        let people = village.people(&segment.id);
        let value = people.map_or(Value::Blank, |people| Value::Whole(people.get().into()));
        let what = format!("{}, {}", segment.name, village.name);
        let path = format!("{}{}", place("villages[#].counts:", &[position]), segment.id);
        book.people_input(at(row, column(PEOPLE, order)), value, Look::Number, (what, path));
    }
}

impl Villages {
    /// The row of the sums of all villages.
    pub(super) fn below(&self) -> u32 {
        FIRST.saturating_add(self.rows)
    }

    /// The people of a segment in a village, by their positions.
    pub fn people_at(&self, village: usize, order: usize) -> At {
        let row = u32::try_from(village).unwrap_or(u32::MAX).saturating_add(FIRST);
        at(row, column(PEOPLE, order))
    }

    /// The cells of all villages in a column.
    pub(super) fn all(&self, col: u16) -> Range {
        Range::of(at(FIRST, col), at(self.below().saturating_sub(1), col))
    }

    pub(super) fn sum(&self, book: &mut Book, col: u16) -> At {
        let below = at(self.below(), col);
        book.formula(below, Expr::Total(vec![self.all(col)]), Look::Sum);
        below
    }

    /// The people of a segment in the villages that are there in a month.
    pub fn in_month(&self, segment: SegmentAt, month: At) -> Result<Expr, Broken> {
        let position = self.segments.iter().position(|one| *one == segment);
        let col = column(PEOPLE, position.ok_or(Broken("villages of a segment"))?);
        Ok(Expr::SumBetween(self.all(col), self.all(FROM), self.all(TO), month))
    }
}
