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
    let served: &mut [Option<(u64, &'p mut u64)>] = match few.get_mut(..weights.len()) {
        Some(few) => few,
        None => {
            many.resize_with(weights.len(), || None);
            many.as_mut_slice()
        }
    };
    let mut left = total;
    for ((weight, part), served) in weights.zip(parts).zip(&mut *served) {
        let (whole_part, remainder) = ratio(total, weight, whole);
        *part = whole_part.min(left);
        left = left.saturating_sub(*part);
        *served = Some((remainder, part));
    }
    // Fewer units than weights remain, so the largest remainder is searched for each.
    while left > 0 {
        let mut best: Option<(usize, u64)> = None;
        for (position, open) in served.iter().enumerate() {
            let Some((remainder, _)) = open else { continue };
            let wins = best.is_none_or(|(before, most)| {
                *remainder > most || (*remainder == most && first(position, before))
            });
            if wins {
                best = Some((position, *remainder));
            }
        }
        let Some((_, part)) = best.and_then(|(position, _)| served.get_mut(position)?.take())
        else {
            break;
        };
        *part = part.saturating_add(1);
        left = left.saturating_sub(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(number: f64) -> Rate {
        Rate::read(number).unwrap()
    }

    #[test]
    fn rupiah_left_over_go_to_earlier_shares_among_equals() {
        // 5 % of Rp 7 is Rp 0.35: every part is 0 and 7 rupiah remain for the first seven of twenty shares.
        let mut parts = Vec::new();
        split(Rupiah(7), &[percent(5.0); 20], &mut parts);
        assert_eq!(parts, [[Rupiah(1); 7].as_slice(), &[Rupiah(0); 13]].concat());
    }
}
