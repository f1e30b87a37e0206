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

/// What of each amount lies above its ceiling; no number is no ceiling.
#[inline]
pub(super) fn above(short: &mut [f64], amounts: &[f64], ceilings: &[f64]) {
    for ((short, amount), ceiling) in short.iter_mut().zip(amounts).zip(ceilings) {
        *short = if *amount > *ceiling { *amount - *ceiling } else { 0.0 };
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

/// Rupiah of one head in a month, and months.
pub(super) struct Monthly {
    pub rupiah: f64,
    pub months: f64,
}

/// Adds the bills of so many months, each of all heads, to the sums of two funds. The first part is rounded, half a rupiah
/// up, which for two parts is what [`three`] does for three.
#[inline]
pub(super) fn two(heads: &[f64], bill: &Monthly, weights: [f64; 2], sums: [&mut [f64]; 2]) {
    let ([weight, _], [first, second]) = (weights, sums);
    for ((heads, first), second) in heads.iter().zip(first).zip(second) {
        let all = heads * bill.rupiah;
        let part = ((all * weight + WHOLE / 2.0) / WHOLE).floor();
        *first += part * bill.months;
        *second += (all - part) * bill.months;
    }
}

/// The same for three funds: each part is cut to whole rupiah, and those that are left over go one each to the largest
/// remainders, of equals to the earlier fund.
#[inline]
pub(super) fn three(heads: &[f64], bill: &Monthly, weights: [f64; 3], sums: [&mut [f64]; 3]) {
    let ([a, b, c], [first, second, third]) = (weights, sums);
    for (((heads, first), second), third) in heads.iter().zip(first).zip(second).zip(third) {
        let all = heads * bill.rupiah;
        let [(a, of_a), (b, of_b), (c, of_c)] = [cut(all * a), cut(all * b), cut(all * c)];
        let left = all - a - b - c;
        // How many come before it.
        let before_a = one_if(of_b > of_a) + one_if(of_c > of_a);
        let before_b = one_if(of_a >= of_b) + one_if(of_c > of_b);
        let before_c = one_if(of_a >= of_c) + one_if(of_b >= of_c);
        *first += (a + one_if(before_a < left)) * bill.months;
        *second += (b + one_if(before_b < left)) * bill.months;
        *third += (c + one_if(before_c < left)) * bill.months;
    }
}

/// Whole rupiah of a product in millionths, and its remainder.
#[inline(always)]
fn cut(product: f64) -> (f64, f64) {
    let whole = (product / WHOLE).floor();
    (whole, product - whole * WHOLE)
}

#[inline(always)]
const fn one_if(condition: bool) -> f64 {
    if condition { 1.0 } else { 0.0 }
}
