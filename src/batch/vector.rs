//! Arithmetic on one number of each of several units, side by side: the loops that a compiler makes lanes of.
//!
//! Floats hold whole numbers only, and none reaches [`EXACT`], so every sum, product and difference is exact. A quotient is
//! too once it is cut: where x and d are whole and x + d < 2^53, no multiple of d lies between x ÷ d and what a float makes
//! of it. Callers keep to the limit; `Lanes` derives from the plan how many people a cell may have.

/// Above all products: 2^51, so that numbers that are added to one of them stay far below 2^53.
pub(super) const EXACT: u64 = 1 << 51;

/// 100 % in millionths.
const WHOLE: f64 = 1_000_000.0;
/// A yearly percentage applied to one month: 1,000,000 millionths × 12.
const OF_A_MONTH: f64 = 12.0 * WHOLE;

/// Whether all numbers are whole and from 0 to `most`, or no numbers where that is an empty cell.
#[inline]
pub(super) fn all_whole(column: &[f64], most: f64, empty: bool) -> bool {
    let right = |number: f64| {
        (number >= 0.0 && number <= most && number - number.floor() <= 0.0)
            || (empty && number.is_nan())
    };
    column.iter().all(|number| right(*number))
}

/// Each number × `factor`.
#[inline]
pub(super) fn scale(products: &mut [f64], numbers: &[f64], factor: f64) {
    for (product, number) in products.iter_mut().zip(numbers) {
        *product = number * factor;
    }
}

/// Adds `factor` times each number.
#[inline]
pub(super) fn add_times(sums: &mut [f64], numbers: &[f64], factor: f64) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number * factor;
    }
}

/// Each number × `weight` millionths, cut to whole people.
#[inline]
pub(super) fn part(numbers: &mut [f64], weight: f64) {
    for number in numbers {
        *number = (*number * weight / WHOLE).floor();
    }
}

/// The smaller of two numbers each.
#[inline]
pub(super) fn at_most(numbers: &mut [f64], others: &[f64]) {
    for (number, other) in numbers.iter_mut().zip(others) {
        *number = if *other < *number { *other } else { *number };
    }
}

/// A month's members leave as whole people; the fraction, in twelve-millionths of a person, is carried on.
#[inline]
pub(super) fn leave(people: &mut [f64], carried: &mut [f64], rate: f64) {
    for (people, carried) in people.iter_mut().zip(carried) {
        let all = *carried + *people * rate;
        let whole = (all / OF_A_MONTH).floor();
        *carried = all - whole * OF_A_MONTH;
        *people = if whole < *people { *people - whole } else { 0.0 };
    }
}

/// Who join because `weight` ÷ `whole` of those eligible are asked for, rounded up; at most `most` in a month.
#[inline]
pub(super) fn join(people: &mut [f64], eligible: &[f64], (weight, whole): (f64, f64), most: f64) {
    for (people, eligible) in people.iter_mut().zip(eligible) {
        let asked = (*eligible * weight / whole).ceil();
        let asked = if asked < *eligible { asked } else { *eligible };
        let missing = if asked > *people { asked - *people } else { 0.0 };
        *people += if missing < most { missing } else { most };
    }
}

/// First of two parts of the bill of so many heads, half a rupiah up, and the second: the rest.
#[inline]
pub(super) fn two(
    heads: &[f64],
    (rupiah, weight): (f64, f64),
    first: &mut [f64],
    second: &mut [f64],
) {
    for ((heads, first), second) in heads.iter().zip(first).zip(second) {
        let bill = heads * rupiah;
        *first = ((bill * weight + WHOLE / 2.0) / WHOLE).floor();
        *second = bill - *first;
    }
}

/// The part of one weight of the bill of so many heads, cut to whole rupiah, and its remainder in millionths; `left` is
/// what no part has yet.
#[inline]
pub(super) fn cut(
    heads: &[f64],
    (rupiah, weight): (f64, f64),
    part: &mut [f64],
    remainder: &mut [f64],
    left: &mut [f64],
) {
    for (((heads, part), remainder), left) in heads.iter().zip(part).zip(remainder).zip(left) {
        let product = heads * rupiah * weight;
        *part = (product / WHOLE).floor();
        *remainder = product - *part * WHOLE;
        *left -= *part;
    }
}

/// Counts in `rank` where another remainder comes first: it is larger, or equal and of an earlier share.
#[inline]
pub(super) fn rank(own: &[f64], other: &[f64], is_earlier: bool, rank: &mut [f64]) {
    for ((own, other), rank) in own.iter().zip(other).zip(rank) {
        let first = if is_earlier { *other >= *own } else { *other > *own };
        *rank += if first { 1.0 } else { 0.0 };
    }
}

/// One rupiah more where the rank is among those that are left over.
#[inline]
pub(super) fn give(part: &mut [f64], rank: &[f64], left: &[f64]) {
    for ((part, rank), left) in part.iter_mut().zip(rank).zip(left) {
        *part += if *rank < *left { 1.0 } else { 0.0 };
    }
}
