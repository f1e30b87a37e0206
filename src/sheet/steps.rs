//! How far the work on a workbook is, for whoever waits.

use super::cells::Tab;
use core::cell::Cell;

/// How far the work on a workbook is.
pub(super) struct Steps<'t> {
    told: &'t dyn Fn(u32, u32),
    done: Cell<u32>,
}

/// Parts of the book, and the packing of the file; besides, each sheet is written.
const PARTS: usize = 9;

impl<'t> Steps<'t> {
    pub fn of(told: &'t dyn Fn(u32, u32)) -> Self {
        Self { told, done: Cell::new(0) }
    }

    /// One more is done.
    pub fn one(&self) {
        self.done.set(self.done.get().saturating_add(1));
        let all = Tab::ALL.len().saturating_add(PARTS);
        (self.told)(self.done.get(), u32::try_from(all).unwrap_or(u32::MAX));
    }
}
