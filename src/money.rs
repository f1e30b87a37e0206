//! Money and rates. A contribution is rounded in one place: [`Exact::round`].
//!
//! [`Base`] × [`Rate`] gives an [`Exact`] amount; [`Exact::round`] turns it into [`Rupiah`]; rupiah can be multiplied
//! by [`People`]. Any other product of these types does not compile:
//!
//! ```compile_fail
//! use cakupan::money::Rupiah;
//! let one = Rupiah::new(1).unwrap();
//! let _ = one * one; // rupiah × rupiah has no meaning
//! ```
//!
//! ```compile_fail
//! use cakupan::{money::Rupiah, month::Month};
//! let one = Rupiah::new(1).unwrap();
//! let _ = one.times(Month::of(2026, 1)); // a month is not a number of people
//! ```

use crate::people::People;
use core::num::{NonZeroU64, NonZeroU128};
use serde::{Serialize, Serializer};

/// Whole rupiah, from 0 to 2^53 − 1, the greatest whole number that JavaScript holds exactly.
///
/// ```
/// use cakupan::{money::Rupiah, people::People};
/// let contribution = Rupiah::new(16_800).unwrap();
/// assert_eq!(contribution.times(People::new(2_829)), Rupiah::new(47_527_200));
/// assert_eq!(Rupiah::MAX.plus(Rupiah::new(1).unwrap()), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Rupiah(u64);

impl Rupiah {
    /// Rp 0.
    pub const ZERO: Self = Self(0);
    /// The greatest amount: Rp 9.007.199.254.740.991.
    pub const MAX: Self = Self((1 << 53) - 1);

    /// Checks the range; `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn new(amount: u64) -> Option<Self> {
        if amount <= Self::MAX.0 { Some(Self(amount)) } else { None }
    }

    /// Whole rupiah.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The sum, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        Self::new(self.0.wrapping_add(other.0)) // no overflow: both are below 2^53
    }

    /// Sum without the range check: only for parts of a total that was already checked against [`Rupiah::MAX`].
    pub(crate) const fn within(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// Product without the range check: only for parts of a total that was already checked against [`Rupiah::MAX`].
    pub(crate) const fn times_within(self, people: People) -> Self {
        Self(self.0.wrapping_mul(people.get()))
    }

    /// Sum of all parts, or `None` above [`Rupiah::MAX`].
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// Difference; zero where `other` is greater.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Rounds to a multiple of `unit`, as budgets are published: "Rp 22,69 miliar" is a multiple of Rp 10.000.000.
    /// `None` above [`Rupiah::MAX`] or where `unit` is zero.
    #[must_use]
    pub fn in_units(self, unit: Self, rounding: Rounding) -> Option<Self> {
        let exact = Exact { numerator: self.0.into(), denominator: unit.0.into() };
        let units = exact.round(rounding)?;
        Self::new(units.0.checked_mul(unit.0)?)
    }

    /// Amount for a number of people, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn times(self, people: People) -> Option<Self> {
        match product(self.0, people.get()) {
            Some(amount) => Self::new(amount),
            None => None,
        }
    }
}

/// Wage, income or contract value that a contribution is a percentage of, in thousandths of a rupiah: minimum wages
/// are published with up to three decimals (Makassar 2025: 3,880,136.865).
///
/// ```
/// use cakupan::money::{Base, Rate, Rounding, Rupiah};
/// let klaten = Base::read(2_152_322.98).unwrap();
/// let jkk = Rate::read(0.24).unwrap();
/// assert_eq!((klaten * jkk).round(Rounding::Nearest), Rupiah::new(5_166));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base(u64);

impl Base {
    /// Takes thousandths of a rupiah.
    #[must_use]
    pub const fn from_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }

    /// Takes whole rupiah.
    #[must_use]
    pub const fn from_rupiah(rupiah: Rupiah) -> Self {
        Self(rupiah.0.saturating_mul(1_000))
    }

    /// Thousandths of a rupiah.
    #[must_use]
    pub const fn thousandths(self) -> u64 {
        self.0
    }

    /// Reads rupiah from a JSON number. `None` if it is negative, has more than three decimals, or its thousandths
    /// exceed 2^53 − 1.
    #[must_use]
    pub fn read(number: f64) -> Option<Self> {
        read_decimals(number, 1_000).map(Self)
    }

    /// Increases the base by `growth` and cuts it down to a multiple of `cut`; `None` where `cut` is zero or the
    /// thousandths exceed 2^53 − 1.
    ///
    /// ```
    /// use cakupan::money::{Base, Rate};
    /// // The JP ceiling of 2026: 10,547,400 and 5.11 % growth, cut to Rp 100.
    /// let ceiling = Base::read(10_547_400.0).unwrap();
    /// let hundred = Base::read(100.0).unwrap();
    /// assert_eq!(ceiling.grown(Rate::read(5.11).unwrap(), hundred), Base::read(11_086_300.0));
    /// ```
    #[must_use]
    pub fn grown(self, growth: Rate, cut: Self) -> Option<Self> {
        let (thousandths, _) = ratio(self.0, Rate::WHOLE.plus(growth).0, Rate::WHOLE.0);
        let steps = thousandths.checked_div(cut.0)?;
        steps.checked_mul(cut.0).filter(|base| *base <= Rupiah::MAX.0).map(Self)
    }

    /// Part of this base above `floor`; zero where there is none.
    #[must_use]
    pub const fn above(self, floor: Self) -> Self {
        Self(self.0.saturating_sub(floor.0))
    }
}

