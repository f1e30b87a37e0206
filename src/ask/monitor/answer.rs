//! What leaves: the shapes of an answer.

use crate::choices;
use crate::money::{Rate, Rupiah};
use crate::month::Month;
use crate::people::People;
use crate::plan::Scope;
use crate::problem::Notice;
use crate::scenario::{Denominator, Quality, Region};
use serde::Serialize;

choices! {
    /// What is not known of a month.
    pub enum NotKnown {
        /// There is no row, or nothing in it says what was billed or paid.
        Row = "row",
        /// The bill is known, the payment is not.
        Payment = "payment",
    }
}

/// What happened so far against the plan, and where it leads. A month that is not known counts nowhere as zero.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Monitored<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = crate::scenario::SCHEMA)))]
    pub schema: u32,
    /// Version of the engine.
    pub engine: &'static str,
    /// Version of the law.
    pub law: &'static str,
    /// Region of the plan.
    #[cfg_attr(feature = "cli", schemars(with = "crate::scenario::RegionShape"))]
    pub region: &'a Region,
    /// First month that is compared: the first of the plan in the year of the earliest row.
    pub from: Month,
    /// Last month that is compared.
    pub until: Month,
    /// Where the figures come from, as the realisation says.
    pub source: Option<&'a str>,
    /// Note of the realisation.
    pub note: Option<&'a str>,
    /// All months that are compared.
    pub total: Balance,
    /// By month, in order.
    pub months: Vec<MonitoredMonth>,
    /// By segment, in the planner's order.
    pub segments: Vec<MonitoredSegment<'a>>,
    /// By village, in the planner's order, of the segments of which a row names a village.
    pub villages: Vec<MonitoredVillage<'a>>,
    /// By district, in the order of its first village.
    pub districts: Vec<MonitoredDistrict<'a>>,
    /// Each month of each segment, or of each of its villages: heads × price against bill and payment.
    pub rows: Vec<MonitoredRow<'a>>,
    /// The budget year of `until`: the straight line, and what December will bring.
    pub year: MonitoredYear<'a>,
    /// Members and target; `None` without a workforce.
    pub coverage: Option<MonitoredCoverage<'a>>,
    /// The state in words.
    #[cfg_attr(feature = "cli", schemars(with = "Vec<crate::message::NoticeShape>"))]
    pub notices: Vec<Notice>,
}

/// Plan and realisation of some rows. Only rows whose payment is known are compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// Rupiah of the plan, of all rows.
    pub plan_rupiah: Rupiah,
    /// Rupiah of the plan, of the rows that are compared.
    pub compared_rupiah: Rupiah,
    /// Rupiah billed, of the rows that are compared.
    pub billed_rupiah: Rupiah,
    /// Rupiah paid, of the rows that are compared.
    pub paid_rupiah: Rupiah,
    /// Arrears: billed and known not to be paid.
    pub arrears_rupiah: Rupiah,
    /// Rows that are compared.
    pub known: u64,
    /// Rows that are not known, wholly or of their payment.
    pub unknown: u64,
    /// `paidRupiah` − `comparedRupiah`, and its parts.
    pub deviation: Deviation,
    /// People proposed, where a row says so.
    pub quota: Counted,
    /// People who passed verification.
    pub verified: Counted,
    /// People whose contributions were paid.
    pub paid: Counted,
    /// Contributions of those who were proposed and did not pass verification, at the price of the month.
    pub unspent_rupiah: Rupiah,
}

/// People of one of the three counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// Rows that say so; of none, the others are 0 because nothing is known.
    pub rows: u64,
    /// People summed over months.
    pub person_months: People,
    /// Their contributions, at the price of each month.
    pub rupiah: Rupiah,
}

/// What was paid beyond the plan, or less (below 0), by cause. The parts sum to it exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Deviation {
    /// Paid − planned.
    pub rupiah: i64,
    /// More or fewer people in months that both have: (billed − planned people) × price.
    pub people: i64,
    /// Bills that are not people × price: bill − people × price.
    pub price: i64,
    /// Months that only one of the two has: people × price.
    pub months: i64,
    /// Bills that are not paid, or paid twice: paid − bill.
    pub timing: i64,
    /// Rows that name rupiah and no people: bill − plan.
    pub undivided: i64,
}

