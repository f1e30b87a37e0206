//! Whole rupiah.

use super::ratio::product;
use crate::people::People;
use serde::Serialize;

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
pub struct Rupiah(pub(super) u64);

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

    /// Amount for a number of people, or `None` above [`Rupiah::MAX`].
    #[must_use]
    pub const fn times(self, people: People) -> Option<Self> {
        match product(self.0, people.get()) {
            Some(amount) => Self::new(amount),
            None => None,
        }
    }
}
