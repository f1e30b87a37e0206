//! Kinds of instruments by rank, and titles: what a legal basis is written with.

use super::Status;

/// A kind of instruments. Their order is their rank.
#[derive(Clone, Copy, Debug)]
pub struct InstrumentKind {
    /// How an instrument of the kind begins in the law: `PP `.
    pub start: &'static str,
    /// The full name of the kind.
    pub name: &'static str,
}

/// The title of an instrument.
#[derive(Clone, Copy, Debug)]
pub struct InstrumentTitle {
    /// `PP 44/2015`.
    pub instrument: &'static str,
    /// What stands after *tentang*.
    pub title: &'static str,
    /// How well it is verified.
    pub status: Status,
}
