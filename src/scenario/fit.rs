//! Holds an input to a shape and names every place where it does not fit.

use super::Input;
use super::shape::{EVIDENCE, Field, Shape};
use crate::money::{Base, Rate};
use crate::month::{Month, number_of};
use crate::problem::{Problem, problem};
use crate::text::{below, listed, place};

/// Where in the input, from the root: `segments[0].payers[1].percent`.
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

/// Everything about an input that is not of the shape.
pub fn fit(input: &Input, shape: &Shape) -> Vec<Problem> {
    let mut fitting = Fitting { problems: Vec::new() };
    fitting.value(input, shape, Path::Root);
    fitting.problems
}

struct Fitting {
    problems: Vec<Problem>,
}

impl Fitting {
    fn value(&mut self, input: &Input, shape: &Shape, path: Path<'_>) {
        let problem = match (shape, input) {
            (_, Input::Null) => Some(problem!("missing", path)),
            (_, Input::Unreadable) => Some(problem!("notReadable", path)),
            (Shape::Text(most), Input::Text(text)) => text_problem(text, *most, path),
            (Shape::Id, Input::Text(text)) => text_problem(text, 40, path).or_else(|| {
                (!is_id(text.trim())).then(|| problem!("badId", path, value = short(text)))
            }),
            (Shape::RegionCode, Input::Text(text)) => (!is_region_code(text.trim()))
                .then(|| problem!("badCode", path, value = short(text))),
            (Shape::Date, Input::Text(text)) => {
                (!is_date(text.trim())).then(|| problem!("badDate", path, value = short(text)))
            }
            (Shape::Day, Input::Text(text)) => (text.trim().len() != 10 || !is_date(text.trim()))
                .then(|| problem!("badDate", path, value = short(text))),
            (Shape::Month, Input::Text(text)) => Month::parse(text)
                .is_none()
                .then(|| problem!("badMonth", path, value = short(text))),
            (Shape::Month, _) => Some(problem!("badMonth", path, value = "")),
            (Shape::Truth, Input::Bool(_)) => None,
            (Shape::Truth, _) => Some(problem!("notTrueOrFalse", path)),
            (Shape::Whole(least, most), Input::Number(number)) => {
                number_problem(*number, *least, *most, 0, path)
            }
            (Shape::Decimal(places, least, most), Input::Number(number)) => {
                number_problem(*number, *least, *most, *places, path)
            }
            (Shape::Whole(..) | Shape::Decimal(..), _) => Some(problem!("notANumber", path)),
            (Shape::Word(known), Input::Text(word)) => {
                (!known.contains(&word.as_str())).then(|| {
                    problem!("unknownChoice", path, value = short(word), choices = listed(known))
                })
            }
            (
                Shape::Text(_)
                | Shape::Id
                | Shape::RegionCode
                | Shape::Date
                | Shape::Day
                | Shape::Word(_),
                _,
            ) => Some(problem!("notText", path)),
            (Shape::List(least, most, of), Input::List(entries)) => {
                self.list(entries, *least, *most, of, path)
            }
            (Shape::List(..), _) => Some(problem!("notAList", path)),
            (Shape::Object(fields), Input::Object(entries)) => {
                self.object(entries, &[], fields, path)
            }
            (Shape::Kinds(kinds, fields), Input::Object(entries)) => {
                self.kinds(entries, kinds, fields, path)
            }
            (Shape::Object(_) | Shape::Kinds(..) | Shape::Evidence, _) => {
                Some(problem!("notAnObject", path))
            }
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
            return Some(problem!("empty", path));
        }
        if entries.len() > usize::from(most) {
            return Some(problem!(
                "tooMany",
                path,
                limit = u64::from(most),
                count = entries.len() as u64
            ));
        }
        for (index, entry) in entries.iter().enumerate() {
            self.value(entry, of, Path::Index(&path, index));
        }
        None
    }

    /// `kind` first: it says which fields follow.
    fn kinds(
        &mut self,
        entries: &[(String, Input)],
        kinds: &'static [&'static str],
        fields: &[&[Field]],
        path: Path<'_>,
    ) -> Option<Problem> {
        let kind = value_of(entries, "kind");
        self.value(kind, &Shape::Word(kinds), Path::Key(&path, "kind"));
        let Input::Text(kind) = kind else { return None };
        let position = kinds.iter().position(|known| known == kind)?;
        self.object(entries, &["kind"], fields.get(position)?, path)
    }

    /// The fields of an object, `besides` those that were looked at before.
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
                self.unknown_key(key, fields, path);
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

    /// Sources, each under the name of a field of the same object.
    fn evidence(&mut self, sources: &[(String, Input)], fields: &[Field], path: Path<'_>) {
        for (key, source) in sources {
            if fields.iter().any(|field| field.key == key) {
                self.value(source, &EVIDENCE, Path::Key(&path, key));
            } else {
                self.unknown_key(key, fields, path);
            }
        }
    }

    /// Names the key and the one that was probably meant.
    fn unknown_key(&mut self, key: &str, fields: &[Field], path: Path<'_>) {
        let near = fields.iter().map(|field| field.key).min_by_key(|name| distance(name, key));
        let at = Path::Key(&path, key);
        self.problems.push(problem!(
            "unknownKey",
            at,
            key = short(key),
            near = near.unwrap_or_default()
        ));
    }
}

/// What stands under a key; absent is `null`. Of two entries with one key the later counts.
pub fn value_of<'a>(entries: &'a [(String, Input)], key: &str) -> &'a Input {
    entries.iter().rev().find(|(name, _)| name == key).map_or(&Input::Null, |(_, input)| input)
}

fn text_problem(text: &str, most: u16, path: Path<'_>) -> Option<Problem> {
    let length = text.trim().chars().fold(0_u64, |length, _| length.saturating_add(1));
    match length {
        0 => Some(problem!("missing", path)),
        _ if length > u64::from(most) => {
            Some(problem!("tooLong", path, limit = u64::from(most), count = length))
        }
        _ => None,
    }
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
        return Some(problem!("notANumber", path));
    }
    if number < least as f64 {
        return Some(problem!("tooSmall", path, limit = least));
    }
    if number > most as f64 {
        return Some(problem!("tooLarge", path, limit = most));
    }
    let exact = match places {
        0 => number.fract() == 0.0,
        2 => Rate::read(number).is_some_and(|rate| rate.millionths().is_multiple_of(100)),
        3 => Base::read(number).is_some(),
        _ => Rate::read(number).is_some(),
    };
    match (exact, places) {
        (true, _) => None,
        (false, 0) => Some(problem!("notWhole", path)),
        (false, places) => Some(problem!("tooManyDecimals", path, limit = u64::from(places))),
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
    let is_month = |year, month| Month::of_digits(year, month).is_some();
    match parts[..] {
        [year] => is_month(year, b"01"),
        [year, month] => is_month(year, month),
        [year, month, day] => {
            let number = number_of(day).filter(|_| day.len() == 2);
            is_month(year, month) && number.is_some_and(|day| (1..=31).contains(&day))
        }
        _ => false,
    }
}

/// A stranger's text, short enough to stand in a sentence.
fn short(text: &str) -> String {
    let mut short: String = text.chars().take(40).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// How many letters must be changed, added or dropped to make one word of the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(40).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
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
