//! Reads the fields of an object as their types, after the shape check.
//!
//! A field that is missing or does not fit reads as `None`, and what needs it is then not built: nothing stands in its
//! place. The shape check has reported it, so the check goes on with the other fields.

use super::shape_check::value_of;
use super::{DatedPeople, Evidence, Evidences, Input};
use crate::choices::Choice;
use crate::money::{Base, Rate, Rupiah};
use crate::month::Month;
use crate::order::sort;
use crate::people::People;
use crate::problem::{Problem, problem};

/// What can be read from one value of an input; `None`: the value is of another kind.
pub trait Read: Sized {
    fn read(input: &Input) -> Option<Self>;
}

/// What to answer where a field could not be read although the shape check found no fault: a fault of the engine.
pub fn unread() -> Problem {
    problem!(Internal, "", what = "a field of the input")
}

/// Fields of an object.
#[derive(Clone, Copy)]
pub struct Fields<'a>(&'a [(String, Input)]);

impl<'a> Fields<'a> {
    /// No fields where the value is no object.
    pub fn of(input: &'a Input) -> Self {
        let Input::Object(entries) = input else { return Self(&[]) };
        Self(entries)
    }

    pub fn at(self, key: &str) -> &'a Input {
        value_of(self.0, key)
    }

    pub fn has(self, key: &str) -> bool {
        *self.at(key) != Input::Null
    }

    pub fn object(self, key: &str) -> Self {
        Self::of(self.at(key))
    }

    /// Entries of a list; none where the value is no list.
    pub fn list(self, key: &str) -> &'a [Input] {
        let Input::List(entries) = self.at(key) else { return &[] };
        entries
    }

    /// A field that must be there.
    pub fn need<T: Read>(self, key: &str) -> Option<T> {
        T::read(self.at(key))
    }

    /// A field that may be absent: `Some(None)`. One that is there and does not fit is `None`.
    pub fn may<T: Read>(self, key: &str) -> Option<Option<T>> {
        if self.has(key) { self.need(key).map(Some) } else { Some(None) }
    }

    /// A field that means `default` where it is absent, as its shape says.
    pub fn or<T: Read>(self, key: &str, default: T) -> Option<T> {
        if self.has(key) { self.need(key) } else { Some(default) }
    }

    /// A list, empty where it is absent; `None` where one of its entries could not be read.
    pub fn each<T>(self, key: &str, read: impl Fn(Self) -> Option<T>) -> Option<Vec<T>> {
        let Input::List(entries) = self.at(key) else {
            return if self.has(key) { None } else { Some(Vec::new()) };
        };
        let mut list = Vec::with_capacity(entries.len());
        for entry in entries {
            list.push(read(Fields::of(entry))?);
        }
        Some(list)
    }

    pub fn dated_people(self, key: &str) -> Option<Vec<DatedPeople>> {
        self.each(key, |entry| {
            Some(DatedPeople { from: entry.need("from")?, people: entry.need("people")? })
        })
    }

    pub fn evidence(self) -> Option<Evidences> {
        let source = |(field, source): &(String, Input)| {
            let fields = Fields::of(source);
            let evidence = Evidence {
                quality: fields.need("quality")?,
                source: fields.need("source")?,
                date: fields.may("date")?,
                note: fields.may("note")?,
                changed: fields.or("changed", false)?,
            };
            Some((field.clone(), evidence))
        };
        let Self(sources) = self.object("evidence");
        // Of two sources with one name the later one wins.
        let counts =
            |(field, source): &&(String, Input)| core::ptr::eq(value_of(sources, field), source);
        let mut counted: Vec<&(String, Input)> = sources.iter().filter(counts).collect();
        // Sorted as they are written, so that a scenario that is written and read again is equal.
        sort(&mut counted, |(field, _)| field.as_str());
        let mut evidences = Vec::with_capacity(counted.len());
        for one in counted {
            evidences.push(source(one)?);
        }
        Some(Evidences(evidences))
    }
}

impl Read for String {
    fn read(input: &Input) -> Option<Self> {
        text(input).map(Into::into)
    }
}

impl Read for bool {
    fn read(input: &Input) -> Option<Self> {
        let Input::Bool(truth) = input else { return None };
        Some(*truth)
    }
}

impl Read for f64 {
    fn read(input: &Input) -> Option<Self> {
        let Input::Number(number) = input else { return None };
        Some(*number)
    }
}

impl Read for u64 {
    fn read(input: &Input) -> Option<Self> {
        whole(f64::read(input)?)
    }
}

impl Read for u16 {
    fn read(input: &Input) -> Option<Self> {
        u64::read(input)?.try_into().ok()
    }
}

impl Read for Rupiah {
    fn read(input: &Input) -> Option<Self> {
        Self::new(u64::read(input)?)
    }
}

impl Read for People {
    fn read(input: &Input) -> Option<Self> {
        u64::read(input).map(Self::new)
    }
}

impl Read for Base {
    fn read(input: &Input) -> Option<Self> {
        Self::read(f64::read(input)?)
    }
}

impl Read for Rate {
    fn read(input: &Input) -> Option<Self> {
        Self::read(f64::read(input)?)
    }
}

impl Read for Month {
    fn read(input: &Input) -> Option<Self> {
        Self::parse(text(input)?)
    }
}

/// The variant with this word.
impl<T: Choice> Read for T {
    fn read(input: &Input) -> Option<Self> {
        T::ALL.get(position(input, T::WORDS)?).copied()
    }
}

/// Position of a word among those of a choice.
fn position(input: &Input, words: &[&str]) -> Option<usize> {
    let word = text(input)?;
    words.iter().position(|known| *known == word)
}

/// Without spaces around it, as the shape check compares texts.
fn text(input: &Input) -> Option<&str> {
    let Input::Text(text) = input else { return None };
    Some(text.trim())
}

/// A number as a whole one; `None` for fractions, below 0, and from 2^53 on.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked just before")]
pub fn whole(number: f64) -> Option<u64> {
    let is_whole = number.fract() == 0.0 && (0.0..9_007_199_254_740_992.0).contains(&number);
    is_whole.then_some(number as u64)
}
