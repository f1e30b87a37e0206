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

/// Cost and coverage of a scenario. Every total equals the sum of its parts.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Projection<'a> {
    /// Version of this shape.
    pub schema: u32,
    /// Version of the engine.
    pub engine: &'static str,
    /// Version of the law: day of the last check and hash of the content.
    pub law: &'static str,
    /// Only rules known on this day were used (`YYYY-MM-DD`); `None`: all.
    pub law_date: Option<&'a str>,
    /// Region of the plan.
    pub region: &'a Region,
    /// Months of the plan.
    pub months: Vec<Month>,
    /// Totals by budget year.
    pub years: Vec<Year<'a>>,
    /// Totals of the whole plan.
    pub total: Total<'a>,
    /// Month in which each target is reached.
    pub crossings: Vec<Crossing<'a>>,
    /// Columns by month.
    pub monthly: Monthly<'a>,
    /// Published totals compared with the plan.
    pub published: Vec<Published<'a>>,
    /// Statutory values that were used.
    pub parameters: Vec<ParameterUsed<'a>>,
    /// Remarks that belong to the result.
    pub notices: Vec<Notice>,
    /// Optional inputs that were left empty and would give further results.
    pub missing: Vec<Notice>,
    /// Inputs that change no figure.
    pub unused: Vec<Notice>,
    /// Costs that no projection includes.
    pub not_counted: Vec<Notice>,
    /// Total by the quality of the weakest input.
    pub grounds: Vec<Ground>,
    /// Check code of the input, 16 hexadecimal digits.
    pub input: String,
}

/// Totals of the whole plan.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Total<'a> {
    /// Rupiah, all payers.
    pub rupiah: Rupiah,
    /// Rupiah that budgets pay, without workers and employers.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// By segment, in the planner's order.
    pub segments: Vec<SegmentAmount<'a>>,
    /// By programme: those of any segment.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund, in the planner's order.
    pub funds: Vec<FundAmount<'a>>,
    /// By kode rekening.
    pub accounts: Vec<AccountAmount<'a>>,
}

/// Totals of a budget year.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Year<'a> {
    /// Budget year.
    pub year: u16,
    /// Number of months of the plan in the year.
    pub months: u64,
    /// Rupiah, all payers.
    pub rupiah: Rupiah,
    /// Rupiah that budgets pay, without workers and employers.
    pub budget_rupiah: Rupiah,
    /// Heads summed over months.
    pub person_months: People,
    /// By segment, in the planner's order.
    pub segments: Vec<SegmentAmount<'a>>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund, with its ceiling.
    pub funds: Vec<FundOfYear<'a>>,
    /// By kode rekening.
    pub accounts: Vec<AccountAmount<'a>>,
    /// Coverage in the last month of the year; `None` without a workforce.
    pub coverage: Option<Coverage>,
    /// Coverage of the same members by other denominators.
    pub rivals: Vec<RivalCoverage<'a>>,
    /// Coverage by class.
    pub classes: Vec<ClassCoverage>,
    /// Shortfall: rupiah that no ceiling pays.
    pub unpaid_rupiah: Rupiah,
    /// Share of budgets and cost per person.
    pub burden: Burden<'a>,
}

/// A segment in a year or the whole plan.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SegmentAmount<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// Rupiah, all payers.
    pub rupiah: Rupiah,
    /// Heads in the last billed month.
    pub heads: People,
    /// Number of months with somebody billed.
    pub billed_months: u64,
    /// Heads summed over months.
    pub person_months: People,
    /// People proposed, so that `joined` of them are accepted.
    pub proposed: People,
    /// People who joined.
    pub joined: People,
    /// People who left, by cause; causes with nobody are left out.
    pub left: Vec<Left>,
    /// Eligible workers who are not enrolled at the end; `None` where the number of eligible is not known.
    pub left_out: Option<People>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund.
    pub funds: Vec<ShareAmount<'a>>,
}

/// People who left for one cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Left {
    /// Cause.
    pub cause: Cause,
    /// Number of people.
    pub people: People,
}

