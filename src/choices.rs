//! Enums whose words in JSON are declared beside their variants.
//!
//! ```
//! use cakupan::{choices::Choice as _, scenario::Programme};
//! assert_eq!(Programme::Jkk.name(), "JKK");
//! assert_eq!(Programme::WORDS, ["JKK", "JKM", "JHT", "JP"]);
//! ```

/// What a shape, a field or a choice is called and means. Only descriptions need it: without the feature `cli` it is
/// empty, and the engine carries no texts.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The name of its type.
    #[cfg(feature = "cli")]
    pub(crate) name: &'static str,
    /// What it means: the lines of its doc comment.
    #[cfg(feature = "cli")]
    pub(crate) text: &'static str,
    /// What each of its words means.
    #[cfg(feature = "cli")]
    pub(crate) words: &'static [&'static str],
}

impl About {
    /// From the doc comments of a shape.
    #[cfg(feature = "cli")]
    #[must_use]
    pub const fn new(
        name: &'static str,
        text: &'static str,
        words: &'static [&'static str],
    ) -> Self {
        Self { name, text, words }
    }

    /// Empty.
    #[cfg(not(feature = "cli"))]
    #[must_use]
    pub const fn new(
        _name: &'static str,
        _text: &'static str,
        _words: &'static [&'static str],
    ) -> Self {
        Self {}
    }

    /// Something else whose kinds are these words.
    #[must_use]
    pub(crate) const fn of(self, name: &'static str, text: &'static str) -> Self {
        #[cfg(feature = "cli")]
        return Self::new(name, text, self.words);
        #[cfg(not(feature = "cli"))]
        return Self::new(name, text, &[]);
    }
}

#[cfg(feature = "cli")]
impl About {
    /// What it means as one text: its lines joined.
    pub(crate) fn meaning(text: &str) -> String {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// As a field of a JSON Schema.
    pub(crate) fn describe(self, schema: &mut schemars::Schema) {
        if !self.text.is_empty() {
            schema.insert("description".into(), Self::meaning(self.text).into());
        }
    }
}

/// One of these words, each with its meaning.
#[cfg(feature = "cli")]
pub(crate) fn described(about: About, words: &[&str]) -> schemars::Schema {
    let each = words.iter().zip(about.words).map(
        |(word, text)| serde_json::json!({ "const": word, "description": About::meaning(text) }),
    );
    let mut schema = schemars::json_schema!({ "oneOf": each.collect::<Vec<_>>() });
    about.describe(&mut schema);
    schema
}

/// An enum with one word in JSON for each variant.
pub trait Choice: Copy + 'static {
    /// What it is called and means.
    const ABOUT: About;
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
    ($(#[doc = $text:literal])+ pub enum $name:ident {
        $($(#[doc = $about:literal])+ $variant:ident = $word:literal,)+
    }) => {
        $(#[doc = $text])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[doc = $about])+ $variant,)+
        }

        impl $crate::choices::Choice for $name {
            const ABOUT: $crate::choices::About = $crate::choices::About::new(
                stringify!($name),
                concat!($($text, "\n"),+),
                &[$(concat!($($about, "\n"),+)),+],
            );
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            fn name(self) -> &'static str {
                Self::WORDS.get(self as usize).copied().unwrap_or_default()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // As a variant the word is static, and the package makes each text of JavaScript once.
                let word = $crate::choices::Choice::name(*self);
                serializer.serialize_unit_variant(stringify!($name), *self as u32, word)
            }
        }

        #[cfg(feature = "cli")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                <Self as $crate::choices::Choice>::ABOUT.name.into()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!(module_path!(), "::", stringify!($name)).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let words = <Self as $crate::choices::Choice>::WORDS;
                $crate::choices::described(<Self as $crate::choices::Choice>::ABOUT, words)
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

/// Declares the description of a field that holds a word of a [`Choice`] or another one.
#[cfg(feature = "cli")]
macro_rules! choice_or {
    ($(#[$about:meta])* $name:ident = $choice:ty, $others:expr) => {
        $(#[$about])*
        #[derive(Debug)]
        pub(crate) struct $name;

        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let mut any = vec![generator.subschema_for::<$choice>().to_value()];
                any.extend($others.map(|(word, about)| {
                    serde_json::json!({ "const": word, "description": about })
                }));
                schemars::json_schema!({ "anyOf": any })
            }
        }
    };
}
#[cfg(feature = "cli")]
pub(crate) use choice_or;

#[cfg(all(test, feature = "cli"))]
mod tests {
    use super::About;
    use serde_json::{Value, json};

    crate::choices! {
        /// Who goes first,
        /// at a crossing.
        pub enum Light {
            /// Goes.
            Green = "green",
            /// Waits,
            ///
            /// in line.
            Red = "red",
        }
    }

    /// A description is the doc comment on one line, of the whole and of each word.
    #[test]
    fn a_schema_says_what_the_doc_comments_say() {
        let schema = schemars::schema_for!(Light).to_value();
        assert_eq!(schema["description"], "Who goes first, at a crossing.");
        let words = json!([
            { "const": "green", "description": "Goes." },
            { "const": "red", "description": "Waits, in line." },
        ]);
        assert_eq!(schema["oneOf"], words);
    }

    #[test]
    fn what_has_no_comment_has_no_description() {
        let mut schema = schemars::json_schema!({ "type": "string" });
        About::new("Light", "", &[]).describe(&mut schema);
        assert_eq!(schema.as_value().get("description"), None::<&Value>);
    }
}
