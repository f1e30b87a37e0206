//! Numbers: ranges, ties, cuts and splits of rupiah, bases and rates, at zero, at a half and at the greatest amount.
//! Rules: docs/method.md, sections 1 and 6. Expected values by hand, beside the assertions.
#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic
)]

use cakupan::money::{Base, Exact, Points, Rate, Rounding, Rupiah, split};
use cakupan::people::People;

fn rupiah(amount: u64) -> Rupiah {
    Rupiah::new(amount).unwrap()
}

fn base(number: f64) -> Base {
    Base::read(number).unwrap()
}

fn percent(number: f64) -> Rate {
    Rate::read(number).unwrap()
}

/// Parts of an amount by percentages.
fn parts(amount: u64, shares: &[f64]) -> Vec<u64> {
    let shares: Vec<Rate> = shares.iter().map(|share| percent(*share)).collect();
    // What the buffer held before is not kept.
    let mut parts = vec![rupiah(7)];
    split(rupiah(amount), &shares, &mut parts);
    parts.into_iter().map(Rupiah::get).collect()
}

/// JSON text of a number.
fn text(number: impl serde::Serialize) -> String {
    serde_json::to_string(&number).unwrap()
}

/// 2^53 − 1
const GREATEST: u64 = 9_007_199_254_740_991;

#[test]
fn rupiah_end_at_the_greatest_whole_number_of_javascript() {
    assert_eq!(Rupiah::MAX.get(), GREATEST);
    assert_eq!(Rupiah::new(GREATEST), Some(Rupiah::MAX));
    assert_eq!(Rupiah::new(GREATEST + 1), None);
    assert_eq!(rupiah(GREATEST - 5).plus(rupiah(5)), Some(Rupiah::MAX));
    assert_eq!(rupiah(GREATEST - 5).plus(rupiah(6)), None);
    assert_eq!(rupiah(16_800).less(rupiah(6_800)), rupiah(10_000));
    assert_eq!(rupiah(6_800).less(rupiah(16_800)), Rupiah::ZERO);
}

/// Products that do not fit 64 bits are refused too. 2^32 × 2^32 and 2^52 × 2^12 are 2^64: cut to 64 bits they
/// would be 0.
#[test]
fn a_product_above_the_greatest_rupiah_is_none() {
    let times = |amount: u64, people: u64| rupiah(amount).times(People::new(people));
    assert_eq!(times(16_800, 2_829), Some(rupiah(47_527_200)));
    assert_eq!(times(16_800, 0), Some(Rupiah::ZERO));
    assert_eq!(times(GREATEST, 1), Some(Rupiah::MAX));
    assert_eq!(times(1, GREATEST), Some(Rupiah::MAX));
    // 94,906,265² = 9,007,199,136,250,225; 94,906,266² is 189,812,531 more.
    assert_eq!(times(94_906_265, 94_906_265), Some(rupiah(9_007_199_136_250_225)));
    for (amount, people) in [
        (94_906_266, 94_906_266),
        (GREATEST, 2),
        (1, GREATEST + 1),
        (1 << 32, 1 << 32),
        (1 << 52, 1 << 12),
        (1 << 12, 1 << 52),
        (1 << 33, 1 << 40),
    ] {
        assert_eq!(times(amount, people), None, "{amount} × {people}");
    }
}

#[test]
fn published_figures_are_rounded_to_their_unit_half_of_it_up() {
    let in_units = |amount: u64, unit: u64, rounding| {
        rupiah(amount).in_units(rupiah(unit), rounding).map(Rupiah::get)
    };
    let (nearest, down) = (Rounding::Nearest, Rounding::Down);
    assert_eq!(in_units(22_685_000_000, 10_000_000, nearest), Some(22_690_000_000));
    assert_eq!(in_units(22_684_999_999, 10_000_000, nearest), Some(22_680_000_000));
    assert_eq!(in_units(22_689_999_999, 10_000_000, down), Some(22_680_000_000));
    assert_eq!(in_units(22_690_000_000, 10_000_000, down), Some(22_690_000_000));
    assert_eq!(in_units(570_326_400, 1, nearest), Some(570_326_400));
    assert_eq!(in_units(0, 10_000_000, nearest), Some(0));
    assert_eq!(in_units(1, 0, nearest), None, "there are no units of nothing");
    // Half of the greatest amount is …495.5; twice …496 is one above it.
    assert_eq!(in_units(GREATEST, 2, nearest), None);
    assert_eq!(in_units(GREATEST, 2, down), Some(GREATEST - 1));
}

