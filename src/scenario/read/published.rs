//! Reads published totals.

use super::check::{Check, Context};
use crate::money::Rupiah;
use crate::problem::problem;
use crate::scenario::PublishedTotal;
use crate::scenario::fields::Fields;
use crate::text::below;

impl Check {
    pub(super) fn published(
        &mut self,
        fields: Fields<'_>,
        context: &Context,
    ) -> Option<Vec<PublishedTotal>> {
        self.each(fields, "published", "published", |check, total, path| {
            let segment: Option<String> = total.may("segment")?;
            if let (Some(id), Some(ids)) = (&segment, &context.segments)
                && !ids.contains(id)
                && check.fits_at(path, "segment")
            {
                check.note(problem!(UnknownSegment, below(path, ".segment"), value = id.as_str()));
            }
            Some(PublishedTotal {
                name: total.need("name")?,
                rupiah: total.need("rupiah")?,
                unit: total.or("unitRupiah", Rupiah::new(1)?)?,
                year: total.may("year")?,
                segment,
                evidence: total.evidence()?,
            })
        })
    }
}
