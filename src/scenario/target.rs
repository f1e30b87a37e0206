//! Targets: a percentage through time, and how the people it asks for are spread.

use super::Evidences;
use crate::choices;
use crate::money::Rate;
use crate::month::Month;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// Coverage asked for by date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target {
    /// How it rises.
    pub path: Path,
    /// How the missing people are spread over the growing segments.
    pub spread: Spread,
    /// Sources.
    pub evidence: Evidences,
}

/// A target that is only compared with.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OtherTarget {
    /// Its name.
    pub name: String,
    /// How it rises.
    pub path: Path,
}

/// A percentage through time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path {
    /// In rising order.
    pub points: Vec<TargetPoint>,
    /// What holds between them.
    pub shape: PathShape,
    /// How it goes on after the last point.
    pub yearly: Option<Yearly>,
}

impl Path {
    /// Its fields, which stand among those of a target.
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

/// How a target rises every year after its last point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Yearly {
    /// By how much.
    pub step: YearlyStep,
    /// And how far.
    pub up_to: Rate,
}

/// A yearly step of a target: the two readings of Permendagri 15/2024.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearlyStep {
    /// So many points more.
    Points(Rate),
    /// So many percent of what it was (120 % for × 1.20).
    Factor(Rate),
}

impl Yearly {
    /// The percentage a year later; never less than it was.
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
    /// How the missing people are spread over the growing segments.
    pub enum Spread {
        /// In proportion to the room they have.
        Proportional = "proportional",
        /// The lowest number first.
        Priority = "priority",
        /// First where one more member costs the budgets least.
        Cheapest = "cheapest",
        /// By fixed quotas.
        Quota = "quota",
    }
}

/// One coverage asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct TargetPoint {
    /// When.
    pub month: Month,
    /// How much.
    pub percent: Rate,
}

choices! {
    /// What holds between two points of a target.
    pub enum PathShape {
        /// A straight line by month.
        Linear = "linear",
        /// The earlier value until the later date.
        Step = "step",
        /// Slow at both ends: 3t² − 2t³.
        SCurve = "sCurve",
    }
}
