//! Compares an input with a shape and reports every place that does not fit.

use super::Input;
use super::shape::{EVIDENCE, Field, Shape};
use crate::choices::About;
use crate::money::{Base, Rate};
use crate::month::{Month, number_of};
use crate::problem::{Problem, problem};
use crate::text::{below, digits, listed, place};

/// Path from the root: `segments[0].payers[1].percent`.
#[derive(Clone, Copy)]
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl From<Path<'_>> for String {
    fn from(path: Path<'_>) -> Self {
        match path {
            Path::Root => Self::new(),
            Path::Key(Path::Root, key) => key.into(),
            Path::Key(parent, key) => below(&Self::from(*parent), &below(".", key)),
            Path::Index(parent, index) => below(&Self::from(*parent), &place("[#]", &[index])),
        }
    }
}

/// All problems of an input against a shape, in the order of the shape.
pub fn fit(input: &Input, shape: &Shape) -> Vec<Problem> {
    let mut fitting = Fitting { problems: Vec::new() };
    fitting.value(input, shape, Path::Root);
    fitting.problems
}

/// What is wrong with a whole number in a column of a table.
pub fn cell_problem(number: f64, least: u64, most: u64, column: &str) -> Option<Problem> {
    number_problem(number, least, most, 0, Path::Key(&Path::Root, column))
}

/// What is wrong with an end of the range of a number.
pub fn range_problem(
    number: f64,
    (least, most): (u64, u64),
    places: u8,
    path: &str,
) -> Option<Problem> {
    number_problem(number, least, most, places, Path::Key(&Path::Root, path))
}

/// The problem of a column that nothing asks for.
pub fn unknown_column<'n>(column: &str, names: impl Iterator<Item = &'n str>) -> Problem {
    let near = names.min_by_key(|name| distance(name, column)).unwrap_or_default();
    problem!(UnknownKey, short(column), key = short(column), near = near)
}

struct Fitting {
    problems: Vec<Problem>,
}

impl Fitting {
    fn value(&mut self, input: &Input, shape: &Shape, path: Path<'_>) {
        let problem = match (shape, input) {
            (_, Input::Null) => Some(problem!(Missing, path)),
            (_, Input::Unreadable) => Some(problem!(NotReadable, path)),
            (Shape::Object(_, fields), Input::Object(entries)) => {
                self.object(entries, &[], fields, path)
            }
            (Shape::Kinds(about, kinds, fields), Input::Object(entries)) => {
                self.kinds(entries, *about, kinds, fields, path)
            }
            (Shape::Object(..) | Shape::Kinds(..) | Shape::Evidence, _) => {
                Some(problem!(NotAnObject, path))
            }
            (Shape::List(least, most, of), Input::List(entries)) => {
                self.list(entries, *least, *most, of, path)
            }
            (Shape::List(_, most, _), Input::LongList(count)) => {
                Some(too_many(*most, *count, path))
            }
            (Shape::List(..), _) => Some(problem!(NotAList, path)),
            (Shape::Truth, Input::Bool(_)) => None,
            (Shape::Truth, _) => Some(problem!(NotTrueOrFalse, path)),
            // A text of spaces counts as an empty field, whatever the shape asks for.
            (_, Input::Text(text)) if text.trim().is_empty() => Some(problem!(Missing, path)),
            (Shape::Whole(_, least, most), Input::Number(number)) => {
                number_problem(*number, *least, *most, 0, path)
            }
            (Shape::Decimal(_, places, least, most), Input::Number(number)) => {
                number_problem(*number, *least, *most, *places, path)
            }
            (Shape::Year(least, most), Input::Number(number)) => {
                year_problem(*number, *least, *most, path)
            }
            (Shape::Whole(_, least, most) | Shape::Decimal(_, _, least, most), _) => {
                Some(problem!(NotANumber, path, example = example(*least, *most)))
            }
            (Shape::Year(..), _) => Some(problem!(NotANumber, path, example = "2026")),
            (shape, Input::Text(text)) => text_problem(text.trim(), shape, path),
            (shape, Input::LongText(count)) => Some(too_long(letters(shape), *count, path)),
            (shape, _) => Some(problem!(NotText, path, example = text_example(shape))),
        };
        self.problems.extend(problem);
    }

    fn list(
        &mut self,
        entries: &[Input],
        least: u16,
        most: u16,
        of: &Shape,
        path: Path<'_>,
    ) -> Option<Problem> {
        if entries.len() < usize::from(least) {
            return Some(problem!(Empty, path));
        }
        if entries.len() > usize::from(most) {
            return Some(too_many(most, entries.len() as u64, path));
        }
        for (index, entry) in entries.iter().enumerate() {
            self.value(entry, of, Path::Index(&path, index));
        }
        None
    }

