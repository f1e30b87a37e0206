//! Reads published totals.

use super::check::Check;
use crate::money::Rupiah;
use crate::problem::problem;
use crate::scenario::fields::Fields;
use crate::scenario::{PublishedTotal, Segment};
use crate::text::below;

impl Check {
    pub(super) fn published(
        &mut self,
        fields: Fields<'_>,
        segments: &[Segment],
    ) -> Vec<PublishedTotal> {
        let are_segments_known = self.fits_in_all(fields, "segments", "segments", "id");
        let mut published = Vec::new();
        for (total, path) in self.entries(fields, "published", "published") {
            let segment_id = total.text_if("segment");
            let position = |id: &String| segments.iter().position(|segment| segment.id == *id);
            let segment = segment_id.as_ref().and_then(position);
            if let (Some(id), None) = (&segment_id, segment)
                && are_segments_known
                && self.fits_at(&path, "segment")
            {
                self.note(problem!(UnknownSegment, below(&path, ".segment"), value = id.as_str()));
            }
            let unit = total.has("unitRupiah").then(|| total.rupiah("unitRupiah"));
            published.push(PublishedTotal {
                name: total.text("name"),
                rupiah: total.rupiah("rupiah"),
                unit: unit.or(Rupiah::new(1)).unwrap_or_default(),
                year: total.whole_if("year").and_then(|year| u16::try_from(year).ok()),
                segment,
                segment_id,
                evidence: total.evidence(),
            });
        }
        published
    }
}