impl core::ops::Mul<Rate> for Base {
    type Output = Exact;

    fn mul(self, rate: Rate) -> Exact {
        Exact {
            numerator: u128::from(self.0).saturating_mul(u128::from(rate.0)),
            denominator: 1_000_000_000,
        }
    }
}

impl Serialize for Base {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 1_000, serializer)
    }
}

/// Rate or share in millionths: a percentage with up to four decimals.
///
/// ```
/// use cakupan::money::Rate;
/// assert_eq!(Rate::read(6.24), Some(Rate::from_millionths(62_400)));
/// assert_eq!(Rate::read(0.000_01), None, "more than four decimals");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rate(u64);

impl Rate {
    /// 100 %.
    pub const WHOLE: Self = Self(1_000_000);

    /// Takes millionths: 10,000 is 1 %.
    #[must_use]
    pub const fn from_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// Reads a percentage from a JSON number. `None` if it is negative or has more than four decimals.
    #[must_use]
    pub fn read(percent: f64) -> Option<Self> {
        read_decimals(percent, 10_000).map(Self)
    }

    /// Millionths: 10,000 is 1 %.
    #[must_use]
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// Reads a fraction of one from a JSON number (0.8 is 80 %). `None` if it is negative or has more than four
    /// decimals.
    #[must_use]
    pub fn read_part(part: f64) -> Option<Self> {
        read_decimals(part, 10_000).map(|ten_thousandths| Self(ten_thousandths.saturating_mul(100)))
    }

    /// Serialises as a fraction of one: 80 % as 0.8.
    #[must_use]
    pub const fn as_part(self) -> Part {
        Part(self.0)
    }

    /// Sum; may exceed 100 %.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Product of two rates, cut to millionths.
    #[must_use]
    pub const fn part(self, of: Self) -> Self {
        Self(self.0.saturating_mul(of.0) / Self::WHOLE.0)
    }

    /// 100 % minus this rate; zero where the rate exceeds 100 %.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(Self::WHOLE.0.saturating_sub(self.0))
    }
}

/// Difference of two percentages, in percentage points; negative where it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points(i64);

impl Points {
    /// `now` minus `before`.
    #[must_use]
    pub const fn between(before: Rate, now: Rate) -> Self {
        Self(now.0.cast_signed().saturating_sub(before.0.cast_signed()))
    }
}

impl Serialize for Points {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % 10_000 == 0 {
            return serializer.serialize_i64(self.0 / 10_000);
        }
        serializer.serialize_f64(self.0 as f64 / 10_000.0)
    }
}

/// A rate that serialises as a fraction of one: 80 % as 0.8.
#[derive(Clone, Copy, Debug)]
pub struct Part(u64);

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 1_000_000, serializer)
    }
}

impl Serialize for Rate {
    /// Writes a percentage.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 10_000, serializer)
    }
}

/// Amount before rounding: an exact fraction of a rupiah.
///
/// The denominator is 1,000 (a base is in thousandths) times 1,000,000 for each rate multiplied in. There are at most
/// three: part of a minimum wage, contribution rate, what a relief leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: u128,
    denominator: u128,
}

impl Exact {
    /// Zero, with the denominator of a base times one rate, so that layers can be added to it.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1_000_000_000 };

    /// Multiplies by a rate, without rounding.
    #[must_use]
    pub fn share(self, rate: Rate) -> Self {
        if rate == Rate::WHOLE {
            return self;
        }
        Self {
            numerator: self.numerator.saturating_mul(u128::from(rate.0)),
            denominator: self.denominator.saturating_mul(u128::from(Rate::WHOLE.0)),
        }
    }

