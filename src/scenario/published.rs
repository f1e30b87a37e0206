//! Published totals, to compare the plan with.

use super::Evidences;
use crate::money::Rupiah;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// A published total: of the plan, a budget year, a segment, or a segment in a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublishedTotal {
    /// Who published it, or where.
    pub name: String,
    /// Total in rupiah.
    pub rupiah: Rupiah,
    /// Unit of publication, at least 1: "Rp 22,68 miliar" has the unit Rp 10.000.000.
    pub unit: Rupiah,
    /// Budget year; `None`: the whole plan.
    pub year: Option<u16>,
    /// Position of the segment; `None`: all segments.
    pub segment: Option<usize>,
    /// Id of the segment.
    pub segment_id: Option<String>,
    /// Sources of its fields.
    pub evidence: Evidences,
}

impl Serialize for PublishedTotal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("PublishedTotal", 6)?;
        object.serialize_field("name", &self.name)?;
        object.serialize_field("rupiah", &self.rupiah)?;
        object.serialize_field("unitRupiah", &self.unit)?;
        object.serialize_field("year", &self.year)?;
        object.serialize_field("segment", &self.segment_id)?;
        object.serialize_field("evidence", &self.evidence)?;
        object.end()
    }
}
