//! The answer of `risk`.

use crate::law::Words;
use crate::money::{Rate, Rupiah, write_scaled};
use crate::people::People;
use crate::plan::Ground;
use serde::{Serialize, Serializer};

/// How far cost and coverage may differ from the plan, if some of its numbers are not what it says.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Uncertainty {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = crate::scenario::SCHEMA)))]
    pub schema: u32,
    /// Version of the statutory values.
    pub law: &'static str,
    /// What the plan itself comes to.
    pub plan: RiskFigures,
    /// Each number alone at its lowest and highest value, the others as in the plan; the widest in rupiah first, then in
    /// members.
    pub tornado: Vec<TornadoBar>,
    /// All numbers drawn by lot; `None`: none were asked for.
    pub draws: Option<Draws>,
    /// The cost of the plan by the weakest source of each segment.
    pub grounds: Vec<Ground>,
    /// How much of that cost rests on guesses.
    pub guesses: Guesses,
    /// How this is calculated.
    pub method: Words<'static>,
}

/// The cost of the segments with an input that is a guess, has no source, or was changed after its source was named: the
/// first two of the `grounds`, together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Guesses {
    /// What these segments cost.
    pub rupiah: Rupiah,
    /// Of the cost of the plan, in percent, cut to four decimals; `None` where the plan costs nothing.
    pub percent: Option<Rate>,
}

/// A number of a plan that may be given a range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "UnsureNumber"))]
pub struct Unsure {
    /// Its path in the scenario.
    pub path: String,
    /// The number.
    pub value: Scaled,
}

/// What a plan comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RiskFigures {
    /// All that is billed.
    pub rupiah: Rupiah,
    /// Members in the last month; `None` without a workforce.
    pub members: Option<People>,
    /// Coverage in the last month; `None` without a workforce.
    pub coverage_percent: Option<Rate>,
    /// Whether every ceiling suffices; `None`: there is none.
    pub within_ceilings: Option<bool>,
    /// Whether the target is reached in the last month; `None`: it asks for nothing then.
    pub target_reached: Option<bool>,
}

/// One number at its two ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TornadoBar {
    /// Its path in the scenario.
    pub path: String,
    /// At its lowest value.
    pub low: TornadoEnd,
    /// At its highest value.
    pub high: TornadoEnd,
    /// Rupiah between the two ends.
    pub swing_rupiah: Rupiah,
    /// Members between the two ends; `None` without a workforce.
    pub swing_members: Option<People>,
}

/// A plan with one number changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct TornadoEnd {
    /// The number.
    pub value: Scaled,
    /// What the plan comes to; equal to its projection.
    #[serde(flatten)]
    pub figures: RiskFigures,
}

/// Plans drawn by lot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Draws {
    /// How many.
    pub number: u64,
    /// The seed.
    pub seed: u64,
    /// Their cost.
    pub rupiah: SpreadOf<Rupiah>,
    /// Members in the last month; `None` without a workforce.
    pub members: Option<SpreadOf<People>>,
    /// Coverage in the last month.
    pub coverage_percent: Option<SpreadOf<Rate>>,
    /// In how many every ceiling suffices; `None`: there is none.
    pub within_ceilings: Option<Chance>,
    /// In how many each ceiling suffices: by fund in the planner's order, then by year.
    pub ceilings: Vec<CeilingChance>,
    /// In how many the target is reached in the last month; `None`: it asks for nothing then.
    pub target_reached: Option<Chance>,
}

/// How values are spread: `p10` is the least value that a tenth of them do not exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "SpreadOf{T}"))]
pub struct SpreadOf<T> {
    /// The least.
    pub least: T,
    /// A tenth are not above it.
    pub p10: T,
    /// Half are not above it.
    pub p50: T,
    /// Nine tenths are not above it.
    pub p90: T,
    /// The greatest.
    pub most: T,
    /// The mean, rounded to the nearest.
    pub mean: T,
}

/// In how many draws something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Chance {
    /// Number of draws.
    pub draws: u64,
    /// Of all draws, in percent.
    pub percent: Rate,
}

/// In how many draws a fund is asked for no more than its ceiling of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CeilingChance {
    /// Id of the fund.
    pub fund: String,
    /// Budget year.
    pub year: u16,
    /// The ceiling of the plan. A draw may have another, if it is one of the numbers that are drawn.
    pub ceiling_rupiah: Rupiah,
    /// Number of draws.
    pub draws: u64,
    /// Of all draws, in percent.
    pub percent: Rate,
}

/// A number of the plan: a whole number of `1 / scale`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scaled {
    /// In units of `1 / scale`.
    pub value: u64,
    /// 1, 100, 1,000 or 10,000.
    pub scale: u64,
}

impl Serialize for Scaled {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_scaled(self.value, self.scale, serializer)
    }
}
