//! Why a head has no price in a month.

use crate::plan::row::Broken;

/// Why there is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// A statutory value is missing: see [`Cell::lacking`](super::Cell::lacking).
    Missing,
    /// The amount exceeds the greatest rupiah.
    TooLarge,
    /// A broken invariant of the engine.
    Broken(Broken),
}

impl From<crate::law::Missing> for Fault {
    fn from(_: crate::law::Missing) -> Self {
        Self::Missing
    }
}

impl From<Broken> for Fault {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl Fault {
    /// Fault to report where a billed cell has no price: it was checked when heads met prices.
    pub const fn broken(self) -> Broken {
        match self {
            Self::Broken(broken) => broken,
            Self::Missing | Self::TooLarge => Broken("prices of bills"),
        }
    }
}
