//! The result: rupiah and people by month, budget year, segment, programme, fund and account.

use super::burden::Burden;
use super::crossing::{ClassCoverage, Crossing, RivalCoverage};
use super::heads::{Coverage, Scope};
use crate::choices;
use crate::law::{Key, Origin, Row, Unit, Value, Words};
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::problem::Notice;
use crate::scenario::{Cause, Programme, Quality, Region};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// Cost and coverage of a scenario. Every total equals the sum of its parts.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Projection<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = crate::scenario::SCHEMA)))]
    pub schema: u32,
    /// Version of the engine.
    pub engine: &'static str,
    /// Version of the law: day of the last check and hash of the content.
    pub law: &'static str,
    /// As in the scenario; `None`: all rules known.
    pub law_date: Option<&'a str>,
    /// Region of the plan.
    #[cfg_attr(feature = "cli", schemars(with = "crate::scenario::RegionShape"))]
    pub region: &'a Region,
    /// Months of the plan, in order; the columns of `monthly` run along them.
    pub months: Vec<Month>,
    /// Budget years (calendar years) of the plan.
    pub years: Vec<Year<'a>>,
    /// The whole plan.
    pub total: Total<'a>,
    /// When each target is reached: the plan's own first, then the others.
    pub crossings: Vec<Crossing<'a>>,
    /// By month of the plan.
    pub monthly: Monthly<'a>,
    /// The published totals of the scenario beside the plan's; without those of years outside the plan.
    pub published: Vec<Published<'a>>,
    /// Every statutory value that was used.
    pub parameters: Vec<ParameterUsed<'a>>,
    /// The law packs of the scenario.
    pub law_packs: Vec<PackUsed<'a>>,
    /// What must be read with the result.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<crate::message::NoticeShape>"))]
    pub notices: Vec<Notice>,
    /// Optional inputs that were left empty and would give further results.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<crate::message::MissingShape>"))]
    pub missing: Vec<Notice>,
    /// Inputs that change no figure of this plan, and why.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<crate::message::UnusedShape>"))]
    pub unused: Vec<Notice>,
    /// Costs that no projection includes.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<crate::message::NotCountedShape>"))]
    pub not_counted: Vec<Notice>,
    /// The total by the weakest source behind it, weakest first; the parts sum to the total.
    pub grounds: Vec<Ground>,
    /// Check code of the input: equal inputs have equal codes. 16 hex digits.
    pub input: String,
}

/// Rupiah and people, cut by segment, programme, fund and account.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "Amounts"))]
#[serde(rename_all = "camelCase")]
pub struct Total<'a> {
    /// All that is billed.
    pub rupiah: Rupiah,
    /// Of which from funds of the budget: all but the kinds `self` and `employer`.
    pub budget_rupiah: Rupiah,
    /// Heads summed over the billed months.
    pub person_months: People,
    /// The heads of all segments together, each in its own last billed month.
    pub heads: People,
    /// The month in which they were billed together; `None` where the segments end in different months.
    pub heads_month: Option<Month>,
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Year<'a> {
    /// The budget year (calendar year).
    pub year: u16,
    /// Months of the plan in this year.
    pub months: u64,
    /// All that is billed.
    pub rupiah: Rupiah,
    /// Of which from funds of the budget: all but the kinds `self` and `employer`.
    pub budget_rupiah: Rupiah,
    /// Heads summed over the billed months.
    pub person_months: People,
    /// The heads of all segments together, each in its own last billed month.
    pub heads: People,
    /// The month in which they were billed together; `None` where the segments end in different months.
    pub heads_month: Option<Month>,
    /// By segment, in the planner's order.
    pub segments: Vec<SegmentAmount<'a>>,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// By fund, with its ceiling.
    pub funds: Vec<FundOfYear<'a>>,
    /// By kode rekening.
    pub accounts: Vec<AccountAmount<'a>>,
    /// At the last month of the plan in this year; `None` without a workforce.
    pub coverage: Option<Coverage>,
    /// Coverage of the same members by other denominators.
    pub rivals: Vec<RivalCoverage<'a>>,
    /// The members of `coverage` by class, those outside the segments last; empty without a workforce.
    pub classes: Vec<ClassCoverage>,
    /// Shortfall: rupiah that no ceiling pays.
    pub unpaid_rupiah: Rupiah,
    /// Share of budgets and cost per person.
    pub burden: Burden<'a>,
}

