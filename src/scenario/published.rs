//! Published totals, to compare the plan with.

use super::Evidences;
use crate::money::Rupiah;
use serde::Serialize;

/// A published total: of the plan, a budget year, a segment, or a segment in a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct PublishedTotal {
    /// Who published it, or where.
    pub name: String,
    /// Total in rupiah.
    pub rupiah: Rupiah,
    /// Unit of publication, at least 1: "Rp 22,68 miliar" has the unit Rp 10.000.000.
    #[serde(rename = "unitRupiah")]
    pub unit: Rupiah,
    /// Budget year; `None`: the whole plan.
    pub year: Option<u16>,
    /// Id of the segment; `None`: all segments.
    pub segment: Option<String>,
    /// Sources of its fields.
    pub evidence: Evidences,
}
