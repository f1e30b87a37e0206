//! Months and spans of months, the unit of time in every calculation. The clock is never read.

use serde::{Serialize, Serializer};

/// A calendar month. Input may name January 2000 to December 2199.
///
/// ```
/// use cakupan::month::Month;
/// let march: Month = Month::parse("2026-03").unwrap();
/// assert_eq!(march.plus(10).to_string(), "2027-01");
/// assert_eq!(Month::parse("2026-13"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(u16);

impl Month {
    /// Takes a year and a month number, without a check: a number above 12 counts on into the next year. Meant for
    /// constants; [`Month::parse`] checks.
    #[must_use]
    pub const fn of(year: u16, number: u16) -> Self {
        Self(year.saturating_mul(12).saturating_add(number).saturating_sub(1))
    }

    /// Takes months since January of the year 0, the form in which the law is compiled.
    pub(crate) const fn of_index(index: u16) -> Self {
        Self(index)
    }

    /// Reads `"2026-03"`. `None` for any other form, or outside 2000 to 2199.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.as_bytes();
        let (year, number) = (text.get(..4)?, text.get(5..)?);
        if text.get(4) == Some(&b'-') { Self::of_digits(year, number) } else { None }
    }

    /// Reads the digits of a year and a month: `2026` and `03`.
    pub(crate) fn of_digits(year: &[u8], number: &[u8]) -> Option<Self> {
        if year.len() != 4 || number.len() != 2 {
            return None;
        }
        let (year, number) = (number_of(year)?, number_of(number)?);
        ((2000..2200).contains(&year) && (1..=12).contains(&number)).then(|| Self::of(year, number))
    }

    /// Text in the form that [`Month::parse`] reads: `"2026-03"`.
    #[must_use]
    pub fn text(self) -> String {
        self.in_letters(|text| text.into())
    }

    /// Calls `make` with the text, without an allocation: a result names hundreds of months.
    fn in_letters<T>(self, make: impl FnOnce(&str) -> T) -> T {
        let (mut letters, mut year) = (*b"0000-00", self.year());
        let [thousands, hundreds, tens, ones, _, ten, one] = &mut letters;
        for digit in [ones, tens, hundreds, thousands] {
            *digit |= (year % 10) as u8;
            year /= 10;
        }
        *ten |= (self.number() / 10 % 10) as u8;
        *one |= (self.number() % 10) as u8;
        make(str::from_utf8(&letters).unwrap_or_default())
    }

    /// Calendar year.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.0 / 12
    }

    /// 1 (January) to 12 (December).
    #[must_use]
    pub const fn number(self) -> u16 {
        (self.0 % 12).saturating_add(1)
    }

    /// Number of days, 28 to 31.
    pub(crate) const fn days(self) -> u16 {
        let year = self.year();
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        match self.number() {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// Adds months.
    #[must_use]
    pub const fn plus(self, months: u16) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// Previous month; `None` before January 2000.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        let before = self.0.checked_sub(1).map(Self)?;
        (before >= Self::of(2000, 1)).then_some(before)
    }

    /// Months from `earlier` to this month; 0 if this month is not later.
    #[must_use]
    pub const fn since(self, earlier: Self) -> u16 {
        self.0.saturating_sub(earlier.0)
    }
}

/// Reads decimal digits; `None` if there is any other byte or the number exceeds 65,535.
pub(crate) fn number_of(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |number, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        number.checked_mul(10)?.checked_add(digit.into())
    })
}

impl core::fmt::Display for Month {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        self.in_letters(|text| f.write_str(text))
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.in_letters(|text| serializer.serialize_str(text))
    }
}

/// First to last month, both included.
///
/// ```
/// use cakupan::month::{Month, Span};
/// let quarter = Span { from: Month::of(2025, 10), to: Month::of(2025, 12) };
/// assert_eq!(quarter.months().count(), 3);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Span {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
}

impl Span {
    /// Whether the month lies in the span.
    #[must_use]
    pub fn contains(self, month: Month) -> bool {
        self.from <= month && month <= self.to
    }

    /// All months, in order.
    #[must_use]
    pub const fn months(self) -> Months {
        Months(self)
    }
}

/// Iterator over the months of a span. `from` advances; it ends when `from` is later than `to`.
#[derive(Clone)]
pub struct Months(Span);

impl Iterator for Months {
    type Item = Month;

    fn next(&mut self) -> Option<Month> {
        let Span { from, to } = self.0;
        self.0.from = from.plus(1);
        (from <= to).then_some(from)
    }
}
