//! Look-up in one month that also notes until which month all its answers stay the same. A price is calculated once
//! and used until that month. The dependencies are what was looked up, so no list of them is kept by hand.

use super::{Found, Key, Law, Missing, RELIEFS, Relief, Row};
use super::{Programme, Sector, WorkerClass};
use crate::money::{Base, Rate};
use crate::month::Month;
use core::cell::{Cell, RefCell};

/// The law of a plan in one month, and the last month in which every answer given so far stays the same.
pub(crate) struct Trace<'a> {
    law: Law<'a>,
    month: Month,
    until: Cell<Month>,
    /// Keys that were looked up and have no value, each once.
    lacking: RefCell<Vec<Key>>,
}

impl<'a> Trace<'a> {
    /// Starts in `month`; `last` is the last month of the plan.
    pub fn new(law: Law<'a>, month: Month, last: Month) -> Self {
        Self { law, month, until: Cell::new(last), lacking: RefCell::default() }
    }

    /// Last month in which all answers so far stay the same.
    pub const fn until(&self) -> Month {
        self.until.get()
    }

    /// Notes that a dependency changes in `month`: the answers hold until the month before.
    pub fn changes_in(&self, month: Month) {
        if month > self.month
            && let Some(before) = month.before()
        {
            self.until.set(self.until.get().min(before));
        }
    }

    /// Notes every later month in which a value, override or yearly increase of the key starts or has ended, also
    /// where the number stays and only the origin changes.
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
        for pack in self.law.packs(key) {
            for value in pack.values.iter().filter(|one| one.key == key) {
                span(value.from, value.to);
            }
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

    /// Keys without a value, in the order in which they were looked up.
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

    /// Reliefs in force for a class, sector and programme, with the rate each takes off. Reliefs not in force are
    /// noted too, since they may start later.
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
