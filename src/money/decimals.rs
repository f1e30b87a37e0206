//! Decimal numbers as whole numbers of a unit.

use serde::Serializer;

/// Reads a decimal number as a whole number of `1/scale`. `None` if it has more decimals, is negative or not finite,
/// or exceeds 2^53 − 1 in that unit.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
#[expect(clippy::cast_precision_loss, reason = "the scale is a small power of ten")]
pub(super) fn read_decimals(number: f64, scale: u64) -> Option<u64> {
    let scaled = number * scale as f64;
    let whole = scaled.round();
    // The nearest `f64` to a decimal text, and its product with the scale, are within 1 part in 2^53 of the exact
    // value.
    let near = (scaled - whole).abs() <= (whole * f64::EPSILON).max(1e-9);
    let exact = whole >= 0.0 && whole <= (1_u64 << 53) as f64 - 1.0;
    (near && exact).then_some(whole as u64)
}

/// Writes a number of `1/scale` as a decimal number. A whole number is written as an integer, so that every JSON
/// writer gives the same text.
#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
pub(super) fn write_decimals<S: Serializer>(
    number: u64,
    scale: u64,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match (number.checked_rem(scale), number.checked_div(scale)) {
        (Some(0), Some(whole)) => serializer.serialize_u64(whole),
        _ => serializer.serialize_f64(number as f64 / scale as f64),
    }
}

/// Writes a whole number of `1 / scale` as a decimal number.
pub(crate) fn write_scaled<S: Serializer>(
    number: u64,
    scale: u64,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    write_decimals(number, scale, serializer)
}
