//! Splits whole numbers by shares, so that the parts sum to the whole.

use super::rate::Rate;
use super::ratio::ratio;
use super::rupiah::Rupiah;

/// Splits an amount by shares; the parts always sum to the amount. Each part is cut to whole rupiah; the rupiah that
/// remain go one each to the largest remainders, and among equal remainders to the earlier share.
///
/// `shares` must sum to 100 %. `parts` is cleared first, so that one buffer can be used for all bills of a plan.
///
/// ```
/// use cakupan::money::{Rate, Rupiah, split};
/// let third = |n| Rate::from_millionths(n);
/// let mut parts = Vec::new();
/// split(Rupiah::new(100).unwrap(), &[third(333_333), third(333_333), third(333_334)], &mut parts);
/// assert_eq!(parts.iter().map(|part| part.get()).collect::<Vec<_>>(), [33, 33, 34]);
/// ```
pub fn split(amount: Rupiah, shares: &[Rate], parts: &mut Vec<Rupiah>) {
    parts.clear();
    match shares {
        [_] => parts.push(amount),
        [first, _] => {
            let first = first_of_two(amount, *first);
            parts.extend([first, amount.less(first)]);
        }
        _ => {
            parts.resize(shares.len(), Rupiah::ZERO);
            let weights = shares.iter().map(|share| share.0);
            let give = parts.iter_mut().map(|part| &mut part.0);
            apportion(amount.0, weights, Rate::WHOLE.0, &|a, b| a < b, give);
        }
    }
}

/// First of two parts of an amount; the second is the rest. With two shares the largest-remainder rule of [`split`]
/// is the same as rounding the first part, half a rupiah up.
pub(crate) const fn first_of_two(amount: Rupiah, share: Rate) -> Rupiah {
    let (millions, rest) = (amount.0 / Rate::WHOLE.0, amount.0 % Rate::WHOLE.0);
    let rounded = rest.wrapping_mul(share.0).wrapping_add(Rate::WHOLE.0 / 2) / Rate::WHOLE.0;
    // No overflow: the result is at most the amount.
    Rupiah(millions.wrapping_mul(share.0).wrapping_add(rounded))
}

/// The part of an amount where it is whole rupiah. Where all parts of one head are, those of n heads are n times as much,
/// because [`split`] has nothing left to give.
pub(crate) fn whole_part(amount: Rupiah, share: Rate) -> Option<Rupiah> {
    let (millions, rest) = (amount.0 / Rate::WHOLE.0, amount.0 % Rate::WHOLE.0);
    let product = rest.wrapping_mul(share.0);
    // No overflow: the result is at most the amount.
    let whole = || Rupiah(millions.wrapping_mul(share.0).wrapping_add(product / Rate::WHOLE.0));
    (product % Rate::WHOLE.0 == 0).then(whole)
}

/// A part that may still get one of the units left over.
struct Open<'p> {
    remainder: u64,
    position: usize,
    part: &'p mut u64,
}

/// Distributes `total` units over weights, of which `whole` is the sum, by largest remainder: one part for each
/// weight. `first(a, b)` says whether position `a` comes before `b` where their remainders are equal.
pub(crate) fn apportion<'p>(
    total: u64,
    weights: impl ExactSizeIterator<Item = u64>,
    whole: u64,
    first: &dyn Fn(usize, usize) -> bool,
    parts: impl Iterator<Item = &'p mut u64>,
) {
    // Up to eight weights need no allocation.
    let (mut few, mut many) = ([const { None }; 8], Vec::new());
    let served: &mut [Option<Open<'p>>] = match few.get_mut(..weights.len()) {
        Some(few) => few,
        None => {
            many.resize_with(weights.len(), || None);
            many.as_mut_slice()
        }
    };
    let mut left = total;
    for (position, ((weight, part), served)) in weights.zip(parts).zip(&mut *served).enumerate() {
        let (whole_part, remainder) = ratio(total, weight, whole);
        *part = whole_part.min(left);
        left = left.saturating_sub(*part);
        *served = Some(Open { remainder, position, part });
    }
    hand_out(left, served, first);
}

