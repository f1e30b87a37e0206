//! The shapes of what is read: every field, what it may hold, whether it must be there, and what it means.
//!
//! The check holds an input to them, and the JSON Schema, the types of the package and the fields of the page are made
//! from them. A field is written as `need name: shape` or `may name: shape`, with its meaning as doc comment. One that no
//! figure is calculated from names its [`Role`]: `may(text) note: NOTE`.

mod amended;
mod asked;
mod claims;
mod evidence;
mod funds;
mod plan;
mod ranges;
mod realised;
mod retention;
mod segment;
mod target;
mod village;

#[cfg(feature = "cli")]
pub use amended::LAW_PACKS;
pub use asked::{QUESTION, REQUEST};
pub use claims::BENEFIT_REQUEST;
pub use evidence::EVIDENCE;
#[cfg(feature = "cli")]
pub use plan::REGION;
pub use plan::SCENARIO;
pub use ranges::RISK_REQUEST;
pub use realised::REALISATION;
pub use retention::RETENTION_REQUEST;

use crate::choices::{About, Choice};

/// What may stand somewhere in an input.
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "the check asks for no unit"))]
pub enum Shape {
    /// A text that is not blank, of at most so many letters.
    Text(u16),
    /// Small letters, digits, `-` and `_`.
    Id,
    /// A Kemendagri code of at least so many groups: `73`, `73.71`, `73.14.03`, `73.14.03.2005`.
    RegionCode(u8),
    /// `2025-03-17`, `2025-03` or `2025`.
    Date,
    /// `2025-03-17`.
    Day,
    /// `2026-03`.
    Month,
    /// A year, as a number.
    Year(u16, u16),
    /// `true` or `false`.
    Truth,
    /// A whole number within limits.
    Whole(Unit, u64, u64),
    /// A number within limits with at most so many decimals.
    Decimal(Unit, u8, u64, u64),
    /// One of these words.
    Word(About, &'static [&'static str]),
    /// A list of so many to so many entries.
    List(u16, u16, &'static Shape),
    /// An object with these fields and no others.
    Object(About, &'static [Field]),
    /// An object whose `kind` says which fields it has besides.
    Kinds(About, &'static [&'static str], &'static [&'static [Field]]),
    /// Sources by the names of the fields beside it.
    Evidence,
}

/// What a number of an input counts. The page reads it accordingly: "2 juta" is an amount, "1.200" may be people.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "the check asks for no unit"))]
pub enum Unit {
    /// A version of a shape.
    Version,
    /// People, or an order among them.
    People,
    /// Months.
    Months,
    /// Rupiah.
    Rupiah,
    /// Percent.
    Percent,
    /// Percent that are hardly ever below 1, such as a coverage: 0.5 is then asked about.
    Part,
    /// What the field beside it says, or a part of one.
    Plain,
}

/// What a field of a scenario does to a projection. It holds for all fields below it that say nothing else.
#[derive(Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the schema says it"))]
pub enum Role {
    /// Figures are calculated from it.
    Counted,
    /// It is held against rules, and changes only what is remarked.
    Checked,
    /// A name, a code or a note: figures are told apart by it, none is calculated from it.
    Text,
    /// It says how well another field is known, and changes no rupiah and no heads.
    Source,
}

/// A field of an object.
pub struct Field {
    /// Its key.
    pub key: &'static str,
    /// Whether it must be there.
    pub needed: bool,
    /// What it may hold.
    pub shape: Shape,
    /// What it does; in what is no scenario it means nothing.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only the schema says it"))]
    pub role: Role,
    /// What it means.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "the check asks for no meaning"))]
    pub about: About,
}

/// One of the words of a choice.
const fn word<T: Choice>() -> Shape {
    Shape::Word(T::ABOUT, T::WORDS)
}