/// Rupiah of one programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ProgrammeAmount {
    /// Programme.
    pub programme: Programme,
    /// Rupiah.
    pub rupiah: Rupiah,
}

/// Rupiah of one fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ShareAmount<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Rupiah.
    pub rupiah: Rupiah,
}

/// Rupiah of one fund, by programme.
#[derive(Clone, Debug, Serialize)]
pub struct FundAmount<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Rupiah.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
}

/// Rupiah of one fund in a budget year, with its ceiling.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FundOfYear<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Rupiah asked of the fund; where it has a next fund, rupiah paid.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// Ceiling (pagu); `None`: no limit.
    pub ceiling_rupiah: Option<Rupiah>,
    /// Ceiling minus rupiah, at least 0; `None` without a ceiling.
    pub left_rupiah: Option<Rupiah>,
    /// Rupiah above the ceiling that no fund pays.
    pub short_rupiah: Rupiah,
    /// First month that the ceiling does not pay in full; `None`: it suffices.
    pub ends_in: Option<Month>,
    /// Rupiah billed before the month of the budget stage; `None` without a stage.
    pub committed_rupiah: Option<Rupiah>,
    /// Ceiling before the change of the budget.
    pub before_rupiah: Option<Rupiah>,
}

/// Rupiah of one kode rekening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AccountAmount<'a> {
    /// Code; `None`: funds without an account.
    pub code: Option<&'a str>,
    /// Uraian.
    pub description: Option<&'a str>,
    /// Rupiah.
    pub rupiah: Rupiah,
}

/// Columns by month: entry `n` belongs to month `n` of the plan.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Monthly<'a> {
    /// Rupiah billed.
    pub rupiah: Vec<Rupiah>,
    /// Heads billed.
    pub heads: Vec<People>,
    /// By segment, in the planner's order.
    pub segments: Vec<MonthlySegment<'a>>,
    /// By programme.
    pub programmes: Vec<MonthlyProgramme>,
    /// By fund, in the planner's order.
    pub funds: Vec<MonthlyFund<'a>>,
    /// Coverage; `None` without a workforce.
    pub coverage: Option<MonthlyCoverage>,
}

/// A segment by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlySegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// Heads billed.
    pub heads: Vec<People>,
    /// Rupiah billed.
    pub rupiah: Vec<Rupiah>,
}

/// A programme by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlyProgramme {
    /// Programme.
    pub programme: Programme,
    /// Rupiah billed.
    pub rupiah: Vec<Rupiah>,
}

/// A fund by month.
#[derive(Clone, Debug, Serialize)]
pub struct MonthlyFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Rupiah that it pays.
    pub rupiah: Vec<Rupiah>,
}

/// Coverage by month.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthlyCoverage {
    /// Heads billed, members outside the segments, and members not yet lapsed where the planner counts them.
    pub members: Vec<People>,
    /// Eligible workers.
    pub eligible: Vec<People>,
    /// Percentage; `None` of zero workers.
    pub percent: Vec<Option<Rate>>,
    /// Percentage that the target requires; `None` before its first point.
    pub target_percent: Vec<Option<Rate>>,
    /// Coverage of the region, or only of what the plan pays.
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

/// A statutory value that the projection used.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ParameterUsed<'a> {
    /// Name of the parameter.
    pub key: &'static str,
    /// First month of use.
    pub from: Month,
    /// Last month of use.
    pub to: Month,
    /// Value; `null` for a table.
    pub value: Value<'a>,
    /// Rows of a table.
    pub rows: Option<&'a [Row]>,
    /// Unit of the value.
    pub unit: Unit,
    /// `enacted`, `reported`, `assumed`, `replaced` or `extrapolated`.
    pub status: &'static str,
    /// Regulation, or the planner's note.
    pub instrument: &'a str,
    /// Article or annex; `None` where it is not known.
    pub article: Option<&'static str>,
    /// Title for people.
    pub title: Words,
    /// Law, override or assumption.
    #[serde(skip)]
    pub origin: Origin,
}