/// A segment in a year or the whole plan.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SegmentAmount<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// Rupiah, all payers.
    pub rupiah: Rupiah,
    /// Heads in the last billed month of the time span; 0 if none is billed.
    pub heads: People,
    /// That month; `None` if none is billed.
    pub heads_month: Option<Month>,
    /// Months with at least one head billed.
    pub billed_months: u64,
    /// Heads summed over months.
    pub person_months: People,
    /// People proposed, so that `joined` of them are accepted.
    pub proposed: People,
    /// People who joined.
    pub joined: People,
    /// People who left; causes without anybody are left out.
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Left {
    /// Why they left.
    pub cause: Cause,
    /// How many left.
    pub people: People,
}

/// Rupiah of one programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ProgrammeAmount {
    /// The programme.
    pub programme: Programme,
    /// What it costs.
    pub rupiah: Rupiah,
}

/// Rupiah of one fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ShareAmount<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// What it pays.
    pub rupiah: Rupiah,
}

/// Rupiah of one fund, by programme.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct FundAmount<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// What it pays.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
}

/// Rupiah of one fund in a budget year, with its ceiling.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct FundOfYear<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// What is billed to it, also above its ceiling.
    pub rupiah: Rupiah,
    /// By programme.
    pub programmes: Vec<ProgrammeAmount>,
    /// Ceiling of the year, `None` where none was entered.
    pub ceiling_rupiah: Option<Rupiah>,
    /// Left under the ceiling; `None` without one.
    pub left_rupiah: Option<Rupiah>,
    /// Above the ceiling; 0 without one.
    pub short_rupiah: Rupiah,
    /// First month that the ceiling does not pay in full; `None`: it suffices.
    pub ends_in: Option<Month>,
    /// What is billed before the stage's month; `None` without a stage.
    pub committed_rupiah: Option<Rupiah>,
    /// Ceiling before the change of the budget.
    pub before_rupiah: Option<Rupiah>,
}

/// Rupiah of a kode rekening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AccountAmount<'a> {
    /// Kode rekening; `None`: rupiah of funds that name no account.
    pub code: Option<&'a str>,
    /// Its uraian; `None` where there is no code.
    pub description: Option<&'a str>,
    /// What is billed to it.
    pub rupiah: Rupiah,
}

/// Columns by month, all as long as `months`.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MonthlyProgramme {
    /// The programme.
    pub programme: Programme,
    /// Rupiah billed.
    pub rupiah: Vec<Rupiah>,
}

/// A fund by month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MonthlyFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Rupiah that it pays.
    pub rupiah: Vec<Rupiah>,
}

/// Coverage by month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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

/// Coverage at the end of a month.
#[derive(Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "Coverage"))]
#[serde(rename_all = "camelCase")]
struct WrittenCoverage {
    /// The month.
    month: Month,
    /// Billed heads, members elsewhere, and those not yet lapsed where `workforce.afterLastBill` counts them.
    members: People,
    /// Workers who could be covered.
    eligible: People,
    /// Members of 100 eligible, rounded down to four decimals so that it never claims a target early; `None` of nobody.
    percent: Option<Rate>,
    /// The same to the nearest hundredth, as others print it, where that is not what cutting leaves; `None` elsewhere.
    rounded_percent: Option<Rate>,
    /// What the target asks for; `None` before its first point or without one.
    target_percent: Option<Rate>,
    /// Members the target asks for, rounded up to whole people.
    target_members: Option<People>,
    /// People still missing to the target.
    gap: Option<People>,
    /// People who could be covered and are no members.
    gap_to_all: People,
    /// Whose coverage it is.
    scope: Scope,
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { month, members, eligible, scope, target } = *self;
        let written = WrittenCoverage {
            month,
            members,
            eligible,
            percent: self.percent(),
            rounded_percent: self.rounded_percent(),
            target_percent: target.map(|demand| demand.percent),
            target_members: target.map(|demand| demand.members),
            gap: self.gap(),
            gap_to_all: self.gap_to_all(),
            scope,
        };
        written.serialize(serializer)
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Coverage {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        WrittenCoverage::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        WrittenCoverage::json_schema(generator)
    }
}