    /// Whether the amount is less than a base.
    #[must_use]
    pub const fn is_below(self, base: Base) -> bool {
        self.numerator.saturating_mul(1_000) < (base.0 as u128).saturating_mul(self.denominator)
    }

    /// The smaller of the amount and the base.
    #[must_use]
    pub fn at_most(self, most: Base) -> Self {
        if self.is_below(most) { self } else { most.into() }
    }

    /// The greater of the amount and the base.
    #[must_use]
    pub fn at_least(self, least: Base) -> Self {
        if self.is_below(least) { least.into() } else { self }
    }

    /// The amount cut to thousandths of a rupiah, for display only; no rupiah is calculated from it.
    #[must_use]
    pub fn printed(self) -> Base {
        let thousandths = self.numerator.saturating_mul(1_000).checked_div(self.denominator);
        Base(thousandths.and_then(|number| u64::try_from(number).ok()).unwrap_or(u64::MAX))
    }

    /// Sum of two amounts with the same denominator: layers of a contract value, before any relief.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        debug_assert_eq!(
            self.denominator, other.denominator,
            "layers are summed before any relief"
        );
        Self { numerator: self.numerator.saturating_add(other.numerator), ..self }
    }

    /// Rounds to whole rupiah. No other function rounds a contribution. `None` above [`Rupiah::MAX`].
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Option<Rupiah> {
        let half = match rounding {
            Rounding::Nearest => self.denominator / 2,
            Rounding::Down => 0,
        };
        let numerator = self.numerator.saturating_add(half);
        // 128-bit division is slow in WebAssembly; nearly all amounts fit 64 bits.
        let whole = match (u64::try_from(numerator), u64::try_from(self.denominator)) {
            (Ok(numerator), Ok(denominator)) => numerator.checked_div(denominator)?,
            _ => u64::try_from(numerator.checked_div(self.denominator)?).ok()?,
        };
        Rupiah::new(whole)
    }
}

impl From<Base> for Exact {
    fn from(base: Base) -> Self {
        Self { numerator: u128::from(base.0), denominator: 1_000 }
    }
}

impl From<Rupiah> for Exact {
    fn from(amount: Rupiah) -> Self {
        Base::from_rupiah(amount).into()
    }
}

crate::choices! {
    /// Rounding of one contribution to whole rupiah. Published budgets differ: Klaten rounds 11,622.54 to 11,623;
    /// Muna Barat cuts 13,780.88 to 13,780.
    pub enum Rounding {
        /// To the nearest rupiah; half a rupiah goes up.
        Nearest = "nearest",
        /// Drops the fraction.
        Down = "down",
    }
}

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

/// Product, or `None` on overflow. In WebAssembly `checked_mul` of 64 bits multiplies 128 bits; below 2^32 it cannot
/// overflow and is skipped.
const fn product(one: u64, other: u64) -> Option<u64> {
    if (one | other) >> 32 == 0 {
        return Some(one.wrapping_mul(other));
    }
    one.checked_mul(other)
}

