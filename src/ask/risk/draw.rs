//! Numbers by lot: SplitMix64 (Steele, Lea and Flood 2014), whose n-th number follows from the seed and n alone. So a draw
//! is the same whichever draws were made before it, and every machine has the same: only whole numbers are used.

use crate::scenario::{Range, RangeShape};

/// The step of the state.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
/// Numbers that each input takes of each draw, whether it needs them or not.
const EACH: u64 = 3;

/// The n-th number of a seed, from 0.
const fn number(seed: u64, n: u64) -> u64 {
    let state = seed.wrapping_add(GOLDEN.wrapping_mul(n.wrapping_add(1)));
    let state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    state ^ (state >> 31)
}

/// A number below `limit` (1 at least) from a number of 64 bits: its high part times the limit. No value is more likely
/// than another by more than limit / 2^64.
fn below(number: u64, limit: u64) -> u64 {
    if limit >> 32 == 0 {
        // In two halves: WebAssembly has no product of 128 bits. Neither product nor sum reaches 2^64.
        let high = (number >> 32).wrapping_mul(limit);
        let low = (number & u64::from(u32::MAX)).wrapping_mul(limit);
        return high.wrapping_add(low >> 32) >> 32;
    }
    let product = u128::from(number).wrapping_mul(limit.into()) >> 64;
    u64::try_from(product).unwrap_or(u64::MAX)
}

/// The value of an input in a draw; `position` is that of the input among `inputs`.
pub(super) fn value(range: &Range, seed: u64, draw: u64, position: u64, inputs: u64) -> u64 {
    let Range { low, plan, high, .. } = *range;
    let first = draw.wrapping_mul(inputs).wrapping_add(position).wrapping_mul(EACH);
    let take = |place: u64, limit: u64| below(number(seed, first.wrapping_add(place)), limit);
    let (left, width) = (plan.saturating_sub(low), high.saturating_sub(low));
    match range.shape {
        RangeShape::Uniform => low.saturating_add(take(0, width.saturating_add(1))),
        RangeShape::Triangular if width == 0 => low,
        // The greater of two even numbers has a density that rises in a line: from the low end to the plan on the left
        // side, from the high end to the plan on the right.
        RangeShape::Triangular => {
            let is_left = take(0, width) < left;
            let side = if is_left { left } else { high.saturating_sub(plan) };
            let limit = side.saturating_add(1);
            let far = take(1, limit).max(take(2, limit));
            if is_left { low.saturating_add(far) } else { high.saturating_sub(far) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first five numbers of the seed 1234567, as published for SplitMix64 (Rosetta Code, "Pseudo-random
    /// numbers/Splitmix64").
    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let numbers: Vec<u64> = (0..5).map(|n| number(1_234_567, n)).collect();
        assert_eq!(
            numbers,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821,
            ]
        );
    }

    #[test]
    fn a_number_stays_below_its_limit() {
        assert_eq!((below(u64::MAX, 10), below(0, 10), below(u64::MAX, 1)), (9, 0, 0));
        assert_eq!(below(1 << 63, 10), 5);
        for number in (0..1_000).map(|n| number(9, n)) {
            for limit in [1, 2, 3, 1_000, 300_000_001, u64::from(u32::MAX), 1 << 32, 1 << 53] {
                let product = u128::from(number) * u128::from(limit);
                assert_eq!(u128::from(below(number, limit)), product >> 64, "{number} {limit}");
            }
        }
    }
}
