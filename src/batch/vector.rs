//! Arithmetic on one number of each of several units, side by side: the loops that a compiler makes lanes of.
//!
//! Floats hold whole numbers only, and none is above [`EXACT`] by more than a million, so every sum, product and difference is
//! exact. Nothing is divided: a quotient that is cut is (x + ½) × (1 ÷ d), cut. With x and d whole, (x + ½) ÷ d is at least
//! ½ ÷ d away from every whole number; the inverse and the product are each rounded by at most 2^-53 of themselves, which
//! together is less than ½ ÷ d while x < 2^51. So what is cut lies between the same two whole numbers. Callers keep to the
//! limit; `Lanes` derives from the plan how many people a cell may have.

/// Above all products: 2^51, less what is added to a product before it is divided.
pub(super) const EXACT: u64 = (1 << 51) - (1 << 20);

/// 100 % in millionths.
const WHOLE: f64 = 1_000_000.0;
/// A yearly percentage applied to one month: 1,000,000 millionths × 12.
const OF_A_MONTH: f64 = 12.0 * WHOLE;

/// `number` ÷ d, cut to a whole number; `inverse` is 1 ÷ d.
#[inline(always)]
fn cut_by(inverse: f64, number: f64) -> f64 {
    ((number + 0.5) * inverse).floor()
}

/// Whether all numbers are whole and from 0 to `most`, or no numbers where that is an empty cell.
#[inline]
pub(super) fn all_whole(column: &[f64], most: f64, empty: bool) -> bool {
    let right = |number: f64| {
        (number >= 0.0 && number <= most && number - number.floor() <= 0.0)
            || (empty && number.is_nan())
    };
    column.iter().all(|number| right(*number))
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
        *number = cut_by(1.0 / WHOLE, *number * weight);
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
        let whole = cut_by(1.0 / OF_A_MONTH, all);
        *carried = all - whole * OF_A_MONTH;
        *people = if whole < *people { *people - whole } else { 0.0 };
    }
}

/// Who join because `weight` ÷ `whole` of those eligible are asked for, rounded up; at most `most` in a month.
#[inline]
pub(super) fn join(people: &mut [f64], eligible: &[f64], (weight, whole): (f64, f64), most: f64) {
    let inverse = 1.0 / whole;
    for (people, eligible) in people.iter_mut().zip(eligible) {
        // The same from below: x − ½ lies between the whole numbers that x ÷ d is rounded up between.
        let asked = ((*eligible * weight - 0.5) * inverse).ceil();
        let asked = if asked < *eligible { asked } else { *eligible };
        let missing = if asked > *people { asked - *people } else { 0.0 };
        *people += if missing < most { missing } else { most };
    }
}

/// Rupiah of one head in a month, and months.
pub(super) struct Monthly {
    pub rupiah: f64,
    pub months: f64,
}

/// Adds what the first of two funds pays of the bills of so many months, each of all heads. Its part is rounded, half a rupiah
/// up, which for two parts is what [`three`] does for three; the second pays the rest.
#[inline]
pub(super) fn two(heads: &[f64], bill: &Monthly, weight: f64, first: &mut [f64]) {
    for (heads, first) in heads.iter().zip(first) {
        let product = heads * bill.rupiah * weight;
        *first += cut_by(1.0 / WHOLE, product + WHOLE / 2.0) * bill.months;
    }
}

/// The same of the first two of three funds: each part is cut to whole rupiah, and those that are left over go one each to the
/// largest remainders, of equals to the earlier fund.
#[inline]
pub(super) fn three(heads: &[f64], bill: &Monthly, weights: [f64; 3], sums: [&mut [f64]; 2]) {
    let ([a, b, c], [first, second]) = (weights, sums);
    for ((heads, first), second) in heads.iter().zip(first).zip(second) {
        let all = heads * bill.rupiah;
        let [(a, of_a), (b, of_b), (c, of_c)] = [cut(all * a), cut(all * b), cut(all * c)];
        let left = all - a - b - c;
        // How many come before it.
        let before_a = one_if(of_b > of_a) + one_if(of_c > of_a);
        let before_b = one_if(of_a >= of_b) + one_if(of_c > of_b);
        *first += (a + one_if(before_a < left)) * bill.months;
        *second += (b + one_if(before_b < left)) * bill.months;
    }
}

/// Adds what the last fund of a share pays: all but what the others do.
#[inline]
pub(super) fn rest(sums: &mut [f64], heads: &[f64], rupiah: f64, others: &[Vec<f64>]) {
    add_times(sums, heads, rupiah);
    for other in others {
        add_times(sums, other, -1.0);
    }
}

/// Whole rupiah of a product in millionths, and its remainder.
#[inline(always)]
fn cut(product: f64) -> (f64, f64) {
    let whole = cut_by(1.0 / WHOLE, product);
    (whole, product - whole * WHOLE)
}

#[inline(always)]
const fn one_if(condition: bool) -> f64 {
    if condition { 1.0 } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Beside every multiple of the divisor that a float could take for its neighbour, up to the greatest dividend; the
    /// quotients by whole numbers of 64 bits.
    #[test]
    #[expect(clippy::float_cmp, reason = "whole numbers")]
    #[expect(clippy::arithmetic_side_effects, reason = "far below 2^64")]
    fn quotients_are_those_of_whole_numbers() {
        let greatest = EXACT + 1_000_000;
        for divisor in [1, 2, 3, 7, 12, 999_983, 1_000_000, 12_000_000, 987_654_321, (1 << 40) + 1]
        {
            let most = greatest / divisor;
            for quotient in [0, 1, 2, most / 3, most / 2, most - 1, most] {
                for product in [quotient * divisor, quotient * divisor + divisor - 1] {
                    let number = product.min(greatest);
                    assert_eq!(
                        cut_by(1.0 / divisor as f64, number as f64),
                        (number / divisor) as f64
                    );
                    let mut people = [0.0];
                    let most = f64::INFINITY;
                    join(&mut people, &[number as f64], (1.0, divisor as f64), most);
                    assert_eq!(people, [number.div_ceil(divisor) as f64], "{number} / {divisor}");
                }
            }
        }
    }
}
