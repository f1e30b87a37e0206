//! *Gerak*: who is enrolled in a segment, who leaves, who joins, month by month.

use super::axis::{self, Line};
use super::book::{Book, Content, Look};
use super::cells::{At, Tab, Value};
use super::formula::{Expr, MILLION};
use super::inputs::OfSegment;
use crate::plan::{Broken, Plan, SegmentAt, Story};
use crate::scenario::DatedPeople;

/// Of a yearly percentage in millionths, a whole person in a month.
const OF_A_MONTH: i128 = 12 * MILLION;

/// Where the people of a segment stand.
#[derive(Clone, Copy)]
pub(super) struct People {
    /// 1 in months that are billed.
    pub flags: Line,
    pub billed: Line,
}

/// Who could be covered, and who is already.
#[derive(Clone, Copy)]
pub(super) struct Potential {
    pub eligible: Line,
    pub others: Line,
}

/// The rows of a segment.
pub(super) struct Flow {
    /// At the end of the month.
    pub enrolled: Line,
    /// After those who leave, before those who join.
    pub there: Line,
    pub joined: Line,
    /// Millionths a year, who left, and what is carried on.
    leaving: Vec<(At, Line, Line)>,
}

impl Flow {
    /// Places the rows. They are filled later: a month needs all rows of the month before.
    pub fn placed(book: &mut Book, name: &str, of: &OfSegment) -> Self {
        let mut row = |words: &str| axis::line(book, Tab::Flow, &[name, words]);
        Self {
            leaving: of
                .leaving
                .iter()
                .map(|rate| (*rate, row("Berhenti"), row("Sisa di bawah satu orang (per 12 juta)")))
                .collect(),
            there: row("Masih terdaftar"),
            joined: row("Masuk"),
            enrolled: row("Terdaftar pada akhir bulan"),
        }
    }

    /// A month begins: members leave. A count that takes over ends what is carried on.
    pub fn leave(&self, book: &mut Book, column: usize, members: Option<At>, is_counted: bool) {
        let Some(before) = column.checked_sub(1) else {
            for (_, left, carried) in &self.leaving {
                book.formula(left.month(column), 0.into(), Look::Number);
                book.formula(carried.month(column), 0.into(), Look::Number);
            }
            let there = members.map_or(0.into(), Expr::from);
            book.formula(self.there.month(column), there, Look::Number);
            return;
        };
        let mut there = Expr::from(self.enrolled.month(before));
        for (rate, left, carried) in &self.leaving {
            let sum = Expr::from(carried.month(before)).plus(there.clone().times(*rate));
            let people = Expr::least(sum.clone().by(OF_A_MONTH), there.clone());
            let carry = if is_counted { 0.into() } else { sum.rest(OF_A_MONTH) };
            book.formula(left.month(column), people, Look::Number);
            book.formula(carried.month(column), carry, Look::Number);
            there = there.minus(left.month(column));
        }
        book.formula(self.there.month(column), there, Look::Number);
    }

    /// So many join.
    pub fn join(&self, book: &mut Book, column: usize, people: Expr) {
        book.formula(self.joined.month(column), people, Look::Number);
        let there = Expr::from(self.there.month(column)).plus(self.joined.month(column));
        book.formula(self.enrolled.month(column), there, Look::Number);
    }

    /// By the counts of the planner.
    pub fn counted(
        &self,
        book: &mut Book,
        plan: &Plan<'_>,
        counts: &[DatedPeople],
        of: &OfSegment,
    ) -> Result<(), Broken> {
        let mut held = None;
        for (column, month) in plan.months.iter().enumerate() {
            let now = counts.iter().rposition(|count| count.from <= *month);
            let turn = now.filter(|_| now != held);
            held = now;
            self.leave(book, column, None, turn.is_some());
            let Some(position) = turn else {
                self.join(book, column, 0.into());
                continue;
            };
            let count = *of.counts.get(position).ok_or(Broken("counts of a segment"))?;
            let accepted = match of.loss {
                None => count.into(),
                Some(loss) => Expr::from(count).times(Expr::from(MILLION).minus(loss)).by(MILLION),
            };
            book.formula(self.enrolled.month(column), accepted, Look::Number);
            let more = Expr::from(self.enrolled.month(column)).minus(self.there.month(column));
            book.formula(self.joined.month(column), Expr::most(0, more), Look::Number);
        }
        Ok(())
    }

    /// As the calculator found them: what a spreadsheet does not work out again.
    pub fn given(&self, book: &mut Book, story: &Story, at: SegmentAt) -> Result<(), Broken> {
        let words = "nilai tetap: dihitung di aplikasi";
        book.text(self.enrolled.label(2), words, Look::Text);
        book.text(self.joined.label(2), words, Look::Text);
        for (column, flow) in story.flows.at(at)?.iter().enumerate() {
            let values = [(self.enrolled, flow.enrolled), (self.joined, flow.joined)];
            for (line, people) in values {
                let value = Value::Whole(people.get().into());
                book.put(line.month(column), Content::Value(value), Look::Number);
            }
        }
        Ok(())
    }
}
