//! The result: rupiah and people by month, budget year, segment, programme, fund and account.

use super::burden::Burden;
use super::crossing::{ClassCoverage, Crossing, RivalCoverage};
use super::ground::Ground;
use super::heads::{Coverage, Scope};
use super::published::Published;
use crate::law::{Origin, Row, Unit, Value, Words};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::problem::Notice;
use crate::scenario::{Cause, Programme, Region};
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// What a scenario costs and reaches. Every total equals the sum of its parts.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Projection<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// Version of the engine.
    pub engine: &'static str,
    /// Version of the statutory values.
    pub law: &'static str,
    /// The day whose rules count; `None`: all that are known.
    pub law_date: Option<&'a str>,
    /// Whose plan it is.
    pub region: &'a Region,
    /// The months of the plan.
    pub months: Vec<Month>,
    /// By budget year.
    pub years: Vec<Year<'a>>,
    /// In all.
    pub total: Total<'a>,
    /// When each target is reached.
    pub crossings: Vec<Crossing<'a>>,
    /// By month.
    pub monthly: Monthly<'a>,
    /// Totals that were published, beside the plan's.
    pub published: Vec<Published<'a>>,
    /// Statutory values used.
    pub parameters: Vec<ParameterUsed<'a>>,
    /// What must be read with it.
    pub notices: Vec<Notice>,
    /// Inputs that were left empty and would have said more.
    pub missing: Vec<Notice>,
    /// Inputs that change no figure.
    pub unused: Vec<Notice>,
    /// What no projection counts.
    pub not_counted: Vec<Notice>,
    /// The total by the weakest source behind it.
    pub grounds: Vec<Ground>,
    /// Check code of the input.
    pub input: String,
}

/// Rupiah and people of a span of time.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Total<'a> {
    /// All of it.
    pub rupiah: Rupiah,
    /// Of which from a budget.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// By segment.
    pub segments: Vec<SegmentAmount<'a>>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund.
    pub funds: Vec<FundAmount<'a>>,
    /// By kode rekening.
    pub accounts: Vec<AccountAmount<'a>>,
}

/// Rupiah and people of a budget year.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Year<'a> {
    /// Which year.
    pub year: u16,
    /// Months of the plan in it.
    pub months: u64,
    /// All of it.
    pub rupiah: Rupiah,
    /// Of which from a budget.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// By segment.
    pub segments: Vec<SegmentAmount<'a>>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund, against its ceiling.
    pub funds: Vec<FundOfYear<'a>>,
    /// By kode rekening.
    pub accounts: Vec<AccountAmount<'a>>,
    /// At its last month.
    pub coverage: Option<Coverage>,
    /// The same members by other counts of those who could be covered.
    pub rivals: Vec<RivalCoverage<'a>>,
    /// Its members by class.
    pub classes: Vec<ClassCoverage>,
    /// What no ceiling pays.
    pub unpaid_rupiah: Rupiah,
    /// How heavy it weighs.
    pub burden: Burden<'a>,
}

/// A segment in a span of time.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SegmentAmount<'a> {
    /// Which.
    pub segment: &'a str,
    /// What it costs.
    pub rupiah: Rupiah,
    /// Heads in its last billed month.
    pub heads: People,
    /// Months with a head.
    pub billed_months: u64,
    /// Heads summed over months.
    pub person_months: People,
    /// People proposed, so that those who joined are accepted.
    pub proposed: People,
    /// People who joined.
    pub joined: People,
    /// People who left, by cause; causes without anybody are left out.
    pub left: Vec<Left>,
    /// People who could be members and are not enrolled at the end; `None` where their number is not known.
    pub left_out: Option<People>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund.
    pub funds: Vec<ShareAmount<'a>>,
}

/// People who left for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// Why.
    pub cause: Cause,
    /// How many.
    pub people: People,
}

/// Rupiah of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ProgrammeAmount {
    /// Which.
    pub programme: Programme,
    /// How much.
    pub rupiah: Rupiah,
}

/// Rupiah of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ShareAmount<'a> {
    /// Which.
    pub fund: &'a str,
    /// How much.
    pub rupiah: Rupiah,
}

