//! Funds: kinds, shares of a bill, ceilings and accounts.

use super::Evidences;
use crate::law::{FundKind, Programme};
use crate::money::{Rate, Rupiah};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Fund (sumber dana).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Fund {
    /// Identifier within the scenario.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Whose money it is.
    pub kind: FundKind,
    /// Ceiling (pagu) of each budget year; years without an entry have no limit.
    pub ceilings: Vec<Ceiling>,
    /// Position of the fund that pays what exceeds the ceiling; `None`: the excess is a shortfall.
    #[serde(skip)]
    pub next: Option<usize>,
    /// Id of the fund at `next`.
    #[serde(rename = "next", skip_serializing_if = "Option::is_none")]
    pub next_id: Option<String>,
    /// The planner states that this fund will not pay, although it stands in an order of use. A relief then does not
    /// depend on it.
    #[serde(rename = "willNotPay", skip_serializing_if = "core::ops::Not::not")]
    pub will_not_pay: bool,
    /// Kode rekening.
    pub accounts: Vec<Account>,
    /// Sources of its fields.
    pub evidence: Evidences,
}

impl Fund {
    /// Account of a programme: its own, or the one without a programme.
    #[must_use]
    pub fn account(&self, programme: Programme) -> Option<&Account> {
        let named = |wanted| self.accounts.iter().find(|account| account.programme == wanted);
        named(Some(programme)).or_else(|| named(None))
    }

    /// Ceiling of a year, in rupiah.
    #[must_use]
    pub fn ceiling(&self, year: u16) -> Option<Rupiah> {
        self.entry(year).map(|ceiling| ceiling.rupiah)
    }

    /// Entry of a year.
    #[must_use]
    pub fn entry(&self, year: u16) -> Option<&Ceiling> {
        self.ceilings.iter().find(|ceiling| ceiling.year == year)
    }
}

/// Ceiling (pagu) of one budget year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Ceiling {
    /// Budget year.
    pub year: u16,
    /// Most that may be spent.
    pub rupiah: Rupiah,
    /// Ceiling before the change of the budget (APBD murni, before APBD perubahan).
    #[serde(rename = "beforeRupiah", skip_serializing_if = "Option::is_none")]
    pub before: Option<Rupiah>,
    /// All that the region received from this fund in the year. Some funds (DBH) may spend only a part of it on
    /// contributions.
    #[serde(rename = "allocationRupiah", skip_serializing_if = "Option::is_none")]
    pub allocation: Option<Rupiah>,
}

/// Kode rekening of a fund.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Account {
    /// Programme; `None`: every programme without an account of its own.
    pub programme: Option<Programme>,
    /// Code: `5.1.02.02.02.0006`.
    pub code: String,
    /// Uraian.
    pub description: String,
}

/// Share of a fund in a bill.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Share {
    /// Position of the fund.
    pub fund: usize,
    /// Id of the fund.
    pub id: String,
    /// Percentage of the bill. The shares of a segment sum to 100 %.
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
