//! Money and rates: whole rupiah, exact bases, exact rates, and the one place where a contribution is rounded.
//!
//! Only these mixes exist: a [`Base`] times a [`Rate`] is an [`Exact`] amount, an exact amount
//! becomes [`Rupiah`] by a [`Rounding`], and rupiah can be taken for a number of [`People`]. All
//! else does not compile:
//!
//! ```compile_fail
//! use cakupan::money::Rupiah;
//! let one = Rupiah::new(1).unwrap();
//! let _ = one * one; // rupiah times rupiah is nothing
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

/// Whole rupiah, never negative, at most 2^53 − 1 so that JavaScript holds it exactly.
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
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The greatest amount: Rp 9.007.199.254.740.991.
    pub const MAX: Self = Self((1 << 53) - 1);

    /// An amount, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn new(amount: u64) -> Option<Self> {
        if amount <= Self::MAX.0 { Some(Self(amount)) } else { None }
    }

    /// The number of rupiah.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// The sum, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn plus(self, other: Self) -> Option<Self> {
        Self::new(self.0.wrapping_add(other.0)) // both are far below 2^63
    }

    /// The sum of two parts of a sum that was checked to fit beforehand, as a whole.
    pub(crate) const fn within(self, other: Self) -> Self {
        Self(self.0.wrapping_add(other.0))
    }

    /// The amount for so many people, as a part of a sum that was checked to fit beforehand.
    pub(crate) const fn times_within(self, people: People) -> Self {
        Self(self.0.wrapping_mul(people.get()))
    }

    /// The sum of all, or `None` above [`Rupiah::MAX`].
    pub(crate) fn all(parts: impl IntoIterator<Item = Self>) -> Option<Self> {
        parts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The difference, or zero where nothing is left.
    #[must_use]
    pub const fn less(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The amount as it is printed in whole units, "Rp 22,69 miliar" in units of ten million; `None` above
    /// [`Rupiah::MAX`].
    #[must_use]
    pub fn in_units(self, unit: Self, rounding: Rounding) -> Option<Self> {
        let exact = Exact { numerator: self.0.into(), denominator: unit.0.into() };
        let units = exact.round(rounding)?;
        Self::new(units.0.checked_mul(unit.0)?)
    }

    /// The amount for so many people, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn times(self, people: People) -> Option<Self> {
        match product(self.0, people.get()) {
            Some(amount) => Self::new(amount),
            None => None,
        }
    }
}

/// What a contribution is levied on: a wage, an income, a contract value; in thousandths of a rupiah,
/// because minimum wages are printed with up to three decimals (Makassar 2025: 3,880,136.865).
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
    /// From thousandths of a rupiah.
    #[must_use]
    pub const fn from_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }

    /// From whole rupiah.
    #[must_use]
    pub const fn from_rupiah(rupiah: Rupiah) -> Self {
        Self(rupiah.0.saturating_mul(1_000))
    }

    /// Thousandths of a rupiah.
    #[must_use]
    pub const fn thousandths(self) -> u64 {
        self.0
    }

    /// The exact base behind a JSON number: at most three decimals, not negative, below 2^53.
    #[must_use]
    pub fn read(number: f64) -> Option<Self> {
        read_decimals(number, 1_000).map(Self)
    }

    /// The base after a growth, cut to a multiple of `cut`; `None` beyond what a base can hold.
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

    /// What of this base lies above another, or zero.
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

/// A rate or a share, in millionths: four decimals of a percentage.
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

    /// From millionths.
    #[must_use]
    pub const fn from_millionths(millionths: u64) -> Self {
        Self(millionths)
    }

    /// The exact rate behind a percentage in JSON: at most four decimals, not negative.
    #[must_use]
    pub fn read(percent: f64) -> Option<Self> {
        read_decimals(percent, 10_000).map(Self)
    }

    /// The number of millionths.
    #[must_use]
    pub const fn millionths(self) -> u64 {
        self.0
    }

    /// The exact rate behind a part of one in JSON (0.8): at most four decimals, not negative.
    #[must_use]
    pub fn read_part(part: f64) -> Option<Self> {
        read_decimals(part, 10_000).map(|ten_thousandths| Self(ten_thousandths.saturating_mul(100)))
    }

    /// As a part of one (0.8 for 80 %).
    #[must_use]
    pub const fn as_part(self) -> Part {
        Part(self.0)
    }

    /// The sum of both.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// This part of the rate, cut to millionths.
    #[must_use]
    pub const fn part(self, of: Self) -> Self {
        Self(self.0.saturating_mul(of.0) / Self::WHOLE.0)
    }

    /// What is left of 100 %, or zero.
    #[must_use]
    pub const fn rest(self) -> Self {
        Self(Self::WHOLE.0.saturating_sub(self.0))
    }
}

/// Percentage points from one percentage to another; below zero where it falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Points(i64);

impl Points {
    /// From the one to the other.
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

/// A rate that is written as a part of one.
#[derive(Clone, Copy, Debug)]
pub struct Part(u64);

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 1_000_000, serializer)
    }
}

impl Serialize for Rate {
    /// As a percentage.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 10_000, serializer)
    }
}

/// An amount before rounding, as a fraction of whole numbers.
///
/// The denominator is 1,000 (the thousandths of a base) times 1,000,000 for each rate multiplied in, at most three of
/// them: a part of a minimum wage, the contribution rate, and what a relief leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Exact {
    numerator: u128,
    denominator: u128,
}

impl Exact {
    /// Nothing yet, to add layers to.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1_000_000_000 };

    /// This share of the amount, still exact.
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

    /// The amount, or the base where that is less.
    #[must_use]
    pub fn at_most(self, most: Base) -> Self {
        if self.is_below(most) { self } else { most.into() }
    }