/// `number` × `weight` ÷ `whole`: quotient and remainder, exact. A quotient that does not fit is `u64::MAX`; a
/// `whole` of 0 counts as 1. 128-bit division is slow in WebAssembly, so it is used only where 64 bits do not hold
/// the product.
#[inline(never)]
pub(crate) fn ratio(number: u64, weight: u64, whole: u64) -> (u64, u64) {
    let whole = NonZeroU64::new(whole).unwrap_or(NonZeroU64::MIN);
    if let Some(product) = product(number, weight) {
        let part = product / whole;
        return (part, product.wrapping_sub(part.wrapping_mul(whole.get())));
    }
    let product = u128::from(number).saturating_mul(u128::from(weight));
    let (part, rest) = (product / NonZeroU128::from(whole), product % NonZeroU128::from(whole));
    (u64::try_from(part).unwrap_or(u64::MAX), u64::try_from(rest).unwrap_or(0))
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

impl People {
    /// Share of the people, cut to whole people.
    #[must_use]
    pub fn part(self, of: Rate) -> Self {
        Self::new(ratio(self.get(), of.millionths(), Rate::WHOLE.millionths()).0)
    }
}

/// Reads a decimal number as a whole number of `1/scale`. `None` if it has more decimals, is negative or not finite,
/// or exceeds 2^53 − 1 in that unit.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
#[expect(clippy::cast_precision_loss, reason = "the scale is a small power of ten")]
fn read_decimals(number: f64, scale: u64) -> Option<u64> {
    let scaled = number * scale as f64;
    let whole = scaled.round();
    // The nearest `f64` to a decimal text, and its product with the scale, are within 1 part in 2^53 of the exact
    // value.
    let near = (scaled - whole).abs() <= (whole * f64::EPSILON).max(1e-9);
    let exact = whole >= 0.0 && whole <= (1_u64 << 53) as f64 - 1.0;
    (near && exact).then_some(whole as u64)
}

/// Writes a number of `1/scale` as a decimal number. A whole number is written as an integer, so that every JSON
/// writer gives the same text.
#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
fn write_decimals<S: Serializer>(
    number: u64,
    scale: u64,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match (number.checked_rem(scale), number.checked_div(scale)) {
        (Some(0), Some(whole)) => serializer.serialize_u64(whole),
        _ => serializer.serialize_f64(number as f64 / scale as f64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(number: f64) -> Base {
        Base::read(number).unwrap()
    }

    fn percent(number: f64) -> Rate {
        Rate::read(number).unwrap()
    }

    #[test]
    fn printed_wages_are_read_exactly() {
        // As published: UMP Sulsel 2026, UMK Makassar 2025.
        assert_eq!(base(3_921_088.79), Base::from_thousandths(3_921_088_790));
        assert_eq!(base(3_880_136.865), Base::from_thousandths(3_880_136_865));
        assert_eq!(Base::read(1.0005), None);
        assert_eq!(Base::read(-1.0), None);
        assert_eq!(Base::read(f64::NAN), None);
        assert_eq!(Base::read(f64::INFINITY), None);
        assert_eq!(Base::read(1e300), None);
    }

    #[test]
    fn klaten_rounds_and_muna_barat_cuts() {
        let sum = |wage: f64, rounding| -> u64 {
            [0.24, 0.30]
                .iter()
                .map(|rate| (base(wage) * percent(*rate)).round(rounding).unwrap().get())
                .sum()
        };
        assert_eq!(sum(2_152_322.98, Rounding::Nearest), 11_623);
        assert_eq!(sum(2_552_014.0, Rounding::Down), 13_780);
    }

    #[test]
    fn half_a_rupiah_goes_up_only_when_rounding_to_the_nearest() {
        let half = base(50.0) * percent(1.0);
        assert_eq!(half.round(Rounding::Nearest), Rupiah::new(1));
        assert_eq!(half.round(Rounding::Down), Rupiah::new(0));
    }

    #[test]
    fn rupiah_left_over_go_to_earlier_shares_among_equals() {
        // 5 % of Rp 7 is Rp 0.35: every part is 0 and 7 rupiah remain for the first seven of twenty shares.
        let mut parts = Vec::new();
        split(Rupiah(7), &[percent(5.0); 20], &mut parts);
        assert_eq!(parts, [[Rupiah(1); 7].as_slice(), &[Rupiah(0); 13]].concat());
    }

    /// 3,921,088.79 (UMP Sulsel 2026) × 54.9966 % = 2,156,465.51748114; × 1.74 % = 37,522.500004…, rounded to 37,523.
    /// Cut to thousandths after the first step it would be 37,522.4999…, rounded to 37,522.
    #[test]
    fn a_part_of_a_minimum_wage_is_not_cut_before_it_is_rounded() {
        let part = Exact::from(base(3_921_088.79)).share(percent(54.9966));
        assert_eq!(part.printed(), base(2_156_465.517));
        assert_eq!(part.share(percent(1.74)).round(Rounding::Nearest), Rupiah::new(37_523));
    }

    #[test]
    fn a_limit_is_compared_with_the_exact_amount() {
        // 0.001 × 33.3333 % lies between 0 and 0.001.
        let tiny = Exact::from(base(0.001)).share(percent(33.3333));
        assert!(tiny.is_below(base(0.001)) && !tiny.is_below(base(0.0)));
        assert_eq!(tiny.at_least(base(10_000.0)), Exact::from(base(10_000.0)));
        assert_eq!(tiny.at_most(base(0.0)), Exact::from(base(0.0)));
        let whole = Exact::from(base(5.0));
        assert_eq!((whole.at_least(base(5.0)), whole.at_most(base(5.0))), (whole, whole));
    }

    #[test]
    fn three_rates_stay_exact() {
        // 1,000,000,000 × 1,000 % × 1.74 % × 50 %
        let wage = Exact::from(base(1e9)).share(percent(1_000.0)).share(percent(1.74));
        assert_eq!(wage.share(percent(50.0)).round(Rounding::Down), Rupiah::new(87_000_000));
    }

    #[test]
    fn a_large_contract_stays_exact() {
        let exact = base(1e12) * percent(0.21);
        assert_eq!(exact.share(percent(50.0)).round(Rounding::Down), Rupiah::new(1_050_000_000));
    }
}