/// Rupiah of a fund, by programme.
#[derive(Clone, Debug, Serialize)]
pub struct FundAmount<'a> {
    /// Which.
    pub fund: &'a str,
    /// How much.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
}

/// Rupiah of a fund in a year, against its ceiling.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FundOfYear<'a> {
    /// Which.
    pub fund: &'a str,
    /// How much.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// The most that may be spent.
    pub ceiling_rupiah: Option<Rupiah>,
    /// What is left of it.
    pub left_rupiah: Option<Rupiah>,
    /// What is missing.
    pub short_rupiah: Rupiah,
    /// The first month that the ceiling does not pay in full.
    pub ends_in: Option<Month>,
    /// What is billed before the stage's month.
    pub committed_rupiah: Option<Rupiah>,
    /// The ceiling before the change of the budget.
    pub before_rupiah: Option<Rupiah>,
}

/// Rupiah of a kode rekening; `None`: of funds that name none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountAmount<'a> {
    /// The code.
    pub code: Option<&'a str>,
    /// Its uraian.
    pub description: Option<&'a str>,
    /// How much.
    pub rupiah: Rupiah,
}

/// Columns by month.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Monthly<'a> {
    /// What is billed.
    pub rupiah: Vec<Rupiah>,
    /// Heads billed.
    pub heads: Vec<People>,
    /// By segment.
    pub segments: Vec<MonthlySegment<'a>>,
    /// By programme.
    pub programmes: Vec<MonthlyProgramme>,
    /// By fund.
    pub funds: Vec<MonthlyFund<'a>>,
    /// How far coverage reaches.
    pub coverage: Option<MonthlyCoverage>,
}

/// A segment by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlySegment<'a> {
    /// Which.
    pub segment: &'a str,
    /// Heads billed.
    pub heads: Vec<People>,
    /// What is billed.
    pub rupiah: Vec<Rupiah>,
}

/// A programme by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlyProgramme {
    /// Which.
    pub programme: Programme,
    /// What is billed.
    pub rupiah: Vec<Rupiah>,
}

/// A fund by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlyFund<'a> {
    /// Which.
    pub fund: &'a str,
    /// What it pays.
    pub rupiah: Vec<Rupiah>,
}

/// Coverage by month.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthlyCoverage {
    /// Billed heads and members elsewhere.
    pub members: Vec<People>,
    /// Workers who could be covered.
    pub eligible: Vec<People>,
    /// Members of 100 eligible.
    pub percent: Vec<Option<Rate>>,
    /// What the target asks for.
    pub target_percent: Vec<Option<Rate>>,
    /// Whose coverage it is.
    pub scope: Vec<Scope>,
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Coverage", 10)?;
        object.serialize_field("month", &self.month)?;
        object.serialize_field("members", &self.members)?;
        object.serialize_field("eligible", &self.eligible)?;
        object.serialize_field("percent", &self.percent())?;
        object.serialize_field("roundedPercent", &self.rounded_percent())?;
        object.serialize_field("targetPercent", &self.target.map(|demand| demand.percent))?;
        object.serialize_field("targetMembers", &self.target.map(|demand| demand.members))?;
        object.serialize_field("gap", &self.gap())?;
        object.serialize_field("gapToAll", &self.gap_to_all())?;
        object.serialize_field("scope", &self.scope)?;
        object.end()
    }
}

/// A statutory value that the projection used, and when.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParameterUsed<'a> {
    /// Which.
    pub key: &'static str,
    /// First month of use.
    pub from: Month,
    /// Last month of use.
    pub to: Month,
    /// Its value; a table is `null`.
    pub value: Value<'a>,
    /// The rows of a table.
    pub rows: Option<&'a [Row]>,
    /// What it is measured in.
    pub unit: Unit,
    /// How well it is known, `replaced` or `extrapolated`.
    pub status: &'static str,
    /// The regulation, or the planner's note.
    pub instrument: &'a str,
    /// Article or annex.
    pub article: Option<&'static str>,
    /// What it is, for people.
    pub title: Words,
    /// Where it was found.
    #[serde(skip)]
    pub origin: Origin,
}
