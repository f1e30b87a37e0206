//! What a path or target asks for in a month, and how the missing people are spread over the segments that follow it.

use super::axis::{self, Line};
use super::book::{Book, Look};
use super::cells::{At, Tab};
use super::flow::Flow;
use super::formula::{Expr, MILLION, Test};
use super::inputs::{OfPath, OfSegment};
use crate::month::Month;
use crate::plan::{Asked, Broken, asked};
use crate::scenario::Path;

/// The rank of whoever is served last.
pub(super) const LAST: i128 = 800_000_000_000_000;

/// People that a path asks for, of so many who could be members, rounded up; `None` before its first point.
pub(super) fn members(
    path: &Path,
    inputs: &OfPath,
    month: Month,
    people: At,
) -> Result<Option<Expr>, Broken> {
    let Some(found) = asked(path, month) else { return Ok(None) };
    let (from, to) = ends(path, inputs, month, &found)?;
    let Some(to) = to.filter(|_| found.gone > 0) else {
        let whole = Expr::from(people).times(from);
        return Ok(Some(whole.plus(MILLION.saturating_sub(1)).by(MILLION)));
    };
    // The lower end, and what lies above it: no difference is below zero, whichever way the path goes.
    let (gone, whole) = reduced(found.gone, found.whole);
    let low = Expr::least(from, to);
    let high = Expr::most(from, to).minus(low.clone());
    let rises = Test::AtLeast(to.into(), from.into());
    let gone = Expr::either(rises, gone, whole.saturating_sub(gone));
    let above = Expr::from(people).times(high);
    let millions = above.clone().by(MILLION).times(gone.clone());
    let left = millions.clone().rest(whole).times(MILLION).plus(above.rest(MILLION).times(gone));
    let up = Expr::either(Test::Equal(left.clone().rest(whole), 0.into()), 0, 1);
    let sum = Expr::from(people).times(low);
    let sum = sum.plus(Expr::from(MILLION).times(millions.by(whole)));
    let sum = sum.plus(left.by(whole)).plus(up).plus(MILLION.saturating_sub(1));
    Ok(Some(sum.by(MILLION)))
}

/// The percentages at both ends of the part of the path that a month lies in.
fn ends(
    path: &Path,
    inputs: &OfPath,
    month: Month,
    found: &Asked,
) -> Result<(At, Option<At>), Broken> {
    let cell = |cells: &[At], position: usize| cells.get(position).copied();
    let from = cell(&inputs.points, found.point).ok_or(Broken("points of a path"))?;
    let next = found.point.saturating_add(1);
    if next < path.points.len() {
        return Ok((from, cell(&inputs.points, next)));
    }
    if path.yearly.is_none() {
        return Ok((from, None));
    }
    let last = path.points.last().ok_or(Broken("points of a path"))?.month;
    let year = usize::from(month.since(last) / 12);
    let from = cell(&inputs.years, year).ok_or(Broken("years of a path"))?;
    Ok((from, cell(&inputs.years, year.saturating_add(1))))
}

/// The same fraction in its smallest numbers.
fn reduced(gone: u64, whole: u64) -> (i128, i128) {
    let (mut one, mut other) = (i128::from(gone), i128::from(whole));
    while let Some(rest) = one.checked_rem(other) {
        (one, other) = (other, rest);
    }
    let part = |number: u64| i128::from(number).checked_div(one).unwrap_or(0);
    (part(gone), part(whole))
}

/// A segment that follows the target: its rows, and what is worked out for it in each month.
pub(super) struct Follower<'f> {
    pub flow: &'f Flow,
    pub of: &'f OfSegment,
    rank: Line,
    room: Line,
    of_rank: Line,
    given: Line,
    whole: Line,
    rest: Line,
}

impl<'f> Follower<'f> {
    pub fn placed(book: &mut Book, name: &str, flow: &'f Flow, of: &'f OfSegment) -> Self {
        let mut row = |words: &str| axis::line(book, Tab::Flow, &[name, words]);
        Self {
            flow,
            of,
            rank: row("Urutan"),
            room: row("Ruang"),
            of_rank: row("Ruang semua yang seurutan"),
            given: row("Dibagikan kepada semua yang seurutan"),
            whole: row("Bagian bulat"),
            rest: row("Sisa pembagian"),
        }
    }
}

