//! The answer of `benefit`.

use crate::choices;
use crate::law::Words;
use crate::money::{Base, Rate, Rupiah, write_scaled};
use crate::month::Month;
use crate::people::People;
use crate::scenario::Programme;
use serde::{Serialize, Serializer};

/// What members and heirs may receive while a plan pays their contributions. It is set beside the cost of the plan and
/// never taken off it: BPJS Ketenagakerjaan pays it, no budget.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Benefit<'a> {
    /// Version of this shape.
    #[cfg_attr(feature = "cli", schemars(extend("const" = crate::scenario::SCHEMA)))]
    pub schema: u32,
    /// Version of the statutory values.
    pub law: &'static str,
    /// By segment, in the planner's order; only those with JKK or JKM.
    pub segments: Vec<BenefitSegment<'a>>,
    /// JKM of all segments; `None`: no segment has it.
    pub jkm: Option<Expected>,
    /// JKK of all segments; `None`: no segment has it.
    pub jkk: Option<Expected>,
    /// Contributions that the plan pays, beside it: `None` where no segment has the programme.
    pub jkm_contribution_rupiah: Option<Rupiah>,
    /// As above, of JKK.
    pub jkk_contribution_rupiah: Option<Rupiah>,
    /// The reports of claims from which the ranges are made, published ones first.
    pub reports: Vec<ClaimsReport<'a>>,
    /// Amounts that are not known in some months; what needs them is `null`.
    pub missing: Vec<AmountMissing>,
    /// How this is calculated.
    pub method: Words<'static>,
    /// That it is no promise.
    pub caution: Words<'static>,
}

/// A segment.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BenefitSegment<'a> {
    /// Id of the segment.
    pub segment: &'a str,
    /// What one case pays, by months in which it is the same.
    pub runs: Vec<BenefitRun>,
    /// Heads summed over the billed months.
    pub person_months: People,
    /// Of which in the waiting time of JKM, at most: who leaves is taken for a member of longer standing.
    pub newcomer_person_months: People,
    /// JKM; `None`: the segment does not have it.
    pub jkm: Option<Expected>,
    /// JKK; `None`: the segment does not have it.
    pub jkk: Option<Expected>,
    /// Contributions for JKM.
    pub jkm_contribution_rupiah: Option<Rupiah>,
    /// Contributions for JKK.
    pub jkk_contribution_rupiah: Option<Rupiah>,
}

/// Billed months in a row in which a case pays the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BenefitRun {
    /// First month.
    pub from: Month,
    /// Last month.
    pub to: Month,
    /// Heads summed over these months.
    pub person_months: People,
    /// Of which in the waiting time of JKM.
    pub newcomer_person_months: People,
    /// What is paid in these months.
    #[serde(flatten)]
    pub terms: Terms,
    /// Deaths a year among 100 members at which JKM pays as much as its contributions, scholarships apart; `None`
    /// without JKM or its price.
    pub break_even_percent: Option<Rate>,
    /// The reports of JKM claims that lie above it, by name.
    pub above_break_even: Vec<String>,
}

/// What one case pays; `None`: the segment does not have the programme, or an amount is not known.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// Death that is not work-related.
    pub jkm_death: Option<Payment>,
    /// The same in the waiting time; `None` also where new members have none.
    pub jkm_newcomer_death: Option<Payment>,
    /// First month of membership in which all is paid: 4 after a waiting time of 3; `None` where there is none.
    pub jkm_full_from_month: Option<u64>,
    /// Death by work accident.
    pub jkk_death: Option<Payment>,
    /// Permanent total disability by work accident.
    pub jkk_disability: Option<Payment>,
    /// Scholarships of two children, at most. They are named here and counted nowhere.
    pub scholarship: Option<PaymentPart>,
    /// Months of contributions before JKM pays scholarships; JKK pays them from the start.
    pub scholarship_after_months: Option<u64>,
    /// Contribution of one member for JKM in a month; `None` without JKM, and for a contract.
    pub jkm_price_rupiah: Option<Rupiah>,
}

