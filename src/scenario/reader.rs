//! Reads typed values out of an [`Input`] and collects every problem on the way.
//!
//! Each function returns `None` after noting why. Callers read all fields before they give up, so that
//! one reading names everything that is to be mended.

use super::Input;
use crate::choices::Choice;
use crate::money::{Base, Rate};
use crate::month::Month;
use crate::problem::{Problem, problem};
use core::fmt;

/// Where in the input, from the root: `segments[0].payers[1].percent`.
#[derive(Clone, Copy)]
pub(super) enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Key(Path::Root, key) => f.write_str(key),
            Self::Key(parent, key) => write!(f, "{parent}.{key}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// A place and what stands there.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub input: &'a Input,
    pub path: Path<'a>,
}

/// An object whose keys are known.
pub(super) struct Fields<'a> {
    entries: &'a [(String, Input)],
    path: &'a Path<'a>,
}

impl<'a> Fields<'a> {
    /// What stands under a key; absent is `null`.
    pub fn at(&self, key: &'a str) -> At<'a> {
        let input = self
            .entries
            .iter()
            .rev()
            .find(|(name, _)| name == key)
            .map_or(&Input::Null, |(_, input)| input);
        At { input, path: Path::Key(self.path, key) }
    }

    /// Every entry, for objects whose keys are names of something else.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, At<'a>)> + use<'a> {
        let path = self.path;
        self.entries
            .iter()
            .map(move |(key, input)| (key.as_str(), At { input, path: Path::Key(path, key) }))
    }
}

/// The problems found so far.
#[derive(Default)]
pub(super) struct Reader {
    pub problems: Vec<Problem>,
}

impl Reader {
    pub fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    /// Notes what a value should have been; for an absent one, that it is missing.
    fn wrong<T>(&mut self, at: At<'_>, problem: Problem) -> Option<T> {
        let problem = match at.input {
            Input::Null => problem!("missing", at.path),
            Input::Unreadable => problem!("notReadable", at.path),
            _ => problem,
        };
        self.note(problem);
        None
    }

    /// `Some(None)` for `null`; `None` if what stands there is wrong.
    pub fn optional<'a, T>(
        &mut self,
        at: At<'a>,
        read: impl FnOnce(&mut Self, At<'a>) -> Option<T>,
    ) -> Option<Option<T>> {
        match at.input {
            Input::Null => Some(None),
            _ => read(self, at).map(Some),
        }
    }

    /// An object with these keys and no others.
    pub fn object<'a>(&mut self, at: &'a At<'a>, known: &[&str]) -> Option<Fields<'a>> {
        let fields = self.any_object(at)?;
        for (key, _) in fields.entries {
            if !known.contains(&key.as_str()) {
                let near = known
                    .iter()
                    .min_by_key(|name| distance(name, key))
                    .copied()
                    .unwrap_or_default();
                let path = Path::Key(fields.path, key);
                self.note(problem!("unknownKey", path, key = short(key), near = near));
            }
        }
        Some(fields)
    }

    /// An object with any keys.
    pub fn any_object<'a>(&mut self, at: &'a At<'a>) -> Option<Fields<'a>> {
        match at.input {
            Input::Object(entries) => Some(Fields { entries, path: &at.path }),
            _ => self.wrong(*at, problem!("notAnObject", at.path)),
        }
    }