/// Each part is cut; what remains goes one each to the largest remainders, and among equal ones to the earlier share.
#[test]
fn the_largest_remainder_gets_the_rupiah_that_is_left() {
    // 3.6 + 3.3 + 3.1: one rupiah is left, for 0.6, wherever it stands.
    assert_eq!(parts(10, &[36.0, 33.0, 31.0]), [4, 3, 3]);
    assert_eq!(parts(10, &[33.0, 36.0, 31.0]), [3, 4, 3]);
    assert_eq!(parts(10, &[31.0, 33.0, 36.0]), [3, 3, 4]);
    // 1.5 + 1.7 + 1.8: two are left, for 0.8 and 0.7.
    assert_eq!(parts(5, &[30.0, 34.0, 36.0]), [1, 2, 2]);
    // 33.3333 + 33.3333 + 33.3334
    assert_eq!(parts(100, &[33.3333, 33.3333, 33.3334]), [33, 33, 34]);
    // A share of 0 % has no remainder.
    assert_eq!(parts(1, &[0.0, 50.0, 50.0]), [0, 1, 0]);
    // Nothing is left where every part is whole.
    assert_eq!(parts(200, &[25.0, 25.0, 50.0]), [50, 50, 100]);
    assert_eq!(parts(0, &[25.0, 25.0, 50.0]), [0, 0, 0]);
}

#[test]
fn among_equal_remainders_the_earlier_share_gets_the_rupiah() {
    // 0.5 each, and two rupiah
    assert_eq!(parts(2, &[25.0; 4]), [1, 1, 0, 0]);
    // 1.4 + 1.4 + 4.2 and 2.4 + 2.4 + 7.2: one is left each time.
    assert_eq!(parts(7, &[20.0, 20.0, 60.0]), [2, 1, 4]);
    assert_eq!(parts(12, &[20.0, 20.0, 60.0]), [3, 2, 7]);
    // More than eight shares: 0.7 each, and seven rupiah.
    assert_eq!(parts(7, &[10.0; 10]), [1, 1, 1, 1, 1, 1, 1, 0, 0, 0]);
    // Two shares, both with half a rupiah
    assert_eq!(parts(1, &[50.0, 50.0]), [1, 0]);
    assert_eq!(parts(16_801, &[50.0, 50.0]), [8_401, 8_400]);
}

#[test]
fn one_share_gets_all_and_no_share_nothing() {
    assert_eq!(parts(16_800, &[100.0]), [16_800]);
    assert_eq!(parts(16_800, &[]), [0; 0]);
}

/// With two shares the largest remainder gets at most one rupiah: the first part is rounded, a half up.
#[test]
fn two_shares_split_like_many() {
    for amount in [0, 1, 2, 3, 99, 999_999, 1_000_000, 1_000_001, 16_800, 47_527_200, GREATEST] {
        for share in [0.0, 0.0001, 1.0, 12.5, 33.3333, 49.9999, 50.0, 50.0001, 99.9999, 100.0] {
            let millionths = u128::from(percent(share).millionths());
            let first = (u128::from(amount) * millionths + 500_000) / 1_000_000;
            let first = u64::try_from(first).unwrap();
            let rest = 100.0 - share;
            assert_eq!(parts(amount, &[share, rest]), [first, amount - first], "{amount} {share}");
            assert_eq!(parts(amount, &[share, rest, 0.0]), [first, amount - first, 0]);
        }
    }
}

/// 9,007,199,254,740,991 × 33.3333 % = 3,002,396,749,180,578.753003 and × 33.3334 % = 3,002,405,756,379,833.493994:
/// the products need more than 64 bits. Two rupiah are left, for the greater remainders.
#[test]
fn the_greatest_amount_is_split_exactly() {
    let third = 3_002_396_749_180_578;
    let expected = [third + 1, third + 1, 3_002_405_756_379_833];
    assert_eq!(expected.iter().sum::<u64>(), GREATEST);
    assert_eq!(parts(GREATEST, &[33.3333, 33.3333, 33.3334]), expected);
    let expected = [3_002_405_756_379_833, third + 1, third + 1];
    assert_eq!(parts(GREATEST, &[33.3334, 33.3333, 33.3333]), expected);
}

