//! Money and rates. A contribution is rounded in one place: [`Exact::round`].
//!
//! [`Base`] × [`Rate`] gives an [`Exact`] amount; [`Exact::round`] turns it into [`Rupiah`]; rupiah can be multiplied
//! by [`People`](crate::people::People). Any other product of these types does not compile:
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

mod base;
mod decimals;
mod exact;
mod rate;
mod ratio;
mod rupiah;
mod split;

pub use base::Base;
pub(crate) use decimals::write_scaled;
pub use exact::{Exact, Rounding};
pub use rate::{Part, Points, Rate};
pub(crate) use ratio::ratio;
pub use rupiah::Rupiah;
pub use split::split;
pub(crate) use split::{apportion, first_of_two, whole_part};