/// Spreads the people missing in a month: by rank, and within a rank by room, the rest to the largest remainders.
/// The followers stand in the order of their ids, which decides ties.
pub(super) fn spread(
    book: &mut Book,
    followers: &[Follower<'_>],
    ranks: &[Expr],
    (missing, column): (Option<At>, usize),
) -> Result<(), Broken> {
    for (follower, rank) in followers.iter().zip(ranks) {
        book.formula(follower.rank.month(column), rank.clone(), Look::Number);
        let eligible = follower.of.eligible.ok_or(Broken("eligible of a segment"))?;
        let room = Expr::most(0, Expr::from(eligible).minus(follower.flow.there.month(column)));
        let room = match follower.of.most {
            Some(most) => Expr::least(most, room),
            None => room,
        };
        book.formula(follower.room.month(column), room, Look::Number);
    }
    let Some(missing) = missing else {
        for follower in followers {
            follower.flow.join(book, column, 0.into());
        }
        return Ok(());
    };
    let rank = |one: &Follower<'_>| Expr::from(one.rank.month(column));
    let same = |one: &Follower<'_>, own: &Follower<'_>| Test::Equal(rank(one), rank(own));
    for own in followers {
        let (mut before, mut equal) = (Expr::Plus(Vec::new()), Expr::Plus(Vec::new()));
        for one in followers {
            let room = one.room.month(column);
            before = before.plus(Expr::either(Test::Less(rank(one), rank(own)), room, 0));
            equal = equal.plus(Expr::either(same(one, own), room, 0));
        }
        let of_rank = own.of_rank.month(column);
        book.formula(of_rank, equal, Look::Number);
        let left = Expr::most(0, Expr::from(missing).minus(before));
        let given = own.given.month(column);
        book.formula(given, Expr::least(left, of_rank), Look::Number);
        // In limbs of a thousand: people times room may pass what doubles hold.
        let room = Expr::from(own.room.month(column));
        let high = Expr::from(given).times(room.clone().by(1_000));
        let thousands = Expr::Divided(high.clone().into(), of_rank);
        let low = high.minus(thousands.clone().times(of_rank)).times(1_000);
        let low = low.plus(Expr::from(given).times(room.rest(1_000)));
        let ones = Expr::Divided(low.clone().into(), of_rank);
        let nobody = || Test::Equal(of_rank.into(), 0.into());
        let whole = thousands.times(1_000).plus(ones.clone());
        book.formula(own.whole.month(column), Expr::either(nobody(), 0, whole), Look::Number);
        let rest = low.minus(ones.times(of_rank));
        book.formula(own.rest.month(column), Expr::either(nobody(), 0, rest), Look::Number);
    }
    for (place, own) in followers.iter().enumerate() {
        let (mut served, mut placed) = (Expr::Plus(Vec::new()), Expr::Plus(Vec::new()));
        let mine = || Expr::from(own.rest.month(column));
        for (other, one) in followers.iter().enumerate() {
            let theirs = Expr::from(one.rest.month(column));
            // A remainder goes before a smaller one, and before an equal one further down.
            let least = if other < place { mine() } else { mine().plus(1) };
            let wins = Test::And(vec![same(one, own), Test::AtLeast(theirs, least)]);
            if other != place {
                served = served.plus(Expr::either(wins, 1, 0));
            }
            placed = placed.plus(Expr::either(same(one, own), one.whole.month(column), 0));
        }
        let over = Expr::from(own.given.month(column)).minus(placed);
        if let Expr::Plus(parts) = &served
            && parts.is_empty()
        {
            served = 0.into();
        }
        let more = Expr::either(Test::Less(served, over), 1, 0);
        own.flow.join(book, column, Expr::from(own.whole.month(column)).plus(more));
    }
    Ok(())
}
