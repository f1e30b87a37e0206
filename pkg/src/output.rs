//! Results as numbers with a text behind them, the way `js/shapes.js` reads them: what crosses the boundary is one array,
//! where JSON would be written digit by digit and read letter by letter.
//!
//! Fields stand in their order, without their names. An object begins with 1; a list, a map and a text with how many
//! entries or letters they have; nothing at all is NaN, which no number of the engine is. The values of a map are of
//! several kinds, so each has its kind before it.

use cakupan::problem::Problem;
use core::fmt;
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};

/// Kinds of values in a map.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Text,
    Object,
}

/// A value as an answer: where its text begins, its numbers, then how many bytes the text has, and these: eight in the
/// bits of each number.
pub fn write(value: &impl Serialize) -> Vec<f64> {
    let mut flat = Flat::new();
    // No shape of the engine is one that cannot be written; half of an answer would be a fault of ours, and shows.
    let _ = value.serialize(&mut flat);
    flat.end()
}

/// Nothing, and why.
pub fn refuse(problems: &[Problem]) -> Vec<f64> {
    let mut flat = Flat::new();
    let _ = ().serialize(&mut flat).and_then(|()| problems.serialize(&mut flat));
    flat.end()
}

/// A value that has no place in an answer.
#[derive(Debug)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a value of an answer")
    }
}

impl core::error::Error for Unwritable {}

impl Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// What is written so far.
struct Flat {
    numbers: Vec<f64>,
    /// All texts, one after another.
    text: Vec<u8>,
    /// Whether the next value is one of a map.
    in_map: bool,
}

impl Flat {
    fn new() -> Self {
        let mut numbers = Vec::with_capacity(1 << 13);
        numbers.push(0.0);
        Self { numbers, text: Vec::new(), in_map: false }
    }

    fn end(self) -> Vec<f64> {
        let Self { mut numbers, mut text, .. } = self;
        let begin = numbers.len() as f64;
        if let Some(first) = numbers.first_mut() {
            *first = begin;
        }
        numbers.push(text.len() as f64);
        text.resize(text.len().next_multiple_of(8), 0);
        let (eights, _) = text.as_chunks();
        numbers.extend(eights.iter().map(|bytes| f64::from_bits(u64::from_le_bytes(*bytes))));
        numbers
    }

    #[inline(never)] // one copy for several hundred numbers
    fn number(&mut self, number: f64, kind: Kind) {
        if core::mem::take(&mut self.in_map) {
            self.numbers.push(f64::from(kind as u8));
        }
        self.numbers.push(number);
    }

    fn many(&mut self, length: Option<usize>) -> Result<&mut Self, Unwritable> {
        self.numbers.push(length.ok_or(Unwritable)? as f64);
        Ok(self)
    }

    /// Its length is counted as JavaScript does.
    #[inline(never)]
    fn words(&mut self, words: &str) {
        let units = if words.is_ascii() { words.len() } else { words.encode_utf16().count() };
        self.number(units as f64, Kind::Text);
        self.text.extend_from_slice(words.as_bytes());
    }
}

impl<'a> Serializer for &'a mut Flat {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = &'a mut Flat;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = &'a mut Flat;
    type SerializeStruct = &'a mut Flat;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.serialize_u8(value.into())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        self.serialize_f64(value as f64)
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        self.number(value as f64, Kind::Number);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        self.number(value, Kind::Number);
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        self.words(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_none(self) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unwritable> {
        self.serialize_f64(f64::NAN)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Unwritable> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unwritable> {
        Err(Unwritable)
    }

    fn serialize_seq(self, length: Option<usize>) -> Result<Self, Unwritable> {
        self.many(length)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable)
    }

    fn serialize_map(self, length: Option<usize>) -> Result<Self, Unwritable> {
        self.many(length)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Unwritable> {
        self.number(1.0, Kind::Object);
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable)
    }
}

impl SerializeSeq for &mut Flat {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl SerializeMap for &mut Flat {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.in_map = true;
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}

impl SerializeStruct for &mut Flat {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        value.serialize(&mut **self)
    }

    fn skip_field(&mut self, _: &'static str) -> Result<(), Unwritable> {
        self.serialize_unit()
    }

    fn end(self) -> Result<(), Unwritable> {
        Ok(())
    }
}
