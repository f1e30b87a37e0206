//! Places of cells, and what they come to.

use crate::month::Month;

/// Cells with values: what a formula is worked out over.
pub(super) trait Cells {
    /// What stands in a cell.
    fn value(&self, at: At) -> Value;

    /// A formula met a number that doubles do not hold.
    fn leaves_the_limits(&self);
}

/// The first day of a month as a spreadsheet counts days.
pub(super) fn serial(month: Month) -> u32 {
    let start = Month::of(1900, 1);
    // 1 is 1 January 1900; from March 1900 on one more, for a day that spreadsheets believe in.
    let mut days = 2_u32;
    let mut at = start;
    while at < month {
        days = days.saturating_add(at.days().into());
        at = at.plus(1);
    }
    days
}

/// A value that is not there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missing;

/// A sheet, in the order of the workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tab {
    Summary,
    Inputs,
    Villages,
    Districts,
    Sources,
    Tariff,
    Heads,
    Flow,
    Bills,
    Split,
    Funds,
    Coverage,
    Rka,
    VillageBudget,
    Cash,
    Periods,
    Realisation,
    Audit,
    NotCounted,
    Changes,
    Scenario,
}

impl Tab {
    pub const ALL: [Self; 21] = [
        Self::Summary,
        Self::Inputs,
        Self::Villages,
        Self::Districts,
        Self::Sources,
        Self::Tariff,
        Self::Heads,
        Self::Flow,
        Self::Bills,
        Self::Split,
        Self::Funds,
        Self::Coverage,
        Self::Rka,
        Self::VillageBudget,
        Self::Cash,
        Self::Periods,
        Self::Realisation,
        Self::Audit,
        Self::NotCounted,
        Self::Changes,
        Self::Scenario,
    ];

    /// Its name in the workbook.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Summary => "Ringkasan",
            Self::Inputs => "Isian",
            Self::Villages => "Desa",
            Self::Districts => "Kecamatan",
            Self::Sources => "Sumber",
            Self::Tariff => "Tarif",
            Self::Heads => "Peserta",
            Self::Flow => "Gerak",
            Self::Bills => "Iuran",
            Self::Split => "Bagi",
            Self::Funds => "Dana",
            Self::Coverage => "Cakupan",
            Self::Rka => "RKA",
            Self::VillageBudget => "APBDes",
            Self::Cash => "Rencana kas",
            Self::Periods => "Kas triwulan",
            Self::Realisation => "Realisasi",
            Self::Audit => "Audit",
            Self::NotCounted => "Belum dihitung",
            Self::Changes => "Perubahan",
            Self::Scenario => "Skenario",
        }
    }

    /// What is counted where its formulas were typed over.
    pub const fn overwritten(self) -> &'static str {
        match self {
            Self::Summary => "Rumus tertimpa di Ringkasan",
            Self::Inputs => "Rumus tertimpa di Isian",
            Self::Villages => "Rumus tertimpa di Desa",
            Self::Districts => "Rumus tertimpa di Kecamatan",
            Self::Sources => "Rumus tertimpa di Sumber",
            Self::Tariff => "Rumus tertimpa di Tarif",
            Self::Heads => "Rumus tertimpa di Peserta",
            Self::Flow => "Rumus tertimpa di Gerak",
            Self::Bills => "Rumus tertimpa di Iuran",
            Self::Split => "Rumus tertimpa di Bagi",
            Self::Funds => "Rumus tertimpa di Dana",
            Self::Coverage => "Rumus tertimpa di Cakupan",
            Self::Rka => "Rumus tertimpa di RKA",
            Self::VillageBudget => "Rumus tertimpa di APBDes",
            Self::Cash => "Rumus tertimpa di Rencana kas",
            Self::Periods => "Rumus tertimpa di Kas triwulan",
            Self::Realisation => "Rumus tertimpa di Realisasi",
            Self::Audit => "Rumus tertimpa di Audit",
            Self::NotCounted => "Rumus tertimpa di Belum dihitung",
            Self::Changes => "Rumus tertimpa di Perubahan",
            Self::Scenario => "Rumus tertimpa di Skenario",
        }
    }

    /// Whether nobody needs to look at it.
    pub const fn is_hidden(self) -> bool {
        matches!(self, Self::Flow | Self::Bills | Self::Split | Self::Scenario)
    }

    /// Whether its columns run along the months.
    pub const fn is_monthly(self) -> bool {
        matches!(
            self,
            Self::Heads
                | Self::Flow
                | Self::Bills
                | Self::Split
                | Self::Funds
                | Self::Coverage
                | Self::Cash
        )
    }

    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A place of a cell; rows and columns from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct At {
    pub tab: Tab,
    pub row: u32,
    pub col: u16,
}

