//! Enums whose words in JSON are declared beside their variants.
//!
//! ```
//! use cakupan::{choices::Choice as _, scenario::Programme};
//! assert_eq!(Programme::Jkk.name(), "JKK");
//! assert_eq!(Programme::WORDS, ["JKK", "JKM", "JHT", "JP"]);
//! ```

/// An enum with one word in JSON for each variant.
pub trait Choice: Copy + 'static {
    /// Every variant, in the order of declaration.
    const ALL: &'static [Self];
    /// Words in JSON, in the order of [`ALL`](Self::ALL).
    const WORDS: &'static [&'static str];

    /// Word in JSON.
    fn name(self) -> &'static str;
}

/// Declares an enum that implements [`Choice`] and `Serialize`.
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

/// Declares a struct with one value for each variant of a [`Choice`]. A look-up always finds a value, and a new
/// variant does not compile until the struct has a field for it.
macro_rules! by_choice {
    ($(#[$meta:meta])* $name:ident of $choice:ident { $($variant:ident: $field:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub(crate) struct $name<T> {
            $($field: T),+
        }

        #[allow(dead_code, reason = "not every one is asked in every way")]
        impl<T> $name<T> {
            /// Calls `make` for each variant.
            pub(crate) fn make(mut make: impl FnMut($choice) -> T) -> Self {
                Self { $($field: make($choice::$variant)),+ }
            }

            /// Value of a variant.
            pub(crate) const fn of(&self, choice: $choice) -> &T {
                match choice {
                    $($choice::$variant => &self.$field),+
                }
            }

            /// Value of a variant, to change it.
            pub(crate) const fn of_mut(&mut self, choice: $choice) -> &mut T {
                match choice {
                    $($choice::$variant => &mut self.$field),+
                }
            }

            /// Variants and values, in the order of declaration.
            pub(crate) fn iter(&self) -> impl Iterator<Item = ($choice, &T)> {
                [$(($choice::$variant, &self.$field)),+].into_iter()
            }

            /// Variants and values, in the order of declaration.
            pub(crate) fn into_iter(self) -> impl Iterator<Item = ($choice, T)> {
                [$(($choice::$variant, self.$field)),+].into_iter()
            }
        }
    };
}
pub(crate) use by_choice;
