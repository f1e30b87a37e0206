//! Problems found so far, and what the parts of a scenario are checked against.

use super::unfit::Unfit;
use crate::law::Key;
use crate::month::{Month, Span};
use crate::problem::{Problem, problem};
use crate::scenario::Village;
use crate::scenario::fields::Fields;
use crate::text::{below, place};

/// What parts of a scenario are checked against, as far as it could be read.
pub(super) struct Context {
    pub plan: Option<Span>,
    /// Ids of the funds; `None` where one of them could not be read, so that the list is not complete.
    pub funds: Option<Vec<String>>,
    /// By fund: whether the planner states that it will not pay.
    pub will_not_pay: Vec<bool>,
    /// Ids of the segments; `None` where one of them could not be read.
    pub segments: Option<Vec<String>>,
    pub has_target: bool,
    /// `None` where one of them could not be read.
    pub villages: Option<Vec<Village>>,
}

/// Problems found so far.
pub(super) struct Check {
    pub problems: Vec<Problem>,
    /// Places that do not fit their shape.
    pub unfit: Unfit,
    /// Minimum wages that law packs bring; `None` where the key of one could not be read.
    pub wages: Option<Vec<Key>>,
}

impl Check {
    pub fn note(&mut self, problem: Problem) {
        self.problems.push(problem);
    }

    pub fn is_open(&self, path: &str) -> bool {
        self.unfit.is_open(path)
    }

    pub fn fits(&self, path: &str) -> bool {
        self.unfit.fits(path)
    }

    /// Whether a field of the object at `path` fits its shape.
    pub fn fits_at(&self, path: &str, key: &str) -> bool {
        self.unfit.is_empty() || self.fits(&below(&below(path, "."), key))
    }

    /// Whether a field fits its shape in every entry of a list.
    pub fn fits_in_all(&self, fields: Fields<'_>, key: &str, path: &str, field: &str) -> bool {
        let entry = |index| below(path, &place("[#]", &[index]));
        self.unfit.is_empty()
            || (self.is_open(path)
                && (0..fields.list(key).len()).all(|index| self.fits_at(&entry(index), field)))
    }

    /// Reads the entries of a list, empty where it is absent. Every entry that is not unfit as a whole is checked, also
    /// after one that could not be read; then the list is `None`.
    pub fn each<'a, T>(
        &mut self,
        fields: Fields<'a>,
        key: &str,
        path: &str,
        mut read: impl FnMut(&mut Self, Fields<'a>, &str) -> Option<T>,
    ) -> Option<Vec<T>> {
        let mut list = Vec::new();
        let are_all = self.walk(fields, key, path, &mut |check, entry, path| {
            list.push(read(check, entry, path)?);
            Some(())
        });
        are_all.then_some(list)
    }

    /// Visits the entries of a list that are not unfit as a whole, with their paths. Whether all could be read.
    fn walk<'a>(
        &mut self,
        fields: Fields<'a>,
        key: &str,
        path: &str,
        visit: &mut dyn FnMut(&mut Self, Fields<'a>, &str) -> Option<()>,
    ) -> bool {
        let mut are_all = self.is_open(path);
        for (index, input) in fields.list(key).iter().enumerate() {
            let path = below(path, &place("[#]", &[index]));
            let is_read = self.is_open(&path) && visit(self, Fields::of(input), &path).is_some();
            are_all = are_all && is_read;
        }
        are_all
    }

    /// Ids of a list, also of entries with other problems, so that a reference to one of them is not reported too.
    /// `None` where an id could not be read.
    pub fn ids(&self, fields: Fields<'_>, key: &str) -> Option<Vec<String>> {
        let ids = || fields.each(key, |entry| entry.need("id"));
        self.fits_in_all(fields, key, key, "id").then(ids).flatten()
    }

    /// Months must rise from entry to entry.
    pub fn rising(&mut self, path: &str, months: impl Iterator<Item = Month>) {
        if !self.fits(path) {
            return;
        }
        let mut before = None;
        for (index, month) in months.enumerate() {
            if before.is_some_and(|before| month <= before) {
                self.note(problem!(OutOfOrder, below(path, &place("[#]", &[index]))));
            }
            before = Some(month);
        }
    }

    /// Ids must be unique within a list.
    pub fn unique_ids(&mut self, fields: Fields<'_>, key: &str) {
        if !self.is_open(key) {
            return;
        }
        let mut seen = Vec::new();
        for (index, entry) in fields.list(key).iter().enumerate() {
            let Some(id) = Fields::of(entry).need::<String>("id") else { continue };
            if !id.is_empty() && seen.contains(&id) {
                let path = below(key, &place("[#].id", &[index]));
                self.problems.push(problem!(Duplicate, path, value = id.as_str()));
            }
            seen.push(id);
        }
    }
}
