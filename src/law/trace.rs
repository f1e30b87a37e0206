//! A look-up that keeps in mind until when its answers hold, so that a price can be kept for as many months as
//! nothing it was made of changes. What it was made of is what was asked, not a list kept beside.

use super::{Found, Key, Law, Missing, RELIEFS, Relief, Row};
use crate::money::{Base, Rate};
use crate::month::Month;
use crate::scenario::{Programme, Sector, WorkerClass};
use core::cell::{Cell, RefCell};

/// The law of a plan in one month, and the last month in which every answer given so far is still the same.
pub(crate) struct Trace<'a> {
    law: Law<'a>,
    month: Month,
    until: Cell<Month>,
    /// What was asked for and has no value, each once.
    lacking: RefCell<Vec<Key>>,
}

impl<'a> Trace<'a> {
    /// Looks at one month; nothing is asked for after `last`.
    pub fn new(law: Law<'a>, month: Month, last: Month) -> Self {
        Self { law, month, until: Cell::new(last), lacking: RefCell::default() }
    }

    /// The last month with the same answers.
    pub const fn until(&self) -> Month {
        self.until.get()
    }

    /// Something that was looked at changes in a month: the answers hold until the month before.
    pub fn changes_in(&self, month: Month) {
        if month > self.month
            && let Some(before) = month.before()
        {
            self.until.set(self.until.get().min(before));
        }
    }

    /// Notes every month in which something about a key begins or has ended: a value of the law, a replacement, a
    /// yearly step of an assumption. Also where only the origin changes and the number stays.
    fn asks(&self, key: Key) {
        let span = |from: Month, to: Option<Month>| {
            self.changes_in(from);
            if let Some(to) = to {
                self.changes_in(to.plus(1));
            }
        };
        for dated in key.values() {
            span(dated.from, dated.to);
        }
        for replacement in self.law.overrides(key).iter().filter(|one| one.key == key) {
            span(replacement.from, replacement.to);
        }
        if let Some(beyond) = key.beyond()
            && self.law.assumptions.iter().any(|assumption| assumption.key == key)
        {
            self.changes_in(beyond.since(self.month).plus(12));
        }
    }

    fn found<T>(&self, key: Key, found: Result<T, Missing>) -> Result<T, Missing> {
        self.asks(key);
        if found.is_err() {
            self.lacks(key);
        }
        found
    }

    /// Notes a key that has no value, or none that fits.
    pub fn lacks(&self, key: Key) {
        let mut lacking = self.lacking.borrow_mut();
        if !lacking.contains(&key) {
            lacking.push(key);
        }
    }

    /// Every key that was asked for and has no value, in the order in which they were.
    pub fn lacking(self) -> Vec<Key> {
        self.lacking.into_inner()
    }

    pub fn percent(&self, key: Key) -> Result<Found<Rate>, Missing> {
        self.found(key, self.law.percent(key, self.month))
    }

    pub fn rupiah(&self, key: Key) -> Result<Found<Base>, Missing> {
        self.found(key, self.law.rupiah(key, self.month))
    }

    pub fn months(&self, key: Key) -> Result<Found<u64>, Missing> {
        self.found(key, self.law.months(key, self.month))
    }

    pub fn table(&self, key: Key) -> Result<Found<&'a [Row]>, Missing> {
        self.found(key, self.law.table(key, self.month))
    }

    /// The reliefs meant for a worker and programme, and what each takes off; those that are not in force are asked too.
    pub fn reliefs(
        &self,
        class: WorkerClass,
        sector: Sector,
        programme: Programme,
    ) -> impl Iterator<Item = (&'static Relief, Found<Rate>)> {
        for relief in RELIEFS.iter().filter(|relief| relief.is_for(class, sector, programme)) {
            self.asks(relief.rate);
        }
        self.law.reliefs(class, sector, programme, self.month)
    }

    pub const fn month(&self) -> Month {
        self.month
    }
}
