//! Amounts that contributions are a percentage of, in thousandths of a rupiah.

use super::decimals::{read_decimals, write_decimals};
use super::rate::Rate;
use super::ratio::ratio;
use super::rupiah::Rupiah;
use serde::{Serialize, Serializer};

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
pub struct Base(pub(super) u64);

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

impl Serialize for Base {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_decimals(self.0, 1_000, serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base(number: f64) -> Base {
        Base::read(number).unwrap()
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
}
