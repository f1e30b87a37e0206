//! Places of an input that do not fit their shape. The shape check has reported each; a later check that needs one of
//! them is left out.

use crate::problem::Problem;
use std::collections::BTreeSet;

/// Paths in text order: those below a path follow it.
pub(super) struct Unfit(BTreeSet<String>);

impl Unfit {
    pub fn of(problems: &[Problem]) -> Self {
        let mut places = BTreeSet::new();
        for problem in problems {
            places.insert(problem.path.clone());
        }
        Self(places)
    }

    /// Whether everything fits.
    pub fn is_empty(&self) -> bool {
        let Self(places) = self;
        places.is_empty()
    }

    /// Whether the value at a path was read: neither it nor anything around it is unfit. Parts of it may be.
    pub fn is_open(&self, path: &str) -> bool {
        self.is_empty() || !around(path).any(|place| self.has(place))
    }

    /// Whether the value at a path fits, with all its parts.
    pub fn fits(&self, path: &str) -> bool {
        self.is_empty()
            || (!path.is_empty()
                && self.is_open(path)
                && ['.', '['].into_iter().all(|mark| !self.begins_with(path, mark)))
    }

    fn has(&self, place: &str) -> bool {
        let Self(places) = self;
        places.contains(place)
    }

    /// Whether any unfit path starts with `path` and `mark`.
    fn begins_with(&self, path: &str, mark: char) -> bool {
        let Self(places) = self;
        let beginning = [path, mark.encode_utf8(&mut [0; 4])].concat();
        let next = places.range(beginning.clone()..).next();
        next.is_some_and(|place| place.starts_with(&beginning))
    }
}

/// The root, every path around `path` from the outermost on, and `path`.
fn around(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]);
    core::iter::once("").chain(ends.filter_map(|end| path.get(..end)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::problem;

    #[test]
    fn what_lies_at_around_or_below_a_wrong_place() {
        let wrong = ["funds[1].id", "funds[10]", "period.months", "segments[2].payers"];
        let unfit = Unfit::of(&wrong.map(|path| problem!("missing", path)));
        let is_open = |path| unfit.is_open(path);
        let fits = |path| unfit.fits(path);

        assert!(is_open("") && is_open("funds") && is_open("funds[1]") && is_open("period"));
        assert!(!is_open("funds[1].id") && !is_open("funds[10].name"));
        assert!(!is_open("segments[2].payers[0].fund"));

        assert!(fits("funds[0]") && fits("funds[1].name") && fits("funds[100]") && fits("fund"));
        assert!(fits("segments[2].payersUnused") && fits("periods"));
        assert!(!fits("") && !fits("funds") && !fits("period") && !fits("funds[1]"));
        assert!(!fits("funds[10].name") && !fits("segments[2].payers[0].fund"));

        assert!(Unfit::of(&[]).is_open("") && Unfit::of(&[]).fits(""));
        assert!(!Unfit::of(&[problem!("notAnObject", "")]).is_open("funds"));
    }
}
