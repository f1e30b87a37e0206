//! Products and quotients of whole numbers that do not overflow on the way.

use core::num::{NonZeroU64, NonZeroU128};

/// Product, or `None` on overflow. In WebAssembly `checked_mul` of 64 bits multiplies 128 bits; below 2^32 it cannot
/// overflow and is skipped.
pub(super) const fn product(one: u64, other: u64) -> Option<u64> {
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