/// 2,829 × 33.3333 % = 942.999057; half of 2^64 − 1 is …807.5.
#[test]
fn a_part_of_people_is_cut_to_whole_people() {
    let part = |people: u64, share: f64| People::new(people).part(percent(share)).get();
    assert_eq!(part(2_829, 33.3333), 942);
    assert_eq!(part(2_829, 100.0), 2_829);
    assert_eq!(part(2_829, 0.0), 0);
    assert_eq!(part(1, 99.9999), 0);
    assert_eq!(part(u64::MAX, 50.0), 9_223_372_036_854_775_807);
    assert_eq!(part(u64::MAX, 200.0), u64::MAX, "more than fits stops at the greatest number");
}

/// A number with more decimals than its kind carries is refused, and so is one that is negative, not a number, or
/// above 2^53 − 1 in its smallest unit.
#[test]
fn decimals_are_read_exactly_or_refused() {
    assert_eq!(base(0.001).thousandths(), 1);
    assert_eq!(base(0.0).thousandths(), 0);
    assert_eq!(base(3_880_136.865).thousandths(), 3_880_136_865);
    assert_eq!(percent(0.0001).millionths(), 1);
    assert_eq!(percent(6.24).millionths(), 62_400);
    assert_eq!(Rate::read_part(0.8), Some(percent(80.0)));
    assert_eq!(Rate::read_part(0.0001), Some(percent(0.01)));
    for number in [-0.001, -1.0, 0.0005, 1.0005, 1e300, f64::INFINITY, f64::NEG_INFINITY, f64::NAN]
    {
        assert_eq!(Base::read(number), None, "{number}");
    }
    for number in [-0.0001, -5.0, 0.000_05, 1.000_05, 1e300, f64::INFINITY, f64::NAN] {
        assert_eq!((Rate::read(number), Rate::read_part(number)), (None, None), "{number}");
    }
    // 2^53 thousandths
    assert_eq!(Base::read(9_007_199_254_740.992), None);
    assert_eq!(base(9_007_199_254_740.0).thousandths(), 9_007_199_254_740_000);
}

/// JSON writers differ on 3.0, so whole numbers are written as integers.
#[test]
fn decimals_are_written_as_they_were_read() {
    assert_eq!(text(base(3_880_136.865)), "3880136.865");
    assert_eq!(text(base(3_000_000.0)), "3000000");
    assert_eq!(text(percent(6.24)), "6.24");
    assert_eq!(text(percent(0.0001)), "0.0001");
    assert_eq!(text(percent(100.0)), "100");
    assert_eq!(text(percent(80.0).as_part()), "0.8");
    assert_eq!(text(percent(100.0).as_part()), "1");
    assert_eq!(text(percent(0.0)), "0");
    // Coverage from 66.2 % to 50.5 %, and the other way; whole points; less than a point.
    let points = |before: f64, now: f64| Points::between(percent(before), percent(now));
    assert_eq!(text(points(66.2, 50.5)), "-15.7");
    assert_eq!(text(points(50.5, 66.2)), "15.7");
    assert_eq!(text(points(68.0, 50.0)), "-18");
    assert_eq!(text(points(50.0, 68.0)), "18");
    assert_eq!(text(points(50.0, 50.25)), "0.25");
    assert_eq!(text(points(50.0, 50.0)), "0");
}

#[test]
fn rates_add_multiply_and_leave_a_rest() {
    assert_eq!(percent(99.9999).plus(percent(0.0001)), Rate::WHOLE);
    assert_eq!(percent(60.0).plus(percent(60.0)), percent(120.0));
    // 6.24 % × 50 % = 3.12 %; 33.3333 % × 33.3333 % = 11.11108888…, cut to four decimals
    assert_eq!(percent(6.24).part(percent(50.0)), percent(3.12));
    assert_eq!(percent(33.3333).part(percent(33.3333)), percent(11.111));
    assert_eq!(percent(50.0).part(percent(150.0)), percent(75.0));
    assert_eq!(percent(50.0).part(Rate::from_millionths(0)), Rate::from_millionths(0));
    assert_eq!(percent(99.0).rest(), percent(1.0));
    assert_eq!(percent(150.0).rest(), Rate::from_millionths(0));
}