/// A month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredMonth {
    /// The month.
    pub month: Month,
    /// Plan and realisation of the month.
    pub compared: Balance,
    /// Plan from the first month to this one.
    pub plan_so_far: Rupiah,
    /// Paid from the first month to this one; `None` where a month among them is not known.
    pub paid_so_far: Option<Rupiah>,
    /// Paid in this month, for whichever month, where rows name a day or month of payment.
    pub paid_in: Rupiah,
}

/// A segment.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// Plan and realisation.
    pub compared: Balance,
    /// The latest month that is known.
    pub latest: Option<Month>,
    /// People whose contributions of that month were paid; `None` where rows name none.
    pub members: Option<People>,
    /// Months with a payment.
    pub paid_months: u64,
    /// Months that are billed and known not to be paid, or not in full.
    pub unpaid_months: u64,
    /// First of them.
    pub unpaid_since: Option<Month>,
    /// The budget year so far.
    pub year: Pace,
}

/// A village.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct MonitoredVillage<'a> {
    /// Its code; `None` where the plan names none.
    pub code: Option<&'a str>,
    /// Its name.
    pub name: &'a str,
    /// Its district (kecamatan).
    pub district: Option<&'a str>,
    /// Plan and realisation of all its segments of which a row names a village.
    pub compared: Balance,
    /// The budget year so far.
    pub year: Pace,
}

/// The villages of a district.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredDistrict<'a> {
    /// Its name; `None`: villages without a district.
    pub district: Option<&'a str>,
    /// How many villages.
    pub villages: u64,
    /// Of which in arrears.
    pub in_arrears: u64,
    /// Sum of its villages.
    pub compared: Balance,
    /// Sum of its villages.
    pub year: Pace,
}

/// The budget year of `until` so far of a segment, a village or a district: what should be paid beside what was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Pace {
    /// Rupiah of the plan in the year.
    pub plan_rupiah: Rupiah,
    /// Rupiah of the plan up to the last month that is compared.
    pub due_rupiah: Rupiah,
    /// The straight line ("seharusnya sampai bulan ini"): `planRupiah` × months passed ÷ months in the year, of the months
    /// that the plan bills, rounded down; of a district the sum of its villages.
    pub line_rupiah: Rupiah,
    /// Rupiah paid in the year, of rows whose payment is known.
    pub paid_rupiah: Rupiah,
    /// Rows of the year that are not known, and months of a village of which only the whole segment is.
    pub unknown: u64,
    /// `paidRupiah` − `lineRupiah`; below 0: behind. `None` while something is not known.
    pub ahead_rupiah: Option<i64>,
}

/// A month of a segment or of a village in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredRow<'a> {
    /// Month that the contributions are for.
    pub month: Month,
    /// Id of the segment.
    pub segment: &'a str,
    /// Name of the village; `None`: all of the segment.
    pub village: Option<&'a str>,
    /// Its code, where the plan names one.
    pub village_code: Option<&'a str>,
    /// Contribution of one head in this month; of a construction contract, the whole. `None`: there is no price.
    pub price_rupiah: Option<Rupiah>,
    /// People of the plan.
    pub plan_people: People,
    /// Rupiah of the plan.
    pub plan_rupiah: Rupiah,
    /// People proposed.
    pub quota: Option<People>,
    /// People who passed verification.
    pub verified: Option<People>,
    /// People whose contributions were paid.
    pub paid: Option<People>,
    /// Rupiah billed; `None`: not known.
    pub billed_rupiah: Option<Rupiah>,
    /// Rupiah paid; `None`: not known.
    pub paid_rupiah: Option<Rupiah>,
    /// Billed and not paid; `None`: not known.
    pub unpaid_rupiah: Option<Rupiah>,
    /// Month of the payment.
    pub paid_on: Option<Month>,
    /// Months from the month of contribution to that of the payment.
    pub months_later: Option<u16>,
    /// What is not known; `None`: the row is compared.
    pub unknown: Option<NotKnown>,
    /// Paid − planned, and its parts; `None` where the row is not compared.
    pub deviation: Option<Deviation>,
    /// Note of the row.
    pub note: Option<&'a str>,
}