    /// A list of at least `least` and at most `most` entries, each read by `read`. Wrong entries are
    /// left out, so that what depends on the others can still be checked; the problem is noted.
    pub fn list<T>(
        &mut self,
        at: At<'_>,
        least: usize,
        most: usize,
        mut read: impl FnMut(&mut Self, At<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Input::List(entries) = at.input else {
            return self.wrong(at, problem!("notAList", at.path));
        };
        if entries.len() < least {
            self.note(problem!("empty", at.path));
            return None;
        }
        if entries.len() > most {
            self.note(problem!(
                "tooMany",
                at.path,
                limit = most as u64,
                count = entries.len() as u64
            ));
            return None;
        }
        let read = |(index, input)| read(self, At { input, path: Path::Index(&at.path, index) });
        Some(entries.iter().enumerate().filter_map(read).collect())
    }

    /// A text that is not blank.
    pub fn text(&mut self, at: At<'_>, most: usize) -> Option<String> {
        let Input::Text(text) = at.input else {
            return self.wrong(at, problem!("notText", at.path));
        };
        let text = text.trim();
        let length = text.chars().count();
        if text.is_empty() {
            self.note(problem!("missing", at.path));
        } else if length > most {
            self.note(problem!("tooLong", at.path, limit = most as u64, count = length as u64));
        } else {
            return Some(text.into());
        }
        None
    }

    /// Small letters, digits, `-` and `_`.
    pub fn id(&mut self, at: At<'_>) -> Option<String> {
        let text = self.text(at, 40)?;
        if text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')) {
            return Some(text);
        }
        self.note(problem!("badId", at.path, value = text));
        None
    }

    pub fn choice<T: Choice>(&mut self, at: At<'_>) -> Option<T> {
        self.word(at, T::WORDS).and_then(|position| T::ALL.get(position).copied())
    }

    /// The position of a word among those that are known.
    pub fn word(&mut self, at: At<'_>, known: &[&str]) -> Option<usize> {
        let Input::Text(word) = at.input else {
            return self.wrong(at, problem!("notText", at.path));
        };
        let position = known.iter().position(|known| known == word);
        if position.is_none() {
            self.note(problem!(
                "unknownChoice",
                at.path,
                value = short(word),
                choices = known.join(", ")
            ));
        }
        position
    }

    pub fn truth(&mut self, at: At<'_>) -> Option<bool> {
        match at.input {
            Input::Bool(truth) => Some(*truth),
            _ => self.wrong(at, problem!("notTrueOrFalse", at.path)),
        }
    }

    pub fn month(&mut self, at: At<'_>) -> Option<Month> {
        let Input::Text(text) = at.input else {
            return self.wrong(at, problem!("badMonth", at.path, value = ""));
        };
        let month = Month::parse(text);
        if month.is_none() {
            self.note(problem!("badMonth", at.path, value = short(text)));
        }
        month
    }

    /// A number within limits; NaN and infinity are none.
    fn number(&mut self, at: At<'_>, least: u64, most: u64) -> Option<f64> {
        let Input::Number(number) = *at.input else {
            return self.wrong(at, problem!("notANumber", at.path));
        };
        if !number.is_finite() {
            self.note(problem!("notANumber", at.path));
        } else if number < float(least) {
            self.note(problem!("tooSmall", at.path, limit = least));
        } else if number > float(most) {
            self.note(problem!("tooLarge", at.path, limit = most));
        } else {
            return Some(number);
        }
        None
    }

    /// A whole number within limits.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and within u64 limits"
    )]
    pub fn whole(&mut self, at: At<'_>, least: u64, most: u64) -> Option<u64> {
        let number = self.number(at, least, most)?;
        if number.fract() > 0.0 {
            self.note(problem!("notWhole", at.path));
            return None;
        }
        Some(number as u64)
    }

    /// Rupiah with up to three decimals.
    pub fn base(&mut self, at: At<'_>, least: u64, most: u64) -> Option<Base> {
        let number = self.number(at, least, most)?;
        let base = Base::read(number);
        if base.is_none() {
            self.note(problem!("tooManyDecimals", at.path, limit = 3));
        }
        base
    }

    /// A percentage with up to four decimals.
    pub fn percent(&mut self, at: At<'_>, most: u64) -> Option<Rate> {
        let number = self.number(at, 0, most)?;
        let rate = Rate::read(number);
        if rate.is_none() {
            self.note(problem!("tooManyDecimals", at.path, limit = 4));
        }
        rate
    }
}

/// Limits are far below 2^53.
#[expect(clippy::cast_precision_loss, reason = "see above")]
fn float(number: u64) -> f64 {
    number as f64
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
