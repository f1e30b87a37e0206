//! Reads targets and their paths.

use super::check::Check;
use crate::money::Rate;
use crate::scenario::fields::Fields;
use crate::scenario::{OtherTarget, Path, Spread, Target, TargetPoint, Yearly, YearlyStep};
use crate::text::below;

impl Check {
    pub(super) fn target(&mut self, fields: Fields<'_>) -> Option<Option<Target>> {
        if !fields.has("target") {
            return Some(None);
        }
        let fields = fields.object("target");
        let path = self.path(fields, "target")?;
        let spread = fields.or("spread", Spread::Proportional)?;
        Some(Some(Target { path, spread, evidence: fields.evidence()? }))
    }

    pub(super) fn other_targets(&mut self, fields: Fields<'_>) -> Option<Vec<OtherTarget>> {
        self.each(fields, "otherTargets", "otherTargets", |check, target, path| {
            let path = check.path(target, path)?;
            Some(OtherTarget { name: target.need("name")?, path })
        })
    }

    pub(super) fn path(&mut self, fields: Fields<'_>, place: &str) -> Option<Path> {
        let points = fields.each("points", |point| {
            Some(TargetPoint { month: point.need("month")?, percent: point.need("percent")? })
        })?;
        self.rising(&below(place, ".points"), points.iter().map(|point| point.month));
        let yearly =
            if fields.has("yearly") { Some(yearly(fields.object("yearly"))?) } else { None };
        Some(Path { points, shape: fields.need("shape")?, yearly })
    }
}

fn yearly(fields: Fields<'_>) -> Option<Yearly> {
    let step = match fields.need::<String>("kind")?.as_str() {
        "points" => YearlyStep::Points(fields.need("points")?),
        "factor" => YearlyStep::Factor(fields.need("percent")?),
        _ => return None,
    };
    Some(Yearly { step, up_to: fields.or("upTo", Rate::WHOLE)? })
}
