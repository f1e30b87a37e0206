//! From the two flat pieces that `js/flat.js` makes of JavaScript values, numbers and text, to plain data.

use cakupan::scenario::Input;
use core::{array, slice};

/// The values that a function was called with; what the pieces do not hold is `Unreadable`.
pub fn arguments<const N: usize>(numbers: &[f64], text: &[u8]) -> [Input; N] {
    let text = str::from_utf8(text).unwrap_or_default();
    let mut flat = Flat { numbers: numbers.iter(), text, is_ascii: text.is_ascii() };
    array::from_fn(|_| flat.value())
}

/// What is left of the two pieces.
struct Flat<'a> {
    numbers: slice::Iter<'a, f64>,
    text: &'a str,
    /// Whether letters and bytes are the same.
    is_ascii: bool,
}

impl Flat<'_> {
    fn value(&mut self) -> Input {
        match self.count() {
            Some(0) => Input::Null,
            Some(1) => Input::Bool(false),
            Some(2) => Input::Bool(true),
            Some(3) => {
                self.numbers.next().map_or(Input::Unreadable, |number| Input::Number(*number))
            }
            Some(4) => Input::Text(self.text()),
            Some(5) => {
                let length = self.count().unwrap_or(0);
                Input::List((0..length).map(|_| self.value()).collect())
            }
            Some(6) => {
                let length = self.count().unwrap_or(0);
                Input::Object((0..length).map(|_| (self.text(), self.value())).collect())
            }
            Some(8) => Input::LongText(self.length()),
            Some(9) => Input::LongList(self.length()),
            Some(10) => Input::Instance,
            _ => Input::Unreadable,
        }
    }

    fn length(&mut self) -> u64 {
        self.count().map_or(0, u64::from)
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "js/flat.js counts below 2^32"
    )]
    fn count(&mut self) -> Option<u32> {
        self.numbers.next().map(|number| *number as u32)
    }

    /// The next text: its length is counted as JavaScript does, and a line break ends it.
    fn text(&mut self) -> String {
        let length = self.count().unwrap_or(0) as usize;
        let end = if self.is_ascii { length } else { bytes_of(self.text, length) };
        let (words, rest) = self.text.split_at_checked(end).unwrap_or((self.text, ""));
        self.text = rest.get(1..).unwrap_or("");
        words.into()
    }
}

/// How many bytes the first letters of a text have, where JavaScript counts so many.
fn bytes_of(text: &str, length: usize) -> usize {
    let mut left = length;
    let mut letters = text.char_indices();
    let end = letters.find_map(|(at, letter)| {
        if left == 0 {
            return Some(at);
        }
        left = left.saturating_sub(letter.len_utf16());
        None
    });
    end.unwrap_or(text.len())
}
