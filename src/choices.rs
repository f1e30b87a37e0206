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

/// Declares a struct with one value for each variant of a [`Choice`]: a look-up cannot miss, and a new variant does not
/// compile until it has its field.
macro_rules! by_choice {
    ($(#[$meta:meta])* $name:ident of $choice:ident { $($variant:ident: $field:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) struct $name<T> {
            $($field: T),+
        }

        #[allow(dead_code, reason = "not every one is asked in every way")]
        impl<T> $name<T> {
            /// A value for each.
            pub(crate) fn make(mut make: impl FnMut($choice) -> T) -> Self {
                Self { $($field: make($choice::$variant)),+ }
            }

            /// The value of one.
            pub(crate) const fn of(&self, choice: $choice) -> &T {
                match choice {
                    $($choice::$variant => &self.$field),+
                }
            }

            /// The value of one, to change it.
            pub(crate) const fn of_mut(&mut self, choice: $choice) -> &mut T {
                match choice {
                    $($choice::$variant => &mut self.$field),+
                }
            }

            /// Every value, in the stated order.
            pub(crate) fn iter(&self) -> impl Iterator<Item = ($choice, &T)> {
                [$(($choice::$variant, &self.$field)),+].into_iter()
            }

            /// Every value, in the stated order.
            pub(crate) fn into_iter(self) -> impl Iterator<Item = ($choice, T)> {
                [$(($choice::$variant, self.$field)),+].into_iter()
            }
        }
    };
}
pub(crate) use by_choice;
