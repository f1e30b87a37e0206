//! Results as JSON text: one string crosses the boundary where an object would cross it number by number.
//!
//! A writer of our own, because the engine's shapes need little of JSON (no number has more than six decimals) and
//! every general one brings the printing of floats.

use core::fmt;
use serde::ser::{
    Error, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer,
};

/// The text of a value.
pub fn write(value: &impl Serialize) -> String {
    // Bytes, because a string would be looked through again with every piece.
    let mut text = Vec::with_capacity(1 << 16);
    match value.serialize(Writer(&mut text)) {
        Ok(()) => String::from_utf8(text).unwrap_or_default(),
        // No shape of the engine is one that cannot be written; nothing in place of one would be its own fault.
        Err(Unwritable) => "null".into(),
    }
}

/// A value that has no place in JSON.
#[derive(Debug)]
pub struct Unwritable;

impl fmt::Display for Unwritable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a JSON value")
    }
}

impl core::error::Error for Unwritable {}

impl Error for Unwritable {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Writer<'a>(&'a mut Vec<u8>);

/// A list or an object that is being written.
pub struct Compound<'a> {
    text: &'a mut Vec<u8>,
    is_first: bool,
    end: u8,
}

impl<'a> Compound<'a> {
    fn begin(text: &'a mut Vec<u8>, begin: u8, end: u8) -> Self {
        text.push(begin);
        Self { text, is_first: true, end }
    }

    fn comma(&mut self) {
        if !self.is_first {
            self.text.push(b',');
        }
        self.is_first = false;
    }

    /// The names of fields are ours: none holds a letter that JSON escapes.
    fn key(&mut self, key: &str) {
        self.comma();
        self.text.push(b'"');
        self.text.extend_from_slice(key.as_bytes());
        self.text.extend_from_slice(b"\":");
    }

    fn close(self) -> Result<(), Unwritable> {
        self.text.push(self.end);
        Ok(())
    }
}

#[inline(never)]
fn quote(text: &mut Vec<u8>, words: &str) {
    text.push(b'"');
    if !words.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
        text.extend_from_slice(words.as_bytes());
        text.push(b'"');
        return;
    }
    for byte in words.bytes() {
        match byte {
            b'"' => text.extend_from_slice(b"\\\""),
            b'\\' => text.extend_from_slice(b"\\\\"),
            b'\n' => text.extend_from_slice(b"\\n"),
            b'\r' => text.extend_from_slice(b"\\r"),
            b'\t' => text.extend_from_slice(b"\\t"),
            control if control < b' ' => {
                text.extend_from_slice(b"\\u00");
                text.extend([control >> 4, control & 15].map(|digit| match digit {
                    0..10 => b'0' | digit,
                    // Ten is `a`.
                    _ => digit.wrapping_add(b'a' - 10),
                }));
            }
            // All other letters, also those of several bytes, stand for themselves.
            other => text.push(other),
        }
    }
    text.push(b'"');
}

/// Divides in 32 bits as far as it can: wasm has no quick division of 64.
#[inline(never)]
fn digits(text: &mut Vec<u8>, number: u64) {
    const BILLION: u64 = 1_000_000_000;
    let (mut rest, billions) = match u32::try_from(number) {
        Ok(small) => (small, None),
        Err(_) => (u32::try_from(number % BILLION).unwrap_or(0), Some(number / BILLION)),
    };
    if let Some(billions) = billions {
        digits(text, billions);
    }
    let mut digits = [b'0'; 10];
    let mut from = digits.len();
    for (place, digit) in digits.iter_mut().enumerate().rev() {
        *digit = b'0' | (rest % 10) as u8;
        from = place;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    // Behind the billions stand nine digits, the zeros too.
    let from = if billions.is_some() { 1 } else { from };
    text.extend_from_slice(digits.get(from..).unwrap_or(b"0"));
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = Unwritable;
    type SerializeSeq = Compound<'a>;
    type SerializeTuple = Impossible<(), Unwritable>;
    type SerializeTupleStruct = Impossible<(), Unwritable>;
    type SerializeTupleVariant = Impossible<(), Unwritable>;
    type SerializeMap = Compound<'a>;
    type SerializeStruct = Compound<'a>;
    type SerializeStructVariant = Impossible<(), Unwritable>;

    fn serialize_bool(self, value: bool) -> Result<(), Unwritable> {
        self.0.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Unwritable> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Unwritable> {
        if value < 0 {
            self.0.push(b'-');
        }
        digits(self.0, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Unwritable> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Unwritable> {
        digits(self.0, value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Unwritable> {
        self.serialize_f64(value.into())
    }

    /// At most six decimals, as the engine's exact numbers have.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
    fn serialize_f64(self, value: f64) -> Result<(), Unwritable> {
        let millionths = (value.abs() * 1e6).round();
        if millionths.is_nan() || millionths > 1.8e19 {
            return Err(Unwritable);
        }
        if value < 0.0 {
            self.0.push(b'-');
        }
        let millionths = millionths as u64;
        digits(self.0, millionths / 1_000_000);
        let rest = millionths % 1_000_000;
        if rest > 0 {
            let mut decimals = Vec::with_capacity(7);
            digits(&mut decimals, rest.saturating_add(1_000_000));
            let significant = decimals.iter().rposition(|digit| *digit != b'0').unwrap_or(0);
            self.0.push(b'.');
            self.0.extend_from_slice(decimals.get(1..=significant).unwrap_or_default());
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Unwritable> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unwritable> {
        quote(self.0, value);
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
        self.0.extend_from_slice(b"null");
        Ok(())
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

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a>, Unwritable> {
        Ok(Compound::begin(self.0, b'[', b']'))
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

    fn serialize_map(self, _: Option<usize>) -> Result<Compound<'a>, Unwritable> {
        Ok(Compound::begin(self.0, b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Compound<'a>, Unwritable> {
        Ok(Compound::begin(self.0, b'{', b'}'))
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

impl SerializeSeq for Compound<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        self.comma();
        value.serialize(Writer(self.text))
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

impl SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.comma();
        key.serialize(Writer(self.text))?;
        self.text.push(b':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        value.serialize(Writer(self.text))
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}

impl SerializeStruct for Compound<'_> {
    type Ok = ();
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Unwritable> {
        self.key(key);
        value.serialize(Writer(self.text))
    }

    fn end(self) -> Result<(), Unwritable> {
        self.close()
    }
}
