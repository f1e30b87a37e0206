//! Amounts before rounding, and the one rounding of a contribution.

use super::base::Base;
use super::rate::Rate;
use super::rupiah::Rupiah;

impl core::ops::Mul<Rate> for Base {
    type Output = Exact;

    fn mul(self, rate: Rate) -> Exact {
        Exact {
            numerator: u128::from(self.0).saturating_mul(u128::from(rate.0)),
            denominator: 1_000_000_000,
        }
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

impl Rupiah {
    /// Rounds to a multiple of `unit`, as budgets are published: "Rp 22,69 miliar" is a multiple of Rp 10.000.000.
    /// `None` above [`Rupiah::MAX`] or where `unit` is zero.
    #[must_use]
    pub fn in_units(self, unit: Self, rounding: Rounding) -> Option<Self> {
        let exact = Exact { numerator: self.0.into(), denominator: unit.0.into() };
        let units = exact.round(rounding)?;
        Self::new(units.0.checked_mul(unit.0)?)
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
