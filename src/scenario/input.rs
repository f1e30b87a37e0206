//! Unchecked input as plain data. JSON and JavaScript values are converted to it, and the check reads only it.

use core::fmt;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use serde::ser::{Serialize, Serializer};

/// JSON-like data. Keys keep their order, so that problems are reported in the order of the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// `null`, `undefined`.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// Any number, also `NaN` and infinities, which JSON cannot write.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Input>),
    /// An object; of two entries with one key the later one wins, as in JavaScript.
    Object(Vec<(String, Input)>),
    /// A text longer than any field may have, with its number of letters.
    LongText(u64),
    /// A list with more than [`Input::LENGTH`] values, with its number of values.
    LongList(u64),
    /// An object that holds its content outside its fields: a `Date`, a `Map`, a `Set`.
    Instance,
    /// Not data: a function, a symbol, or a value that could not be read.
    Unreadable,
}

impl Input {
    /// Greatest depth of an input; deeper values are [`Input::Unreadable`]. A scenario has seven levels; the limit
    /// ends cycles.
    pub const DEPTH: usize = 32;
    /// Most values of one list or object.
    pub const LENGTH: u32 = 100_000;
}

/// What is no data is written as `null`.
impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        /// Up to here doubles hold every whole number.
        const WHOLE: f64 = 9_007_199_254_740_991.0;
        match self {
            Self::Bool(truth) => serializer.serialize_bool(*truth),
            // A whole number is written without a point.
            #[expect(clippy::cast_possible_truncation, reason = "whole, and below 2^53")]
            Self::Number(number) if number.fract() == 0.0 && number.abs() <= WHOLE => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(entries) => {
                serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
            }
            Self::Null
            | Self::LongText(_)
            | Self::LongList(_)
            | Self::Instance
            | Self::Unreadable => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Input {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Level(Self::DEPTH).deserialize(deserializer)
    }
}

/// Levels that are left below this one.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn below(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// Skips the rest of a list; returns the number of values skipped.
fn rest_of<'de, A: SeqAccess<'de>>(mut sequence: A) -> Result<u64, A::Error> {
    let mut count = 0_u64;
    while sequence.next_element::<IgnoredAny>()?.is_some() {
        count = count.saturating_add(1);
    }
    Ok(count)
}

/// Skips an object without reading it.
fn unread<'de, A: MapAccess<'de>>(mut map: A) -> Result<Input, A::Error> {
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    Ok(Input::Unreadable)
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Input;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Input;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON-shaped data")
    }

    fn visit_unit<E>(self) -> Result<Input, E> {
        Ok(Input::Null)
    }

    fn visit_none<E>(self) -> Result<Input, E> {
        Ok(Input::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Input, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Input, E> {
        Ok(Input::Bool(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "whatever 2^53 loses is refused as too large")]
    fn visit_i64<E>(self, value: i64) -> Result<Input, E> {
        Ok(Input::Number(value as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "whatever 2^53 loses is refused as too large")]
    fn visit_u64<E>(self, value: u64) -> Result<Input, E> {
        Ok(Input::Number(value as f64))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Input, E> {
        Ok(Input::Number(value))
    }

    fn visit_str<E>(self, value: &str) -> Result<Input, E> {
        Ok(Input::Text(value.into()))
    }

    fn visit_string<E>(self, value: String) -> Result<Input, E> {
        Ok(Input::Text(value))
    }

    /// `pkg/js/plain.ts` marks values that are no data by bytes; JSON has none.
    fn visit_bytes<E>(self, mark: &[u8]) -> Result<Input, E> {
        let length = |digits| str::from_utf8(digits).ok()?.parse().ok();
        Ok(match mark {
            [b'T', digits @ ..] => length(digits).map_or(Input::Unreadable, Input::LongText),
            [b'L', digits @ ..] => length(digits).map_or(Input::Unreadable, Input::LongList),
            [b'I'] => Input::Instance,
            _ => Input::Unreadable,
        })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Input, A::Error> {
        let Some(level) = self.below() else {
            return rest_of(sequence).map(|_| Input::Unreadable);
        };
        let mut list = Vec::new();
        while let Some(value) = sequence.next_element_seed(level)? {
            list.push(value);
            if list.len() > Input::LENGTH as usize {
                let read = list.len() as u64;
                return rest_of(sequence).map(|rest| Input::LongList(read.saturating_add(rest)));
            }
        }
        Ok(Input::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Input, A::Error> {
        let Some(level) = self.below() else { return unread(map) };
        let mut entries: Vec<(String, Input)> = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            entries.push((key, map.next_value_seed(level)?));
            if entries.len() > Input::LENGTH as usize {
                return unread(map);
            }
        }
        Ok(Input::Object(entries))
    }
}
