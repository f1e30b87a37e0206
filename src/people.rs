//! Whole people.

use serde::Serialize;

/// Number of people. Sums stop at `u64::MAX`; each number in an input is at most 300,000,000.
///
/// ```
/// use cakupan::people::People;
/// assert_eq!(People::new(2).plus(People::new(3)), People::new(5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct People(u64);

impl People {
    /// 0 people.
    pub const ZERO: Self = Self(0);

    /// Takes a number of people.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// Number of people.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Sum.
    #[must_use]
    pub const fn plus(self, others: Self) -> Self {
        Self(self.0.saturating_add(others.0))
    }

    /// Difference; zero where `others` is greater.
    #[must_use]
    pub const fn less(self, others: Self) -> Self {
        Self(self.0.saturating_sub(others.0))
    }
}

impl core::iter::Sum for People {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Self::plus)
    }
}