impl At {
    /// `F6`, or with the name of its sheet from another.
    pub fn seen_from(self, tab: Tab) -> String {
        let mut letters = String::new();
        let mut left = u32::from(self.col).saturating_add(1);
        while left > 0 {
            let digit = left.saturating_sub(1) % 26;
            let letter = u8::try_from(digit).unwrap_or(0).saturating_add(b'A');
            letters.insert(0, char::from(letter));
            left = left.saturating_sub(1) / 26;
        }
        let place = format!("{letters}{}", self.row.saturating_add(1));
        let name = self.tab.name();
        if self.tab == tab {
            place
        } else if name.contains(' ') {
            format!("'{name}'!{place}")
        } else {
            format!("{name}!{place}")
        }
    }

    /// So many columns to the right.
    pub const fn right(self, columns: u16) -> Self {
        Self { col: self.col.saturating_add(columns), ..self }
    }
}

/// A rectangle of cells of one sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub first: At,
    pub last: At,
}

impl Range {
    pub const fn of(first: At, last: At) -> Self {
        Self { first, last }
    }

    pub const fn one(at: At) -> Self {
        Self { first: at, last: at }
    }

    pub fn seen_from(&self, tab: Tab) -> String {
        if self.first == self.last {
            return self.first.seen_from(tab);
        }
        format!("{}:{}", self.first.seen_from(tab), self.last.seen_from(self.last.tab))
    }

    pub fn cells(&self) -> impl Iterator<Item = At> {
        let Self { first, last } = *self;
        (first.row..=last.row).flat_map(move |row| {
            (first.col..=last.col).map(move |col| At { tab: first.tab, row, col })
        })
    }
}

/// What a cell comes to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Blank,
    Whole(i128),
    /// A fraction that is only shown, or an input: so many of so many.
    Part(i128, i128),
    Text(String),
    /// `#N/A`.
    Missing,
}

impl Value {
    pub fn number(&self) -> Result<i128, Missing> {
        match self {
            Self::Whole(number) => Ok(*number),
            Self::Blank => Ok(0),
            Self::Part(..) | Self::Text(_) | Self::Missing => Err(Missing),
        }
    }

    /// As `SUM` takes it: texts and blanks are nothing.
    pub fn summand(&self) -> Result<i128, Missing> {
        match self {
            Self::Blank | Self::Text(_) => Ok(0),
            Self::Whole(_) | Self::Part(..) | Self::Missing => self.number(),
        }
    }

    /// An input in whole parts of a unit.
    pub fn scaled(&self, scale: u32) -> Result<i128, Missing> {
        match self {
            Self::Part(units, of) => {
                units.saturating_mul(scale.into()).checked_div(*of).ok_or(Missing)
            }
            Self::Whole(number) => Ok(number.saturating_mul(scale.into())),
            Self::Blank => Ok(0),
            Self::Text(_) | Self::Missing => Err(Missing),
        }
    }

    /// A blank cell equals the empty text.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Blank, Self::Text(text)) | (Self::Text(text), Self::Blank) => text.is_empty(),
            (one, other) => one == other,
        }
    }
}
