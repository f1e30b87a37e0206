//! Lists with one entry for each segment or fund of a plan. Positions of segments and of funds are different types; a
//! position outside its list is an error, never a zero.

use crate::problem::{Problem, problem};
use core::marker::PhantomData;

/// An invariant of the engine that does not hold, named by its text. It is a fault of the engine, not of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Broken(pub &'static str);

impl From<Broken> for Problem {
    fn from(Broken(what): Broken) -> Self {
        problem!("internal", "", what = what)
    }
}

impl From<Broken> for Vec<Problem> {
    fn from(broken: Broken) -> Self {
        vec![broken.into()]
    }
}

/// Position in a list of a plan.
pub(crate) trait Position: Copy {
    /// What lists of this kind hold; text of [`Broken`].
    const LIST: &'static str;

    fn new(index: usize) -> Self;

    fn index(self) -> usize;
}

macro_rules! position {
    ($(#[$meta:meta])* $name:ident, $list:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) struct $name(usize);

        impl Position for $name {
            const LIST: &'static str = $list;

            fn new(index: usize) -> Self {
                Self(index)
            }

            fn index(self) -> usize {
                self.0
            }
        }
    };
}

position!(
    /// Position of a segment in the scenario.
    SegmentAt,
    "segments"
);
position!(
    /// Position of a fund in the scenario.
    FundAt,
    "funds"
);

/// One entry for each position.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Row<K, T> {
    entries: Vec<T>,
    kind: PhantomData<K>,
}

impl<K: Position, T> Row<K, T> {
    pub fn new(entries: Vec<T>) -> Self {
        Self { entries, kind: PhantomData }
    }

    pub fn at(&self, position: K) -> Result<&T, Broken> {
        self.entries.get(position.index()).ok_or(Broken(K::LIST))
    }

    pub fn at_mut(&mut self, position: K) -> Result<&mut T, Broken> {
        self.entries.get_mut(position.index()).ok_or(Broken(K::LIST))
    }

    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (K, &T)> + Clone {
        self.entries.iter().enumerate().map(|(index, entry)| (K::new(index), entry))
    }

    pub fn iter_mut(&mut self) -> impl Iterator<Item = (K, &mut T)> {
        self.entries.iter_mut().enumerate().map(|(index, entry)| (K::new(index), entry))
    }

    /// A list of the same length with other values.
    pub fn map<U>(&self, make: impl FnMut(&T) -> U) -> Row<K, U> {
        Row::new(self.entries.iter().map(make).collect())
    }

    pub fn entries(&self) -> &[T] {
        &self.entries
    }

    pub fn into_entries(self) -> Vec<T> {
        self.entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_outside_its_list_is_an_error() {
        let mut row: Row<SegmentAt, u8> = Row::new(vec![7]);
        assert_eq!(row.at(SegmentAt::new(0)), Ok(&7));
        assert_eq!(row.at(SegmentAt::new(1)), Err(Broken("segments")));
        assert_eq!(row.at_mut(SegmentAt::new(1)), Err(Broken("segments")));
        let problem = Problem::from(Broken("segments"));
        assert_eq!(problem.code, "internal");
    }
}
