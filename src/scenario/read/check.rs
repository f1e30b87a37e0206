//! Problems found so far, and what the parts of a scenario are checked against.

use super::unfit::Unfit;
use crate::month::{Month, Span};
use crate::problem::{Problem, problem};
use crate::scenario::fields::Fields;
use crate::text::{below, place};

/// What parts of a scenario are checked against, as far as it could be read.
pub(super) struct Context {
    pub plan: Option<Span>,
    /// Ids of the funds; `None` where one of them could not be read, so that the list is not complete.
    pub funds: Option<Vec<String>>,
    /// By fund: whether the planner states that it will not pay.
    pub will_not_pay: Vec<bool>,
    pub has_target: bool,
}

/// Problems found so far.
pub(super) struct Check {
    pub problems: Vec<Problem>,
    /// Places that do not fit their shape.
    pub unfit: Unfit,
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

    /// Entries of a list whose own shape was checked, with their paths.
    pub fn entries<'a>(
        &self,
        fields: Fields<'a>,
        key: &str,
        path: &str,
    ) -> Vec<(Fields<'a>, String)> {
        let place = |(index, input)| (Fields::of(input), below(path, &place("[#]", &[index])));
        let all = fields.list(key).iter().enumerate().map(place);
        all.filter(|(_, path)| self.is_open(path)).collect()
    }

    /// Entries that fit their shape with all their fields.
    pub fn fitting<'a>(
        &self,
        fields: Fields<'a>,
        key: &str,
        path: &str,
    ) -> Vec<(Fields<'a>, String)> {
        let mut entries = self.entries(fields, key, path);
        entries.retain(|(_, path)| self.fits(path));
        entries
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
            let id = Fields::of(entry).text("id");
            if !id.is_empty() && seen.contains(&id) {
                let path = below(key, &place("[#].id", &[index]));
                self.problems.push(problem!(Duplicate, path, value = id.as_str()));
            }
            seen.push(id);
        }
    }
}
