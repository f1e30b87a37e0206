//! Where the money comes from: kinds of funds, shares of a bill, ceilings and accounts.

use super::{Evidences, Programme};
use crate::choices;
use crate::money::{Rate, Rupiah};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

choices! {
    /// Whose money it is; relief and eligibility hang on it.
    pub enum FundKind {
        /// State budget.
        Apbn = "apbn",
        /// Provincial budget.
        ApbdProvince = "apbdProvince",
        /// Budget of a kabupaten or kota.
        ApbdRegency = "apbdRegency",
        /// Revenue share of palm oil.
        DbhSawit = "dbhSawit",
        /// Revenue share of tobacco excise.
        DbhCht = "dbhCht",
        /// Special autonomy fund.
        Otsus = "otsus",
        /// Alokasi Dana Desa, from the kabupaten.
        Add = "add",
        /// Dana Desa, from the state.
        DanaDesa = "danaDesa",
        /// A village's own revenue.
        Pades = "pades",
        /// A village's share of local taxes.
        Bhpr = "bhpr",
        /// Companies' social responsibility.
        Csr = "csr",
        /// Zakat.
        Baznas = "baznas",
        /// The employer.
        Employer = "employer",
        /// The worker.
        Oneself = "self",
    }
}

impl FundKind {
    /// Whether it is money of a budget or a donor, and not of the worker or the employer.
    #[must_use]
    pub const fn is_budget(self) -> bool {
        !matches!(self, Self::Employer | Self::Oneself)
    }
}

/// A source of money.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fund {
    /// Its name in the scenario.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// Whose money it is.
    pub kind: FundKind,
    /// Pagu by budget year.
    pub ceilings: Vec<Ceiling>,
    /// Which fund pays on when a ceiling is used up, by position; `None`: nobody does.
    #[serde(skip)]
    pub next: Option<usize>,
    /// Its id.
    #[serde(rename = "next", skip_serializing_if = "Option::is_none")]
    pub next_id: Option<String>,
    /// The planner says that it will not pay, though it stands in an order of use: a relief does not ask about it.
    #[serde(rename = "willNotPay", skip_serializing_if = "core::ops::Not::not")]
    pub will_not_pay: bool,
    /// Kode rekening.
    pub accounts: Vec<Account>,
    /// Sources.
    pub evidence: Evidences,
}

impl Fund {
    /// The account for a programme, or the one that serves all others.
    #[must_use]
    pub fn account(&self, programme: Programme) -> Option<&Account> {
        let named = |wanted| self.accounts.iter().find(|account| account.programme == wanted);
        named(Some(programme)).or_else(|| named(None))
    }

    /// The ceiling of a year.
    #[must_use]
    pub fn ceiling(&self, year: u16) -> Option<Rupiah> {
        self.entry(year).map(|ceiling| ceiling.rupiah)
    }

    /// The entry of a year.
    #[must_use]
    pub fn entry(&self, year: u16) -> Option<&Ceiling> {
        self.ceilings.iter().find(|ceiling| ceiling.year == year)
    }
}

/// Pagu of one budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Ceiling {
    /// The year.
    pub year: u16,
    /// The most that may be spent.
    pub rupiah: Rupiah,
    /// The most before the change of the budget.
    #[serde(rename = "beforeRupiah", skip_serializing_if = "Option::is_none")]
    pub before: Option<Rupiah>,
    /// All that the region received of this money in the year; of some, only a part may go to contributions.
    #[serde(rename = "allocationRupiah", skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Rupiah>,
}

/// Kode rekening.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Account {
    /// For this programme; `None`: for all others.
    pub programme: Option<Programme>,
    /// The code.
    pub code: String,
    /// Its uraian.
    pub description: String,
}

/// Who pays how much of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// Position of the fund.
    pub fund: usize,
    /// Its id.
    pub id: String,
    /// Its share.
    pub percent: Rate,
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Share", 2)?;
        object.serialize_field("fund", &self.id)?;
        object.serialize_field("percent", &self.percent)?;
        object.end()
    }
}
