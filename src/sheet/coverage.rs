//! *Cakupan*: members of those who could be covered.

use super::axis::{self, Line};
use super::book::{Book, Look};
use super::cells::Tab;
use super::flow::{People, Potential};
use super::formula::{Expr, MILLION, Test};
use super::inputs::Inputs;
use crate::plan::{Broken, Heads, Plan, Row, SegmentAt};
use crate::scenario::Scenario;

const TAB: Tab = Tab::Coverage;

/// Writes the rows that depend on no segment.
pub(super) fn potential(
    book: &mut Book,
    scenario: &Scenario,
    plan: &Plan<'_>,
    inputs: &Inputs,
) -> Result<Option<Potential>, Broken> {
    book.heading(TAB, "Cakupan, per bulan", "");
    let Some(workforce) = &scenario.workforce else {
        book.text(Line { tab: TAB, row: 3 }.label(0), "Potensi peserta belum diisi.", Look::Note);
        return Ok(None);
    };
    axis::heads(book, plan, TAB, &["Apa"]);
    let eligible = axis::line(book, TAB, &["Potensi peserta (tenaga kerja)"]);
    let others = axis::line(book, TAB, &["Peserta lain yang sudah aktif"]);
    let mut year = 0;
    for (column, month) in plan.months.iter().enumerate() {
        let position = workforce.eligible.iter().rposition(|entry| entry.from <= *month);
        let turns = position.and_then(|position| workforce.eligible.get(position));
        let is_new = column == 0 || turns.is_some_and(|entry| entry.from == *month);
        let mut now: Expr = match (position, column.checked_sub(1)) {
            (None, _) => 0.into(),
            (Some(position), _) if is_new => {
                year = turns.map_or(0, |entry| entry.from.year());
                (*inputs.eligible.get(position).ok_or(Broken("entries of the workforce"))?).into()
            }
            (Some(_), Some(before)) => eligible.month(before).into(),
            (Some(_), None) => return Err(Broken("months")),
        };
        if let Some(growth) = inputs.growth.filter(|_| position.is_some()) {
            while year < month.year() {
                now = now.times(Expr::from(MILLION).plus(growth)).by(MILLION);
                year = year.saturating_add(1);
            }
        }
        book.formula(eligible.month(column), now, Look::Number);
        let position = workforce.other_members.iter().rposition(|entry| entry.from <= *month);
        let other: Expr = match position.map(|position| inputs.others.get(position)) {
            Some(Some(at)) => (*at).into(),
            Some(None) => return Err(Broken("entries of the workforce")),
            None => 0.into(),
        };
        book.formula(others.month(column), other, Look::Number);
    }
    Ok(Some(Potential { eligible, others }))
}

/// Writes the members and what they are of all; answers with the members.
pub(super) fn coverage(
    book: &mut Book,
    plan: &Plan<'_>,
    (heads, people): (&Heads, &Row<SegmentAt, People>),
    Potential { eligible, others }: Potential,
) -> Result<Line, Broken> {
    let words = "Belum gugur sesudah bulan bayar terakhir (nilai tetap)";
    let unlapsed = axis::line(book, TAB, &[words]);
    let members = axis::line(book, TAB, &["Peserta"]);
    let millionths = axis::line(book, TAB, &["Cakupan (persejuta)"]);
    let percent = axis::line(book, TAB, &["Cakupan"]);
    let gap = axis::line(book, TAB, &["Belum terlindungi"]);
    for column in 0..plan.months.len() {
        let mut kept = 0_u64;
        if let Some(rows) = &heads.unlapsed {
            for row in rows.entries() {
                kept = kept.saturating_add(row.get(column).ok_or(Broken("columns"))?.get());
            }
        }
        book.number(unlapsed.month(column), kept, Look::Number);
        let mut all = Expr::from(others.month(column)).plus(unlapsed.month(column));
        for people in people.entries() {
            all = all.plus(people.billed.month(column));
        }
        book.formula(members.month(column), all, Look::Number);
        let (of, nobody) =
            (eligible.month(column), Test::Equal(eligible.month(column).into(), 0.into()));
        let share = Expr::Divided(Expr::from(members.month(column)).times(MILLION).into(), of);
        book.formula(millionths.month(column), Expr::either(nobody, 0, share), Look::Number);
        let shown = Expr::Part(Expr::from(millionths.month(column)).into(), MILLION);
        book.formula(percent.month(column), shown, Look::Percent);
        let rest = Expr::from(of).minus(members.month(column));
        book.formula(gap.month(column), Expr::most(0, rest), Look::Number);
    }
    Ok(members)
}