    /// Checks `kind` first, because it decides which fields follow.
    fn kinds(
        &mut self,
        entries: &[(String, Input)],
        about: About,
        kinds: &'static [&'static str],
        fields: &[&[Field]],
        path: Path<'_>,
    ) -> Option<Problem> {
        let kind = value_of(entries, "kind");
        self.value(kind, &Shape::Word(about, kinds), Path::Key(&path, "kind"));
        let Input::Text(kind) = kind else { return None };
        let position = kinds.iter().position(|known| *known == kind.trim())?;
        self.object(entries, &["kind"], fields.get(position)?, path)
    }

    /// Checks the fields of an object; `besides` were checked before.
    fn object(
        &mut self,
        entries: &[(String, Input)],
        besides: &[&str],
        fields: &[Field],
        path: Path<'_>,
    ) -> Option<Problem> {
        for (key, _) in entries {
            let known =
                besides.contains(&key.as_str()) || fields.iter().any(|field| field.key == key);
            if !known {
                let names = besides.iter().copied().chain(fields.iter().map(|field| field.key));
                self.unknown_key(key, names, path);
            }
        }
        for field in fields {
            let at = Path::Key(&path, field.key);
            match (value_of(entries, field.key), &field.shape) {
                (Input::Null, _) if !field.needed => {}
                (Input::Object(sources), Shape::Evidence) => self.evidence(sources, fields, at),
                (value, shape) => self.value(value, shape, at),
            }
        }
        None
    }

    /// Checks sources: each has the name of a field of the same object.
    fn evidence(&mut self, sources: &[(String, Input)], fields: &[Field], path: Path<'_>) {
        for (key, source) in sources {
            if fields.iter().any(|field| field.key == key) {
                self.value(source, &EVIDENCE, Path::Key(&path, key));
            } else {
                self.unknown_key(key, fields.iter().map(|field| field.key), path);
            }
        }
    }

    /// Reports an unknown key, with the known key of this object that is most like it.
    fn unknown_key<'k>(&mut self, key: &str, names: impl Iterator<Item = &'k str>, path: Path<'_>) {
        let near = names.min_by_key(|name| distance(name, key)).unwrap_or_default();
        let at = Path::Key(&path, key);
        self.problems.push(problem!(UnknownKey, at, key = short(key), near = near));
    }
}

/// Value of a key; `null` where it is absent. Of two entries with one key the later one wins.
pub fn value_of<'a>(entries: &'a [(String, Input)], key: &str) -> &'a Input {
    entries.iter().rev().find(|(name, _)| name == key).map_or(&Input::Null, |(_, input)| input)
}

fn too_many(most: u16, count: u64, path: Path<'_>) -> Problem {
    problem!(TooMany, path, limit = u64::from(most), count = count)
}

fn too_long(most: usize, count: u64, path: Path<'_>) -> Problem {
    problem!(TooLong, path, limit = most as u64, count = count)
}

/// Problem of a text that is not blank, if any.
fn text_problem(text: &str, shape: &Shape, path: Path<'_>) -> Option<Problem> {
    let count = text.chars().count();
    match shape {
        Shape::Text(_) | Shape::Id if count > letters(shape) => {
            Some(too_long(letters(shape), count as u64, path))
        }
        Shape::Id if !is_id(text) => Some(problem!(BadId, path, value = short(text))),
        Shape::RegionCode(_) if !is_region_code(text) => {
            Some(problem!(BadCode, path, value = short(text)))
        }
        Shape::RegionCode(groups) if text.split('.').count() < usize::from(*groups) => {
            Some(problem!(BadVillageCode, path, value = short(text)))
        }
        Shape::Date if !is_date(text) => Some(problem!(BadDate, path, value = short(text))),
        Shape::Day if count != 10 || !is_date(text) => {
            Some(problem!(BadDay, path, value = short(text)))
        }
        Shape::Month if Month::parse(text).is_none() => {
            Some(problem!(BadMonth, path, value = short(text)))
        }
        Shape::Word(_, known) if !known.contains(&text) => {
            Some(problem!(UnknownChoice, path, value = short(text), choices = listed(known)))
        }
        Shape::Text(_)
        | Shape::Id
        | Shape::RegionCode(_)
        | Shape::Date
        | Shape::Day
        | Shape::Month
        | Shape::Year(..)
        | Shape::Truth
        | Shape::Whole(..)
        | Shape::Decimal(..)
        | Shape::Word(..)
        | Shape::List(..)
        | Shape::Object(..)
        | Shape::Kinds(..)
        | Shape::Evidence => None,
    }
}