/// What one case pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Payment {
    /// In all.
    pub rupiah: Rupiah,
    /// Its parts; they sum to it.
    pub parts: Vec<PaymentPart>,
}

/// Part of what one case pays.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PaymentPart {
    /// Key of the benefit, as in `law()`.
    pub parameter: &'static str,
    /// Its title.
    pub title: Words<'static>,
    /// Rupiah.
    pub rupiah: Rupiah,
    /// Where it is a multiple of the monthly wage: how many wages.
    pub wages: Option<u64>,
    /// And the wage: of BPU the base that their JKK contribution is 1 % of.
    pub wage_rupiah: Option<Base>,
    /// `enacted`, `reported`, `assumed`, or `replaced` by the planner.
    pub status: &'static str,
    /// The regulation, or the planner's note.
    pub instrument: String,
    /// Its article, where it is known.
    pub article: Option<&'static str>,
}

choices! {
    /// Where claims were reported.
    pub enum ClaimsScope {
        /// In the whole country.
        National = "national",
        /// In one region.
        Local = "local",
        /// By the planner.
        Own = "own",
    }
}

/// A report of claims.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ClaimsReport<'a> {
    /// Name: `makassar2025.jkm`; `own.1` of the planner's first.
    pub report: String,
    /// Population and time.
    pub title: Words<'a>,
    /// Where.
    pub scope: ClaimsScope,
    /// Kemendagri code; `None`: the whole country, or not stated.
    pub region: Option<&'static str>,
    /// Programme.
    pub programme: Programme,
    /// Cases.
    pub cases: u64,
    /// Members among whom they happened.
    pub members: People,
    /// In how many months; `None` where the report is to a day.
    pub months: Option<u16>,
    /// In how many days.
    pub days: Option<u16>,
    /// What was paid for them, where it is known.
    pub rupiah: Option<Rupiah>,
    /// Cases a year among 100 members, to four decimals.
    pub percent_a_year: Rate,
    /// `reported`, or `replaced` where the planner brought it.
    pub status: &'static str,
    /// What must be known of it.
    pub caveat: Words<'a>,
    /// Where it was read.
    pub seen: &'a str,
}

/// What would be expected if the plan's members had the claims of the reports. A range, never one figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Expected {
    /// By report, in the order of the reports.
    pub rows: Vec<ExpectedRow>,
    /// The lowest and the highest of the reports of each scope.
    pub ranges: Vec<ExpectedRange>,
}

/// By one report.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExpectedRow {
    /// Name of the report.
    pub report: String,
    /// Its scope.
    pub scope: ClaimsScope,
    /// Cases among all members.
    pub cases: Cases,
    /// Of which in the waiting time of JKM.
    pub newcomer_cases: Cases,
    /// What they pay: of JKM by the amounts of their months, of JKK by what one case of the report paid. `None` where
    /// that is not known.
    pub rupiah: Option<Rupiah>,
}

/// The range of the reports of one scope.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ExpectedRange {
    /// Scope.
    pub scope: ClaimsScope,
    /// Fewest cases.
    pub low_cases: Cases,
    /// Most cases.
    pub high_cases: Cases,
    /// Least rupiah of the reports that give any; `None` where none does.
    pub low_rupiah: Option<Rupiah>,
    /// Most rupiah.
    pub high_rupiah: Option<Rupiah>,
}

/// A number of expected cases, in thousandths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cases(u64);

impl Cases {
    /// From thousandths.
    #[must_use]
    pub const fn from_thousandths(thousandths: u64) -> Self {
        Self(thousandths)
    }

    /// In thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u64 {
        self.0
    }

    pub(super) const fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Serialize for Cases {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        write_scaled(self.0, 1_000, serializer)
    }
}

/// An amount that is not known in some months.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct AmountMissing {
    /// Key of the benefit.
    pub parameter: &'static str,
    /// First billed month without it.
    pub from: Month,
    /// Last billed month without it.
    pub to: Month,
}
