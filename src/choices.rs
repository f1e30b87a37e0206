//! Words with a fixed set of meanings: an enum whose names in JSON stand beside its variants, once.
//!
//! ```
//! use cakupan::{choices::Choice as _, scenario::Programme};
//! assert_eq!(Programme::Jkk.name(), "JKK");
//! assert_eq!(Programme::WORDS, ["JKK", "JKM", "JHT", "JP"]);
//! ```

/// A closed set of words.
pub trait Choice: Copy + 'static {
    /// Every choice, in the stated order.
    const ALL: &'static [Self];
    /// Their words in JSON, in the same order.
    const WORDS: &'static [&'static str];

    /// The word in JSON.
    fn name(self) -> &'static str;
}

/// Declares an enum as a [`Choice`].
#[macro_export]
#[doc(hidden)]
macro_rules! choices {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $crate::choices::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn name(self) -> &'static str {
                Self::WORDS.get(self as usize).copied().unwrap_or_default()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::choices::Choice::name(*self))
            }
        }
    };
}
