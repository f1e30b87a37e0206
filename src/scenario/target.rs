//! Targets: percentage of coverage by date, and how the missing members are distributed.

use super::Evidences;
use crate::choices;
use crate::money::Rate;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Target of coverage for the plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// Percentage by month.
    pub path: Path,
    /// How the missing members are distributed over the segments that follow the target.
    pub spread: Spread,
    /// Sources of its fields.
    pub evidence: Evidences,
}

/// A target that the plan is only compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OtherTarget {
    /// Name.
    pub name: String,
    /// Percentage by month.
    pub path: Path,
}

/// Percentage by month.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path {
    /// Points in rising order of months; at least one.
    pub points: Vec<TargetPoint>,
    /// Course between two points.
    pub shape: PathShape,
    /// Course after the last point; `None`: it stays.
    pub yearly: Option<Yearly>,
}

impl Path {
    /// Writes its fields into the object of the target.
    fn write<S: SerializeStruct>(&self, object: &mut S) -> Result<(), S::Error> {
        object.serialize_field("points", &self.points)?;
        object.serialize_field("shape", &self.shape)?;
        match &self.yearly {
            Some(yearly) => object.serialize_field("yearly", yearly),
            None => object.skip_field("yearly"),
        }
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Path", 3)?;
        self.write(&mut object)?;
        object.end()
    }
}

impl Serialize for OtherTarget {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("OtherTarget", 4)?;
        object.serialize_field("name", &self.name)?;
        self.path.write(&mut object)?;
        object.end()
    }
}

impl Serialize for Target {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Target", 5)?;
        self.path.write(&mut object)?;
        object.serialize_field("spread", &self.spread)?;
        object.serialize_field("evidence", &self.evidence)?;
        object.end()
    }
}

/// Yearly increase after the last point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Yearly {
    /// Increase in one year.
    pub step: YearlyStep,
    /// Percentage at which it stops.
    pub up_to: Rate,
}

/// Yearly increase: the two readings of "20 persen" in Permendagri 15/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearlyStep {
    /// Percentage points: 48 % + 20 points = 68 %.
    Points(Rate),
    /// Percent of the year before: 48 % × 120 % = 57.6 %.
    Factor(Rate),
}

impl Yearly {
    /// Percentage one year later; never less than `percent`.
    #[must_use]
    pub fn after(self, percent: Rate) -> Rate {
        let next = match self.step {
            YearlyStep::Points(points) => percent.plus(points),
            YearlyStep::Factor(factor) => percent.part(factor),
        };
        next.min(self.up_to).max(percent)
    }
}

impl Serialize for Yearly {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Yearly", 3)?;
        match &self.step {
            YearlyStep::Points(points) => {
                object.serialize_field("kind", "points")?;
                object.serialize_field("points", points)?;
            }
            YearlyStep::Factor(factor) => {
                object.serialize_field("kind", "factor")?;
                object.serialize_field("percent", factor)?;
            }
        }
        object.serialize_field("upTo", &self.up_to)?;
        object.end()
    }
}

choices! {
    /// How the missing members are distributed over the segments that follow the target.
    pub enum Spread {
        /// In proportion to the room of each segment: eligible less members, at most `mostPerMonth`.
        Proportional = "proportional",
        /// By priority, 1 first.
        Priority = "priority",
        /// By the price of one more member to the budgets, lowest first.
        Cheapest = "cheapest",
        /// By quota of each segment.
        Quota = "quota",
    }
}

/// Point of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TargetPoint {
    /// Month.
    pub month: Month,
    /// Percentage of coverage.
    pub percent: Rate,
}

choices! {
    /// Course between two points.
    pub enum PathShape {
        /// Straight line by month.
        Linear = "linear",
        /// The earlier percentage until the month of the later point.
        Step = "step",
        /// S-curve: 3t² − 2t³, slow at both ends.
        SCurve = "sCurve",
    }
}