/// A statutory value that the projection used.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct ParameterUsed<'a> {
    /// Key in `law()`, or of a minimum wage that a law pack brings.
    #[cfg_attr(feature = "cli", schemars(with = "String"))]
    pub key: Key,
    /// First month of the plan in which it was used.
    pub from: Month,
    /// Last month of the plan in which it was used.
    pub to: Month,
    /// Percent, rupiah or months as in `law()`; `None` for tables.
    pub value: Value<'a>,
    /// Rows of a table, `None` otherwise.
    pub rows: Option<&'a [Row]>,
    /// Unit of the value.
    pub unit: Unit,
    /// How well it is known.
    #[cfg_attr(feature = "cli", schemars(with = "crate::law::StatusUsed"))]
    pub status: &'static str,
    /// Regulation, or the planner's note.
    pub instrument: &'a str,
    /// Article or annex; `None` where it is not known.
    pub article: Option<&'a str>,
    /// Title for people.
    pub title: Words<'a>,
    /// Name of the law pack that it is from; `None`: no pack.
    pub pack: Option<&'a str>,
    /// Law, pack, override or assumption.
    #[serde(skip)]
    pub origin: Origin,
}

/// A law pack of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PackUsed<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its version, in the words of whoever made it.
    pub version: &'a str,
    /// Check code of its content: equal packs have equal codes. 16 hex digits.
    pub code: String,
    /// How many of its values the projection used.
    pub used: usize,
}

/// Takes the place of a quality where no source speaks for an input.
const NO_SOURCE: &str = "none";

#[cfg(feature = "cli")]
crate::choices::choice_or! {
    /// Quality of the weakest input, where there is a source.
    QualityOrNone = Quality,
    [(NO_SOURCE, "Without a source, or changed after it was named.")]
}

/// Rupiah of segments whose weakest input is of one quality. Heads, programmes, base, payers, billed months and
/// flows count; where the target decides the heads, also what it counts. Period, rounding, class, risk, sector and
/// the kind of the paying funds count where a source is named for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Ground {
    /// How good its weakest input is, if a source is named for it and it was not changed after.
    #[cfg_attr(feature = "cli", schemars(with = "QualityOrNone"))]
    pub quality: Option<Quality>,
    /// What these segments cost.
    pub rupiah: Rupiah,
}

impl Serialize for Ground {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Ground", 2)?;
        match self.quality {
            Some(quality) => object.serialize_field("quality", &quality)?,
            None => object.serialize_field("quality", NO_SOURCE)?,
        }
        object.serialize_field("rupiah", &self.rupiah)?;
        object.end()
    }
}

choices! {
    /// Result of comparing a published total with what the budgets pay by the plan.
    pub enum PublishedVerdict {
        /// Equal to the rupiah.
        Equal = "equal",
        /// Equal after the plan's amount is rounded to the unit of publication.
        Rounded = "rounded",
        /// Equal after the plan's amount is cut down to the unit of publication.
        Cut = "cut",
        /// The published total is greater.
        More = "more",
        /// The published total is less.
        Less = "less",
    }
}

/// A published total beside what the budgets pay by the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Published<'a> {
    /// Position in [`Scenario::published`](crate::scenario::Scenario::published).
    #[serde(skip)]
    pub position: usize,
    /// Whose figure, or where it stood.
    pub name: &'a str,
    /// Its budget year; `None`: of the whole plan.
    pub year: Option<u16>,
    /// Id of its segment; `None`: of all segments.
    pub segment: Option<&'a str>,
    /// Published total.
    pub rupiah: Rupiah,
    /// Unit in which it was published.
    pub unit_rupiah: Rupiah,
    /// What the budgets pay by the plan: all but the kinds `self` and `employer`.
    pub computed_rupiah: Rupiah,
    /// `computed_rupiah` rounded to the nearest unit.
    pub rounded_rupiah: Rupiah,
    /// `computed_rupiah` cut down to the unit.
    pub cut_rupiah: Rupiah,
    /// How the published figure stands to what was computed.
    pub verdict: PublishedVerdict,
    /// Published minus computed; negative where less was published.
    pub difference_rupiah: i64,
    /// Heads of the plan summed over months.
    pub person_months: People,
    /// The difference in people and months; `None` where there is none, or nothing is billed by head.
    pub worth: Option<Worth>,
}

/// A difference expressed in people and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "PublishedWorth"))]
#[serde(rename_all = "camelCase")]
pub struct Worth {
    /// What the budgets pay for one person in one month; the mean, cut to whole rupiah, where prices differ.
    pub price_rupiah: Rupiah,
    /// Difference ÷ price, cut to whole person-months.
    pub person_months: People,
    /// What is left over; `None` where prices differ: the person-months are then an estimate.
    pub rest_rupiah: Option<Rupiah>,
    /// So many people in every billed month, `None` where it does not come out whole.
    pub heads: Option<People>,
    /// So many months of all heads, `None` where it does not come out whole.
    pub months: Option<u64>,
}
