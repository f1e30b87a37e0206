//! One formula: what it says in a cell, and what it comes to.
//!
//! Both come from one tree, so the value that is kept in the file is that of the formula beside it. Whole numbers only:
//! spreadsheets work in doubles, and `INT(n/d)` is exact in all of them where 0 ≤ n < 10^14. A formula that leaves these
//! limits says so, and its cell becomes a value.

use super::cells::{At, Cells, Missing, Range, Tab, Value};
use super::terbilang::grouped;

/// Numerators of `INT` stay below.
const MOST_DIVIDED: i128 = 100_000_000_000_000;
/// Sums and products stay below: a spreadsheet keeps fifteen digits.
const MOST: i128 = 900_000_000_000_000;
/// A rate or a limb is a number of millionths.
pub(super) const MILLION: i128 = 1_000_000;

/// A formula.
#[derive(Clone, Debug)]
pub(super) enum Expr {
    Whole(i128),
    Text(String),
    Cell(At),
    Plus(Vec<Expr>),
    Minus(Box<Expr>, Box<Expr>),
    Times(Box<Expr>, Box<Expr>),
    /// `INT(a/b)`.
    Int(Box<Expr>, i128),
    /// `INT(a/b)` by a cell.
    Divided(Box<Expr>, At),
    Least(Vec<Expr>),
    Most(Vec<Expr>),
    If(Box<Test>, Box<Expr>, Box<Expr>),
    /// `SUM`.
    Total(Vec<Range>),
    /// The sum of those cells of the first range whose cells in the two others are not after and not before a cell.
    SumBetween(Range, Range, Range, At),
    /// The sum of those cells of the first range whose number in the second is that of a cell.
    SumOf(Range, Range, At),
    /// How many cells are greater.
    CountAbove(Range, At),
    /// How many cells are equal.
    CountEqual(Range, At),
    /// How many cells are above 0.
    CountPositive(Range),
    /// The greatest of a range.
    Peak(Range),
    /// An input in whole thousandths or millionths: `ROUND(cell*1000,0)`.
    Scaled(At, u32),
    /// The value beside the last key that is not greater.
    Lookup(Box<Expr>, Range, Range),
    /// A fraction that is only shown.
    Part(Box<Expr>, i128),
    /// One cell divided by another, only shown.
    Ratio(At, At),
    /// No value: loud wherever it is used.
    Missing,
    /// A number in a text, grouped as its reader groups.
    Fixed(Box<Expr>),
    Join(Vec<Expr>),
    /// How many cells of a range hold a formula no more.
    Overwritten(i128, Range),
}

/// What an `IF` asks.
#[derive(Clone, Debug)]
pub(super) enum Test {
    Equal(Expr, Expr),
    Less(Expr, Expr),
    AtLeast(Expr, Expr),
    And(Vec<Test>),
}

impl From<At> for Expr {
    fn from(at: At) -> Self {
        Self::Cell(at)
    }
}

impl From<i128> for Expr {
    fn from(number: i128) -> Self {
        Self::Whole(number)
    }
}

impl Expr {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn plus(self, other: impl Into<Self>) -> Self {
        if let Self::Plus(mut parts) = self {
            parts.push(other.into());
            Self::Plus(parts)
        } else {
            Self::Plus(vec![self, other.into()])
        }
    }

    pub fn minus(self, other: impl Into<Self>) -> Self {
        Self::Minus(self.into(), other.into().into())
    }

    pub fn times(self, other: impl Into<Self>) -> Self {
        Self::Times(self.into(), other.into().into())
    }

    /// Whole times that a number goes into it.
    pub fn by(self, number: i128) -> Self {
        Self::Int(self.into(), number)
    }

    /// What is left then: `a-b*INT(a/b)`.
    pub fn rest(self, number: i128) -> Self {
        let whole = Self::Whole(number).times(self.clone().by(number));
        self.minus(whole)
    }

    pub fn least(one: impl Into<Self>, other: impl Into<Self>) -> Self {
        Self::Least(vec![one.into(), other.into()])
    }

    pub fn most(one: impl Into<Self>, other: impl Into<Self>) -> Self {
        Self::Most(vec![one.into(), other.into()])
    }

    pub fn either(test: Test, then: impl Into<Self>, or: impl Into<Self>) -> Self {
        Self::If(test.into(), then.into().into(), or.into().into())
    }

