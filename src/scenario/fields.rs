//! Reads the fields of an object as their types, after the shape check.

use super::fit::value_of;
use super::{DatedPeople, Evidence, Evidences, Input, Quality};
use crate::choices::Choice;
use crate::money::{Base, Rate, Rupiah};
use crate::month::Month;
use crate::order::sort;
use crate::people::People;

/// Fields of an object. A field that is absent or does not fit reads as `None`, empty or zero; the shape check has
/// reported it.
#[derive(Clone, Copy)]
pub struct Fields<'a>(&'a [(String, Input)]);

impl<'a> Fields<'a> {
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

    pub fn list(self, key: &str) -> &'a [Input] {
        let Input::List(entries) = self.at(key) else { return &[] };
        entries
    }

    pub fn text_if(self, key: &str) -> Option<String> {
        let Input::Text(text) = self.at(key) else { return None };
        Some(text.trim().into())
    }

    pub fn text(self, key: &str) -> String {
        self.text_if(key).unwrap_or_default()
    }

    pub fn truth(self, key: &str) -> bool {
        *self.at(key) == Input::Bool(true)
    }

    pub fn number(self, key: &str) -> f64 {
        let Input::Number(number) = self.at(key) else { return 0.0 };
        *number
    }

    pub fn whole_if(self, key: &str) -> Option<u64> {
        self.has(key).then(|| whole(self.number(key)))
    }

    pub fn whole(self, key: &str) -> u64 {
        whole(self.number(key))
    }

    pub fn rupiah(self, key: &str) -> Rupiah {
        Rupiah::new(self.whole(key)).unwrap_or(Rupiah::MAX)
    }

    pub fn people(self, key: &str) -> People {
        People::new(self.whole(key))
    }

    pub fn base(self, key: &str) -> Base {
        Base::read(self.number(key)).unwrap_or(Base::from_thousandths(0))
    }

    pub fn percent(self, key: &str) -> Rate {
        Rate::read(self.number(key)).unwrap_or(Rate::from_millionths(0))
    }

    pub fn month_if(self, key: &str) -> Option<Month> {
        let Input::Text(text) = self.at(key) else { return None };
        Month::parse(text)
    }

    pub fn month(self, key: &str) -> Month {
        self.month_if(key).unwrap_or(Month::of(2000, 1))
    }

    pub fn choice<T: Choice>(self, key: &str) -> Option<T> {
        choice(self.at(key))
    }

    pub fn dated_people(self, key: &str) -> Vec<DatedPeople> {
        let entry = |input| {
            let fields = Fields::of(input);
            DatedPeople { from: fields.month("from"), people: fields.people("people") }
        };
        self.list(key).iter().map(entry).collect()
    }

    pub fn evidence(self) -> Evidences {
        let source = |(field, source): &(String, Input)| {
            let fields = Fields::of(source);
            let evidence = Evidence {
                quality: fields.choice("quality").unwrap_or(Quality::Guess),
                source: fields.text("source"),
                date: fields.text_if("date"),
                note: fields.text_if("note"),
                changed: fields.truth("changed"),
            };
            (field.clone(), evidence)
        };
        let Self(sources) = self.object("evidence");
        // Of two sources with one name the later one wins.
        let counts =
            |(field, source): &&(String, Input)| core::ptr::eq(value_of(sources, field), source);
        let mut counted: Vec<&(String, Input)> = sources.iter().filter(counts).collect();
        // Sorted as they are written, so that a scenario that is written and read again is equal.
        sort(&mut counted, |(field, _)| field.as_str());
        Evidences(counted.into_iter().map(source).collect())
    }
}

/// Variant with this word.
pub fn choice<T: Choice>(input: &Input) -> Option<T> {
    let Input::Text(word) = input else { return None };
    let position = T::WORDS.iter().position(|known| known == word)?;
    T::ALL.get(position).copied()
}

/// A number that the shape check found to be whole and below 2^53.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "see above")]
pub fn whole(number: f64) -> u64 {
    number as u64
}