/// JP ceiling: 10,042,300 × 105.03 % = 10,547,427.69 and 10,547,400 × 105.11 % = 11,086,372.14, cut to Rp 100. The
/// letters of BPJS Ketenagakerjaan gave 10,547,400 for 2025 and 11,086,300 for 2026.
#[test]
fn a_grown_base_is_cut_to_its_step() {
    let grown = |amount: f64, growth: f64, cut: f64| base(amount).grown(percent(growth), base(cut));
    assert_eq!(grown(10_042_300.0, 5.03, 100.0), Some(base(10_547_400.0)));
    assert_eq!(grown(10_547_400.0, 5.11, 100.0), Some(base(11_086_300.0)));
    // A wage with sen: 3,921,088.79 × 106.5 % = 4,175,959.56135
    assert_eq!(grown(3_921_088.79, 6.5, 0.01), Some(base(4_175_959.56)));
    assert_eq!(grown(3_921_088.79, 0.0, 1.0), Some(base(3_921_088.0)));
    assert_eq!(grown(1_000.0, 5.0, 0.0), None, "no step");
    // The greatest base, in thousandths 2^53 − 1, may stay but not grow.
    let greatest = Base::from_thousandths(GREATEST);
    let step = Base::from_thousandths(1);
    assert_eq!(greatest.grown(percent(0.0), step), Some(greatest));
    assert_eq!(greatest.grown(percent(0.0001), step), None);
}

#[test]
fn limits_meet_amounts_where_they_are_equal() {
    let (less, more) = (base(9_999.999), base(10_000.001));
    let limit = base(10_000.0);
    let exact = |base: Base| Exact::from(base);
    assert!(exact(less).is_below(limit));
    assert!(!exact(limit).is_below(limit) && !exact(more).is_below(limit));
    assert_eq!(
        [less, limit, more].map(|it| exact(it).at_most(limit)),
        [less, limit, limit].map(exact)
    );
    assert_eq!(
        [less, limit, more].map(|it| exact(it).at_least(limit)),
        [limit, limit, more].map(exact)
    );
    assert_eq!(more.above(limit), base(0.001));
    assert_eq!([limit.above(limit), less.above(limit)], [base(0.0); 2]);
}

/// 1.74 % of 28,735.632 is 499.9999968, and of 28,735.633 500.0000142; only the whole contribution is rounded.
#[test]
fn a_contribution_is_rounded_once() {
    let of = |wage: f64, rate: f64, rounding| (base(wage) * percent(rate)).round(rounding).unwrap();
    assert_eq!(of(28_735.632, 1.74, Rounding::Down), rupiah(499));
    assert_eq!(of(28_735.632, 1.74, Rounding::Nearest), rupiah(500));
    assert_eq!(of(28_735.633, 1.74, Rounding::Down), rupiah(500));
    // 0.5 and just less than 0.5
    assert_eq!(of(0.5, 100.0, Rounding::Nearest), rupiah(1));
    assert_eq!(of(0.499, 100.0, Rounding::Nearest), rupiah(0));
    assert_eq!(of(0.0, 100.0, Rounding::Nearest), rupiah(0));
    // Layers of a contract: 1 % of 50 and 1 % of 50 are half a rupiah each, together one.
    let half = base(50.0) * percent(1.0);
    assert_eq!(Exact::ZERO.plus(half).plus(half).round(Rounding::Down), Some(rupiah(1)));
    assert_eq!(half.printed(), base(0.5));
}

/// Half of the greatest amount is …495.5. Its product with a rate needs more than 64 bits.
#[test]
fn amounts_that_need_128_bits_are_rounded_as_others() {
    let greatest = Exact::from(Rupiah::MAX);
    assert_eq!(greatest.round(Rounding::Nearest), Some(Rupiah::MAX));
    assert_eq!(greatest.round(Rounding::Down), Some(Rupiah::MAX));
    let half = greatest.share(percent(50.0));
    assert_eq!(half.round(Rounding::Nearest), Some(rupiah(4_503_599_627_370_496)));
    assert_eq!(half.round(Rounding::Down), Some(rupiah(4_503_599_627_370_495)));
    assert_eq!(greatest.share(Rate::WHOLE), greatest);
    assert_eq!(greatest.share(percent(100.0001)).round(Rounding::Down), None);
    assert_eq!(Exact::from(Base::from_thousandths(u64::MAX)).round(Rounding::Down), None);
}
