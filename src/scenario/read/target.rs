//! Reads targets and their paths.

use super::check::Check;
use crate::money::Rate;
use crate::scenario::fields::Fields;
use crate::scenario::{
    OtherTarget, Path, PathShape, Spread, Target, TargetPoint, Yearly, YearlyStep,
};
use crate::text::below;

impl Check {
    pub(super) fn target(&mut self, fields: Fields<'_>) -> Option<Target> {
        if !fields.has("target") {
            return None;
        }
        let fields = fields.object("target");
        let path = self.path(fields, "target");
        let spread = fields.choice("spread").unwrap_or(Spread::Proportional);
        Some(Target { path, spread, evidence: fields.evidence() })
    }

    pub(super) fn other_targets(&mut self, fields: Fields<'_>) -> Vec<OtherTarget> {
        let mut others = Vec::new();
        for (target, path) in self.entries(fields, "otherTargets", "otherTargets") {
            let (name, path) = (target.text("name"), self.path(target, &path));
            others.push(OtherTarget { name, path });
        }
        others
    }

    pub(super) fn path(&mut self, fields: Fields<'_>, place: &str) -> Path {
        let point = |input| {
            let fields = Fields::of(input);
            TargetPoint { month: fields.month("month"), percent: fields.percent("percent") }
        };
        let points: Vec<TargetPoint> = fields.list("points").iter().map(point).collect();
        self.rising(&below(place, ".points"), points.iter().map(|point| point.month));
        let yearly = fields.has("yearly").then(|| {
            let yearly = fields.object("yearly");
            let step = if yearly.text("kind") == "points" {
                YearlyStep::Points(yearly.percent("points"))
            } else {
                YearlyStep::Factor(yearly.percent("percent"))
            };
            let up_to = if yearly.has("upTo") { yearly.percent("upTo") } else { Rate::WHOLE };
            Yearly { step, up_to }
        });
        Path { points, shape: fields.choice("shape").unwrap_or(PathShape::Linear), yearly }
    }
}