    /// The formula as a cell of a sheet holds it, without the equals sign.
    pub fn written(&self, sheet: Tab) -> String {
        let mut text = String::new();
        self.write(sheet, &mut text);
        text
    }

    fn write(&self, sheet: Tab, text: &mut String) {
        let call = |name: &str, parts: &[&Self], text: &mut String| {
            text.push_str(name);
            text.push('(');
            for (place, part) in parts.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                part.write(sheet, text);
            }
            text.push(')');
        };
        match self {
            Self::Whole(number) => text.push_str(&number.to_string()),
            Self::Text(words) => {
                text.push('"');
                text.push_str(&words.replace('"', "\"\""));
                text.push('"');
            }
            Self::Cell(at) => text.push_str(&at.seen_from(sheet)),
            Self::Plus(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        text.push('+');
                    }
                    part.write(sheet, text);
                }
            }
            Self::Minus(one, other) => {
                one.write(sheet, text);
                text.push('-');
                if matches!(**other, Self::Times(..)) {
                    other.write(sheet, text);
                } else {
                    other.write_closed(sheet, text);
                }
            }
            Self::Times(one, other) => {
                one.write_closed(sheet, text);
                text.push('*');
                other.write_closed(sheet, text);
            }
            Self::Int(of, by) => {
                text.push_str("INT(");
                of.write_dividend(sheet, text);
                text.push_str(&format!("/{by})"));
            }
            Self::Divided(of, by) => {
                text.push_str("INT(");
                of.write_dividend(sheet, text);
                text.push_str(&format!("/{})", by.seen_from(sheet)));
            }
            Self::Least(parts) => call("MIN", &parts.iter().collect::<Vec<_>>(), text),
            Self::Most(parts) => call("MAX", &parts.iter().collect::<Vec<_>>(), text),
            Self::If(test, then, or) => {
                text.push_str("IF(");
                test.write(sheet, text);
                text.push(',');
                then.write(sheet, text);
                text.push(',');
                or.write(sheet, text);
                text.push(')');
            }
            Self::Total(ranges) => {
                let ranges: Vec<String> =
                    ranges.iter().map(|range| range.seen_from(sheet)).collect();
                text.push_str(&format!("SUM({})", ranges.join(",")));
            }
            Self::SumBetween(range, from, to, at) => {
                let [range, from, to] = [range, from, to].map(|range| range.seen_from(sheet));
                let at = at.seen_from(sheet);
                text.push_str(&format!("SUMIFS({range},{from},\"<=\"&{at},{to},\">=\"&{at})"));
            }
            Self::SumOf(range, keys, at) => {
                let [range, keys] = [range, keys].map(|range| range.seen_from(sheet));
                text.push_str(&format!("SUMIFS({range},{keys},{})", at.seen_from(sheet)));
            }
            Self::CountAbove(range, at) => {
                let (range, at) = (range.seen_from(sheet), at.seen_from(sheet));
                text.push_str(&format!("COUNTIF({range},\">\"&{at})"));
            }
            Self::CountEqual(range, at) => {
                let (range, at) = (range.seen_from(sheet), at.seen_from(sheet));
                text.push_str(&format!("COUNTIF({range},{at})"));
            }
            Self::CountPositive(range) => {
                text.push_str(&format!("COUNTIF({},\">0\")", range.seen_from(sheet)));
            }
            Self::Peak(range) => text.push_str(&format!("MAX({})", range.seen_from(sheet))),
            Self::Scaled(at, scale) => {
                text.push_str(&format!("ROUND({}*{scale},0)", at.seen_from(sheet)));
            }
            Self::Lookup(key, keys, values) => {
                text.push_str("LOOKUP(");
                key.write(sheet, text);
                text.push_str(&format!(",{},{})", keys.seen_from(sheet), values.seen_from(sheet)));
            }
            Self::Part(of, by) => {
                of.write_closed(sheet, text);
                text.push_str(&format!("/{by}"));
            }
            Self::Ratio(of, by) => {
                text.push_str(&format!("{}/{}", of.seen_from(sheet), by.seen_from(sheet)));
            }
            Self::Missing => text.push_str("NA()"),
            Self::Fixed(of) => {
                text.push_str("FIXED(");
                of.write(sheet, text);
                text.push_str(",0)");
            }
            Self::Join(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    if place > 0 {
                        text.push('&');
                    }
                    part.write_closed(sheet, text);
                }
            }
            Self::Overwritten(cells, range) => {
                text.push_str(&format!(
                    "{cells}-SUMPRODUCT(--_xlfn.ISFORMULA({}))",
                    range.seen_from(sheet)
                ));
            }
        }
    }

    /// Before a division: a product binds as tightly, from the left.
    fn write_dividend(&self, sheet: Tab, text: &mut String) {
        if matches!(self, Self::Times(..)) {
            self.write(sheet, text);
        } else {
            self.write_closed(sheet, text);
        }
    }

    /// In brackets where an operator beside it would take a part of it.
    fn write_closed(&self, sheet: Tab, text: &mut String) {
        let open = matches!(
            self,
            Self::Plus(_)
                | Self::Minus(..)
                | Self::Times(..)
                | Self::Part(..)
                | Self::Ratio(..)
                | Self::Join(_)
        );
        if open {
            text.push('(');
        }
        self.write(sheet, text);
        if open {
            text.push(')');
        }
    }

    /// What it comes to with the cells as they stand; notes in the book where it leaves what doubles hold.
    pub fn value(&self, book: &dyn Cells) -> Value {
        match self.try_value(book) {
            Ok(value) => value,
            Err(Missing) => Value::Missing,
        }
    }

    fn number(&self, book: &dyn Cells) -> Result<i128, Missing> {
        let number = match self {
            Self::Whole(number) => *number,
            Self::Cell(at) => book.value(*at).number()?,
            Self::Plus(parts) => {
                let mut sum = 0_i128;
                for part in parts {
                    sum = sum.saturating_add(part.number(book)?);
                }
                sum
            }
            Self::Minus(one, other) => one.number(book)?.saturating_sub(other.number(book)?),
            Self::Times(one, other) => one.number(book)?.saturating_mul(other.number(book)?),
            Self::Int(of, by) => divided(of, *by, book)?,
            Self::Divided(of, by) => divided(of, book.value(*by).number()?, book)?,
            Self::Least(parts) => numbers(parts, book)?.into_iter().min().ok_or(Missing)?,
            Self::Most(parts) => numbers(parts, book)?.into_iter().max().ok_or(Missing)?,
            Self::If(test, then, or) => {
                if test.holds(book)? {
                    then.number(book)?
                } else {
                    or.number(book)?
                }
            }
            Self::Total(ranges) => {
                let mut sum = 0_i128;
                for at in ranges.iter().flat_map(Range::cells) {
                    sum = sum.saturating_add(book.value(at).summand()?);
                }
                sum
            }
            Self::SumBetween(range, from, to, at) => {
                let bar = book.value(*at).number()?;
                let mut sum = 0_i128;
                for ((at, from), to) in range.cells().zip(from.cells()).zip(to.cells()) {
                    let is_in =
                        book.value(from).number()? <= bar && book.value(to).number()? >= bar;
                    if is_in {
                        sum = sum.saturating_add(book.value(at).summand()?);
                    }
                }
                sum
            }
            Self::SumOf(range, keys, at) => {
                let key = book.value(*at).number()?;
                let mut sum = 0_i128;
                for (at, own) in range.cells().zip(keys.cells()) {
                    if book.value(own).number()? == key {
                        sum = sum.saturating_add(book.value(at).summand()?);
                    }
                }
                sum
            }
            Self::CountAbove(range, at) => count(*range, book, *at, |one, bar| one > bar)?,
            Self::CountEqual(range, at) => count(*range, book, *at, |one, bar| one == bar)?,
            Self::CountPositive(range) => {
                let mut number = 0_i128;
                for cell in range.cells() {
                    number = number.saturating_add((book.value(cell).number()? > 0).into());
                }
                number
            }
            Self::Peak(range) => {
                let mut peak = 0;
                for cell in range.cells() {
                    peak = book.value(cell).number()?.max(peak);
                }
                peak
            }
            Self::Scaled(at, scale) => book.value(*at).scaled(*scale)?,
            Self::Lookup(key, keys, values) => {
                let key = key.number(book)?;
                let mut found = Err(Missing);
                for (at, value) in keys.cells().zip(values.cells()) {
                    if book.value(at).number()? <= key {
                        found = book.value(value).number();
                    }
                }
                found?
            }
            Self::Overwritten(..) => 0,
            Self::Text(_)
            | Self::Part(..)
            | Self::Ratio(..)
            | Self::Missing
            | Self::Fixed(_)
            | Self::Join(_) => {
                return Err(Missing);
            }
        };
        if number.abs() >= MOST {
            book.leaves_the_limits();
        }
        Ok(number)
    }

    fn try_value(&self, book: &dyn Cells) -> Result<Value, Missing> {
        Ok(match self {
            Self::Text(text) => Value::Text(text.clone()),
            Self::Cell(at) => book.value(*at),
            Self::Part(of, by) => Value::Part(of.number(book)?, *by),
            Self::Ratio(of, by) => {
                Value::Part(book.value(*of).number()?, book.value(*by).number()?)
            }
            Self::Fixed(of) => {
                let number = u64::try_from(of.number(book)?).map_err(|_| Missing)?;
                Value::Text(grouped(number))
            }
            Self::Join(parts) => {
                let mut text = String::new();
                for part in parts {
                    match part.try_value(book)? {
                        Value::Text(words) => text.push_str(&words),
                        Value::Whole(number) => text.push_str(&number.to_string()),
                        Value::Blank => {}
                        Value::Part(..) | Value::Missing => return Err(Missing),
                    }
                }
                Value::Text(text)
            }
            Self::If(test, then, or) => {
                if test.holds(book)? {
                    then.try_value(book)?
                } else {
                    or.try_value(book)?
                }
            }
            Self::Whole(_)
            | Self::Plus(_)
            | Self::Minus(..)
            | Self::Times(..)
            | Self::Int(..)
            | Self::Divided(..)
            | Self::Least(_)
            | Self::Most(_)
            | Self::Total(_)
            | Self::SumBetween(..)
            | Self::SumOf(..)
            | Self::CountAbove(..)
            | Self::CountEqual(..)
            | Self::CountPositive(_)
            | Self::Peak(_)
            | Self::Scaled(..)
            | Self::Lookup(..)
            | Self::Missing
            | Self::Overwritten(..) => Value::Whole(self.number(book)?),
        })
    }
}

