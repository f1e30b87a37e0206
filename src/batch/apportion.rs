//! Divides people over units by their size.

use crate::people::People;
use crate::plan::row::Broken;
use crate::problem::{Problem, Problems, problem};
use crate::scenario::cell_problem;
use crate::text::place;
use core::cmp::Reverse;

/// Divides people over units by size: each unit gets the whole part of people × size ÷ all sizes, and those left over go
/// one each to the largest remainders, the first of equals first. Equal sizes make an equal spread.
///
/// ```
/// use cakupan::{batch::apportion, people::People};
/// // 10 × 3 ÷ 7 = 4 rest 2, 10 × 3 ÷ 7 = 4 rest 2, 10 × 1 ÷ 7 = 1 rest 3: the one left over goes to the last.
/// let parts = apportion(10.0, &[3.0, 3.0, 1.0]).unwrap();
/// assert_eq!(parts, [4, 4, 2].map(People::new));
/// ```
///
/// # Errors
/// A number that is not whole, below 0 or above 2^53 − 1: `people` or `sizes[3]`; `tooSmall` at `sizes` where all are 0 and
/// there are people.
pub fn apportion(people: f64, sizes: &[f64]) -> Result<Vec<People>, Problems> {
    let mut problems = Vec::new();
    let mut read = |number: f64, path: &str| match cell_problem(number, 0, MOST, path) {
        Some(problem) => {
            problems.push(problem);
            0
        }
        None => whole(number),
    };
    let people = read(people, "people");
    let units = sizes.iter().enumerate();
    let sizes: Vec<u128> =
        units.map(|(unit, size)| read(*size, &place("sizes[#]", &[unit])).into()).collect();
    Problems::unless_none(problems)?;
    Ok(parts(people, &sizes)?)
}

/// The greatest whole number that JavaScript holds exactly.
const MOST: u64 = (1 << 53) - 1;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
const fn whole(number: f64) -> u64 {
    number as u64
}

fn parts(people: u64, sizes: &[u128]) -> Result<Vec<People>, Problem> {
    // At most 2^53 a unit: no memory holds as many units as would leave 2^128.
    let all = sizes.iter().fold(0_u128, |sum, size| sum.saturating_add(*size));
    if all == 0 {
        let nobody = vec![People::ZERO; sizes.len()];
        return if people == 0 { Ok(nobody) } else { Err(problem!(TooSmall, "sizes", limit = 1)) };
    }
    let mut left = people;
    let mut parts = Vec::with_capacity(sizes.len());
    let mut remainders = Vec::with_capacity(sizes.len());
    for (unit, size) in sizes.iter().enumerate() {
        // Below 2^106.
        let product = u128::from(people).saturating_mul(*size);
        let part = product.checked_div(all).and_then(|part| u64::try_from(part).ok());
        let part = part.ok_or(Broken("parts of people"))?;
        let remainder = product.checked_rem(all).ok_or(Broken("parts of people"))?;
        left = left.saturating_sub(part);
        parts.push(part);
        remainders.push((Reverse(remainder), unit));
    }
    remainders.sort_unstable();
    // Fewer are left over than there are units.
    for (_, unit) in remainders.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        if let Some(part) = parts.get_mut(unit) {
            *part = part.saturating_add(1);
        }
    }
    Ok(parts.into_iter().map(People::new).collect())
}
