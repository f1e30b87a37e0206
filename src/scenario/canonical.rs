//! Canonical text of a scenario: equal scenarios have the same text on every machine and in every release. The check
//! code of an input is calculated from it.
//!
//! JSON without spaces. Fields are in the order of the shape, sources in the order of their names. What is absent,
//! `null`, an empty list or an empty object is left out, so that a new optional field does not change the text of
//! scenarios without it. Numbers are decimals without exponent and trailing zeros. Texts have only the escapes that
//! JSON requires.

use crate::text::push_digits;
use core::fmt;
use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// Canonical text of a scenario, or of a part of one.
pub fn canonical(part: &impl Serialize) -> String {
    let mut writer = Writer(String::with_capacity(1 << 12));
    let written = part.serialize(&mut writer);
    debug_assert!(written.is_ok(), "a field of a scenario is of a kind that is not written here");
    writer.0
}

struct Writer(String);

impl Writer {
    /// Starts an entry, after a comma where it is not the first; returns its position.
    #[inline(never)]
    fn entry(&mut self) -> usize {
        let start = self.0.len();
        if !matches!(self.0.as_bytes().last(), Some(b'{' | b'[')) {
            self.0.push(',');
        }
        start
    }

    /// Removes the entry from `start` if its value, from `value`, is empty.
    #[inline(never)]
    fn keep(&mut self, start: usize, value: usize) {
        if matches!(self.0.get(value..), Some("null" | "[]" | "{}")) {
            self.0.truncate(start);
        }
    }

    #[inline(never)]
    fn quoted(&mut self, words: &str) {
        self.0.push('"');
        if !words.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            self.0.push_str(words);
        } else {
            self.escaped(words);
        }
        self.0.push('"');
    }

    fn escaped(&mut self, words: &str) {
        for letter in words.chars() {
            match letter {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\u{8}' => self.0.push_str("\\b"),
                '\t' => self.0.push_str("\\t"),
                '\n' => self.0.push_str("\\n"),
                '\u{c}' => self.0.push_str("\\f"),
                '\r' => self.0.push_str("\\r"),
                '\0'..' ' => {
                    let code = u32::from(letter);
                    self.0.push_str("\\u00");
                    let digits = [code >> 4, code & 15].map(|digit| char::from_digit(digit, 16));
                    self.0.extend(digits.into_iter().flatten());
                }
                _ => self.0.push(letter),
            }
        }
    }
}

/// An object, map or list that is being written.
struct Entries<'a> {
    writer: &'a mut Writer,
    end: char,
    /// Position of the entry whose key was written last.
    start: usize,
}

impl<'a> Entries<'a> {
    fn begin(writer: &'a mut Writer, begin: char, end: char) -> Self {
        writer.0.push(begin);
        Self { writer, end, start: 0 }
    }

    /// Writes a key; returns the positions of the entry and of its value.
    #[inline(never)] // one copy for every type of value
    fn field(&mut self, key: &str) -> (usize, usize) {
        let start = self.writer.entry();
        self.writer.quoted(key);
        self.writer.0.push(':');
        (start, self.writer.0.len())
    }

    fn close(self) -> Result<(), fmt::Error> {
        self.writer.0.push(self.end);
        Ok(())
    }
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Entries<'a>;
    type SerializeTuple = Impossible<(), fmt::Error>;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    fn serialize_bool(self, value: bool) -> Result<(), fmt::Error> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), fmt::Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), fmt::Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), fmt::Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), fmt::Error> {
        if value < 0 {
            self.0.push('-');
        }
        self.serialize_u64(value.unsigned_abs())
    }

    fn serialize_u8(self, value: u8) -> Result<(), fmt::Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), fmt::Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), fmt::Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), fmt::Error> {
        push_digits(&mut self.0, value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    /// Bases have three decimals, percentages four, fractions of one six; all are below 9 × 10⁹.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is below zero or beyond 2^53 is refused before"
    )]
    fn serialize_f64(self, value: f64) -> Result<(), fmt::Error> {
        let millionths = (value * 1e6).round();
        if !(0.0..9_007_199_254_740_992.0).contains(&millionths) {
            return Err(fmt::Error);
        }
        let millionths = millionths as u64;
        push_digits(&mut self.0, millionths / 1_000_000);
        let (mut rest, mut unit) = (millionths % 1_000_000, 100_000);
        if rest > 0 {
            self.0.push('.');
        }
        while rest > 0 {
            push_digits(&mut self.0, rest.checked_div(unit).unwrap_or(0));
            rest = rest.checked_rem(unit).unwrap_or(0);
            unit /= 10;
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), fmt::Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), fmt::Error> {
        self.quoted(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> Result<(), fmt::Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), fmt::Error> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), fmt::Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), fmt::Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries<'a>, fmt::Error> {
        Ok(Entries::begin(self, '[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries<'a>, fmt::Error> {
        Ok(Entries::begin(self, '{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries<'a>, fmt::Error> {
        Ok(Entries::begin(self, '{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl SerializeSeq for Entries<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.writer.entry();
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

impl SerializeMap for Entries<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), fmt::Error> {
        self.start = self.writer.entry();
        key.serialize(&mut *self.writer)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), fmt::Error> {
        self.writer.0.push(':');
        let begin = self.writer.0.len();
        value.serialize(&mut *self.writer)?;
        self.writer.keep(self.start, begin);
        Ok(())
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

impl SerializeStruct for Entries<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), fmt::Error> {
        let (start, begin) = self.field(key);
        value.serialize(&mut *self.writer)?;
        self.writer.keep(start, begin);
        Ok(())
    }

    fn end(self) -> Result<(), fmt::Error> {
        self.close()
    }
}

#[cfg(test)]
mod tests;