/// Gives one unit each to the largest remainders. The parts stand in a heap, the next to be served at its root: there may
/// be as many of them as a country has villages, and the standard sort would add kilobytes to the wasm.
fn hand_out(
    mut left: u64,
    mut open: &mut [Option<Open<'_>>],
    first: &dyn Fn(usize, usize) -> bool,
) {
    let before = |a: &Option<Open<'_>>, b: &Option<Open<'_>>| match (a, b) {
        (Some(a), Some(b)) => {
            a.remainder > b.remainder
                || (a.remainder == b.remainder && first(a.position, b.position))
        }
        (Some(_), None) => true,
        (None, _) => false,
    };
    if left > 0 {
        for parent in (0..open.len() / 2).rev() {
            sink(open, parent, &before);
        }
    }
    while left > 0
        && let Some(end) = open.len().checked_sub(1)
    {
        open.swap(0, end);
        let Some((served, others)) = open.split_last_mut() else { break };
        if let Some(Open { part, .. }) = served {
            **part = part.saturating_add(1);
        }
        sink(others, 0, &before);
        open = others;
        left = left.saturating_sub(1);
    }
}

/// Lets an entry of a heap sink until nothing below it comes before it.
fn sink<T>(heap: &mut [T], mut parent: usize, before: &dyn Fn(&T, &T) -> bool) {
    loop {
        let one = parent.saturating_mul(2).saturating_add(1);
        let other = one.saturating_add(1);
        let child = match (heap.get(one), heap.get(other)) {
            (Some(a), Some(b)) if before(b, a) => other,
            (Some(_), _) => one,
            (None, _) => return,
        };
        match (heap.get(child), heap.get(parent)) {
            (Some(below), Some(above)) if before(below, above) => heap.swap(child, parent),
            (Some(_) | None, _) => return,
        }
        parent = child;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(number: f64) -> Rate {
        Rate::read(number).unwrap()
    }

    /// 100 × weight ÷ 21 for the weights 1 to 6: 4 rest 16, 9 rest 11, 14 rest 6, 19 rest 1, 23 rest 17, 28 rest 12, which
    /// leaves 3: for the weights 5, 1 and 6. Twice over, of 42: 2 rest 16, 4 rest 32, 7 rest 6, 9 rest 22, 11 rest 38, 14
    /// rest 12, which leaves 6: for both of 5, 2 and 4.
    #[test]
    fn units_left_over_go_to_the_largest_remainders_of_few_and_of_many() {
        let parts = |weights: &[u64]| {
            let mut parts = vec![0; weights.len()];
            let all = weights.iter().sum();
            apportion(100, weights.iter().copied(), all, &|a, b| a < b, parts.iter_mut());
            parts
        };
        assert_eq!(parts(&[1, 2, 3, 4, 5, 6]), [5, 9, 14, 19, 24, 29]);
        assert_eq!(
            parts(&[1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]),
            [2, 5, 7, 10, 12, 14, 2, 5, 7, 10, 12, 14]
        );
    }

    #[test]
    fn among_equal_remainders_those_that_come_first_are_served() {
        let mut parts = vec![0; 9];
        // 13 over nine equal weights: one each, and four left, here for the last.
        apportion(13, [1; 9].into_iter(), 9, &|a, b| a > b, parts.iter_mut());
        assert_eq!(parts, [1, 1, 1, 1, 1, 2, 2, 2, 2]);
    }

    #[test]
    fn rupiah_left_over_go_to_earlier_shares_among_equals() {
        // 5 % of Rp 7 is Rp 0.35: every part is 0 and 7 rupiah remain for the first seven of twenty shares.
        let mut parts = Vec::new();
        split(Rupiah(7), &[percent(5.0); 20], &mut parts);
        assert_eq!(parts, [[Rupiah(1); 7].as_slice(), &[Rupiah(0); 13]].concat());
    }
}
