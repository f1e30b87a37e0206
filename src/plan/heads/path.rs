//! Percentage that a target requires in a month, exact between its points, and after the last one.

use crate::money::{Rate, ratio};
use crate::month::Month;
use crate::people::People;
use crate::scenario::{Path, PathShape};

/// The two points around a month, and the position of the month between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Percentage of the earlier point.
    pub from: Rate,
    /// Percentage of the later point; equal to `from` where it does not rise.
    pub to: Rate,
    /// Weight of `to`, in parts of `whole`.
    pub gone: u64,
    /// Weight of `from` and `to` together.
    pub whole: u64,
    /// Position of the earlier point in the scenario; the last one where the yearly increase applies.
    pub point: usize,
    /// Months from the earlier point, and between the points; equal where it does not rise.
    pub months: (u16, u16),
}

impl Asked {
    /// Percentage, cut to four decimals.
    pub(crate) fn percent(self) -> Rate {
        Rate::from_millionths(self.weighted().checked_div(self.whole).unwrap_or(0))
    }

    /// Members of `eligible`, rounded up to whole people.
    pub(crate) fn members(self, eligible: People) -> People {
        let (weight, whole) = self.parts();
        let (members, rest) = ratio(eligible.get(), weight, whole);
        People::new(members.saturating_add(u64::from(rest > 0)))
    }

    /// The percentage as weight and whole.
    pub(crate) fn parts(self) -> (u64, u64) {
        (self.weighted(), Rate::WHOLE.millionths().saturating_mul(self.whole))
    }

    /// from × (whole − gone) + to × gone: at most 1,000,000 millionths × 2,400 months cubed, below 2^64.
    fn weighted(self) -> u64 {
        let left = self.whole.saturating_sub(self.gone);
        let from = self.from.millionths().saturating_mul(left);
        from.saturating_add(self.to.millionths().saturating_mul(self.gone))
    }
}

/// What a path requires in a month; `None` before its first point.
pub(crate) fn asked(path: &Path, month: Month) -> Option<Asked> {
    let next = path.points.iter().position(|point| point.month > month);
    let point = next.unwrap_or(path.points.len()).checked_sub(1)?;
    let before = path.points.get(point)?;
    let gone = month.since(before.month);
    let held =
        |percent| Asked { from: percent, to: percent, gone: 0, whole: 1, point, months: (0, 0) };
    match (next.and_then(|next| path.points.get(next)), path.yearly) {
        (Some(next), _) => {
            let months = (gone, next.month.since(before.month));
            Some(between(path.shape, before.percent, next.percent, months, point))
        }
        (None, Some(yearly)) => {
            let mut percent = before.percent;
            for _ in 0..gone / 12 {
                percent = yearly.after(percent);
            }
            Some(between(path.shape, percent, yearly.after(percent), (gone % 12, 12), point))
        }
        (None, None) => Some(held(before.percent)),
    }
}

fn between(shape: PathShape, from: Rate, to: Rate, months: (u16, u16), point: usize) -> Asked {
    let (gone, whole) = (u64::from(months.0), u64::from(months.1));
    let (gone, whole) = match shape {
        PathShape::Step => (0, 1),
        PathShape::Linear => (gone, whole),
        // 3t² − 2t³ with t = gone ÷ whole, multiplied by whole³.
        PathShape::SCurve => {
            let rest = whole.saturating_mul(3).saturating_sub(gone.saturating_mul(2));
            (gone.saturating_pow(2).saturating_mul(rest), whole.saturating_pow(3))
        }
    };
    Asked { from, to, gone, whole, point, months }
}

/// Final percentage: that of the last point, or the limit of the yearly increase.
pub(crate) fn goal(path: &Path) -> Option<Rate> {
    let last = path.points.last()?.percent;
    Some(path.yearly.map_or(last, |yearly| yearly.up_to.max(last)))
}