    /// The amount, or the base where that is more.
    #[must_use]
    pub fn at_least(self, least: Base) -> Self {
        if self.is_below(least) { least.into() } else { self }
    }

    /// The amount cut to thousandths of a rupiah, to be printed; no rupiah is calculated from it.
    #[must_use]
    pub fn printed(self) -> Base {
        let thousandths = self.numerator.saturating_mul(1_000).checked_div(self.denominator);
        Base(thousandths.and_then(|number| u64::try_from(number).ok()).unwrap_or(u64::MAX))
    }

    /// The sum with another product of a base and a rate.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        debug_assert_eq!(
            self.denominator, other.denominator,
            "layers are summed before any relief"
        );
        Self { numerator: self.numerator.saturating_add(other.numerator), ..self }
    }

    /// Whole rupiah by the rule; a contribution is rounded nowhere else. `None` above [`Rupiah::MAX`].
    #[must_use]
    pub fn round(self, rounding: Rounding) -> Option<Rupiah> {
        let half = match rounding {
            Rounding::Nearest => self.denominator / 2,
            Rounding::Down => 0,
        };
        let numerator = self.numerator.saturating_add(half);
        // 128-bit division is slow in WebAssembly and hardly ever needed.
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
    /// What happens to a fraction of a rupiah in one contribution. Regions differ: Klaten rounds
    /// 11,622.54 to 11,623, Muna Barat cuts 13,780.88 to 13,780.
    pub enum Rounding {
        /// Half a rupiah and more goes up.
        Nearest = "nearest",
        /// The fraction is dropped.
        Down = "down",
    }
}

/// Splits an amount into shares whose parts sum to it: whole parts first, the rupiah left over go
/// one each to the largest remainders, earlier shares first among equals.
///
/// The shares must sum to 100 %. `parts` is emptied first: one buffer serves the thousands of bills of a plan.
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

/// The first of two parts that sum to an amount; the second is the rest. The two remainders sum to nothing or to one
/// rupiah, which goes to the greater, or to the first of equals: the first part is rounded, half a rupiah up.
pub(crate) const fn first_of_two(amount: Rupiah, share: Rate) -> Rupiah {
    let (millions, rest) = (amount.0 / Rate::WHOLE.0, amount.0 % Rate::WHOLE.0);
    let rounded = rest.wrapping_mul(share.0).wrapping_add(Rate::WHOLE.0 / 2) / Rate::WHOLE.0;
    // Below the amount itself.
    Rupiah(millions.wrapping_mul(share.0).wrapping_add(rounded))
}

/// One number times another, where it fits. WebAssembly finds out by a multiplication in 128 bits whether it does;
/// below 2^32 that is known beforehand.
const fn product(one: u64, other: u64) -> Option<u64> {
    if (one | other) >> 32 == 0 {
        return Some(one.wrapping_mul(other));
    }
    one.checked_mul(other)
}

/// `number` × `weight` ÷ `whole` and what remains, exact; the most that there is where it is more. 128-bit division
/// is slow in WebAssembly and hardly ever needed.
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

/// Gives `total` whole things to weights of a `whole` by largest remainder, one part for each weight; `first` says which
/// of two with equal remainders (by position) is served first.
pub(crate) fn apportion<'p>(
    total: u64,
    weights: impl ExactSizeIterator<Item = u64>,
    whole: u64,
    first: &dyn Fn(usize, usize) -> bool,
    parts: impl Iterator<Item = &'p mut u64>,
) {
    // Nearly always there are few: they need no memory of their own.
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
    // Fewer are left than there are weights, so the greatest are picked one by one.
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

/// The exact number of `1/scale` behind a decimal number, or `None` if it has more decimals, is
/// negative, not finite, or leaves what a JavaScript number holds exactly.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
#[expect(clippy::cast_precision_loss, reason = "the scale is a small power of ten")]
fn read_decimals(number: f64, scale: u64) -> Option<u64> {
    let scaled = number * scale as f64;
    let whole = scaled.round();
    // A decimal number is at most one part in 2^53 away from its text, so is its product.
    let near = (scaled - whole).abs() <= (whole * f64::EPSILON).max(1e-9);
    let exact = whole >= 0.0 && whole <= (1_u64 << 53) as f64 - 1.0;
    (near && exact).then_some(whole as u64)
}

/// Writes thousandths or ten-thousandths as the decimal number they are: whole ones as an integer, so
/// that every JSON writer gives the same text.
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
        // UMP Sulsel 2026 and UMK Makassar 2025 as printed.
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
        // Of Rp 7 each of twenty shares is due 35 sen.
        let mut parts = Vec::new();
        split(Rupiah(7), &[percent(5.0); 20], &mut parts);
        assert_eq!(parts, [[Rupiah(1); 7].as_slice(), &[Rupiah(0); 13]].concat());
    }

    /// UMP Sulsel 2026 × 54.9966 % is 2,156,465.51748114; × 1.74 % that is 37,522.500004…, and half a rupiah goes up.
    /// Cut to thousandths on the way it would be 37,522.4999….
    #[test]
    fn a_part_of_a_minimum_wage_is_not_cut_before_it_is_rounded() {
        let part = Exact::from(base(3_921_088.79)).share(percent(54.9966));
        assert_eq!(part.printed(), base(2_156_465.517));
        assert_eq!(part.share(percent(1.74)).round(Rounding::Nearest), Rupiah::new(37_523));
    }

    #[test]
    fn a_limit_is_compared_with_the_exact_amount() {
        // A third of a rupiah of 3 decimals: 0.001 × 33.3333 % lies between 0 and 0.001.
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
