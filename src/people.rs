//! People: whole workers, never a fraction of one.

use crate::money::{Rate, ratio};
use serde::Serialize;

/// A number of people.
///
/// ```
/// use cakupan::people::People;
/// assert_eq!(People::new(2).plus(People::new(3)), People::new(5));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct People(u64);

impl People {
    /// Nobody.
    pub const ZERO: Self = Self(0);

    /// So many people.
    #[must_use]
    pub const fn new(number: u64) -> Self {
        Self(number)
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }

    /// Both together.
    #[must_use]
    pub const fn plus(self, others: Self) -> Self {
        Self(self.0.saturating_add(others.0))
    }

    /// Whole people in this part of them.
    #[must_use]
    pub fn part(self, of: Rate) -> Self {
        Self(ratio(self.0, of.millionths(), Rate::WHOLE.millionths()).0)
    }

    /// Those who remain, or nobody.
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
