//! Rates and shares in millionths, and what is made of them for printing.

use super::decimals::{read_decimals, write_decimals};
use super::ratio::ratio;
use crate::people::People;
use serde::{Serialize, Serializer};

/// Rate or share in millionths: a percentage with up to four decimals.
///
/// ```
/// use cakupan::money::Rate;
/// assert_eq!(Rate::read(6.24), Some(Rate::from_millionths(62_400)));
/// assert_eq!(Rate::read(0.000_01), None, "more than four decimals");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Rate(pub(super) u64);

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

impl People {
    /// Share of the people, cut to whole people.
    #[must_use]
    pub fn part(self, of: Rate) -> Self {
        Self::new(ratio(self.get(), of.millionths(), Rate::WHOLE.millionths()).0)
    }
}
