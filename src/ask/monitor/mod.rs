//! What happened so far against the plan, taken apart to the rupiah, and where it leads until December.
//!
//! Each month of a segment, or of each of its villages, is one row: heads × price of the plan against bill and payment.
//! Everything else is a sum of rows. A row that is not known is named, and counts nowhere as zero: it is left out where
//! plan and payment are compared, and stands at the plan where the year is foretold.
//!
//! ```
//! use cakupan::{ask::monitor, scenario::{Input, Realisation}};
//!
//! # let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases/published/03.json"));
//! # let scenario = cakupan::scenario::read(&serde_json::from_str(text).unwrap()).unwrap();
//! // 2,829 people at Rp 16.800, paid for two months; in the third 29 fewer passed verification.
//! let rows = r#"{ "rows": [
//!   { "month": "2025-01", "segment": "pekerja", "paid": 2829 },
//!   { "month": "2025-02", "segment": "pekerja", "paid": 2829 },
//!   { "month": "2025-03", "segment": "pekerja", "quota": 2829, "verified": 2800, "paid": 2800 }
//! ] }"#;
//! let input: Input = serde_json::from_str(rows).unwrap();
//! let realisation = Realisation::read(&input, &scenario).unwrap();
//! let monitored = monitor(&scenario, &realisation).unwrap();
//! assert_eq!(monitored.total.deviation.people, -487_200); // 29 × 16,800
//! assert_eq!(monitored.total.deviation.rupiah, -487_200);
//! assert_eq!(monitored.year.as_planned.rupiah.get(), 570_326_400 - 487_200);
//! ```

mod answer;
mod coverage;
mod forecast;
mod pace;
mod rows;
mod status;
mod sums;

pub use answer::{
    Balance, Counted, Deviation, Forecast, ForecastFund, Monitored, MonitoredCoverage,
    MonitoredDistrict, MonitoredFund, MonitoredMonth, MonitoredRow, MonitoredSegment,
    MonitoredVillage, MonitoredYear, NotKnown, Pace,
};

use crate::law;
use crate::people::People;
use crate::plan::cost::Bills;
use crate::plan::heads::heads;
use crate::plan::{Broken, Plan, Position as _, Prices, Row, SegmentAt, project};
use crate::problem::Problems;
use crate::scenario::{Realisation, RealisedRow, SCHEMA, Scenario};
use coverage::{coverage, members};
use forecast::year_of;
use pace::districts;
use rows::{Line, Table};
use std::collections::BTreeMap;
use sums::Sums;

/// Compares a plan with what happened.
///
/// # Errors
/// Those of [`project`]; also where the law has no price for a month in which somebody was billed,
/// and where a sum exceeds 2^53 − 1 rupiah.
pub fn monitor<'a>(
    scenario: &'a Scenario,
    realisation: &'a Realisation,
) -> Result<Monitored<'a>, Problems> {
    let projection = project(scenario)?;
    let plan = Plan::of(scenario);
    let prices = Prices::of(&plan);
    let heads = heads(&plan, &prices, false)?;
    billable(&plan, &prices, &heads.billed, realisation)?;
    let villages = realisation.rows.iter().filter(|row| row.village.is_some());
    let by_village = villages.map(|row| row.segment).collect();
    let table = Table { scenario, plan: &plan, prices: &prices, heads: &heads.billed, by_village };
    let column = |month| plan.months.iter().position(|one| *one == month).ok_or(Broken("months"));
    let until = column(realisation.until)?;
    let first = realisation.rows.iter().map(|row| row.month).min().ok_or(Broken("rows"))?;
    let (_, of_first) = year_of(&table, &projection, column(first)?)?;
    let from = of_first.start;
    let lines = table.lines(realisation, from..until.saturating_add(1))?;
    let sums = Sums { table: &table, projection: &projection, lines: &lines, from, until };
    let total = sums.total()?;
    let (segments, mut notices) = sums.segments()?;
    let latest = |index: usize| members(&sums.of_segment(index));
    let year = sums.year(&latest)?;
    let is_known = lines.iter().all(|line| line.paid.is_some());
    status::of_year(scenario, &year, realisation.until, is_known, &mut notices);
    let mut in_segments = Some(People::ZERO);
    for (index, _) in scenario.segments.iter().enumerate() {
        let is_there = lines.iter().any(|line| line.segment == index);
        if is_there {
            let more = latest(index).map(|(_, people)| people);
            in_segments = in_segments.zip(more).map(|(sum, more)| sum.plus(more));
        }
    }
    let (_, columns) = year_of(&table, &projection, until)?;
    let end = columns.end.checked_sub(1).ok_or(Broken("years"))?;
    let others = plan.workforce.as_ref().and_then(|one| *one.other_members.get(until)?);
    let of_plan = heads.coverage.as_deref().unwrap_or_default();
    let coverage = coverage(scenario, of_plan, (until, end), others, in_segments)?;
    notices.extend(coverage.as_ref().and_then(|one| status::of_target(one, realisation.until)));
    let villages = sums.villages()?;
    let monitored = Monitored {
        schema: SCHEMA,
        engine: crate::VERSION,
        law: law::VERSION,
        region: &scenario.region,
        from: *plan.months.get(from).ok_or(Broken("months"))?,
        until: realisation.until,
        source: realisation.source.as_deref(),
        note: realisation.note.as_deref(),
        total,
        months: sums.months()?,
        segments,
        districts: districts(&villages)?,
        villages,
        rows: sums.rows()?,
        year,
        coverage,
        notices,
    };
    sums.reconcile(&monitored)?;
    Ok(monitored)
}

