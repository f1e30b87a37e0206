//! The cash plan: what is paid in each month, quarter (triwulan) or half year (semester) of the budget years.

use crate::choices;
use crate::choices::Choice as _;
use crate::money::Rupiah;
use crate::month::Month;
use crate::plan::project;
use crate::problem::Problems;
use crate::scenario::Scenario;
use serde::Serialize;

choices! {
    /// How long the columns of a cash plan are.
    pub enum CashEvery {
        /// A month.
        Month = "month",
        /// Triwulan: January to March, and so on.
        Quarter = "quarter",
        /// Semester: January to June, July to December.
        HalfYear = "halfYear",
    }
}

impl CashEvery {
    /// Which one of its year a month lies in, from 1.
    const fn of(self, month: Month) -> u16 {
        let before = month.number().saturating_sub(1);
        let of_year = match self {
            Self::Month => before,
            Self::Quarter => before / 3,
            Self::HalfYear => before / 6,
        };
        of_year.saturating_add(1)
    }

    /// The label of the column of a month: `2026-03`, `Triwulan I 2026`, `Semester II 2026`.
    pub(super) fn label(self, month: Month) -> String {
        let roman = match self.of(month) {
            1 => "I",
            2 => "II",
            3 => "III",
            _ => "IV",
        };
        match self {
            Self::Month => month.text(),
            Self::Quarter => format!("Triwulan {roman} {}", month.year()),
            Self::HalfYear => format!("Semester {roman} {}", month.year()),
        }
    }

    /// Whether two months stand in one column.
    pub(super) const fn is_one(self, one: Month, other: Month) -> bool {
        one.year() == other.year() && self.of(one) == self.of(other)
    }
}

choices! {
    /// What a row of a cash plan sums.
    pub enum CashBy {
        /// All contributions.
        Total = "total",
        /// Of a segment.
        Segment = "segment",
        /// Of a programme.
        Programme = "programme",
        /// From a fund.
        Fund = "fund",
    }
}

/// Months of a plan that stand in one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CashColumn {
    /// `2026-03`, `Triwulan I 2026`, `Semester II 2026`.
    pub label: String,
    /// The first month of the plan in it.
    pub from: Month,
    /// The last one.
    pub to: Month,
}

/// A row of a cash plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "CashRow"))]
pub struct CashRow<'a> {
    /// What it sums.
    pub by: CashBy,
    /// Name of the segment, programme or fund; empty of all.
    pub name: &'a str,
    /// All columns.
    pub total: Rupiah,
    /// By column.
    pub rupiah: Vec<Rupiah>,
}

/// What is paid when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(rename = "CashPlan"))]
pub struct CashPlan<'a> {
    /// Months, quarters or half years.
    pub columns: Vec<CashColumn>,
    /// All contributions, then by segment, by programme and by fund.
    pub rows: Vec<CashRow<'a>>,
}

/// The cash plan of a scenario. Each row sums to what the plan pays.
///
/// # Errors
/// Those of [`project`].
pub fn cash(scenario: &Scenario, every: CashEvery) -> Result<CashPlan<'_>, Problems> {
    let projection = project(scenario)?;
    let months = &projection.months;
    let mut columns: Vec<CashColumn> = Vec::new();
    for month in months.iter().copied() {
        match columns.last_mut() {
            Some(column) if every.is_one(column.to, month) => column.to = month,
            Some(_) | None => {
                columns.push(CashColumn { label: every.label(month), from: month, to: month });
            }
        }
    }
    let row = |by, name, amounts: &[Rupiah]| {
        let of = |column: &CashColumn| {
            let within = months.iter().zip(amounts);
            let within = within.filter(|(month, _)| (column.from..=column.to).contains(month));
            within.fold(Rupiah::ZERO, |sum, (_, amount)| sum.within(*amount))
        };
        let rupiah: Vec<Rupiah> = columns.iter().map(of).collect();
        let total = rupiah.iter().fold(Rupiah::ZERO, |sum, amount| sum.within(*amount));
        CashRow { by, name, total, rupiah }
    };
    let monthly = &projection.monthly;
    let mut rows = vec![row(CashBy::Total, "", &monthly.rupiah)];
    for (line, segment) in monthly.segments.iter().zip(&scenario.segments) {
        rows.push(row(CashBy::Segment, &segment.name, &line.rupiah));
    }
    for line in &monthly.programmes {
        rows.push(row(CashBy::Programme, line.programme.name(), &line.rupiah));
    }
    for (line, fund) in monthly.funds.iter().zip(&scenario.funds) {
        rows.push(row(CashBy::Fund, &fund.name, &line.rupiah));
    }
    Ok(CashPlan { columns, rows })
}
