//! Totals that were published, to hold the plan against.

use super::Evidences;
use crate::money::Rupiah;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// A published total: of the plan, of one budget year, of one segment, or of a segment in a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct PublishedTotal {
    /// Whose figure, or where it stood.
    pub name: String,
    /// The figure.
    pub rupiah: Rupiah,
    /// The unit it was printed in: "Rp 22,68 miliar" is in units of Rp 10.000.000; at least 1.
    pub unit: Rupiah,
    /// Its budget year; `None`: the whole plan.
    pub year: Option<u16>,
    /// Position of its segment; `None`: all.
    pub segment: Option<usize>,
    /// The id of its segment.
    pub segment_id: Option<String>,
    /// Sources.
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
