//! Where a figure comes from.

use super::{NOTE, Shape, object, word};
use crate::scenario::Quality;

/// The source of one input.
pub static EVIDENCE: Shape = object! {
    /// The source of one input.
    Evidence {
        /// How good the source is.
        need quality: word::<Quality>(),
        /// Who says so.
        need source: NOTE,
        /// Date of the source, `"2025-03-17"`, `"2025-03"` or `"2025"`.
        may date: Shape::Date,
        /// What a reader must know besides.
        may note: NOTE,
        /// The input was changed after this source was named, which then speaks for it no more.
        may changed: Shape::Truth,
    }
};
