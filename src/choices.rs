//! Words with a fixed set of meanings: an enum whose names in JSON stand beside its variants, once.

/// A closed set of words.
pub trait Choice: Copy + 'static {
    /// Every word, in the stated order.
    const ALL: &'static [Self];

    /// The word in JSON.
    fn name(self) -> &'static str;

    /// The choice behind a word.
    fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.name() == word)
    }
}

/// Declares an enum as a [`Choice`].
#[macro_export]
#[doc(hidden)]
macro_rules! choices {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $word)] $variant,)+
        }

        impl $crate::choices::Choice for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];

            fn name(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }
    };
}