/// Whether every head that was planned, proposed, verified or paid has a price, and all of them fit rupiah.
fn billable(
    plan: &Plan<'_>,
    prices: &Prices<'_>,
    planned: &Row<SegmentAt, Vec<People>>,
    realisation: &Realisation,
) -> Result<(), Problems> {
    let mut most = planned.clone();
    let mut named: BTreeMap<(usize, usize), People> = BTreeMap::new();
    for row in &realisation.rows {
        let column = plan.months.iter().position(|month| *month == row.month);
        let column = column.ok_or(Broken("months"))?;
        let people = [row.quota, row.verified, row.paid].into_iter().flatten().max();
        let sum = named.entry((row.segment, column)).or_default();
        *sum = sum.plus(people.unwrap_or_default());
    }
    for ((segment, column), people) in named {
        let cells = most.at_mut(SegmentAt::new(segment))?;
        let cell = cells.get_mut(column).ok_or(Broken("columns"))?;
        *cell = people.max(*cell);
    }
    Bills::of(plan, prices, &most, &|_| true).map(|_| ())
}

impl<'a> Table<'_, 'a> {
    /// Planned heads in a column; of a contract, in the column in which it is billed.
    fn planned(&self, at: SegmentAt, column: usize) -> Result<People, Broken> {
        let heads = *self.heads.at(at)?.get(column).ok_or(Broken("columns"))?;
        let group = self.plan.segments.at(at)?;
        Ok(match group.contract_column() {
            None => heads,
            Some(billed) if billed == column => heads.max(People::new(1)),
            Some(_) => People::ZERO,
        })
    }

    /// One line for each month of a segment that the plan bills or a row names, or for each of its villages where a row of
    /// any month names one: a month without rows is then not known of each.
    fn lines(
        &self,
        realisation: &'a Realisation,
        columns: core::ops::Range<usize>,
    ) -> Result<Vec<Line<'a>>, Problems> {
        let mut rows: BTreeMap<(crate::month::Month, usize), Vec<&'a RealisedRow>> =
            BTreeMap::new();
        for row in &realisation.rows {
            rows.entry((row.month, row.segment)).or_default().push(row);
        }
        let mut lines = Vec::new();
        for column in columns {
            let month = *self.plan.months.get(column).ok_or(Broken("months"))?;
            for (at, _) in self.plan.segments.iter() {
                let planned = self.planned(at, column)?;
                let of_month = rows.get(&(month, at.index())).map_or(&[][..], Vec::as_slice);
                let is_by_village = self.by_village.contains(&at.index());
                match of_month.first() {
                    None if planned == People::ZERO => {}
                    None if !is_by_village => {
                        lines.push(self.line(at, column, (None, planned), None)?)
                    }
                    Some(row) if row.village.is_none() => {
                        lines.push(self.line(at, column, (None, planned), Some(*row))?);
                    }
                    None | Some(_) => {
                        let mut villages: BTreeMap<usize, (People, Option<&'a RealisedRow>)> =
                            BTreeMap::new();
                        for (village, people) in self.of_villages(at, column)? {
                            if people > People::ZERO {
                                villages.insert(village, (people, None));
                            }
                        }
                        for row in of_month {
                            let village = row.village.ok_or(Broken("villages"))?;
                            villages.entry(village).or_default().1 = Some(row);
                        }
                        for (village, (people, row)) in villages {
                            lines.push(self.line(at, column, (Some(village), people), row)?);
                        }
                    }
                }
            }
        }
        Ok(lines)
    }
}
