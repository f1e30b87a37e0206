//! Divides people over units by their size.

use crate::money::apportion as divide;
use crate::people::People;
use crate::problem::{Problem, Problems, problem};
use crate::scenario::cell_problem;
use crate::text::place;

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
/// there are people; `tooLarge` at `sizes` where their sum is above 2^64 − 1.
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
    let sizes: Vec<u64> =
        units.map(|(unit, size)| read(*size, &place("sizes[#]", &[unit]))).collect();
    Problems::unless_none(problems)?;
    Ok(parts(people, &sizes)?)
}

/// The greatest whole number that JavaScript holds exactly.
const MOST: u64 = (1 << 53) - 1;

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
const fn whole(number: f64) -> u64 {
    number as u64
}

fn parts(people: u64, sizes: &[u64]) -> Result<Vec<People>, Problem> {
    let mut all = 0_u64;
    for size in sizes {
        let sum = all.checked_add(*size);
        all = sum.ok_or_else(|| problem!(TooLarge, "sizes", limit = u64::MAX))?;
    }
    let mut parts = vec![0; sizes.len()];
    if all == 0 && people > 0 {
        return Err(problem!(TooSmall, "sizes", limit = 1));
    }
    divide(people, sizes.iter().copied(), all, &|one, other| one < other, parts.iter_mut());
    Ok(parts.into_iter().map(People::new).collect())
}