impl Test {
    fn holds(&self, book: &dyn Cells) -> Result<bool, Missing> {
        Ok(match self {
            Self::Equal(one, other) => one.try_value(book)?.is_same(&other.try_value(book)?),
            Self::Less(one, other) => one.number(book)? < other.number(book)?,
            Self::AtLeast(one, other) => one.number(book)? >= other.number(book)?,
            Self::And(tests) => {
                let mut all = true;
                for test in tests {
                    all &= test.holds(book)?;
                }
                all
            }
        })
    }

    fn write(&self, sheet: Tab, text: &mut String) {
        let (one, sign, other) = match self {
            Self::Equal(one, other) => (one, "=", other),
            Self::Less(one, other) => (one, "<", other),
            Self::AtLeast(one, other) => (one, ">=", other),
            Self::And(tests) => {
                text.push_str("AND(");
                for (place, test) in tests.iter().enumerate() {
                    if place > 0 {
                        text.push(',');
                    }
                    test.write(sheet, text);
                }
                text.push(')');
                return;
            }
        };
        one.write(sheet, text);
        text.push_str(sign);
        other.write(sheet, text);
    }
}

fn numbers(parts: &[Expr], book: &dyn Cells) -> Result<Vec<i128>, Missing> {
    parts.iter().map(|part| part.number(book)).collect()
}

/// Exact in doubles only within its limits.
fn divided(of: &Expr, by: i128, book: &dyn Cells) -> Result<i128, Missing> {
    let of = of.number(book)?;
    if !(0..MOST_DIVIDED).contains(&of) {
        book.leaves_the_limits();
    }
    of.checked_div_euclid(by).ok_or(Missing)
}

fn count(
    range: Range,
    book: &dyn Cells,
    at: At,
    counts: impl Fn(i128, i128) -> bool,
) -> Result<i128, Missing> {
    let bar = book.value(at).number()?;
    let mut number = 0_i128;
    for cell in range.cells() {
        number = number.saturating_add(counts(book.value(cell).number()?, bar).into());
    }
    Ok(number)
}
