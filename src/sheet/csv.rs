//! Tables as CSV, as spreadsheets of both kinds read them: a mark that it is UTF-8, numbers as numbers, no text that is
//! taken for a formula.

use crate::choices;
use crate::money::{Rate, Rupiah};

choices! {
    /// What separates the cells of a CSV, and the decimals of a number.
    pub enum Dialect {
        /// Semicolons and a decimal comma: spreadsheets set to Indonesian.
        Semicolon = "semicolon",
        /// Commas and a decimal point: spreadsheets set to English, and programs.
        Comma = "comma",
    }
}

impl Dialect {
    const fn marks(self) -> (char, char) {
        match self {
            Self::Semicolon => (';', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// What stands in a cell.
pub(super) enum Field<'a> {
    Empty,
    Text(&'a str),
    Year(u16),
    Count(u64),
    Rupiah(Rupiah),
    /// May be below 0.
    Difference(i64),
    Percent(Rate),
    /// Any number that is shown; what is none stays empty.
    #[cfg(feature = "open")]
    Number(f64),
}

/// A table that grows row by row.
pub(super) struct Csv {
    text: String,
    dialect: Dialect,
}

impl Csv {
    pub fn new<'h>(dialect: Dialect, heads: impl IntoIterator<Item = &'h str>) -> Self {
        let mut csv = Self { text: "\u{feff}".into(), dialect };
        csv.row(heads.into_iter().map(Field::Text));
        csv
    }

    pub fn row<'f>(&mut self, fields: impl IntoIterator<Item = Field<'f>>) {
        let (separator, point) = self.dialect.marks();
        for (place, field) in fields.into_iter().enumerate() {
            if place > 0 {
                self.text.push(separator);
            }
            match field {
                Field::Empty => {}
                Field::Text(words) => self.harmless(words),
                Field::Year(year) => self.text.push_str(&year.to_string()),
                Field::Count(number) => self.text.push_str(&number.to_string()),
                Field::Rupiah(amount) => self.text.push_str(&amount.get().to_string()),
                Field::Difference(amount) => self.text.push_str(&amount.to_string()),
                #[cfg(feature = "open")]
                Field::Number(number) if number.is_finite() => {
                    let digits = number.to_string();
                    let own = digits.chars().map(|one| if one == '.' { point } else { one });
                    self.text.extend(own);
                }
                #[cfg(feature = "open")]
                Field::Number(_) => {}
                Field::Percent(rate) => self.text.push_str(&decimal(rate, point)),
            }
        }
        self.text.push_str("\r\n");
    }

    /// Words that a spreadsheet would take for a formula get an apostrophe, which its reader takes off again.
    fn harmless(&mut self, words: &str) {
        self.text.push('"');
        if words.starts_with(['=', '+', '-', '@', '\t', '\r']) {
            self.text.push('\'');
        }
        self.text.push_str(&words.replace('"', "\"\""));
        self.text.push('"');
    }

    pub fn written(self) -> String {
        self.text
    }
}

/// A percentage without zeros at its end.
fn decimal(rate: Rate, point: char) -> String {
    let (whole, rest) = (rate.millionths() / 10_000, rate.millionths() % 10_000);
    let digits = format!("{rest:04}");
    match digits.trim_end_matches('0') {
        "" => whole.to_string(),
        digits => format!("{whole}{point}{digits}"),
    }
}