/// Most letters of a text of this shape.
fn letters(shape: &Shape) -> usize {
    match shape {
        Shape::Text(most) => usize::from(*most),
        Shape::Word(_, known) => known.iter().map(|word| word.len()).max().unwrap_or(0),
        Shape::RegionCode(_) => 13,
        Shape::Date | Shape::Day => 10,
        Shape::Month => 7,
        Shape::Id
        | Shape::Year(..)
        | Shape::Truth
        | Shape::Whole(..)
        | Shape::Decimal(..)
        | Shape::List(..)
        | Shape::Object(..)
        | Shape::Kinds(..)
        | Shape::Evidence => 40,
    }
}

/// Example of a text that the shape accepts.
fn text_example(shape: &Shape) -> &'static str {
    match shape {
        Shape::Id => "apbd",
        Shape::RegionCode(4..) => "73.14.03.2005",
        Shape::RegionCode(_) => "73.71",
        Shape::Date | Shape::Day => "2025-12-01",
        Shape::Month => "2026-03",
        Shape::Word(_, known) => known.first().copied().unwrap_or_default(),
        Shape::Text(_)
        | Shape::Year(..)
        | Shape::Truth
        | Shape::Whole(..)
        | Shape::Decimal(..)
        | Shape::List(..)
        | Shape::Object(..)
        | Shape::Kinds(..)
        | Shape::Evidence => "Kota Makassar",
    }
}

/// Example of a number within limits.
fn example(least: u64, most: u64) -> u64 {
    [1_200, 120, 12].into_iter().find(|one| (least..=most).contains(one)).unwrap_or(most)
}

/// Reports a year as text, so that sentences show it without thousands separators.
fn year_problem(number: f64, least: u16, most: u16, path: Path<'_>) -> Option<Problem> {
    if !number.is_finite() {
        return Some(problem!(NotANumber, path, example = "2026"));
    }
    if number < f64::from(least) {
        return Some(problem!(TooSmall, path, limit = digits(least)));
    }
    if number > f64::from(most) {
        return Some(problem!(TooLarge, path, limit = digits(most)));
    }
    (number.fract() != 0.0).then(|| problem!(NotWhole, path))
}

#[expect(clippy::cast_precision_loss, reason = "limits are at most 2^53")]
fn number_problem(
    number: f64,
    least: u64,
    most: u64,
    places: u8,
    path: Path<'_>,
) -> Option<Problem> {
    if !number.is_finite() {
        return Some(problem!(NotANumber, path, example = example(least, most)));
    }
    if number < least as f64 {
        return Some(problem!(TooSmall, path, limit = least));
    }
    if number > most as f64 {
        return Some(problem!(TooLarge, path, limit = most));
    }
    let exact = match places {
        0 => number.fract() == 0.0,
        2 => Rate::read(number).is_some_and(|rate| rate.millionths().is_multiple_of(100)),
        3 => Base::read(number).is_some(),
        _ => Rate::read(number).is_some(),
    };
    match (exact, places) {
        (true, _) => None,
        (false, 0) => Some(problem!(NotWhole, path)),
        (false, places) => Some(problem!(TooManyDecimals, path, limit = u64::from(places))),
    }
}

fn is_id(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'))
}

fn is_region_code(text: &str) -> bool {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let lengths: Vec<_> = text.as_bytes().split(|byte| *byte == b'.').map(<[u8]>::len).collect();
    digits && matches!(lengths[..], [2] | [2, 2] | [2, 2, 2] | [2, 2, 2, 4])
}

fn is_date(text: &str) -> bool {
    let parts: Vec<_> = text.as_bytes().split(|byte| *byte == b'-').collect();
    match parts[..] {
        [year] => Month::of_digits(year, b"01").is_some(),
        [year, month] => Month::of_digits(year, month).is_some(),
        [year, month, day] => Month::of_digits(year, month)
            .zip(number_of(day).filter(|_| day.len() == 2))
            .is_some_and(|(month, day)| (1..=month.days()).contains(&day)),
        _ => false,
    }
}

/// Shortens text from the input so that it can stand in a sentence.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// Number of letters to change, add or remove to turn `a` into `b` (Levenshtein). Upper and lower case differ.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(40).map(|letter| letter.to_ascii_lowercase()).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().map(|letter| letter.to_ascii_lowercase()).enumerate() {
        let mut next = vec![i.saturating_add(1)];
        for ((to, above), pair) in b.iter().zip(row.iter().skip(1)).zip(&row) {
            let left = next.last().copied().unwrap_or(0);
            let change = pair.saturating_add(usize::from(from != *to));
            next.push(change.min(above.saturating_add(1)).min(left.saturating_add(1)));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