/// The budget year of the last month.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredYear<'a> {
    /// The budget year.
    pub year: u16,
    /// Months of the plan in it.
    pub months: u64,
    /// Of which up to the last month that is compared.
    pub passed: u64,
    /// Rupiah of the plan.
    pub plan_rupiah: Rupiah,
    /// Rupiah of the plan up to the last month that is compared.
    pub due_rupiah: Rupiah,
    /// The straight line ("seharusnya sampai bulan ini"): `planRupiah` × `passed` ÷ `months`, rounded down.
    pub line_rupiah: Rupiah,
    /// The same in percent of the plan, cut to four decimals.
    pub line_percent: Rate,
    /// Rupiah paid, of rows whose payment is known.
    pub paid_rupiah: Rupiah,
    /// The same in percent of the plan, cut to four decimals; `None` of a plan that costs nothing.
    pub paid_percent: Option<Rate>,
    /// The rest of the year as planned.
    pub as_planned: Forecast<'a>,
    /// The rest of the year as in the latest known month.
    pub as_lately: Forecast<'a>,
    /// By fund, in the planner's order.
    pub funds: Vec<MonitoredFund<'a>>,
}

/// The whole budget year: what is known, what is not known at the plan, and the rest by a rule.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Forecast<'a> {
    /// All that will have been billed; the three below sum to it.
    pub rupiah: Rupiah,
    /// Known so far: the bill, or the payment where that is more.
    pub known_rupiah: Rupiah,
    /// Months so far that are not known, as planned.
    pub unknown_rupiah: Rupiah,
    /// Months to come.
    pub rest_rupiah: Rupiah,
    /// By fund, in the planner's order. The amount of a segment is divided as the plan divides its year.
    pub funds: Vec<ForecastFund<'a>>,
}

/// A fund at the end of the year.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ForecastFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// What it will have been billed.
    pub rupiah: Rupiah,
    /// Left under the ceiling; `None` without one.
    pub left_rupiah: Option<Rupiah>,
    /// Above the ceiling; 0 without one.
    pub short_rupiah: Rupiah,
}

/// A fund so far.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredFund<'a> {
    /// Id of the fund.
    pub fund: &'a str,
    /// Ceiling of the year; `None` where none was entered.
    pub ceiling_rupiah: Option<Rupiah>,
    /// What the plan bills to it in the year.
    pub plan_rupiah: Rupiah,
    /// What it paid in the year, of rows whose payment is known; divided as the plan divides its year.
    pub paid_rupiah: Rupiah,
    /// Members that it pays for, each counted for one fund, by the shares of the payers; `None`: not known.
    pub members: Option<People>,
}

/// Members and target.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MonitoredCoverage<'a> {
    /// What 100 % is.
    pub denominator: Denominator,
    /// Source of the number of eligible workers, where one is named.
    pub base_source: Option<&'a str>,
    /// Its date.
    pub base_date: Option<&'a str>,
    /// Its quality.
    pub base_quality: Option<Quality>,
    /// Whose coverage it is.
    pub scope: Scope,
    /// Eligible workers in the last month that is compared.
    pub eligible: People,
    /// Members outside the segments, and those of segments whose contributions were paid in the latest known month;
    /// `None` where a segment is not known.
    pub members: Option<People>,
    /// Members of 100 eligible, cut to four decimals.
    pub percent: Option<Rate>,
    /// What the target asks for now; `None` before its first point or without one.
    pub target_percent: Option<Rate>,
    /// The same in people.
    pub target_members: Option<People>,
    /// Members missing to the target now.
    pub gap: Option<People>,
    /// Eligible workers who are not members.
    pub gap_to_all: Option<People>,
    /// Members that the target asks for in the last month of the plan in this year.
    pub end_members: Option<People>,
    /// Members still needed until then.
    pub needed: Option<People>,
}