/// The fields of an object. One without a meaning does not compile.
macro_rules! fields {
    ($($(#[doc = $about:literal])+ $how:ident $(($role:ident))? $key:ident: $shape:expr,)*) => {
        &[$($crate::scenario::shape::Field {
            key: stringify!($key),
            needed: $crate::scenario::shape::fields!(@$how),
            shape: $shape,
            role: $crate::scenario::shape::fields!(@role $($role)?),
            about: $crate::choices::About::new("", concat!($($about, "\n"),+), &[]),
        }),*]
    };
    (@need) => { true };
    (@may) => { false };
    (@role) => { $crate::scenario::shape::Role::Counted };
    (@role checked) => { $crate::scenario::shape::Role::Checked };
    (@role text) => { $crate::scenario::shape::Role::Text };
    (@role source) => { $crate::scenario::shape::Role::Source };
}
use fields;

/// An object: its meaning, its name, its fields.
macro_rules! object {
    ($(#[doc = $about:literal])+ $name:ident { $($fields:tt)* }) => {
        $crate::scenario::shape::Shape::Object(
            $crate::choices::About::new(stringify!($name), concat!($($about, "\n"),+), &[]),
            $crate::scenario::shape::fields! { $($fields)* },
        )
    };
}
use object;

/// An object whose `kind` says which fields it has besides; the kinds are those of a choice, in its order, or stand here.
macro_rules! kinds {
    ($(#[doc = $about:literal])+ $name:ident of $choice:ident { $({ $($fields:tt)* })+ }) => {
        $crate::scenario::shape::Shape::Kinds(
            <$choice as $crate::choices::Choice>::ABOUT.of(stringify!($name), concat!($($about, "\n"),+)),
            <$choice as $crate::choices::Choice>::WORDS,
            &[$($crate::scenario::shape::fields! { $($fields)* }),+],
        )
    };
    ($(#[doc = $about:literal])+ $name:ident {
        $($(#[doc = $kind_about:literal])+ $kind:literal { $($fields:tt)* })+
    }) => {
        $crate::scenario::shape::Shape::Kinds(
            $crate::choices::About::new(
                stringify!($name),
                concat!($($about, "\n"),+),
                &[$(concat!($($kind_about, "\n"),+)),+],
            ),
            &[$($kind),+],
            &[$($crate::scenario::shape::fields! { $($fields)* }),+],
        )
    };
}
use kinds;

/// The limits of the number at a path, and how many decimals it may have: `segments[0].payers[1].percent`.
pub fn limits(path: &str) -> Option<(u64, u64, u8)> {
    let steps: Vec<&str> = path.split(['.', '[', ']']).filter(|step| !step.is_empty()).collect();
    limits_below(&SCENARIO, &steps)
}

fn limits_below(shape: &Shape, steps: &[&str]) -> Option<(u64, u64, u8)> {
    let (step, rest) = match steps.split_first() {
        Some((step, rest)) => (*step, rest),
        None => ("", steps),
    };
    let in_fields = |fields: &[Field]| {
        let field = fields.iter().find(|field| field.key == step)?;
        limits_below(&field.shape, rest)
    };
    match shape {
        Shape::Whole(_, least, most) => Some((*least, *most, 0)),
        Shape::Decimal(_, decimals, least, most) => Some((*least, *most, *decimals)),
        Shape::List(_, _, item) => limits_below(item, rest),
        Shape::Object(_, fields) => in_fields(fields),
        // The widest of all kinds.
        Shape::Kinds(_, _, kinds) => {
            let each = kinds.iter().filter_map(|fields| in_fields(fields));
            each.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1), one.2.max(other.2)))
        }
        Shape::Text(_)
        | Shape::Id
        | Shape::RegionCode(_)
        | Shape::Date
        | Shape::Day
        | Shape::Month
        | Shape::Year(..)
        | Shape::Truth
        | Shape::Word(..)
        | Shape::Evidence => None,
    }
}

/// More people than any region has.
pub const PEOPLE: u64 = 300_000_000;
/// The greatest amount.
const RUPIAH: u64 = crate::money::Rupiah::MAX.get();
const YEAR: Shape = Shape::Year(2000, 2199);
const NAME: Shape = Shape::Text(200);
const NOTE: Shape = Shape::Text(4_000);
const SHARE: Shape = Shape::Decimal(Unit::Percent, 4, 0, 100);

/// So many people, nobody among them.
const fn people_from(least: u64) -> Shape {
    Shape::Whole(Unit::People, least, PEOPLE)
}

/// So many rupiah.
const fn rupiah_from(least: u64) -> Shape {
    Shape::Whole(Unit::Rupiah, least, RUPIAH)
}

const DATED_PEOPLE: Shape = object! {
    /// People from a month on, until the next entry.
    DatedPeople {
        /// The first month.
        need from: Shape::Month,
        /// How many.
        need people: people_from(0),
    }
};
